/** What the readings mean. Synchronous and pure: the same facts give the same findings in the same order. */
import type { Diagnosis } from '../../src/contract.ts';
import { machineOf } from '../../src/sources/machine.ts';
import { placeOf } from '../../src/sources/system.ts';
import { diagnoseBattery, diagnoseChipTime } from './findings/chip.ts';
import { diagnoseSkew } from './findings/skew.ts';
import { diagnoseSync } from './findings/sync.ts';
import { diagnoseZone } from './findings/zone.ts';
import type { Messages } from './messages.en.ts';
import type { Outcome } from './outcome.ts';
import type { ClockFacts } from './probe.ts';
import type { ClockSettings } from './settings.ts';
import { mostAgreed, offsetOf, witnessesIn } from './witnesses.ts';

export const diagnose = (facts: ClockFacts, settings: ClockSettings): Diagnosis<Messages> => {
  const skew = diagnoseSkew(facts, settings);
  const heard = witnessesIn(facts, settings);
  const rest: readonly Outcome[] = [
    ...(placeOf(facts) === 'computer' ? [diagnoseBattery(facts)] : []),
    ...(ownsItsClock(facts)
      ? [
          diagnoseChipTime(facts, settings, offsetOf(mostAgreed(heard))),
          diagnoseSync(facts, settings, heard.length > 0),
        ]
      : []),
    ...(placeOf(facts) === 'computer' ? [diagnoseZone(facts)] : []),
  ];
  return {
    ...skew,
    findings: [...skew.findings, ...rest.flatMap(({ findings = [] }) => findings)],
    unknown: [...(skew.unknown ?? []), ...rest.flatMap(({ unknown = [] }) => unknown)],
  };
};

/** Of a container, of WSL and of a virtual machine the host sets the clock; a chip that begins years ago is told there too. */
const ownsItsClock = (facts: ClockFacts): boolean =>
  placeOf(facts) === 'computer' && machineOf(facts).virtual === null;
