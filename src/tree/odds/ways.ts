/** Where an answer, or a repair that failed, leads to before there is a choice again. */
import type { TreeView } from '../../contract.ts';
import type { OddsOptions } from '../odds.ts';
import type { End, Way } from '../plan.ts';
import { effortOf } from './effort.ts';

/** A quarter of an hour to write it down, and half an hour of waiting at least. */
export const TICKET_SECONDS = 2700;

/** Who knows the cause asks the right one at once, and is not asked back. */
const NAMED_SHARE = 0.5;

/** No way is as long; one that is goes in circles. */
const MAX_NODES = 8;

/** As the tree would go if nothing new were measured; a question on the way is where it is no longer known. */
export const wayFrom = (
  to: string,
  view: TreeView,
  causes: readonly string[],
  options: OddsOptions,
): Way | undefined => {
  const { tree, fixes, os } = options;
  let seconds = 0;
  let helps: Readonly<Record<string, number>> = {};
  let at = to;
  for (let passed = 0; passed < MAX_NODES; passed++) {
    const node = tree.nodes[at];
    if (node?.kind === 'measure') {
      at = node.branches.find(({ when }) => when(view))?.to ?? node.otherwise;
    } else if (node?.kind === 'do') {
      const done = node.solved(view) ? undefined : effortOf(node.fixes, fixes, os);
      seconds += done === undefined ? 0 : done.seconds + (done.opening?.seconds ?? 0);
      helps = done === undefined ? helps : both(helps, done.helps);
      at = done === undefined && node.solved(view) ? node.to : node.otherwise;
    } else if (node?.kind === 'conclude') {
      return { ...(seconds > 0 && { seconds, helps }), end: endOf(node, view, causes, options) };
    } else break;
  }
  return seconds > 0 ? { seconds, helps } : undefined;
};

const both = (
  first: Readonly<Record<string, number>>,
  second: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Object.keys(first), ...Object.keys(second)].map((cause) => [
      cause,
      1 - (1 - (first[cause] ?? 0)) * (1 - (second[cause] ?? 0)),
    ]),
  );

/** Nothing where all is well; a ticket elsewhere, and less of one where the cause is named that it is. */
const endOf = (
  { outcome, finding }: Extract<OddsOptions['tree']['nodes'][string], { kind: 'conclude' }>,
  view: TreeView,
  causes: readonly string[],
  { ticketSeconds = TICKET_SECONDS }: OddsOptions,
): End => {
  if (outcome === 'solved' || outcome === 'fine')
    return Object.fromEntries(causes.map((cause) => [cause, 0]));
  const named = typeof finding === 'function' ? finding(view) : finding;
  return outcome === 'cause' && named !== undefined ? { [named]: ticketSeconds * NAMED_SHARE } : {};
};
