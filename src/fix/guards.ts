/** What must be known before something is run (fault catalogue, section 8). Not known is not harmless. */
import type { Touch } from '../contract.ts';
import type { Plan } from './plan.ts';

/** What the guards look at. Undefined: it could not be measured. */
export interface Situation {
  readonly open: ReadonlySet<string>;
  /** Modules that could look at all. */
  readonly looked: ReadonlySet<string>;
  readonly session?: 'local' | 'ssh' | 'rdp';
  /** `percent` is null where the battery does not tell. */
  readonly power?: { readonly kind: 'mains' } | { readonly kind: 'battery'; readonly percent: number | null };
  readonly metered?: boolean;
  readonly managed?: boolean;
}

export const GUARDS = [
  'failing-disk',
  'encryption-key',
  'remote-session',
  'battery',
  'unsaved-work',
  'managed',
  'metered',
  'packages-busy',
  'low-space',
] as const;
export type GuardId = (typeof GUARDS)[number];

/** What the person says when asked is taken for true; `stops` cannot be answered away. */
export interface Guard {
  readonly id: GuardId;
  readonly verdict: 'asks' | 'stops';
  readonly because: 'found' | 'unknown';
  /** The finding it rests on. */
  readonly code?: string;
}

/** The modules that have to be measured before a fix with these touches. */
export const modulesFor = (touches: readonly Touch[]): readonly string[] => [
  ...new Set(RULES.filter((rule) => concerns(rule, touches)).flatMap(({ module }) => module ?? [])),
];

export const guardsFor = (
  { touches, cost }: Pick<Plan, 'touches' | 'cost'>,
  situation: Situation,
): readonly Guard[] =>
  RULES.filter((rule) => concerns(rule, touches)).flatMap(({ id, module, look }) => {
    const found = look(situation, cost?.seconds ?? LONG_SECONDS);
    if (found === undefined && module !== undefined && !situation.looked.has(module)) {
      return [{ id, verdict: 'asks', because: 'unknown' }];
    }
    return found === undefined ? [] : [{ id, ...found }];
  });

/** Longer than this a computer may run out of power in the middle. */
const LONG_SECONDS = 60;
const LEAST_PERCENT = 50;

type Verdict = Omit<Guard, 'id'>;

interface Rule {
  readonly id: GuardId;
  readonly touches: readonly Touch[];
  /** Whose findings it looks at. */
  readonly module?: string;
  readonly look: (situation: Situation, seconds: number) => Verdict | undefined;
}

const concerns = (rule: Rule, touches: readonly Touch[]): boolean =>
  rule.touches.some((touch) => touches.includes(touch));

const UNKNOWN: Verdict = { verdict: 'asks', because: 'unknown' };
const FOUND: Verdict = { verdict: 'asks', because: 'found' };

const stopsAt =
  (...codes: readonly string[]): Rule['look'] =>
  ({ open }) => {
    const code = codes.find((one) => open.has(one));
    return code === undefined ? undefined : { verdict: 'stops', because: 'found', code };
  };

const RULES: readonly Rule[] = [
  {
    id: 'failing-disk',
    touches: ['disk', 'packages'],
    module: 'hardware',
    look: stopsAt(
      'hardware/disk-smart-failing',
      'hardware/nvme-critical-warning',
      'hardware/disk-io-errors',
      'hardware/disk-smart-predictive',
    ),
  },
  {
    id: 'encryption-key',
    touches: ['boot'],
    module: 'safe-mode',
    look: ({ open }) =>
      open.has('safe-mode/encryption-guard') ? { ...FOUND, code: 'safe-mode/encryption-guard' } : undefined,
  },
  {
    id: 'remote-session',
    touches: ['network'],
    look: ({ session }) => (session === 'local' ? undefined : session === undefined ? UNKNOWN : FOUND),
  },
  {
    id: 'battery',
    touches: ['packages', 'boot', 'disk'],
    look: ({ power }, seconds) => {
      if (seconds < LONG_SECONDS) return undefined;
      if (power === undefined) return UNKNOWN;
      if (power.kind === 'mains') return undefined;
      const isLow = power.percent !== null && power.percent < LEAST_PERCENT;
      return isLow ? { verdict: 'stops', because: 'found' } : FOUND;
    },
  },
  // No machine knows what is unsaved.
  { id: 'unsaved-work', touches: ['session'], look: () => UNKNOWN },
  {
    id: 'managed',
    touches: ['policy'],
    look: ({ managed }) =>
      managed === undefined ? UNKNOWN : managed ? { verdict: 'stops', because: 'found' } : undefined,
  },
  {
    id: 'metered',
    touches: ['download'],
    look: ({ metered }) => (metered === undefined ? UNKNOWN : metered ? FOUND : undefined),
  },
  {
    id: 'packages-busy',
    touches: ['packages'],
    module: 'updates',
    look: stopsAt('updates/package-manager-locked'),
  },
  {
    id: 'low-space',
    touches: ['download'],
    module: 'disk-space',
    look: stopsAt('disk-space/system-volume-full'),
  },
];
