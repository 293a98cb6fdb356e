/** A status as a shape, so that it is told apart without colour. The word stands beside it. */
import type { JSX } from 'preact';

export type Tone = 'critical' | 'warning' | 'info' | 'ok' | 'unknown' | 'skipped';

const SHAPES: Readonly<Record<Tone, JSX.Element>> = {
  critical: (
    <>
      <path class="fill" d="M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z" />
      <path class="ink" d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2" />
    </>
  ),
  warning: (
    <>
      <path class="fill" d="M8 1.2 15.4 14.6H.6z" />
      <path class="ink" d="M8 6v4.1m0 2v.1" />
    </>
  ),
  info: (
    <>
      <circle class="fill" cx="8" cy="8" r="7" />
      <path class="ink" d="M8 7.4v4M8 4.7v.1" />
    </>
  ),
  ok: (
    <>
      <circle class="fill" cx="8" cy="8" r="7" />
      <path class="ink" d="m4.8 8.3 2.2 2.2 4.2-4.6" />
    </>
  ),
  unknown: (
    <>
      <rect class="fill" x="1.2" y="1.2" width="13.6" height="13.6" rx="3" />
      <path class="ink" d="M5.9 6.3a2.1 2.1 0 1 1 3.2 1.8c-.7.4-1.1.8-1.1 1.6m0 2.3v.1" />
    </>
  ),
  skipped: <path class="line" d="M3 8h10" />,
};

export const Mark = ({ tone }: { readonly tone: Tone }) => (
  <svg class={`mark ${tone}`} aria-hidden="true">
    <use href={`#mark-${tone}`} />
  </svg>
);

/** Drawn once, for a page has hundreds of them. */
export const Shapes = () => (
  <svg hidden aria-hidden="true">
    {Object.entries(SHAPES).map(([tone, shape]) => (
      <symbol id={`mark-${tone}`} viewBox="0 0 16 16">
        {shape}
      </symbol>
    ))}
  </svg>
);
