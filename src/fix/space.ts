/** What frees space, by the kind of thing that takes it. Personal files are named, and never touched. */
import type { Fix, Os, Touch } from '../contract.ts';
import type { Argv } from './fill.ts';
import type { Plan } from './plan.ts';

/** One entry of the finding disk-space/reclaimable. */
export interface Reclaimed {
  readonly kind: string;
  readonly path: string;
  readonly bytes: number;
}

export const RECLAIMABLE = 'disk-space/reclaimable';

interface Way {
  readonly risk: Fix['risk'];
  readonly needs: 'user' | 'root';
  readonly touches: readonly Touch[];
  readonly argv: (path: string) => Argv;
}

const packages = (risk: Fix['risk'], ...argv: readonly string[]): Way => ({
  ...{ risk, needs: 'root', touches: ['packages'] },
  argv: () => argv,
});

/** Files below a folder of this kind, none of another volume, and never the folder itself. */
const below = (needs: Way['needs'], ...which: readonly string[]): Way => ({
  ...{ risk: 'likely', needs, touches: [] },
  argv: (path) => ['find', path, '-xdev', '-mindepth', '1', ...which, '-delete'],
});

const WAYS: Readonly<Record<string, Way>> = {
  'apt-cache': packages('safe', 'apt-get', 'clean'),
  'dnf-cache': packages('safe', 'dnf', 'clean', 'packages'),
  'zypper-cache': packages('safe', 'zypper', 'clean'),
  'pacman-cache': packages('likely', 'pacman', '-Sc', '--noconfirm'),
  journal: { ...below('root'), argv: () => ['journalctl', '--vacuum-size=200M'] },
  coredumps: below('root'),
  'crash-reports': below('root'),
  'snap-cache': below('root'),
  // What no program has looked at for a month; what is open now stays.
  'user-cache': below('user', '-type', 'f', '-atime', '+30'),
};

const SAFETY: readonly Fix['risk'][] = ['safe', 'likely', 'example'];

/** Nothing for what only hands may remove: the bin, backups, kernels, everything that is not known. */
export const spacePlan = ({ kind, path }: Reclaimed, os: Os): Plan | undefined => {
  const way = Object.hasOwn(WAYS, kind) ? WAYS[kind] : undefined;
  const isPlain = path.startsWith('/') && path.split('/').length > 2 && !path.split('/').includes('..');
  if (way === undefined || !isPlain || os === 'win32') return undefined;
  return {
    ...{ fix: `space-${kind}`, module: 'disk-space', target: { code: RECLAIMABLE, subject: path } },
    ...{ way: 'run', steps: [way.argv(path)], undo: [] },
    ...{ needs: way.needs, risk: way.risk, touches: way.touches, cost: { seconds: 30 } },
  };
};

export interface SpaceChoice {
  readonly item: Reclaimed;
  /** None: it is only named. */
  readonly plan?: Plan;
}

/** The safest first, and of those the largest. */
export const spaceChoices = (items: readonly Reclaimed[], os: Os): readonly SpaceChoice[] =>
  items
    .map((item): SpaceChoice => {
      const plan = spacePlan(item, os);
      return plan === undefined ? { item } : { item, plan };
    })
    .sort((a, b) => safety(a) - safety(b) || b.item.bytes - a.item.bytes);

const safety = ({ plan }: SpaceChoice): number => SAFETY.indexOf(plan?.risk ?? 'example');
