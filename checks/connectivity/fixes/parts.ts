/** How a plan of this check is written down. */
import type { Chance, Effort, Fix, Os } from '../../../src/contract.ts';

export const EVERY: readonly Os[] = ['linux', 'darwin', 'win32', 'other'];

export const coded = (...codes: readonly string[]): readonly string[] =>
  codes.map((code) => `connectivity/${code}`);

type Rest = Pick<Fix, 'touches' | 'os'>;

/** Only a person can do it. */
export const byHand = (
  id: string,
  cost: Effort,
  chance: Chance,
  codes: readonly string[],
  rest: Partial<Rest> = {},
): Fix => ({
  id,
  for: coded(...codes),
  os: EVERY,
  steps: [],
  needs: 'person',
  risk: 'likely',
  cost,
  chance,
  ...rest,
});

export const QUICK: Effort = { seconds: 10 };
export const QUICK_ADMIN: Effort = { seconds: 10, admin: true };

export const NO_ADDRESS = ['apipa-address', 'no-ip-address', 'duplicate-ip'];
export const NAMES = ['dns-unreachable', 'dns-bad-answers', 'dns-hijack'];
