/** What the readings mean. Synchronous and pure: the same facts give the same findings in the same order. */
import type { Diagnosis } from '../../src/contract.ts';
import { placeOf } from '../../src/sources/system.ts';
import { diagnoseAntiviruses } from './findings/antiviruses.ts';
import { diagnoseBlocked } from './findings/blocked.ts';
import { diagnoseCrashes } from './findings/crashes.ts';
import { diagnoseOutdated } from './findings/outdated.ts';
import { diagnosePrograms } from './findings/programs.ts';
import { diagnoseRequirements } from './findings/requirements.ts';
import type { Messages } from './messages.en.ts';
import { missed, together } from './outcome.ts';
import type { CompatibilityFacts } from './probe.ts';
import type { CompatibilitySettings } from './settings.ts';
import { systemOf } from './situation.ts';

export const diagnose = (facts: CompatibilityFacts, settings: CompatibilitySettings): Diagnosis<Messages> => {
  // The kernel's log and the list of programs are those of its host.
  if (placeOf(facts) === 'container') return { findings: [], skipped: 'container' };
  if (facts.platform.status !== 'ok') return { findings: [], ...missed(facts.platform) };
  if (systemOf(facts) === null) return { findings: [] };
  const { findings = [], unknown = [] } = together(
    diagnosePrograms(facts, settings),
    diagnoseBlocked(facts, settings),
    diagnoseCrashes(facts, settings),
    diagnoseAntiviruses(facts),
    diagnoseRequirements(facts),
    diagnoseOutdated(facts),
  );
  return { findings, unknown };
};
