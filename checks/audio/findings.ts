/** The rules of sound. A computer that nobody set up for sound has nothing wrong with it. */
import { type Diagnosis, type Finding, type Reading, type Unknown, unknown } from '../../src/contract.ts';
import { machineOf } from '../../src/sources/machine.ts';
import { placeOf } from '../../src/sources/system.ts';
import { microphone } from './findings/microphone.ts';
import { noOutput } from './findings/missing.ts';
import { bluetooth, muted, wrongOutput } from './findings/output.ts';
import { serviceDown } from './findings/service.ts';
import type { Messages } from './messages.en.ts';
import { soundDefaults, soundServer } from './pactl.ts';
import { type AudioFacts, hasServer, isWanted, known, sessionUser } from './probe.ts';
import { soundSocket, soundUnits } from './session.ts';
import type { AudioSettings } from './settings.ts';
import type { Sound } from './view.ts';
import { soundOfServer } from './view-linux.ts';
import { soundOfMac, soundOfWindows } from './view-others.ts';

export const diagnose = (facts: AudioFacts, settings: AudioSettings): Diagnosis<Messages> => {
  const place = placeOf(facts);
  if (place !== 'computer') return { findings: [], skipped: place };
  if (isSilent(facts)) return { findings: [], skipped: 'no-sound' };
  const sound = soundOf(facts);
  const service = serviceDown(facts);
  const findings: readonly Finding<Messages>[] = [
    ...service,
    ...noOutput(sound, facts),
    ...(sound === null
      ? []
      : [...muted(sound, settings, facts), ...wrongOutput(sound), ...bluetooth(sound, facts)]),
    ...microphone(sound, settings, facts),
  ];
  return { findings, unknown: unseen(facts, findings) };
};

/** Linux without a card and without a program that would use one: a server, and nothing is missed. */
const isSilent = (facts: AudioFacts): boolean =>
  isLinux(facts) &&
  !isWanted(facts) &&
  (known(facts.cards)?.length ?? 0) === 0 &&
  // What nobody looked for is not absent.
  facts.cards.status !== 'denied' &&
  facts.cards.status !== 'unrecorded';

const isLinux = ({ cards }: AudioFacts): boolean => cards.status !== 'unsupported';

const soundOf = (facts: AudioFacts): Sound | null => {
  const { windows, levels, macDevices, macVolume } = facts;
  if (windows.status === 'ok') {
    return soundOfWindows(windows.value, known(levels), [
      windows.from,
      ...(levels.status === 'ok' ? [levels.from] : []),
    ]);
  }
  if (macDevices.status === 'ok') {
    return soundOfMac(macDevices.value, known(macVolume), [
      macDevices.from,
      ...(macVolume.status === 'ok' ? [macVolume.from] : []),
    ]);
  }
  const uid = sessionUser(facts);
  const server = uid === null ? null : facts.get(soundServer(uid));
  if (uid === null || server === null || server.status !== 'ok') return null;
  return soundOfServer(server.value, known(facts.get(soundDefaults(uid))), [server.from]);
};

/** What stays open: said where it matters, and only what belongs to this system. */
const unseen = (facts: AudioFacts, findings: readonly Finding<Messages>[]): readonly Unknown[] => {
  const { windows, levels, macDevices, macVolume, coreAudio, cards, players } = facts;
  const own = [windows, levels, macDevices, macVolume, coreAudio].filter(
    ({ status }) => status !== 'unsupported' && status !== 'ok',
  );
  if (!isLinux(facts)) return own.flatMap(missing);
  const hardware = [cards, players].filter(({ status }) => status !== 'ok' && status !== 'absent');
  return [...hardware.flatMap(missing), ...unseenServer(facts, findings)];
};

const missing = (reading: Reading<unknown>): readonly Unknown[] =>
  reading.status === 'ok' ? [] : [unknown(reading)];

const unseenServer = (facts: AudioFacts, findings: readonly Finding<Messages>[]): readonly Unknown[] => {
  if (!hasServer(facts)) return [];
  const uid = sessionUser(facts);
  const isDown = findings.some(({ code }) => code === 'audio/service-down');
  if (uid !== null) {
    if (isDown) return [];
    const defaults = facts.get(soundDefaults(uid));
    const answers = facts.get(soundSocket(uid)).status === 'ok' && known(defaults)?.running !== false;
    // Nobody answers, and the services would say whether that is meant so.
    if (!answers) return missing(facts.get(soundUnits(uid)));
    // Without pactl there is one thing to say, not two.
    return [facts.get(soundServer(uid)), defaults].flatMap(missing).slice(0, 1);
  }
  // Each user has a sound server of their own, and it answers nobody else.
  const others = (known(facts.signedIn) ?? []).filter((id) => id >= FIRST_PERSON);
  const machine = machineOf(facts);
  if (others.length === 0 || machine.remote !== null) return [];
  return [
    {
      source: 'audio.session',
      reason: 'denied',
      why: `the sound of user ${others[0]} answers nobody else: run it as that user, without sudo`,
    },
  ];
};

/** login.defs UID_MIN: below are the system's own, as the sign-in screen is. */
const FIRST_PERSON = 1000;
