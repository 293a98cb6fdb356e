/** What the readings mean. Synchronous and pure: the same facts give the same findings in the same order. */
import type { Diagnosis } from '../../src/contract.ts';
import { placeOf } from '../../src/sources/system.ts';
import { diagnoseLock, diagnoseRemoteAccess, diagnoseTools } from './findings/access.ts';
import { diagnoseAntivirus } from './findings/antivirus.ts';
import { diagnoseBackup } from './findings/backup.ts';
import { diagnoseEncryption } from './findings/encryption.ts';
import { diagnoseFiles } from './findings/files.ts';
import { diagnoseFirewall } from './findings/firewall.ts';
import { diagnoseMalware } from './findings/malware.ts';
import { diagnoseRoots, diagnoseSecureBoot } from './findings/trust.ts';
import type { Messages } from './messages.en.ts';
import { missed, together } from './outcome.ts';
import type { SecurityFacts } from './probe.ts';
import type { SecuritySettings } from './settings.ts';
import { situationOf } from './situation.ts';

export const diagnose = (facts: SecurityFacts, settings: SecuritySettings): Diagnosis<Messages> => {
  const place = placeOf(facts);
  // A container is protected from outside, WSL by its Windows.
  if (place !== 'computer') return { findings: [], skipped: place };
  if (facts.platform.status !== 'ok') return { findings: [], ...missed(facts.platform) };
  const situation = situationOf(facts);
  const { findings = [], unknown = [] } = together(
    diagnoseMalware(facts, settings, situation),
    diagnoseAntivirus(facts, settings, situation),
    diagnoseFiles(facts, situation),
    diagnoseTools(facts, settings, situation),
    diagnoseRemoteAccess(facts, situation),
    diagnoseFirewall(facts, situation),
    diagnoseRoots(facts, situation),
    diagnoseEncryption(facts, situation),
    diagnoseBackup(facts, settings, situation),
    diagnoseLock(facts, settings, situation),
    diagnoseSecureBoot(facts, situation),
  );
  return { findings, unknown };
};
