/** What is read: cards and who is signed in first; the sound server only where one listens. */
import type { Facts, Reading, Source } from '../../src/contract.ts';
import { machineReads } from '../../src/sources/machine.ts';
import { pciDevices } from '../../src/sources/pci.ts';
import { placeReads, user } from '../../src/sources/system.ts';
import { alsaCards, alsaPlayers } from './alsa.ts';
import { coreAudio, macDevices, macVolume } from './macos.ts';
import { soundDefaults, soundServer } from './pactl.ts';
import {
  forbiddenApps,
  gnomeMicrophone,
  programs,
  sessionVariables,
  signedIn,
  soundSocket,
  soundUnits,
} from './session.ts';
import { windowsLevels, windowsSound } from './windows.ts';

export const reads = {
  ...placeReads,
  ...machineReads,
  ...programs,
  user,
  variables: sessionVariables,
  signedIn,
  cards: alsaCards,
  players: alsaPlayers,
  pci: pciDevices,
  macDevices,
  macVolume,
  coreAudio,
  windows: windowsSound,
  levels: windowsLevels,
};

export type AudioFacts = Facts<typeof reads>;

export const families = [soundSocket, soundDefaults, soundServer, soundUnits, forbiddenApps, gnomeMicrophone];

export const known = <T>(reading: Reading<T>): T | null => (reading.status === 'ok' ? reading.value : null);

/** Somebody set this computer up for sound. */
export const isWanted = (facts: AudioFacts): boolean => facts.aplay.status === 'ok' || hasServer(facts);

export const hasServer = ({ pipewire, pulseaudio }: AudioFacts): boolean =>
  pipewire.status === 'ok' || pulseaudio.status === 'ok';

/** The user whose session this is; null outside of one: cron, sudo, a service. */
export const sessionUser = ({ user: who, variables, signedIn: all }: AudioFacts): string | null => {
  const uid = known(who)?.uid;
  if (uid === undefined || known(all)?.includes(uid) !== true) return null;
  return known(variables)?.runtimeFolder === `/run/user/${uid}` ? String(uid) : null;
};

/** Never a sound server that would only start because it was asked: first whether one listens. */
export const followUps = (facts: AudioFacts): readonly Source<unknown>[] => {
  const uid = sessionUser(facts);
  if (uid === null || !hasServer(facts)) return [];
  const socket = soundSocket(uid);
  const first: readonly Source<unknown>[] = [
    socket,
    forbiddenApps(uid),
    ...(known(facts.variables)?.isGnome === true ? [gnomeMicrophone(uid)] : []),
  ];
  if (!facts.asked(socket)) return first;
  if (facts.get(socket).status !== 'ok') return [...first, soundUnits(uid)];
  const server = facts.get(soundServer(uid));
  // A server that does not answer, or knows no device: then its services are looked at.
  const isMute =
    facts.asked(soundServer(uid)) &&
    (server.status !== 'ok' || server.value.sinks.every(({ name }) => name === DUMMY));
  return [...first, soundDefaults(uid), soundServer(uid), ...(isMute ? [soundUnits(uid)] : [])];
};

/** What both servers make where there is no device: «Dummy Output». */
export const DUMMY = 'auto_null';
