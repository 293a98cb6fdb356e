/** Linux: folders of people that keep them from signing in. */
import type { Finding } from '../../../src/contract.ts';
import type { Messages } from '../messages.en.ts';
import { loginTroubles } from '../person.ts';
import type { SafeModeFacts } from '../probe.ts';

export const loginFindings = (facts: SafeModeFacts): readonly Finding<Messages>[] =>
  loginTroubles(facts).map(({ kind, path, uid, from }) => ({
    code: 'safe-mode/login-broken',
    severity: 'critical',
    params: { kind, path, uid },
    evidence: [from],
  }));
