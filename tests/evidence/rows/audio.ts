/** Sound, on what PipeWire, PulseAudio, Windows and macOS say. */
import { readFileSync } from 'node:fs';
import {
  captured,
  corpus,
  type Evidence,
  exec,
  file,
  type Given,
  json,
  list,
  none,
  raw,
} from '../evidence.ts';

const FORM = 'pipewire0.3.65-debian12';
const text = (name: string): string =>
  readFileSync(new URL(`../../captured/${name}.txt`, import.meta.url), 'utf8');
const stat = raw('stat', { type: 'other', bytes: 0, inode: 9, modifiedAt: '2026-11-24T00:00:00.000Z' });

const CARDS =
  ' 0 [Intel          ]: HDA-Intel - HDA Intel\n                      HDA Intel at 0xfe404000 irq 39\n';
const PCM = '00-00: Generic Analog : Generic Analog : playback 1 : capture 1\n';

/** Anna is signed in at the computer itself, and a sound server listens. */
const SESSION: Evidence['answers'] = {
  'system.user': raw('user', { name: 'anna', home: '/home/anna', uid: 1000, elevated: false }),
  'audio.session': raw('env', { values: { XDG_RUNTIME_DIR: '/run/user/1000', XDG_SESSION_TYPE: 'wayland' } }),
  'machine.session': raw('env', { values: {} }),
  'audio.signed-in': list('1000'),
  'audio.program.pipewire': stat,
  'audio.cards': file(CARDS),
  'audio.players': file(PCM),
  'audio.socket/1000': stat,
};

const server = (listing: Given, defaults: Given, more: Evidence['answers'] = {}): Evidence['answers'] => ({
  ...SESSION,
  'audio.server/1000': listing,
  'audio.defaults/1000': defaults,
  ...more,
});

const INFO = text(`pactl-info-${FORM}`);
const LIST = text(`pactl-list-${FORM}`);
/** The names that `pactl info` gives as defaults. */
const info = (sink: string, source = 'none'): Given =>
  exec(
    INFO.replace(/^Default Sink: .*$/m, `Default Sink: ${sink}`).replace(
      /^Default Source: .*$/m,
      `Default Source: ${source}`,
    ),
  );

const unit = (id: string, active: string, enabled: string): string =>
  `Id=${id}\nLoadState=loaded\nActiveState=${active}\nUnitFileState=${enabled}\n`;

const JAMMY = 'alsa_output.pci-0000_00_1f.3-platform-skl_hda_dsp_generic.HiFi__hw_sofhdadsp_5__sink';

const row = (
  code: string,
  from: Evidence['from'],
  what: string,
  answers: Evidence['answers'],
  more: Partial<Evidence> = {},
): Evidence => ({ code, os: 'linux', from, what, answers, ...more });

const linux: readonly Evidence[] = [
  row('audio/no-output-device', 'vmlab', 'audio-absent: alsa-utils in a virtual machine without a card', {
    'audio.cards': none(),
    'audio.players': none(),
    'audio.program.aplay': stat,
  }),
  row(
    'audio/no-output-device',
    'vmlab',
    'healthy: the same machine with its card',
    {
      'audio.cards': file(CARDS),
      'audio.players': file(PCM),
      'audio.program.aplay': stat,
    },
    { quiet: true },
  ),
  row(
    'audio/no-output-device',
    'composed',
    'a server: neither a card nor a program for sound',
    {
      'audio.cards': none(),
      'audio.players': none(),
      'audio.program.aplay': none(),
      'audio.program.pipewire': none(),
      'audio.program.pulseaudio': none(),
    },
    { quiet: true },
  ),
  row(
    'audio/no-output-device',
    'captured',
    'PipeWire 0.3.65 whose session manager had failed: Dummy Output alone',
    server(captured(`pactl-list-${FORM}-no-card.txt`), captured(`pactl-info-${FORM}-no-card.txt`)),
  ),
  row('audio/no-output-device', 'captured', 'PipeWire 0.3.65 with its card', server(exec(LIST), exec(INFO)), {
    quiet: true,
  }),
  row('audio/service-down', 'composed', 'systemctl --user show of a unit that failed, no socket', {
    ...SESSION,
    'audio.socket/1000': none(),
    'audio.units/1000': exec(
      [
        unit('pipewire.service', 'active', 'enabled'),
        unit('pipewire-pulse.service', 'failed', 'enabled'),
      ].join('\n'),
    ),
  }),
  row(
    'audio/service-down',
    'composed',
    'switched off by its owner: PulseAudio disabled, PipeWire in its place',
    {
      ...server(exec(LIST), exec(INFO)),
      'audio.units/1000': exec(unit('pulseaudio.service', 'inactive', 'disabled')),
    },
    { quiet: true },
  ),
  row(
    'audio/muted',
    'captured',
    'PipeWire 0.3.65 after pactl set-sink-mute',
    server(captured(`pactl-list-${FORM}-muted.txt`), exec(INFO)),
  ),
  row('audio/muted', 'captured', 'PipeWire 0.3.65 at 40%', server(exec(LIST), exec(INFO)), { quiet: true }),
  row(
    'audio/mic-muted',
    'captured',
    'PipeWire 0.3.65 after pactl set-source-volume 2%',
    server(captured(`pactl-list-${FORM}-muted.txt`), exec(INFO)),
  ),
  row(
    'audio/wrong-output',
    'corpus',
    'a Latitude 3540 whose default is made its HDMI output, which reports no monitor',
    server(corpus('pactl/checkbox/desktop-jammy-latitude3540.txt'), info(JAMMY)),
  ),
  row(
    'audio/wrong-output',
    'corpus',
    'the same Latitude with its loudspeaker as default',
    server(
      corpus('pactl/checkbox/desktop-jammy-latitude3540.txt'),
      info('alsa_output.pci-0000_00_1f.3-platform-skl_hda_dsp_generic.HiFi__hw_sofhdadsp__sink'),
    ),
    { quiet: true },
  ),
  row(
    'audio/bluetooth-call-profile',
    'corpus',
    'a Sony MW600 with profile hsp under PulseAudio 4',
    server(corpus('pactl/checkbox/desktop-trusty-bt-headset.txt'), info('n/a')),
  ),
  row('audio/mic-blocked', 'captured', 'xdg-permission-store 1.14 after SetPermission … no', {
    ...server(exec(LIST), exec(INFO)),
    'audio.permissions/1000': captured('busctl-permissions-debian12.txt'),
  }),
  row(
    'audio/mic-blocked',
    'captured',
    'xdg-permission-store without an entry',
    {
      ...server(exec(LIST), exec(INFO)),
      'audio.permissions/1000': exec('', 1, 'Call failed: No entry for microphone'),
    },
    { quiet: true },
  ),
];

const SPEAKERS = '{11111111-2222-3333-4444-555555555555}';
const HEADSET = '{21111111-2222-3333-4444-555555555555}';
const MONITOR = '{31111111-2222-3333-4444-555555555555}';
const MICROPHONE = '{41111111-2222-3333-4444-555555555555}';

const endpoint = (id: string, name: string, state: number, form: number, bus: string) => ({
  id,
  name,
  device: 'High Definition Audio',
  state,
  form,
  bus,
});
const speakers = endpoint(SPEAKERS, 'Speakers', 1, 1, 'HDAUDIO');
const microphone = endpoint(MICROPHONE, 'Microphone', 1, 4, 'HDAUDIO');

const windows = (more: Readonly<Record<string, unknown>> = {}): Given =>
  json({
    services: [
      { name: 'AudioEndpointBuilder', status: 4, startType: 2 },
      { name: 'Audiosrv', status: 4, startType: 2 },
    ],
    outputs: [speakers],
    inputs: [microphone],
    consent: { policy: null, machine: 'Allow', user: 'Allow', desktop: 'Allow' },
    ...more,
  });

const level = (id: string, muted: boolean, volume: number) => ({
  id: `{0.0.0.00000000}.${id}`,
  muted,
  volume,
});
const levels = (output: object, input: object = level(MICROPHONE, false, 80)): Given =>
  json({ output, input });
const MICROSOFT = 'Microsoft Learn: mmdeviceapi.h, endpointvolume.h, microphone privacy';

const onWindows = (
  code: string,
  what: string,
  answers: Evidence['answers'],
  more: Partial<Evidence> = {},
): Evidence => ({
  code,
  os: 'win32',
  from: 'composed',
  what: `${what} (${MICROSOFT})`,
  answers: { 'machine.session': raw('env', { values: { SESSIONNAME: 'Console' } }), ...answers },
  ...more,
});

const win32: readonly Evidence[] = [
  onWindows('audio/no-output-device', 'all endpoints unplugged', {
    'audio.windows': windows({
      outputs: [
        { ...speakers, state: 8 },
        { ...speakers, id: MONITOR, state: 4 },
      ],
    }),
  }),
  onWindows(
    'audio/no-output-device',
    'a state with the upper bits of Windows’ own',
    {
      'audio.windows': windows({ outputs: [{ ...speakers, state: 0x1000_0001 }] }),
    },
    { quiet: true },
  ),
  onWindows(
    'audio/no-output-device',
    'Windows Server, where Audiosrv starts by hand',
    {
      'audio.windows': windows({
        services: [{ name: 'Audiosrv', status: 1, startType: 3 }],
        outputs: [],
      }),
    },
    { quiet: true },
  ),
  onWindows('audio/service-down', 'Audiosrv stopped, start type automatic', {
    'audio.windows': windows({ services: [{ name: 'Audiosrv', status: 1, startType: 2 }] }),
  }),
  onWindows('audio/muted', 'GetMute gives true', {
    'audio.windows': windows(),
    'audio.windows-levels': levels(level(SPEAKERS, true, 50)),
  }),
  onWindows(
    'audio/muted',
    'at half',
    {
      'audio.windows': windows(),
      'audio.windows-levels': levels(level(SPEAKERS, false, 50)),
    },
    { quiet: true },
  ),
  onWindows('audio/mic-muted', 'the default microphone at 3%', {
    'audio.windows': windows(),
    'audio.windows-levels': levels(level(SPEAKERS, false, 50), level(MICROPHONE, false, 3)),
  }),
  onWindows('audio/wrong-output', 'a monitor as default beside loudspeakers', {
    'audio.windows': windows({ outputs: [speakers, endpoint(MONITOR, 'DELL U2720Q', 1, 9, 'HDAUDIO')] }),
    'audio.windows-levels': levels(level(MONITOR, false, 50)),
  }),
  onWindows('audio/mic-blocked', 'ConsentStore\\microphone Deny for the user', {
    'audio.windows': windows({ consent: { policy: null, machine: 'Allow', user: 'Deny', desktop: 'Allow' } }),
  }),
  onWindows('audio/bluetooth-call-profile', 'the hands-free half as default', {
    'audio.windows': windows({ outputs: [speakers, endpoint(HEADSET, 'Headset', 1, 5, 'BTHHFENUM')] }),
    'audio.windows-levels': levels(level(HEADSET, false, 50)),
  }),
];

const PROFILER =
  'system_profiler SPAudioDataType -json, as inventories of macOS read it; get volume settings of StandardAdditions';
const mac = (...items: readonly object[]): Given =>
  json({ SPAudioDataType: [{ _name: 'coreaudio_device', _items: items }] });
const macSpeakers = {
  _name: 'MacBook Pro Speakers',
  coreaudio_default_audio_output_device: 'spaudio_yes',
  coreaudio_default_audio_system_device: 'spaudio_yes',
  coreaudio_device_manufacturer: 'Apple Inc.',
  coreaudio_device_output: 2,
  coreaudio_device_srate: 48_000,
  coreaudio_device_transport: 'coreaudio_device_type_builtin',
};
const macMicrophone = {
  _name: 'MacBook Pro Microphone',
  coreaudio_default_audio_input_device: 'spaudio_yes',
  coreaudio_device_input: 1,
  coreaudio_device_srate: 48_000,
  coreaudio_device_transport: 'coreaudio_device_type_builtin',
};
const volume = (said: string): Given => exec(`${said}\n`);
const RUNNING = exec('system/com.apple.audio.coreaudiod = {\n\tactive count = 3\n\tstate = running\n}\n');
const headset = (rate: number) => ({
  _name: 'AirPods Pro',
  coreaudio_default_audio_output_device: 'spaudio_yes',
  coreaudio_default_audio_input_device: 'spaudio_yes',
  coreaudio_device_input: 1,
  coreaudio_device_output: 1,
  coreaudio_device_srate: rate,
  coreaudio_device_transport: 'coreaudio_device_type_bluetooth',
});
const { coreaudio_default_audio_output_device: _, ...idleSpeakers } = macSpeakers;

const onMac = (
  code: string,
  what: string,
  answers: Evidence['answers'],
  more: Partial<Evidence> = {},
): Evidence => ({
  code,
  os: 'darwin',
  from: 'composed',
  what: `${what} (${PROFILER})`,
  answers: { 'machine.session': raw('env', { values: {} }), 'audio.coreaudiod': RUNNING, ...answers },
  ...more,
});

const darwin: readonly Evidence[] = [
  onMac('audio/no-output-device', 'a microphone and nothing else', {
    'audio.macos-devices': mac(macMicrophone),
  }),
  onMac(
    'audio/no-output-device',
    'built-in speakers',
    { 'audio.macos-devices': mac(macSpeakers) },
    { quiet: true },
  ),
  onMac('audio/service-down', 'launchctl print: state = not running', {
    'audio.coreaudiod': exec('system/com.apple.audio.coreaudiod = {\n\tstate = not running\n}\n'),
  }),
  onMac('audio/muted', 'output muted:true', {
    'audio.macos-devices': mac(macSpeakers),
    'audio.macos-volume': volume('output volume:44, input volume:75, alert volume:100, output muted:true'),
  }),
  onMac(
    'audio/muted',
    'a monitor that has no volume',
    {
      'audio.macos-devices': mac(macSpeakers),
      'audio.macos-volume': volume(
        'output volume:missing value, input volume:75, alert volume:100, output muted:missing value',
      ),
    },
    { quiet: true },
  ),
  onMac('audio/mic-muted', 'input volume:0', {
    'audio.macos-devices': mac(macSpeakers, macMicrophone),
    'audio.macos-volume': volume('output volume:44, input volume:0, alert volume:100, output muted:false'),
  }),
  onMac('audio/wrong-output', 'a program as default beside the speakers', {
    'audio.macos-devices': mac(idleSpeakers, {
      _name: 'BlackHole 2ch',
      coreaudio_default_audio_output_device: 'spaudio_yes',
      coreaudio_device_input: 2,
      coreaudio_device_output: 2,
      coreaudio_device_transport: 'coreaudio_device_type_virtual',
    }),
  }),
  onMac('audio/bluetooth-call-profile', 'input and output of one headset at 24 kHz', {
    'audio.macos-devices': mac(idleSpeakers, headset(24_000)),
  }),
  onMac(
    'audio/bluetooth-call-profile',
    'the same at 48 kHz',
    {
      'audio.macos-devices': mac(idleSpeakers, headset(48_000)),
    },
    { quiet: true },
  ),
];

export const audio: readonly Evidence[] = [...linux, ...win32, ...darwin];
