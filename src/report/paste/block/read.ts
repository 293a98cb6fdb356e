/** Reads blocks back from what really arrives: quoted, wrapped, cut, mixed with talk, twice in one mail. */
import type { Report } from '../../model.ts';
import { arrivals } from './arrivals.ts';
import { blockName, hasNewerLine, type Line, linesIn, type Part, type Seen } from './line.ts';
import { reportFrom } from './report.ts';
import { readSection, type Section } from './section.ts';
import { type Summary, summarize, unpackSummary } from './summary.ts';

export interface Pasted {
  readonly block: string;
  /** How many lines it had when it was written. */
  readonly total: number;
  readonly missing: readonly number[];
  readonly damaged: readonly number[];
  /** What is known even where the rest is lost. */
  readonly summary?: Summary;
  readonly report?: Report;
  /** Why there is no report: only codes were sent, lines are lost, or it is none that this version knows. */
  readonly without?: 'codes' | 'lost' | 'unreadable';
}

/** What one text may hold at most; nobody reads more. */
const MAX_PASTES = 50;
const MAX_SUMMARY_BYTES = 64 * 1024;
const MAX_REPORT_BYTES = 4 * 1024 * 1024;

/** In the order in which they appear. */
export const readPastes = (text: string): readonly Pasted[] =>
  groups(arrivals(text).flatMap(linesIn)).slice(0, MAX_PASTES).map(assemble);

/** Lines of a format that this version does not know. */
export const holdsNewer = (text: string): boolean => arrivals(text).some(hasNewerLine);

interface Group {
  readonly block: string;
  readonly total: number;
  /** By number; the same number with another content is no line. */
  readonly lines: Map<number, Line | undefined>;
  readonly seen: Set<number>;
}

const groups = (marks: readonly Seen[]): readonly Group[] => {
  const found = new Map<string, Group>();
  for (const mark of marks) {
    const key = `${mark.block}/${mark.total}`;
    const group = found.get(key) ?? {
      block: mark.block,
      total: mark.total,
      lines: new Map(),
      seen: new Set(),
    };
    found.set(key, group);
    group.seen.add(mark.number);
    if ('payload' in mark) accept(group, mark);
  }
  const all = [...found.values()];
  const sound = all.filter(({ lines }) => lines.size > 0);
  // A mark whose name is damaged belongs to a block of the same length; where nothing is sound it is all there is.
  for (const stray of all.filter(({ lines }) => lines.size === 0)) {
    for (const group of sound.filter(({ total }) => total === stray.total)) {
      for (const number of stray.seen) group.seen.add(number);
    }
  }
  return sound.length > 0 ? sound : all;
};

const accept = ({ lines }: Group, line: Line): void => {
  const other = lines.get(line.number);
  const isOther = other !== undefined && (other.part !== line.part || !other.payload.equals(line.payload));
  if (!lines.has(line.number) || isOther) lines.set(line.number, isOther ? undefined : line);
};

const assemble = (group: Group): Pasted => {
  const { block, total, seen } = group;
  const lines = [...group.lines.values()].filter((line) => line !== undefined);
  const have = new Set(lines.map(({ number }) => number));
  const lost = Array.from({ length: total }, (_, at) => at + 1).filter((number) => !have.has(number));
  const about = {
    block,
    total,
    missing: lost.filter((number) => !seen.has(number)),
    damaged: lost.filter((number) => seen.has(number)),
  };
  const parts = { A: partOf(lines, 'A'), B: partOf(lines, 'B') };
  // Sound lines that do not make up what they are named after were not written together.
  if (lost.length === 0 && blockName(Buffer.concat([parts.A, parts.B])) !== block) {
    return { ...about, damaged: [...have].sort((a, b) => a - b), without: 'lost' };
  }
  const verdict = readSection(parts.A, MAX_SUMMARY_BYTES);
  const summary = verdict.status === 'whole' ? unpackSummary(verdict.value) : undefined;
  if (lost.length === 0 && parts.B.length === 0) {
    return {
      ...about,
      ...(summary !== undefined && { summary }),
      without: summary === undefined ? 'unreadable' : 'codes',
    };
  }
  const whole = readSection(parts.B, MAX_REPORT_BYTES);
  const report = whole.status === 'whole' ? reportFrom(whole.value) : undefined;
  if (report !== undefined) return { ...about, summary: summary ?? summarize(report), report };
  return { ...about, ...(summary !== undefined && { summary }), without: why(whole) };
};

const why = ({ status }: Section): 'lost' | 'unreadable' => (status === 'damaged' ? 'lost' : 'unreadable');

/** The content of one part, as far as it is there without a gap that its own hash would not show. */
const partOf = (lines: readonly Line[], part: Part): Buffer =>
  Buffer.concat(
    lines
      .filter((line) => line.part === part)
      .sort((a, b) => a.number - b.number)
      .map(({ payload }) => payload),
  );
