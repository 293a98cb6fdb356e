/** What is read: the own clock and what keeps it, and what the time is elsewhere. */
import type { Facts, Source } from '../../src/contract.ts';
import { kernelLog } from '../../src/sources/kernel-log.ts';
import { machineReads } from '../../src/sources/machine.ts';
import { http } from '../../src/sources/network/probes.ts';
import { processes } from '../../src/sources/processes.ts';
import { clock, placeReads } from '../../src/sources/system.ts';
import { windowsEvents } from '../../src/sources/windows-events.ts';
import { aheadByZone } from './findings/chip.ts';
import {
  chipBattery,
  chipStarts,
  chips,
  lastSync,
  otherSync,
  timeDate,
  zoneMark,
  zoneRule,
} from './linux.ts';
import { macNetworkTime } from './macos.ts';
import { windowsPartition } from './other-system.ts';
import type { ClockSettings } from './settings.ts';
import {
  windowsFirmware,
  windowsJumps,
  windowsOtherSystem,
  windowsTimeService,
  windowsZone,
} from './windows.ts';
import { mostAgreed, offsetOf, witnessesIn } from './witnesses.ts';

export const reads = {
  ...placeReads,
  ...machineReads,
  clock,
  timeDate,
  lastSync,
  chips,
  chipBattery,
  chipStarts,
  kernelLog,
  zoneMark,
  zoneRule,
  macNetworkTime,
  windowsTimeService,
  windowsZone,
  windowsJumps,
  windowsFirmware,
  windowsOtherSystem,
  windowsEvents,
};

export type ClockFacts = Facts<typeof reads>;

export const families = [http, otherSync, processes, windowsPartition];

export const followUps = (facts: ClockFacts, settings: ClockSettings): readonly Source<unknown>[] => [
  ...settings.servers.map(http),
  ...(aheadByZone(facts, settings, offsetOf(mostAgreed(witnessesIn(facts, settings)))) === null
    ? []
    : [windowsPartition]),
  ...(mayBeKeptByAnother(facts) ? [otherSync('chrony'), otherSync('ntp'), processes] : []),
];

const mayBeKeptByAnother = ({ platform, timeDate: known }: ClockFacts): boolean =>
  platform.status === 'ok' &&
  platform.value.platform === 'linux' &&
  (known.status === 'ok' ? !known.value.synchronized : known.status === 'absent');
