/** Runs what was agreed to, step by step, and looks whether it helped. Reports events, prints nothing. */
import { appeared, type Effect, effectOn, type Look, type Seen } from './effect.ts';
import type { Argv } from './fill.ts';
import { type Guard, guardsFor, type Situation } from './guards.ts';
import { type Journal, openJournal } from './journal.ts';
import type { Plan } from './plan.ts';
import { type Rights, type RightsHere, withRights } from './rights.ts';

/** What became of one command. */
export type Acted =
  | { readonly kind: 'ended'; readonly exitCode: number; readonly output: string }
  | { readonly kind: 'not-started'; readonly why: string }
  | { readonly kind: 'too-long'; readonly seconds: number; readonly output: string };

/** Runs one command, whatever that means here. */
export type Act = (
  argv: Argv,
  options: { readonly timeoutMs: number; readonly asks: boolean },
) => Promise<Acted>;

export type ReadyRights = Exclude<Rights, { kind: 'none' }>;

export type Question =
  /** Something that no machine could tell, or that is so and may still be agreed to. */
  | { readonly kind: 'guard'; readonly guard: Guard; readonly plan: Plan }
  | { readonly kind: 'consent'; readonly plan: Plan; readonly commands: readonly ReadyRights[] };

export type FixEvent =
  | { readonly kind: 'step-begun'; readonly step: number; readonly of: number; readonly argv: Argv }
  | {
      readonly kind: 'step-ended';
      readonly step: number;
      readonly of: number;
      readonly acted: Acted;
      readonly ok: boolean;
    }
  | { readonly kind: 'looking'; readonly again: boolean };

export interface Surroundings {
  /** A person's yes or no; undefined where the person left. Nothing is asked where there is nobody. */
  readonly ask?: (question: Question) => Promise<boolean | undefined>;
  readonly tell: (event: FixEvent) => void | Promise<void>;
  readonly act: Act;
  /** A fresh look at everything that the plan has to do with. */
  readonly look: () => Promise<Look>;
  readonly rights: RightsHere;
  readonly situation: Situation;
  /** No step begins after it; the one that runs is let end. */
  readonly signal: AbortSignal;
  /** Where journals are kept, instead of the usual folders. */
  readonly folders?: readonly string[];
}

export type Outcome =
  | { readonly kind: 'stopped'; readonly guards: readonly Guard[] }
  /** Nobody is there, and it is not one of those that may run by themselves. */
  | { readonly kind: 'not-unattended'; readonly why: 'risk' | 'person' | 'example' }
  | { readonly kind: 'declined' }
  | { readonly kind: 'left' }
  | { readonly kind: 'no-rights'; readonly commands: readonly Argv[] }
  | { readonly kind: 'not-journalled'; readonly why: string }
  /** A person did it by hand. */
  | { readonly kind: 'seen'; readonly effect: Effect; readonly appeared: readonly Seen[] }
  | Ran;

export interface Ran {
  readonly kind: 'ran';
  /** Of the journal: what `--undo` takes. */
  readonly id: string;
  readonly steps: readonly Acted[];
  /** Why not all of them were run. */
  readonly ended: 'all' | 'failed' | 'interrupted' | 'journal-lost';
  readonly effect: Effect;
  readonly appeared: readonly Seen[];
}

export interface RunOptions {
  readonly title: string;
  readonly before: Look;
  /** How long to look again for an effect that takes its time. */
  readonly patienceMs?: number;
}

export const runPlan = async (plan: Plan, around: Surroundings, options: RunOptions): Promise<Outcome> => {
  const refused = whyNotAlone(plan, around);
  if (refused !== undefined) return { kind: 'not-unattended', why: refused };
  const guards = guardsFor(plan, around.situation);
  const stopping = guards.filter(({ verdict }) => verdict === 'stops' || around.ask === undefined);
  if (stopping.length > 0) return { kind: 'stopped', guards: stopping };
  const rights = plan.steps.map((argv) => withRights(argv, plan.needs, around.rights));
  const commands = rights.filter((one): one is ReadyRights => one.kind !== 'none');
  if (commands.length < rights.length) return { kind: 'no-rights', commands: plan.steps };
  for (const guard of guards) {
    const said = await around.ask?.({ kind: 'guard', guard, plan });
    if (said !== true) return { kind: said === undefined ? 'left' : 'declined' };
  }
  if (around.ask !== undefined) {
    const said = await around.ask({ kind: 'consent', plan, commands });
    if (said !== true) return { kind: said === undefined ? 'left' : 'declined' };
  }
  if (around.signal.aborted) return { kind: 'left' };
  const { needs, risk, touches, target, steps, undo, fix, module } = plan;
  const journal = await openJournal(
    {
      ...{ fix, module, title: options.title, target, needs, risk, touches: [...touches] },
      steps: steps.map((argv) => [...argv]),
      undo: undo.map((argv) => [...argv]),
    },
    around.folders,
  );
  if ('why' in journal) return { kind: 'not-journalled', why: journal.why };
  const ran = await runSteps(plan, commands, journal, around);
  const seen = await verified(plan, around, options, ran.ended === 'all');
  const effect = effectOn(target, options.before, seen);
  if (ran.ended !== 'journal-lost' && ran.acted.length > 0) {
    await journal.write({ kind: 'verified', effect }).catch(() => {});
  }
  return {
    ...{ kind: 'ran', id: journal.id, steps: ran.acted, ended: ran.ended },
    ...{ effect, appeared: appeared(options.before, seen) },
  };
};

const whyNotAlone = (plan: Plan, { ask }: Surroundings): 'risk' | 'person' | 'example' | undefined => {
  if (plan.way !== 'run') return plan.way;
  return ask === undefined && plan.risk !== 'safe' ? 'risk' : undefined;
};

interface Steps {
  readonly acted: readonly Acted[];
  readonly ended: Ran['ended'];
}

const runSteps = async (
  plan: Plan,
  commands: readonly ReadyRights[],
  journal: Journal,
  { act, tell, signal }: Surroundings,
): Promise<Steps> => {
  const acted: Acted[] = [];
  const of = commands.length;
  for (const [at, command] of commands.entries()) {
    const step = at + 1;
    if (signal.aborted) return { acted, ended: 'interrupted' };
    try {
      await journal.write({ kind: 'begun', step });
    } catch {
      return { acted, ended: 'journal-lost' };
    }
    await tell({ kind: 'step-begun', step, of, argv: command.argv });
    const asks = command.kind === 'through' && command.asks;
    const one = await act(command.argv, { timeoutMs: limitOf(plan), asks });
    acted.push(one);
    const ok = one.kind === 'ended' && one.exitCode === 0;
    const kept = await journal.write({ kind: 'ended', step, ok, told: toldOf(one) }).then(
      () => true,
      () => false,
    );
    await tell({ kind: 'step-ended', step, of, acted: one, ok });
    if (!ok) return { acted, ended: 'failed' };
    if (!kept && step < of) return { acted, ended: 'journal-lost' };
  }
  return { acted, ended: 'all' };
};

const MOST_TOLD = 2000;

export const toldOf = (acted: Acted): string => {
  const text = acted.kind === 'not-started' ? acted.why : acted.output;
  return text.slice(-MOST_TOLD);
};

/** A step that takes ten times as long as its author thought hangs; one nobody knows the time of gets ten minutes. */
const LEAST_LIMIT_MS = 120_000;
const MOST_LIMIT_MS = 3_600_000;
const UNKNOWN_LIMIT_MS = 600_000;

const limitOf = ({ cost }: Plan): number =>
  cost === undefined
    ? UNKNOWN_LIMIT_MS
    : Math.min(MOST_LIMIT_MS, Math.max(LEAST_LIMIT_MS, cost.seconds * 10_000));

/** An address comes a few seconds after the cable, a service a moment after its start. */
const PATIENCE_MS = 6000;
const MOST_PATIENCE_MS = 60_000;
const PAUSE_MS = 1500;

/** Looks, and where nothing has changed yet looks again, for as long as the effect may take. */
const verified = async (
  plan: Plan,
  { look, tell, signal }: Surroundings,
  { before, patienceMs }: RunOptions,
  isWhole: boolean,
): Promise<Look> => {
  const patience =
    patienceMs ?? Math.min(MOST_PATIENCE_MS, Math.max(PATIENCE_MS, (plan.cost?.seconds ?? 0) * 1000));
  const until = performance.now() + (isWhole ? patience : 0);
  for (let again = false; ; again = true) {
    await tell({ kind: 'looking', again });
    const seen = await look();
    const effect = effectOn(plan.target, before, seen);
    if (effect === 'gone' || signal.aborted || performance.now() + PAUSE_MS > until) return seen;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
};
