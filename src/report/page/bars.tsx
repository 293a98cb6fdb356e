/** A measure as a bar with its limits drawn in: a picture whose words stand beside it. */

import type { PageWords } from '../../language/page.en.ts';
import { Mark } from './mark.tsx';
import type { Metric } from './measured.tsx';
import { short } from './short.ts';

export interface Bar {
  readonly name: string;
  readonly value: number;
  /** Where the bar is full. */
  readonly full: number;
  readonly warning?: number;
  readonly critical?: number;
  /** The value in words. */
  readonly text: string;
  /** The limits in words. */
  readonly limits: string;
}

export const Bars = ({
  title,
  bars,
  words,
}: {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly words: PageWords;
}) =>
  bars.length === 0 ? null : (
    <div class="picture">
      <h3>{title}</h3>
      <ul class="bars">
        {bars.map((bar) => (
          <Row bar={bar} words={words} />
        ))}
      </ul>
    </div>
  );

const Row = ({ bar, words }: { readonly bar: Bar; readonly words: PageWords }) => {
  const { name, value, full, warning, critical, text, limits } = bar;
  const tone = toneOf(bar);
  const at = (one: number): number => Math.round(1000 * Math.min(1, Math.max(0, one / full))) / 10;
  return (
    <li class={tone}>
      <span class="name">{short(name, 100)}</span>
      <span class="value">
        {tone !== 'ok' && (
          <>
            <Mark tone={tone} /> <span class="for-readers">{words.statuses[tone]}: </span>
          </>
        )}
        {text}
      </span>
      <svg
        viewBox="0 0 100 8"
        width="100%"
        height="10"
        preserveAspectRatio="none"
        role="img"
        aria-label={[text, limits].filter(Boolean).join(', ')}
      >
        <rect class="track" width="100" height="8" />
        <rect class="bar" width={at(value)} height="8" />
        {[warning, critical].map(
          (limit) =>
            limit !== undefined && (
              <rect class="limit" x={Math.min(99.4, at(limit))} width="0.6" height="8" />
            ),
        )}
      </svg>
      {limits !== '' && <span class="limits">{limits}</span>}
    </li>
  );
};

const toneOf = ({ value, warning, critical }: Bar): 'ok' | 'warning' | 'critical' => {
  if (critical !== undefined && value >= critical) return 'critical';
  return warning !== undefined && value >= warning ? 'warning' : 'ok';
};

/** A measure as it was taken, with its limits in words. */
export const barOf = (
  { name, value, warning, critical }: Pick<Metric, 'name' | 'value' | 'warning' | 'critical'>,
  full: number,
  say: (value: number) => string,
  words: PageWords,
): Bar => ({
  name,
  value,
  full,
  text: say(value),
  ...(warning !== undefined && { warning }),
  ...(critical !== undefined && { critical }),
  limits: [
    ...(warning === undefined ? [] : [words.limits.warning(say(warning))]),
    ...(critical === undefined ? [] : [words.limits.critical(say(critical))]),
  ].join(', '),
});
