/** Turns what authors write (rare, half, a restart) and what was seen into the figures that src/tree/plan.ts decides with. */
import type { Fix, Opening, Os, Symptom, Tree, TreeView } from '../contract.ts';
import { likelihoods } from './odds/answers.ts';
import { believed } from './odds/belief.ts';
import { effortOf, fixesHere, secondsOf } from './odds/effort.ts';
import { TICKET_SECONDS, wayFrom } from './odds/ways.ts';
import type { Model, PlanStep } from './plan.ts';
import type { Step, WalkState } from './state.ts';
import { viewOf } from './view.ts';

export { OTHER } from './odds/belief.ts';

const ASK_SECONDS = 10;

export interface OddsOptions {
  readonly tree: Tree;
  readonly fixes: readonly Fix[];
  readonly os: Os;
  readonly suspects: Symptom['suspects'];
  /** Where a ticket costs more or less than usual. */
  readonly ticketSeconds?: number;
}

/**
 * The steps that are left at a choose-node, and where it leads if none is taken; nothing where a step, or the
 * complaint, has no figures.
 */
export const modelAt = (
  among: readonly string[],
  state: Pick<WalkState, 'journal' | 'measurement' | 'answers'>,
  options: OddsOptions,
  otherwise?: string,
): Model | undefined => {
  if (Object.keys(options.suspects).length === 0) return undefined;
  const causes = believed(options, state);
  const names = Object.keys(causes);
  const view = viewOf(state.measurement ?? { findings: [], looked: true }, state.answers);
  const opened = openingsIn(state.journal, options);
  const steps = among
    .filter((id) => isForHere(id, options))
    .map((id) => stepOf(id, view, names, opened, options));
  const givenUp = otherwise === undefined ? undefined : wayFrom(otherwise, view, names, options)?.end;
  return steps.some((step) => step === undefined)
    ? undefined
    : {
        causes,
        steps: steps.filter((step) => step !== undefined),
        ticketSeconds: options.ticketSeconds ?? TICKET_SECONDS,
        ...(givenUp !== undefined && { givenUp }),
      };
};

/** What is only for other systems is nothing to do here. */
const isForHere = (id: string, { tree, fixes, os }: OddsOptions): boolean => {
  const node = tree.nodes[id];
  return node?.kind !== 'do' || node.fixes.length === 0 || fixesHere(node.fixes, fixes, os).length > 0;
};

const stepOf = (
  id: string,
  view: TreeView,
  causes: readonly string[],
  opened: ReadonlySet<Opening>,
  options: OddsOptions,
): PlanStep | undefined => {
  const node = options.tree.nodes[id];
  if (node?.kind === 'ask') {
    return {
      kind: 'ask',
      id,
      seconds: node.cost === undefined ? ASK_SECONDS : secondsOf(node.cost),
      answers: likelihoods(node, causes),
      ways: Object.fromEntries(
        Object.entries(node.to).flatMap(([answer, to]) => {
          const way = wayFrom(to, view, causes, options);
          return way === undefined ? [] : [[answer, way]];
        }),
      ),
    };
  }
  const done = node?.kind === 'do' ? effortOf(node.fixes, options.fixes, options.os) : undefined;
  if (node?.kind !== 'do' || done === undefined) return undefined;
  const { seconds, opening, helps } = done;
  const failed = wayFrom(node.otherwise, view, causes, options);
  return {
    kind: 'do',
    id,
    seconds: seconds + (node.asks === undefined ? 0 : ASK_SECONDS),
    ...(opening !== undefined && { opening: { ...opening, isOpen: opened.has(opening.id) } }),
    helps,
    ...(failed !== undefined && { failed }),
  };
};

/** What could not be done has opened nothing. */
const openingsIn = (journal: readonly Step[], { fixes, os }: OddsOptions): ReadonlySet<Opening> =>
  new Set(
    journal.flatMap((step) =>
      step.kind === 'did' && step.effect !== 'cannot'
        ? fixesHere(step.fixes, fixes, os).flatMap(({ cost }) => cost?.opening ?? [])
        : [],
    ),
  );
