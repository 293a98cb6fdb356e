/** From what somebody wrote to a tree of the right shape, or to everything that is wrong with its shape. */
import type { Language } from '../../contract.ts';
import { describe } from '../mistakes.ts';
import { type Mistake, mistake, type Place } from './mistake.ts';
import {
  NODE_ID,
  NODE_KINDS,
  type NodeKind,
  nodeShapes,
  type ShapedNode,
  type ShapedTree,
  TREE_ID,
  treeShape,
  whenShape,
} from './shape.ts';

export const parseTree = (
  value: unknown,
): { readonly tree?: ShapedTree; readonly mistakes: readonly Mistake[] } => {
  const parsed = treeShape.safeParse(value);
  if (!parsed.success)
    return { mistakes: fromZod(parsed.error.issues, value, [], Object.keys(treeShape.shape)) };
  const { nodes: given, ...head } = parsed.data;
  const nodes = new Map<string, ShapedNode>();
  const mistakes: Mistake[] = [];
  if (!TREE_ID.test(head.id)) mistakes.push(badId(['id'], head.id, 'a-z 0-9 -'));
  for (const [id, node] of Object.entries(given)) {
    const place = ['nodes', id];
    if (!NODE_ID.test(id)) mistakes.push(badId(place, id, 'A-Z a-z 0-9 . -'));
    const read = parseNode(node, place);
    if ('kind' in read) nodes.set(id, read);
    else mistakes.push(...read.mistakes);
  }
  return { mistakes, ...(mistakes.length === 0 && { tree: { ...head, nodes } }) };
};

const parseNode = (value: unknown, place: Place): ShapedNode | { readonly mistakes: readonly Mistake[] } => {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const kinds = NODE_KINDS.filter((kind) => keys.includes(kind));
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    const list = NODE_KINDS.join(', ');
    return {
      mistakes: [mistake(place, `must have exactly one of ${list}`, `нужно ровно одно из: ${list}`)],
    };
  }
  const parsed = nodeShapes[kind].safeParse(value);
  if (!parsed.success) {
    return { mistakes: fromZod(parsed.error.issues, value, place, Object.keys(nodeShapes[kind].shape)) };
  }
  const mistakes = [...emptyConditions(value, place), ...unproved(kind, value, place)];
  // The shape of this kind has just accepted it.
  return mistakes.length > 0 ? { mistakes } : ({ kind, given: parsed.data } as ShapedNode);
};

/** A condition that names nothing would always hold: something was forgotten. */
const emptyConditions = (value: unknown, place: Place): readonly Mistake[] => {
  const { measure, solved } = value as { measure?: readonly { when: object }[]; solved?: object }; // shaped above
  const conditions: readonly (readonly [Place, object])[] = [
    ...(measure ?? []).map(({ when }, at) => [['measure', at, 'when'], when] as const),
    ...(solved === undefined ? [] : [[['solved'], solved] as const]),
  ];
  const known = Object.keys(whenShape.shape).join(', ');
  return conditions
    .filter(([, when]) => Object.keys(when).length === 0)
    .map(([key]) =>
      mistake([...place, ...key], `must name one of ${known}`, `нужно назвать хотя бы одно из: ${known}`),
    );
};

/** What was done is looked at again, or the person is asked. */
const unproved = (kind: NodeKind, value: unknown, place: Place): readonly Mistake[] => {
  const { solved, asks } = value as { solved?: object; asks?: string }; // shaped above
  return kind !== 'do' || solved !== undefined || asks !== undefined
    ? []
    : [
        mistake(
          place,
          'must say when it helped: solved, asks, or both',
          'нужно сказать, когда это помогло: solved, asks или то и другое',
        ),
      ];
};

type Issues = Parameters<typeof describe>[0];

/** `allowed`: keys of the shape as a whole. */
const fromZod = (
  issues: Issues,
  value: unknown,
  place: Place,
  allowed: readonly string[],
): readonly Mistake[] =>
  issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    return keys.map((key, at): Mistake => {
      const said = (language: Language): string =>
        // The place is told before it, from the tree on.
        afterPlace(describe([issue], value, (path) => keysAt(path, allowed), language)[at] ?? issue.message);
      return { place: [...place, ...path, ...(key === undefined ? [] : [key])], say: said };
    });
  });

const afterPlace = (line: string): string => line.replace(/^(?:the file|весь файл|\S+): /, '');

const keysAt = (path: readonly PropertyKey[], allowed: readonly string[]): readonly string[] => {
  const last = path.at(-1);
  if (last === undefined) return allowed;
  if (last === 'when' || last === 'solved') return Object.keys(whenShape.shape);
  return last === 'name' || last === 'text' || last === 'phrasings' ? ['en', 'ru'] : ['when', 'to'];
};

const badId = (place: Place, id: string, allowed: string): Mistake =>
  mistake(place, `${id} may hold only ${allowed}`, `в ${id} допустимо только ${allowed}`);
