/** What the readings mean. Synchronous and pure: the same facts give the same findings in the same order. */
import type { Diagnosis, Finding } from '../../src/contract.ts';
import { placeOf } from '../../src/sources/system.ts';
import { crashFindings } from './findings/crash.ts';
import { endFindings } from './findings/ends.ts';
import { guardFindings } from './findings/guard.ts';
import { loginFindings } from './findings/login.ts';
import { macFindings } from './findings/macos.ts';
import { modeFindings } from './findings/mode.ts';
import { nextStartFindings } from './findings/next-start.ts';
import { serviceFindings } from './findings/services.ts';
import { slowFindings } from './findings/slow.ts';
import { windowsFindings } from './findings/windows.ts';
import { windowsEventFindings } from './findings/windows-events.ts';
import type { Messages } from './messages.en.ts';
import type { SafeModeFacts } from './probe.ts';
import type { SafeModeSettings } from './settings.ts';
import { unseen } from './unseen.ts';
import { wayOf } from './way.ts';
import { situationOf } from './way-facts.ts';

export const diagnose = (facts: SafeModeFacts, settings: SafeModeSettings): Diagnosis<Messages> => {
  const place = placeOf(facts);
  // A container and WSL are started by another computer, in another way.
  if (place !== 'computer') return { findings: [], skipped: place, advice: wayOf(situationOf(facts)) };
  const findings: readonly Finding<Messages>[] = [
    ...modeFindings(facts),
    ...crashFindings(facts, settings),
    ...endFindings(facts, settings),
    ...nextStartFindings(facts),
    ...loginFindings(facts),
    ...serviceFindings(facts, settings),
    ...slowFindings(facts, settings),
    ...windowsEventFindings(facts, settings),
    ...windowsFindings(facts, settings),
    ...macFindings(facts, settings),
  ];
  return {
    findings: [...findings, ...guardFindings(facts, findings)],
    unknown: unseen(facts),
    advice: wayOf(situationOf(facts)),
  };
};
