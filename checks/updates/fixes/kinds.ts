/** The two kinds of plans that most of them are: by hand, and by the package manager. */
import type { Chance, Effort, Fix, Os, Touch } from '../../../src/contract.ts';

const EVERYWHERE = ['linux', 'darwin', 'win32'] as const;

interface Figures {
  readonly cost: Effort;
  readonly chance: Chance;
  readonly touches?: readonly Touch[];
  readonly os?: readonly Os[];
  /** Only where nothing can be lost by it. */
  readonly risk?: Fix['risk'];
  readonly pauses?: string;
}

/** Something only a person can do: the words of the finding hold this machine's own command. */
export const byHand = (id: string, figures: Figures, codes: readonly string[]): Fix => ({
  id,
  for: codes,
  os: EVERYWHERE,
  steps: [],
  needs: 'person',
  risk: 'example',
  ...figures,
});

/** Changes packages, with the rights of an administrator, after a yes. */
export const packages = (
  id: string,
  codes: readonly string[],
  steps: Fix['steps'],
  seconds: number,
  more: Partial<Fix> = {},
): Fix => ({
  id,
  for: codes,
  os: ['linux'],
  steps,
  needs: 'root',
  risk: 'likely',
  cost: { seconds, admin: true },
  chance: 'mostly',
  touches: ['packages', 'disk'],
  ...more,
});
