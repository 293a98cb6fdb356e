/** What the computer answered, as the page shows it: text that is clean, bounded, and said to be cut. */
import type { Answer, RecordedEntry, Recording, Request } from '../../contract.ts';
import { cleanText, forHtml } from '../../output/untrusted.ts';
import { rawOf, readable } from '../bundle/readable.ts';
import type { Report } from '../model.ts';
import { short } from './short.ts';

export interface Read {
  readonly source: string;
  /** Made by us: the machine has no say in it. */
  readonly anchor: string;
  readonly kind: Request['kind'];
  readonly status: Answer['status'];
  /** Milliseconds since 1970; undefined where the recording does not say it in a way that is understood. */
  readonly startedMs: number | undefined;
  readonly ms: number;
  /** Of the whole answer, as text. */
  readonly bytes: number;
  /** Undefined where the page has no room for it. */
  readonly text: { readonly head: string; readonly cutBytes: number; readonly tail: string } | undefined;
}

/** Of one read: the first and the last lines tell most. */
const HEAD = 2_000;
const TAIL = 1_000;
/** Of all reads together, as it stands in the file. */
const MAX_BYTES = 100_000;

export const readsOf = ({ entries }: Recording, report: Report): readonly Read[] => {
  const proofs = new Set(
    report.checks.flatMap(({ findings }) => findings.flatMap(({ evidence }) => evidence)),
  );
  const reads = Object.entries(entries).map(([id, entry], at) => readOf(id, entry, at));
  const shown = new Set<Read>();
  let room = MAX_BYTES;
  // What a finding rests on has a place before all others.
  for (const read of [...reads].sort((a, b) => Number(proofs.has(b.source)) - Number(proofs.has(a.source)))) {
    const size = read.text === undefined ? 0 : Buffer.byteLength(forHtml(read.text.head + read.text.tail));
    if (size > room) continue;
    room -= size;
    shown.add(read);
  }
  return reads.map((read) => (shown.has(read) ? read : { ...read, text: undefined }));
};

const readOf = (id: string, entry: RecordedEntry, at: number): Read => {
  const { request, answer, startedAt } = entry;
  const text = textOf(entry);
  const startedMs = Date.parse(startedAt);
  return {
    source: short(cleanText(id), 200),
    anchor: `read-${at}`,
    kind: request.kind,
    status: answer.status,
    startedMs: Number.isNaN(startedMs) ? undefined : startedMs,
    ms: Number.isFinite(answer.ms) ? Math.max(0, answer.ms) : 0,
    bytes: Buffer.byteLength(text),
    text: text === '' ? undefined : cut(text),
  };
};

/** What was printed, or the answer as data where nothing was. */
const textOf = (entry: RecordedEntry): string => {
  const { request, answer } = entry;
  const raw = rawOf(answer);
  // Of a stranger's bundle: anything may stand there.
  const asked = Object.entries(request).flatMap(([name, value]) =>
    name === 'kind' ? [] : [`${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`],
  );
  return (
    readable(entry) ??
    cleanText(
      [
        ...(asked.length > 0 ? [`# ${asked.join(', ')}`] : []),
        ...(raw === undefined ? [] : [JSON.stringify(raw, undefined, 2)]),
        ...(answer.status === 'ok' ? [] : [`(${answer.status}: ${answer.why})`]),
      ].join('\n'),
    )
  );
};

const cut = (text: string): Read['text'] => {
  if (text.length <= HEAD + TAIL) return { head: text, cutBytes: 0, tail: '' };
  const [head, tail] = [text.slice(0, HEAD), text.slice(-TAIL)].map(cleanText) as [string, string]; // two in, two out
  return { head, cutBytes: Buffer.byteLength(text.slice(HEAD, -TAIL)), tail };
};
