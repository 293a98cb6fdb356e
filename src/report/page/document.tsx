/** The file around the content: what it may do, how it looks, and who wrote the rest of it. */
import type { ComponentChild } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Head } from './head.tsx';
import { Shapes } from './mark.tsx';
import { SCRIPT } from './script.ts';
import { short } from './short.ts';
import { STYLE } from './style.ts';
import type { View } from './view.ts';

export const document = ({ report, words, provenance }: View, content: ComponentChild): string => {
  const title = words.title(short(report.host.name, 100));
  const head = renderToString(<Head title={title} style={STYLE} script={SCRIPT} />);
  const body = renderToString(
    <>
      <Shapes />
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <header class="top">
        <p>
          <strong>techsupport</strong> {title} · {words.when(new Date(report.startedAt))}
        </p>
        {provenance.hidden === undefined && <p class="alarm">{words.notRedacted}</p>}
      </header>
      <main id="main" tabIndex={-1}>
        {content}
      </main>
    </>,
  );
  // The two constants are ours; everything of the machine went through the renderer, which escapes.
  return [
    `<!doctype html><html lang="${report.language}"><head><meta charset="utf-8">${head}`,
    `<style>${STYLE}</style></head><body>${body}<script>${SCRIPT}</script></body></html>\n`,
  ].join('');
};
