/** How the look went: when each read began and how long it took, in as few rows as they fit. */
import { words as coreWords } from '../../language/language.ts';
import type { Read } from './reads.ts';
import type { View } from './view.ts';

interface Span {
  readonly read: Read;
  /** Milliseconds since the first read began. */
  readonly from: number;
  readonly to: number;
}

/** A clock that was set meanwhile draws no line of days. */
const MAX_MS = 600_000;
const MAX_ROWS = 40;
const ROW = 8;
const MAX_TABLE = 6;

export const Timeline = ({ reads, words, report }: View) => {
  const spans = spansOf(reads);
  if (spans.length < 2) return null;
  const whole = Math.max(1, ...spans.map(({ to }) => to));
  const rows = rowsOf(spans, whole / 500);
  const slowest = [...spans].sort((a, b) => b.read.ms - a.read.ms).slice(0, MAX_TABLE);
  const said = words.timelineIs(spans.length, words.duration(whole));
  const outcome = ({ status }: Read): string =>
    status === 'ok' ? words.answered : coreWords(report.language).reasons[status];
  return (
    <section aria-labelledby="timeline" data-part>
      <h2 id="timeline">{words.timeline}</h2>
      <p class="note">{said}</p>
      <svg
        class="timeline"
        viewBox={`0 0 1000 ${rows.length * ROW}`}
        width="100%"
        height={rows.length * ROW}
        preserveAspectRatio="none"
        role="img"
        aria-label={said}
      >
        {rows.flatMap((row, at) =>
          row.map(({ read, from, to }) => (
            <rect
              class={read.status === 'ok' ? 'answered' : 'silent'}
              x={Math.round((1000 * from) / whole)}
              y={at * ROW + 1}
              width={Math.max(2, Math.round((1000 * (to - from)) / whole))}
              height={ROW - 2}
            >
              <title>{`${read.source}: ${words.duration(read.ms)}`}</title>
            </rect>
          )),
        )}
      </svg>
      <p class="axis" aria-hidden="true">
        {[0, 0.25, 0.5, 0.75, 1].map((part) => (
          <span>{words.seconds((part * whole) / 1000)}</span>
        ))}
      </p>
      <p class="key" aria-hidden="true">
        <span class="answered">{words.answered}</span> <span class="silent">{words.unanswered}</span>
      </p>
      <table>
        <caption>{words.slowest}</caption>
        <thead>
          <tr>
            <th scope="col">{words.read}</th>
            <th scope="col">{words.start}</th>
            <th scope="col">{words.took}</th>
            <th scope="col">{words.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {slowest.map(({ read, from }) => (
            <tr>
              <th scope="row">
                <a href={`#${read.anchor}`}>
                  <code>{read.source}</code>
                </a>
              </th>
              <td>{words.duration(from)}</td>
              <td>{words.duration(read.ms)}</td>
              <td>{outcome(read)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const spansOf = (reads: readonly Read[]): readonly Span[] => {
  const timed = reads.flatMap((read) => (read.startedMs === undefined ? [] : [{ read, at: read.startedMs }]));
  const first = timed.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
  return timed
    .map(({ read, at }) => ({ read, from: at - first, to: at - first + read.ms }))
    .filter(({ to }) => to <= MAX_MS)
    .sort((a, b) => a.from - b.from);
};

/** Each read goes into the first row that is free again, so many rows stood side by side. */
const rowsOf = (spans: readonly Span[], gap: number): readonly (readonly Span[])[] => {
  const rows: { readonly spans: Span[]; end: number }[] = [];
  for (const span of spans) {
    const free = rows.find(({ end }) => end + gap <= span.from);
    // Where more stood side by side than there are rows, the last one holds the rest.
    const row = free ?? (rows.length < MAX_ROWS ? { spans: [], end: 0 } : rows.at(-1));
    if (row === undefined) continue;
    if (!rows.includes(row)) rows.push(row);
    row.spans.push(span);
    row.end = Math.max(row.end, span.to);
  }
  return rows.map((row) => row.spans);
};
