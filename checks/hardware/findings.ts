/** What the readings mean. Synchronous and pure: the same facts give the same findings in the same order. */
import type { Diagnosis, Finding, Unknown } from '../../src/contract.ts';
import { placeOf } from '../../src/sources/system.ts';
import { batteryFindings } from './findings/battery.ts';
import { heatFindings } from './findings/heat.ts';
import { kernelFindings } from './findings/kernel.ts';
import { macFindings } from './findings/macos.ts';
import { raidFindings } from './findings/raid.ts';
import { smartFindings } from './findings/smart.ts';
import { supplyFindings } from './findings/supply.ts';
import { windowsFindings } from './findings/windows.ts';
import { windowsEventFindings } from './findings/windows-events.ts';
import type { Messages } from './messages.en.ts';
import type { HardwareFacts } from './probe.ts';
import type { HardwareSettings } from './settings.ts';
import { unseen } from './unseen.ts';

export const diagnose = (facts: HardwareFacts, settings: HardwareSettings): Diagnosis<Messages> => {
  const place = placeOf(facts);
  // A container and WSL see the disks and counters of a computer that is not theirs.
  if (place !== 'computer') return { findings: [], skipped: place };
  const findings: readonly Finding<Messages>[] = [
    ...smartFindings(facts, settings),
    ...windowsFindings(facts, settings),
    ...windowsEventFindings(facts, settings),
    ...macFindings(facts, settings),
    ...kernelFindings(facts, settings),
    ...raidFindings(facts),
    ...heatFindings(facts, settings),
    ...batteryFindings(facts, settings),
  ];
  return {
    findings: [...findings, ...supplyFindings(facts, settings, findings)],
    unknown: unseen(facts) satisfies readonly Unknown[],
  };
};
