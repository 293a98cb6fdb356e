/** What may stand in a tree of one's own. Plain data: nothing in it is run. */
import { z } from 'zod';
import { CHANGE_KINDS } from '../../contract.ts';

/** Longer than anybody reads at a prompt. */
const MAX_TEXT = 600;
const MAX_NODES = 300;
const MAX_LIST = 50;

/** Safe as a file name, on a command line and in a drawing. */
export const TREE_ID = /^[a-z0-9][a-z0-9-]{0,40}$/;
export const NODE_ID = /^[A-Za-z0-9][A-Za-z0-9.-]{0,40}$/;

const name = z.string().min(1).max(120);
const list = z.array(name).max(MAX_LIST);
const said = z.string().min(1).max(MAX_TEXT);
const text = z.strictObject({ en: said, ru: said });
const phrasings = z.array(said).min(1).max(MAX_LIST);

/** All that is named must hold. */
export const whenShape = z.strictObject({
  /** Each of these findings is open. */
  open: list.optional(),
  /** One of them is. */
  anyOpen: list.optional(),
  noneOpen: list.optional(),
  /** Whether the first module could look. */
  looked: z.boolean().optional(),
  answer: z.record(z.string(), name).optional(),
  /** One of these changed since the computer was last seen well. */
  changed: z.array(z.enum(CHANGE_KINDS)).max(MAX_LIST).optional(),
});

export const treeShape = z.strictObject({
  id: name,
  name: text,
  phrasings: z.strictObject({ en: phrasings, ru: phrasings }),
  modules: list.min(1),
  start: name,
  suspects: z.record(z.string(), z.enum(['rare', 'uncommon', 'common', 'usual'])).default({}),
  nodes: z.record(z.string(), z.unknown()).refine((nodes) => Object.keys(nodes).length <= MAX_NODES, {
    message: `≤ ${MAX_NODES}`,
  }),
});

/** By the key that says what kind of node it is. */
export const nodeShapes = {
  measure: z.strictObject({
    measure: z.array(z.strictObject({ when: whenShape, to: name })).max(MAX_LIST),
    otherwise: name,
    text,
  }),
  ask: z.strictObject({
    ask: name,
    to: z.record(z.string(), name),
    unsure: name.optional(),
    points: z.record(z.string(), list).optional(),
  }),
  do: z.strictObject({
    do: list,
    solved: whenShape.optional(),
    asks: name.optional(),
    to: name,
    otherwise: name,
    text,
  }),
  choose: z.strictObject({ choose: list.min(1), otherwise: name }),
  conclude: z.strictObject({
    conclude: z.enum(['cause', 'solved', 'unexplained', 'fine']),
    finding: name.optional(),
    text,
  }),
} as const;

export type NodeKind = keyof typeof nodeShapes;
export const NODE_KINDS: readonly NodeKind[] = ['measure', 'ask', 'do', 'choose', 'conclude'];

export type When = z.infer<typeof whenShape>;
export type TreeHead = z.infer<typeof treeShape>;
export type ShapedNode = {
  [K in NodeKind]: { readonly kind: K; readonly given: z.infer<(typeof nodeShapes)[K]> };
}[NodeKind];

export interface ShapedTree extends Omit<TreeHead, 'nodes'> {
  readonly nodes: ReadonlyMap<string, ShapedNode>;
}
