/** First of all: how it stands, why, and what to do next. */

import { Mark } from './mark.tsx';
import { short } from './short.ts';
import type { View } from './view.ts';

/** Characters beyond which large letters fill the window. */
const LONG = 80;

export const Verdict = ({ report, words, common, trees }: View) => {
  const [first] = trees;
  const calm = report.status === 'ok' ? words.nothingWrong : words.nothingSeen;
  const title = first === undefined ? calm : short(first.finding.title, 400);
  const remedies = [...new Set(report.checks.flatMap(({ unknown }) => unknown.map(({ remedy }) => remedy)))];
  const next = first?.finding.next ?? (report.status === 'ok' ? words.nothingToDo : (remedies[0] ?? ''));
  return (
    <section class={`verdict ${report.status}`} aria-labelledby="verdict">
      <p class="status">
        <Mark tone={report.status} /> {words.statuses[report.status]}
      </p>
      <h1 id="verdict" class={title.length > LONG ? 'long' : undefined}>
        {title}
      </h1>
      {report.interrupted === true && <p class="note">{common.interrupted}</p>}
      {next !== '' && (
        <div class="next">
          <h2>{words.nextStep}</h2>
          <p>{short(next)}</p>
        </div>
      )}
      {trees.length > 1 && (
        <p class="more">
          <a href="#wrong">{words.moreCauses(trees.length - 1)}</a>
        </p>
      )}
    </section>
  );
};
