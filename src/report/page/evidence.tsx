/** The answers of the computer, folded: what it is, how it went, and what it says. */
import { words as coreWords } from '../../language/language.ts';
import { Mark } from './mark.tsx';
import type { Read } from './reads.ts';
import type { View } from './view.ts';

/** An ordinary look has two or three hundred; a forged recording may have any number. */
const MAX_READS = 600;

export const Evidence = (view: View) =>
  view.reads.length === 0 ? null : (
    <section aria-labelledby="evidence" data-part>
      <h2 id="evidence">{view.words.evidence}</h2>
      <p class="note">{view.words.evidenceIs}</p>
      {view.reads.slice(0, MAX_READS).map((read) => (
        <Answered {...view} read={read} />
      ))}
      {view.reads.length > MAX_READS && (
        <p class="note">{view.words.moreReads(view.reads.length - MAX_READS)}</p>
      )}
    </section>
  );

const Answered = ({ read, words, report }: View & { readonly read: Read }) => {
  const { source, anchor, kind, status, ms, bytes, text } = read;
  const outcome = status === 'ok' ? words.answered : coreWords(report.language).reasons[status];
  return (
    <details class="fold read" data-item>
      <summary>
        <Mark tone={status === 'ok' ? 'ok' : 'unknown'} /> <code>{source}</code>{' '}
        <span class="facts">
          {words.kinds[kind]} · {outcome} · {words.duration(ms)} · {words.bytes(bytes)}
        </span>
      </summary>
      <div id={anchor}>
        {text === undefined ? (
          <p class="note">{words.notShown(words.bytes(bytes))}</p>
        ) : (
          <pre>
            {text.head}
            {text.cutBytes > 0 && <b class="cut">{`\n${words.cut(words.bytes(text.cutBytes))}\n`}</b>}
            {text.tail}
          </pre>
        )}
      </div>
    </details>
  );
};
