/** What would be done about a finding: the commands of a fix as they would run here, and how they are taken back. */
import type { Effort, Fix, Os, Params, Touch } from '../contract.ts';
import { type Argv, type Filling, filled } from './fill.ts';

/** A finding as far as a fix has to do with it. */
export interface Target {
  readonly code: string;
  readonly subject?: string;
  readonly params: Params;
}

export interface Plan {
  readonly fix: string;
  readonly module: string;
  readonly target: { readonly code: string; readonly subject?: string };
  /**
   * `run`: can be run as it stands. `person`: hands do it, and the machine is looked at afterwards. `example`: shown
   * and never run.
   */
  readonly way: 'run' | 'person' | 'example';
  /** Why it is but an example, where it is not the author who says so. */
  readonly unfilled?: Exclude<Filling, { status: 'filled' }>;
  readonly steps: readonly Argv[];
  /** Empty where there is no way back. */
  readonly undo: readonly Argv[];
  readonly needs: Fix['needs'];
  readonly risk: Fix['risk'];
  readonly touches: readonly Touch[];
  readonly cost?: Effort;
  readonly chance?: Fix['chance'];
  /** The module that has to see on again what it pauses. */
  readonly pauses?: string;
}

/** Nothing for another system, and for another finding. */
export const planFix = (fix: Fix, module: string, target: Target, os: Os): Plan | undefined => {
  if (!fix.os.includes(os) || !fix.for.includes(target.code)) return undefined;
  const { code, subject, params } = target;
  const all = [...fix.steps, ...(fix.undo ?? [])].map((argv) => filled(argv, params));
  const unfilled = all.find((one) => one.status === 'unfilled');
  const asFilled = (argv: Argv, at: number): Argv => {
    const one = all[at];
    return one?.status === 'filled' ? one.argv : argv;
  };
  return {
    fix: fix.id,
    module,
    target: { code, ...(subject !== undefined && { subject }) },
    way: wayOf(fix, unfilled !== undefined),
    ...(unfilled !== undefined && { unfilled }),
    steps: fix.steps.map(asFilled),
    undo: (fix.undo ?? []).map((argv, at) => asFilled(argv, fix.steps.length + at)),
    needs: fix.needs,
    risk: fix.risk,
    touches: fix.touches ?? [],
    ...(fix.cost !== undefined && { cost: fix.cost }),
    ...(fix.chance !== undefined && { chance: fix.chance }),
    ...(fix.pauses !== undefined && { pauses: fix.pauses }),
  };
};

/** A way back that cannot be filled in is none: then it is not run either. */
const wayOf = ({ needs, steps, risk }: Fix, isUnfilled: boolean): Plan['way'] => {
  if (needs === 'person' || steps.length === 0) return 'person';
  return risk === 'example' || isUnfilled ? 'example' : 'run';
};

/**
 * The commands that take back what was begun. As many as steps: each takes back the step at its place, the last one
 * first, and a step that was never begun needs nothing. Otherwise they belong together and run as their author wrote
 * them; they must change nothing where there is nothing to take back.
 */
export const wayBack = (steps: readonly Argv[], undo: readonly Argv[], begun: number): readonly Argv[] => {
  if (begun === 0) return [];
  return undo.length === steps.length
    ? undo
        .slice(0, begun)
        .reverse()
        .filter((argv) => argv.length > 0)
    : undo;
};

/** Whether it can be taken back at all. */
export const isReversible = ({ steps, undo }: Pick<Plan, 'steps' | 'undo'>): boolean =>
  wayBack(steps, undo, steps.length).length > 0;
