/** Where trees of one's own stand: in the configuration itself, or in files that it names. With the lines. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { isMap, isNode, isPair, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Place } from './mistake.ts';

/** A tree as it was read, not looked at yet. */
export interface TreeSource {
  readonly file: string;
  readonly value: unknown;
  /** The line of a key, counted from 1; of what is around it where it is missing. */
  readonly lineOf: (place: Place) => number | undefined;
}

export type Sourced = TreeSource | { readonly file: string; readonly line?: number; readonly why: string };

/** No tree that a person wrote is longer. */
const MAX_BYTES = 512 * 1024;

/** `file` is the configuration; `trees` what it holds under that key. */
export const sourcesOf = (file: string, trees: readonly unknown[]): readonly Sourced[] => {
  const own = documentIn(file);
  return trees.map((entry, at): Sourced => {
    if (typeof entry !== 'string') {
      return { file, value: entry, lineOf: (place) => own?.lineOf(['trees', at, ...place]) };
    }
    const path = resolve(dirname(file), entry);
    const line = own?.lineOf(['trees', at]);
    const told = (why: string): Sourced => ({ file, ...(line !== undefined && { line }), why });
    try {
      const found = statSync(path);
      // A pipe or a device of that name would never end.
      if (!found.isFile()) return told(`${entry}: not a file`);
      const { size } = found;
      if (size > MAX_BYTES) return told(`${entry}: ${size} > ${MAX_BYTES}`);
      const read = documentOf(readFileSync(path, 'utf8'));
      return 'why' in read ? { file: path, ...read } : { file: path, ...read };
    } catch (cause) {
      return told(cause instanceof Error ? cause.message : String(cause));
    }
  });
};

interface Read {
  readonly value: unknown;
  readonly lineOf: TreeSource['lineOf'];
}

/** Of a program there are no lines. */
const documentIn = (file: string): Read | undefined => {
  if (['.js', '.mjs'].includes(extname(file))) return undefined;
  try {
    const read = documentOf(readFileSync(file, 'utf8'));
    return 'why' in read ? undefined : read;
  } catch {
    return undefined;
  }
};

/** JSON is YAML. */
export const documentOf = (text: string): Read | { readonly why: string; readonly line?: number } => {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, logLevel: 'error', prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined) return { why: error.message, line: lines.linePos(error.pos[0]).line };
    // Aliases may make what is small here endless: a hundred are more than any tree needs.
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return { value, lineOf: (place) => lineIn(document.contents, place, lines) };
  } catch (cause) {
    return { why: cause instanceof Error ? cause.message : String(cause) };
  }
};

const lineIn = (root: unknown, place: Place, lines: LineCounter): number | undefined => {
  let at: unknown = root;
  let offset = isNode(root) ? startOf(root) : undefined;
  for (const part of place) {
    const next = isMap(at)
      ? at.items.find(({ key }) => textOf(key) === String(part))
      : isSeq(at) && typeof part === 'number'
        ? at.items[part]
        : undefined;
    if (next === undefined) break;
    const here = isPair(next) ? next.key : next;
    offset = (isNode(here) ? startOf(here) : undefined) ?? offset;
    at = isPair(next) ? next.value : next;
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
};

const startOf = (node: Node): number | undefined => node.range?.[0];

const textOf = (key: unknown): string | undefined =>
  typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : undefined;
