/** Whether the service runs that all sound goes through. */
import type { Finding } from '../../../src/contract.ts';
import type { Messages } from '../messages.en.ts';
import { soundDefaults } from '../pactl.ts';
import type { Down } from '../params.ts';
import { type AudioFacts, known, sessionUser } from '../probe.ts';
import { soundSocket, soundUnits, type UserUnit } from '../session.ts';

export const serviceDown = (facts: AudioFacts): readonly Finding<Messages>[] => {
  if (facts.windows.status === 'ok') return onWindows(facts);
  if (facts.coreAudio.status === 'ok') {
    return facts.coreAudio.value.isRunning
      ? []
      : [down({ service: 'coreaudiod', system: 'macos', isOff: false }, facts.coreAudio.from)];
  }
  return onLinux(facts);
};

const RUNNING = 4;
const AUTOMATIC = 2;
const DISABLED = 4;

/** Servers start them by hand: only what should start by itself, or was switched off, is told. */
const onWindows = ({ windows }: AudioFacts): readonly Finding<Messages>[] => {
  const stopped = (known(windows)?.services ?? []).find(
    ({ status, startType }) => status !== RUNNING && (startType === AUTOMATIC || startType === DISABLED),
  );
  if (stopped === undefined) return [];
  return [
    down({ service: stopped.name, system: 'windows', isOff: stopped.startType === DISABLED }, windows.from),
  ];
};

const onLinux = (facts: AudioFacts): readonly Finding<Messages>[] => {
  const uid = sessionUser(facts);
  if (uid === null) return [];
  const reading = facts.get(soundUnits(uid));
  const units = known(reading) ?? [];
  const failed = units.find(({ isFailed }) => isFailed);
  if (failed !== undefined)
    return [down({ service: failed.name, system: 'linux', isOff: false }, reading.from)];
  const answers =
    facts.get(soundSocket(uid)).status === 'ok' && known(facts.get(soundDefaults(uid)))?.running !== false;
  // One of each kind is enough, by its service or by the socket that starts it; the session manager has no socket.
  const idle = units.find(
    (unit) =>
      unit.isLoaded &&
      unit.isEnabled &&
      !isUp(unit, units) &&
      (!answers || unit.name === 'wireplumber.service'),
  );
  return idle === undefined
    ? []
    : [down({ service: idle.name, system: 'linux', isOff: false }, reading.from)];
};

const isUp = ({ name }: UserUnit, all: readonly UserUnit[]): boolean => {
  const stem = name.replace(/\.\w+$/, '');
  return all.some((one) => one.isActive && one.name.replace(/\.\w+$/, '') === stem);
};

const down = (params: Down, from: string): Finding<Messages> => ({
  code: 'audio/service-down',
  severity: params.isOff ? 'warning' : 'critical',
  params,
  evidence: [from],
});
