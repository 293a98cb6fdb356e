import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAlsaCards, parseAlsaPlayers } from '../../checks/audio/alsa.ts';
import { diagnose } from '../../checks/audio/findings.ts';
import { parseMacDevices, parseMacVolume } from '../../checks/audio/macos.ts';
import { en } from '../../checks/audio/messages.en.ts';
import {
  type Defaults,
  type Endpoint,
  parsePactlInfo,
  parsePactlList,
  type SoundServer,
  soundDefaults,
  soundServer,
} from '../../checks/audio/pactl.ts';
import { defaultsOf, objectsOf, serverOf } from '../../checks/audio/pipewire.ts';
import { followUps, reads } from '../../checks/audio/probe.ts';
import {
  forbiddenApps,
  gnomeMicrophone,
  parsePermissions,
  parseUserUnits,
  soundSocket,
  soundUnits,
  type UserUnit,
} from '../../checks/audio/session.ts';
import { settings } from '../../checks/audio/settings.ts';
import { tree } from '../../checks/audio/tree.ts';
import { parseWindowsLevels, parseWindowsSound } from '../../checks/audio/windows.ts';
import { type Reading, type Source, Unreadable } from '../../src/contract.ts';
import type { PciDevice } from '../../src/sources/pci.ts';
import { type Followed, factsOf, followed, missing, ok } from '../facts.ts';
import { hasShared, sharedDir } from '../shared.ts';

const captured = (name: string): string =>
  readFileSync(new URL(`../captured/${name}.txt`, import.meta.url), 'utf8');

const UID = '1000';

const readable = (parse: () => unknown): void => {
  try {
    parse();
  } catch (error) {
    expect(error).toBeInstanceOf(Unreadable);
  }
};

describe('what pactl prints', () => {
  test('a card under PipeWire: one output, one microphone, the echo of the output', () => {
    const { sinks, sources, cards } = parsePactlList(captured('pactl-list-pipewire0.3.65-debian12'));
    expect(sinks).toMatchObject([
      { name: 'alsa_output.pci-0000_00_0b.0.analog-stereo', isMuted: false, volumePct: 40, isPlugged: null },
    ]);
    expect(sources.map(({ name }) => name)).toEqual([
      'alsa_output.pci-0000_00_0b.0.analog-stereo.monitor',
      'alsa_input.pci-0000_00_0b.0.analog-stereo',
    ]);
    expect(cards).toHaveLength(1);
    expect(cards[0]?.activeProfile).toBe('output:analog-stereo+input:analog-stereo');
  });

  test('muted, at 2%, and a program that records', () => {
    const { sinks, sources, recorders } = parsePactlList(
      captured('pactl-list-pipewire0.3.65-debian12-muted'),
    );
    expect(sinks[0]?.isMuted).toBe(true);
    expect(sources.map(({ volumePct }) => volumePct)).toEqual([100, 2]);
    expect(recorders).toEqual([{ program: 'Recorder', sourceIndex: 40 }]);
  });

  test('without a card there is the placeholder alone, and no default', () => {
    const { sinks } = parsePactlList(captured('pactl-list-pipewire0.3.65-debian12-no-card'));
    expect(sinks.map(({ name }) => name)).toEqual(['auto_null']);
    const { running, sink, source } = parsePactlInfo(captured('pactl-info-pipewire0.3.65-debian12-no-card'));
    expect([running, sink, source]).toEqual([true, null, null]);
  });

  test('another language, half a sink and nothing at all are refused', () => {
    expect(() => parsePactlList('')).toThrow(Unreadable);
    expect(() => parsePactlList('Ziel #1\n\tStatus: RUNNING\n')).toThrow(Unreadable);
    expect(() => parsePactlList('Sink #1\n\tName: a\n\tMute: no\n')).toThrow(Unreadable);
    expect(() => parsePactlList('Sink #1\n\tName: a\n\tMute: vielleicht\n\tVolume: mono: 1 / 5%\n')).toThrow(
      Unreadable,
    );
    expect(() => parsePactlInfo('Verbindung verweigert')).toThrow(Unreadable);
  });

  test('a server that is gone is an answer, one that forbids is none', () => {
    const parse = soundDefaults('1000').on.linux?.parse;
    const asked = { kind: 'clock' } as const;
    const refused = { stdout: '', stderr: 'Connection failure: Connection refused\n', exitCode: 1 };
    expect(parse?.(refused, asked)).toMatchObject({ running: false });
    expect(() => parse?.({ ...refused, stderr: 'Connection failure: Access denied' }, asked)).toThrow(
      expect.objectContaining({ status: 'denied' }),
    );
  });

  test('garbled lists are understood or refused', () => {
    const lines = captured('pactl-list-pipewire0.3.65-debian12').split('\n');
    const some = fc.array(fc.oneof(fc.constantFrom(...lines), fc.string({ maxLength: 60 })), {
      maxLength: 60,
    });
    fc.assert(fc.property(some, (all) => readable(() => parsePactlList(all.join('\n')))));
  });

  describe.runIf(hasShared)('on captures of PulseAudio 1.1 to 15.99, in English and Polish', () => {
    const folder = sharedDir('corpus', 'pactl', 'checkbox');
    const count = (text: string, heading: string): number =>
      text.split('\n').filter((line) => new RegExp(`^${heading} #\\d+$`).test(line)).length;

    test.each(hasShared ? readdirSync(folder) : [])('%s', (name) => {
      const text = readFileSync(`${folder}/${name}`, 'utf8');
      // The parser of checkbox reads single sections too; those without a heading are not of pactl list.
      if (!/^(Module|Sink|Source|Card) #/m.test(text)) {
        expect(() => parsePactlList(text)).toThrow(Unreadable);
        return;
      }
      const { sinks, sources, cards } = parsePactlList(text);
      expect([sinks.length, sources.length, cards.length]).toEqual([
        count(text, 'Sink'),
        count(text, 'Source'),
        count(text, 'Card'),
      ]);
      expect(cards.map(({ activeProfile }) => activeProfile)).toEqual(
        [...text.matchAll(/^\tActive Profile: (.*)$/gm)].map(([, profile]) => profile),
      );
    });

    test('plugs: empty, in use, and silent about it', () => {
      const read = (name: string) => parsePactlList(readFileSync(`${folder}/${name}`, 'utf8')).sinks;
      expect(read('desktop-jammy-latitude3540.txt').map(({ isPlugged }) => isPlugged)).toEqual([
        false,
        false,
        false,
        null,
      ]);
      expect(read('desktop-trusty-bt-headset.txt').map(({ isPlugged }) => isPlugged)).toEqual([
        null,
        true,
        null,
      ]);
    });

    test('a volume meter is no recording', () => {
      const text = readFileSync(`${folder}/desktop-jammy-latitude3540.txt`, 'utf8');
      expect(count(text, 'Source Output')).toBe(2);
      expect(parsePactlList(text).recorders).toEqual([]);
    });
  });
});

describe('what PipeWire tells itself', () => {
  const dump = readFileSync(
    new URL('../captured/pw-dump-pipewire0.3.65-debian12-muted.json', import.meta.url),
    'utf8',
  );

  test('the same machine in the same state as by pactl', () => {
    const { sinks, sources, cards, recorders } = serverOf(objectsOf(dump));
    const listed = parsePactlList(captured('pactl-list-pipewire0.3.65-debian12-muted'));
    const plain = (all: readonly Endpoint[]) =>
      all.map(({ name, description, isMuted, volumePct, isPlugged }) => ({
        name,
        description,
        isMuted,
        volumePct,
        isPlugged,
      }));
    expect(plain(sinks)).toEqual(plain(listed.sinks));
    expect(plain(sources)).toEqual(plain(listed.sources.filter(({ name }) => !name.endsWith('.monitor'))));
    expect(cards).toEqual(listed.cards);
    expect(recorders).toEqual(listed.recorders);
    expect(defaultsOf(objectsOf(dump))).toMatchObject({
      sink: 'alsa_output.pci-0000_00_0b.0.analog-stereo',
      source: 'alsa_input.pci-0000_00_0b.0.analog-stereo',
    });
  });

  test('it is what is asked where there is no pactl', () => {
    expect(soundServer(UID).otherwise?.id).toBe('audio.pipewire-server');
    expect(soundDefaults(UID).otherwise?.id).toBe('audio.pipewire-defaults');
  });

  test('nothing, no list and half a node are refused; anything else is understood or refused', () => {
    expect(() => objectsOf('')).toThrow(Unreadable);
    expect(() => objectsOf('{}')).toThrow(Unreadable);
    expect(() => objectsOf('[{"id":"1"}]')).toThrow(Unreadable);
    const node = { id: 1, type: 'PipeWire:Interface:Node', info: { props: { 'media.class': 'Audio/Sink' } } };
    expect(() => serverOf(objectsOf(JSON.stringify([node])))).toThrow(Unreadable);
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (props, params) => {
        readable(() => serverOf(objectsOf(JSON.stringify([{ ...node, info: { props, params } }]))));
        readable(() =>
          defaultsOf(objectsOf(JSON.stringify([{ ...node, type: 'Metadata', props, metadata: params }]))),
        );
      }),
    );
  });

  test.runIf(hasShared)('the devices of a Dell with PipeWire 1.4', () => {
    const folder = sharedDir('corpus', 'pipewire', 'checkbox');
    const { cards } = serverOf(objectsOf(readFileSync(`${folder}/pw_dump_device_happy_path.txt`, 'utf8')));
    expect(cards.map(({ name }) => name)).toEqual([
      'alsa_card.pci-0000_c3_00.1',
      'alsa_card.pci-0000_c3_00.6',
    ]);
    expect(() => serverOf(objectsOf(readFileSync(`${folder}/pw_dump_multiple.txt`, 'utf8')))).not.toThrow();
    expect(() => objectsOf(readFileSync(`${folder}/wpctl_happy_path.txt`, 'utf8'))).toThrow(Unreadable);
  });
});

describe('what the kernel, systemd and the portals print', () => {
  test('cards, and those of them that can play', () => {
    const text = ` 0 [PCH            ]: HDA-Intel - HDA Intel PCH
                      HDA Intel PCH at 0x6001108000 irq 147
 1 [C270           ]: USB-Audio - Webcam C270
                      Logitech Webcam C270 at usb-0000:00:14.0-3, high speed
`;
    expect(parseAlsaCards(text)).toEqual([
      { number: 0, name: 'HDA Intel PCH' },
      { number: 1, name: 'Webcam C270' },
    ]);
    expect(parseAlsaCards('--- no soundcards ---\n')).toEqual([]);
    expect(() => parseAlsaCards('what\n')).toThrow(Unreadable);
    const pcm = `00-00: ALC295 Analog : ALC295 Analog : playback 1 : capture 1
00-03: HDMI 0 : HDMI 0 : playback 1
01-00: USB Audio : USB Audio : capture 1
`;
    expect(parseAlsaPlayers(pcm)).toEqual([0]);
    expect(() => parseAlsaPlayers('nonsense')).toThrow(Unreadable);
    fc.assert(fc.property(fc.string(), (any) => readable(() => parseAlsaCards(any))));
  });

  test('units, with an empty line between them', () => {
    const text = `Id=pipewire.service
LoadState=loaded
ActiveState=active
UnitFileState=enabled

Id=pulseaudio.service
LoadState=not-found
ActiveState=inactive
UnitFileState=
`;
    expect(parseUserUnits(text)).toEqual([
      { name: 'pipewire.service', isLoaded: true, isActive: true, isFailed: false, isEnabled: true },
      { name: 'pulseaudio.service', isLoaded: false, isActive: false, isFailed: false, isEnabled: false },
    ]);
    expect(() => parseUserUnits('Failed to connect to bus')).toThrow(Unreadable);
  });

  test('permissions', () => {
    expect(parsePermissions(captured('busctl-permissions-debian12'))).toEqual(['org.example.App']);
    expect(parsePermissions('{"type":"a{sas}v","data":[{"a":["yes"],"b":["no"],"":["no"]},{}]}')).toEqual([
      'b',
    ]);
    expect(() => parsePermissions('[]')).toThrow(Unreadable);
    fc.assert(fc.property(fc.json(), (any) => readable(() => parsePermissions(any))));
  });
});

describe('what Windows and macOS answer', () => {
  test('lists of one, states with upper bits, names in any language', () => {
    const sound = parseWindowsSound(
      JSON.stringify({
        services: { name: 'Audiosrv', status: 4, startType: 2 },
        outputs: {
          id: '{AB}',
          state: 0x1000_0008,
          name: 'Динамики',
          device: 'Realtek',
          form: 1,
          bus: 'hdaudio',
        },
        inputs: null,
        consent: { policy: 2, machine: 'Deny', user: null, desktop: null },
      }),
    );
    expect(sound.outputs).toEqual([
      { id: '{ab}', name: 'Динамики (Realtek)', state: 8, form: 1, bus: 'HDAUDIO' },
    ]);
    expect(sound.inputs).toBeNull();
    expect(sound.forbiddenBy).toEqual(['policy', 'machine']);
  });

  test('levels: none, not allowed, and refused by Core Audio', () => {
    expect(() => parseWindowsLevels('{"output":{"failed":"-2147023728"},"input":{}}')).toThrow(
      expect.objectContaining({ status: 'failed' }),
    );
    expect(parseWindowsLevels('{"output":{},"input":{}}')).toEqual({ output: null, input: null });
    expect(() => parseWindowsLevels('{"denied":true}')).toThrow(
      expect.objectContaining({ status: 'denied' }),
    );
    expect(() => parseWindowsLevels('')).toThrow(Unreadable);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readable(() => parseWindowsSound(JSON.stringify({ services: value, outputs: value, consent: {} })));
        readable(() => parseWindowsLevels(JSON.stringify({ output: value, input: value })));
      }),
    );
  });

  test('macOS: volumes, with and without a value', () => {
    expect(
      parseMacVolume('output volume:44, input volume:75, alert volume:100, output muted:false\n'),
    ).toEqual({
      outputPct: 44,
      inputPct: 75,
      isMuted: false,
    });
    expect(
      parseMacVolume(
        'output volume:missing value, input volume:missing value, alert volume:100, output muted:missing value\n',
      ),
    ).toEqual({ outputPct: null, inputPct: null, isMuted: null });
    expect(() => parseMacVolume('Lautstärke: 5')).toThrow(Unreadable);
    expect(parseMacDevices('{"SPAudioDataType":[]}')).toEqual([]);
    expect(() => parseMacDevices('{}')).toThrow(Unreadable);
    fc.assert(fc.property(fc.json(), (any) => readable(() => parseMacDevices(any))));
  });
});

const endpoint = (change: Partial<Endpoint> = {}): Endpoint => ({
  index: 1,
  name: 'alsa_output.speakers',
  description: 'Speakers',
  isMuted: false,
  volumePct: 50,
  isPlugged: null,
  properties: { 'device.api': 'alsa' },
  ...change,
});
const microphone = endpoint({ index: 2, name: 'alsa_input.mic', description: 'Microphone' });
const headset = { name: 'bluez_card.1', description: 'Headset', activeProfile: 'headset-head-unit' };

const session = {
  user: ok({ name: 'anna', home: '/home/anna', uid: 1000, elevated: false }),
  variables: ok({ runtimeFolder: '/run/user/1000', isGraphical: true, isGnome: false }),
  signedIn: ok([1000]),
  session: ok('local' as const),
  pipewire: ok(true),
  cards: ok([{ number: 0, name: 'HDA Intel PCH' }]),
  players: ok([0]),
  windows: missing('unsupported'),
  levels: missing('unsupported'),
  macDevices: missing('unsupported'),
  macVolume: missing('unsupported'),
  coreAudio: missing('unsupported'),
};
type Values = Parameters<typeof factsOf<typeof reads>>[1];

const unread = (source: Source<unknown>, reading: Reading<unknown> = missing()): Followed => [
  source,
  reading,
];

/** A session with a sound server. */
const look = (
  server: Partial<SoundServer> | null,
  values: Values = {},
  { defaults = {}, more = [] }: { defaults?: Partial<Defaults>; more?: readonly Followed[] } = {},
) => {
  const round: readonly Followed[] =
    server === null
      ? [unread(soundSocket(UID)), ...more]
      : [
          followed(soundSocket(UID), true),
          followed(soundServer(UID), {
            sinks: [endpoint()],
            sources: [microphone],
            cards: [],
            recorders: [],
            ...server,
          }),
          followed(soundDefaults(UID), {
            running: true,
            server: 'PulseAudio',
            sink: 'alsa_output.speakers',
            source: 'alsa_input.mic',
            ...defaults,
          }),
          ...more,
        ];
  return diagnose(factsOf(reads, { ...session, ...values }, round), settings);
};
const told = (...args: Parameters<typeof look>) =>
  look(...args).findings.map(({ code, severity }) => `${code} ${severity}`);

const chip = (driver: string | null): PciDevice => ({
  slot: '0000:00:1f.3',
  vendorId: '8086',
  deviceId: 'a0c8',
  subVendorId: null,
  subDeviceId: null,
  classId: '040380',
  driver,
  modalias: '',
  isBootVga: false,
});

const hardware = (maker: string, chassis: number) =>
  ok({
    maker,
    model: null,
    boardMaker: null,
    chassis: [chassis],
    firmware: null,
    appleSilicon: false,
    hypervisor: false,
    build: null,
  });

test('a desktop with sound has nothing to say', () => {
  const { findings, unknown } = look({});
  expect(findings).toEqual([]);
  expect(unknown).toEqual([]);
});

describe('audio/no-output-device', () => {
  const dummy: Partial<SoundServer> = {
    sinks: [endpoint({ name: 'auto_null', description: 'Dummy Output' })],
  };

  test('the placeholder is no device: critical at the computer, a note elsewhere', () => {
    expect(told(dummy)).toEqual(['audio/no-output-device critical']);
    expect(told(dummy, { session: ok('ssh') })).toEqual(['audio/no-output-device info']);
    expect(told(dummy, { hardware: hardware('QEMU', 1) })).toEqual(['audio/no-output-device info']);
  });

  test('it says whether a card, its profile or its driver is what is missing', () => {
    const lack = (...args: Parameters<typeof look>) => look(...args).findings[0]?.params;
    const none = { cards: ok([]), players: ok([]) };
    expect(lack(dummy)).toEqual({ lack: 'unused', device: 'HDA Intel PCH' });
    expect(lack(dummy, { ...none, pci: ok([chip(null)]) })).toMatchObject({ lack: 'no-driver' });
    expect(lack(dummy, { ...none, pci: ok([chip('snd_hda_intel')]) })).toEqual({ lack: 'none', device: '' });
    const off = { ...dummy, cards: [{ name: 'a', description: 'PCH', activeProfile: 'off' }] };
    expect(lack(off)).toEqual({ lack: 'disabled', device: 'PCH' });
  });

  const nobody: Values = {
    signedIn: ok([]),
    cards: missing('absent'),
    players: missing('absent'),
    pipewire: missing(),
  };

  test('without a session it takes a program for sound, and a laptop or a chip to be more than a note', () => {
    expect(look(null, nobody).skipped).toBe('no-sound');
    expect(told(null, { ...nobody, aplay: ok(true) })).toEqual(['audio/no-output-device info']);
    expect(told(null, { ...nobody, aplay: ok(true), pci: ok([chip(null)]) })).toEqual([
      'audio/no-output-device critical',
    ]);
    expect(told(null, { ...nobody, aplay: ok(true), hardware: hardware('LENOVO', 10) })).toEqual([
      'audio/no-output-device critical',
    ]);
    expect(
      told(null, { ...nobody, aplay: ok(true), players: ok([0]), cards: ok([{ number: 0, name: 'x' }]) }),
    ).toEqual([]);
  });

  test('a webcam’s microphone is a card, and no output', () => {
    const webcam = { ...nobody, aplay: ok(true), cards: ok([{ number: 0, name: 'C270' }]), players: ok([]) };
    expect(told(null, webcam)).toEqual(['audio/no-output-device info']);
  });

  test('cards that may not be read are unknown, not missing', () => {
    const { findings, unknown } = look(null, { ...nobody, aplay: ok(true), cards: missing('denied') });
    expect(findings).toEqual([]);
    expect(unknown?.[0]?.reason).toBe('denied');
  });
});

describe('audio/service-down', () => {
  const unit = (name: string, change: Partial<UserUnit> = {}): UserUnit => ({
    name,
    isLoaded: true,
    isActive: false,
    isFailed: false,
    isEnabled: true,
    ...change,
  });
  const units = (...all: readonly UserUnit[]) => ({ more: [followed(soundUnits(UID), all)] });

  test('failed, or enabled and not there while nobody answers', () => {
    expect(told(null, {}, units(unit('pipewire.service', { isFailed: true })))).toEqual([
      'audio/service-down critical',
    ]);
    expect(told(null, {}, units(unit('pulseaudio.service'), unit('pulseaudio.socket')))).toEqual([
      'audio/service-down critical',
    ]);
    expect(told(null, {}, units(unit('pulseaudio.service', { isEnabled: false })))).toEqual([]);
    expect(told(null, {}, units(unit('pulseaudio.service', { isLoaded: false })))).toEqual([]);
  });

  test('a socket that starts it is as good as the service', () => {
    const both = [unit('pipewire-pulse.service'), unit('pipewire-pulse.socket', { isActive: true })];
    expect(told(null, {}, units(...both))).toEqual([]);
  });

  test('the session manager alone may be missing: then there is no device', () => {
    const dummy = { sinks: [endpoint({ name: 'auto_null' })] };
    expect(told(dummy, {}, units(unit('wireplumber.service')))).toEqual([
      'audio/service-down critical',
      'audio/no-output-device critical',
    ]);
  });

  test('Windows: what starts by itself, or was disabled; not what starts by hand', () => {
    const windows = (status: number, startType: number) =>
      ok(
        parseWindowsSound(
          JSON.stringify({
            services: [{ name: 'Audiosrv', status, startType }],
            outputs: [{ id: '{a}', state: 1, name: 'x' }],
            consent: {},
          }),
        ),
      );
    const on = (status: number, startType: number) =>
      told(null, {
        cards: missing('unsupported'),
        players: missing('unsupported'),
        windows: windows(status, startType),
      });
    expect(on(1, 2)).toEqual(['audio/service-down critical']);
    expect(on(1, 4)).toEqual(['audio/service-down warning']);
    expect(on(1, 3)).toEqual([]);
    expect(on(4, 2)).toEqual([]);
  });
});

describe('audio/muted and audio/mic-muted', () => {
  test('the edges', () => {
    expect(told({ sinks: [endpoint({ isMuted: true })] })).toEqual(['audio/muted warning']);
    expect(told({ sinks: [endpoint({ volumePct: 4 })] })).toEqual(['audio/muted warning']);
    expect(told({ sinks: [endpoint({ volumePct: 5 })] })).toEqual([]);
    expect(told({ sources: [{ ...microphone, isMuted: true }] })).toEqual(['audio/mic-muted warning']);
    expect(told({ sources: [{ ...microphone, volumePct: 9 }] })).toEqual(['audio/mic-muted warning']);
    expect(told({ sources: [{ ...microphone, volumePct: 10 }] })).toEqual([]);
  });

  test('only the default counts, and an echo is no microphone', () => {
    const other = endpoint({ index: 9, name: 'other', isMuted: true });
    expect(told({ sinks: [endpoint(), other], sources: [microphone, other] })).toEqual([]);
    const echo = endpoint({ name: 'alsa_output.speakers.monitor', isMuted: true });
    expect(told({ sources: [echo] }, {}, { defaults: { source: echo.name } })).toEqual([]);
  });
});

describe('audio/wrong-output', () => {
  const hdmi = (isPlugged: boolean | null) =>
    endpoint({ index: 3, name: 'alsa_output.hdmi-stereo', description: 'HDMI', isPlugged });
  const at = (sink: string) => ({ defaults: { sink } });

  test('an empty plug is a warning, a monitor a note, the speakers nothing', () => {
    const both = (isPlugged: boolean | null) => ({ sinks: [endpoint(), hdmi(isPlugged)] });
    expect(told(both(false), {}, at('alsa_output.hdmi-stereo'))).toEqual(['audio/wrong-output warning']);
    expect(told(both(true), {}, at('alsa_output.hdmi-stereo'))).toEqual(['audio/wrong-output info']);
    expect(told(both(true))).toEqual([]);
    expect(told({ sinks: [hdmi(false)] }, {}, at('alsa_output.hdmi-stereo'))).toEqual([]);
  });

  test('a sink without hardware is a program', () => {
    const sink = endpoint({ name: 'real', description: 'Null Output', properties: {} });
    expect(told({ sinks: [endpoint(), sink] }, {}, at('real'))).toEqual(['audio/wrong-output info']);
  });
});

describe('audio/bluetooth-call-profile', () => {
  const source = endpoint({ index: 7, name: 'bluez_input.1', properties: { 'device.api': 'bluez5' } });

  test('a warning while nobody records, a note while it may be a call', () => {
    expect(told({ cards: [headset], sources: [microphone, source] })).toEqual([
      'audio/bluetooth-call-profile warning',
    ]);
    const recorders = [{ program: 'Zoom', sourceIndex: 7 }];
    expect(told({ cards: [headset], sources: [microphone, source], recorders })).toEqual([
      'audio/bluetooth-call-profile info',
    ]);
    expect(told({ cards: [{ ...headset, activeProfile: 'a2dp-sink' }] })).toEqual([]);
    expect(told({ cards: [{ ...headset, name: 'alsa_card.usb' }] })).toEqual([]);
  });
});

describe('audio/mic-blocked', () => {
  test('one program, or GNOME’s switch for all of them', () => {
    expect(told({}, {}, { more: [followed(forbiddenApps(UID), ['org.example.App'])] })).toEqual([
      'audio/mic-blocked warning',
    ]);
    expect(told({}, {}, { more: [followed(gnomeMicrophone(UID), { isForbidden: true })] })).toEqual([
      'audio/mic-blocked warning',
    ]);
    expect(told({}, {}, { more: [followed(forbiddenApps(UID), [])] })).toEqual([]);
  });
});

describe('who is asked, and what stays unknown', () => {
  const ids = (values: Values, round: readonly Followed[] = []) =>
    followUps(factsOf(reads, { ...session, ...values }, round)).map(({ id }) => id);

  test('a sound server is asked only where one listens', () => {
    expect(ids({})).not.toContain('audio.server/1000');
    expect(ids({}, [followed(soundSocket(UID), true)])).toContain('audio.server/1000');
    expect(ids({}, [unread(soundSocket(UID))])).toContain('audio.units/1000');
    expect(ids({ pipewire: missing() })).toEqual([]);
    expect(ids({ signedIn: ok([]) })).toEqual([]);
  });

  test('as another user than the one who sits there it is unknown, and says how to look', () => {
    const { findings, unknown } = look(null, {
      user: ok({ name: 'root', home: '/root', uid: 0, elevated: true }),
    });
    expect(findings).toEqual([]);
    expect(unknown?.[0]).toMatchObject({ reason: 'denied' });
    expect(unknown?.[0]?.why).toContain('without sudo');
  });

  test('a server that does not answer is unknown once, not twice', () => {
    const { findings, unknown } = diagnose(
      factsOf(reads, session, [
        followed(soundSocket(UID), true),
        unread(soundServer(UID), missing('timeout')),
        unread(soundDefaults(UID), missing('timeout')),
      ]),
      settings,
    );
    expect(findings).toEqual([]);
    expect(unknown).toHaveLength(1);
  });

  test('a server that is gone is unknown where its services cannot be asked', () => {
    const gone = diagnose(
      factsOf(reads, session, [
        followed(soundSocket(UID), true),
        followed(soundDefaults(UID), { running: false, server: '', sink: null, source: null }),
        unread(soundServer(UID), missing('failed')),
        unread(soundUnits(UID), missing('absent', 'no bus')),
      ]),
      settings,
    );
    expect(gone.findings).toEqual([]);
    expect(gone.unknown).toHaveLength(1);
  });

  test('a container and WSL have no sound of their own', () => {
    expect(look({}, { dockerMark: ok(true) }).skipped).toBe('container');
  });
});

test('the titles hold the machine’s own values', () => {
  const [finding] = look({ sinks: [endpoint({ volumePct: 0 })] }).findings;
  if (finding?.code !== 'audio/muted') throw new Error('not the muted output');
  expect(en.findings[finding.code].say(finding.params).title).toBe('The volume of Speakers is 0%');
});

test('the tree: service before device before volume; ears are asked last', () => {
  const start = tree.nodes[tree.start];
  const to = (...open: readonly string[]) =>
    start?.kind === 'measure'
      ? (start.branches.find(({ when }) =>
          when({
            open: (code) => open.includes(code),
            firstOpen: () => undefined,
            answer: () => undefined,
            looked: true,
          }),
        )?.to ?? start.otherwise)
      : '';
  expect(to('audio/no-output-device', 'audio/service-down')).toBe('SOUND.SERVICE');
  expect(to('audio/muted', 'audio/mic-muted')).toBe('SOUND.MUTED');
  expect(to('audio/wrong-output')).toBe('SOUND.SWITCH');
  expect(to()).toBe('SOUND.1');
});
