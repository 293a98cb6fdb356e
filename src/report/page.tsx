/** The report as one HTML file for a browser: it loads nothing, sends nothing, and works without its script. */
import type { Recording } from '../contract.ts';
import { outputWords } from '../language/output.ts';
import { pageWords } from '../language/page.ts';
import { branches, remarks } from '../output/order.ts';
import { clean } from '../output/untrusted.ts';
import type { Report } from './model.ts';
import { Advice } from './page/advice.tsx';
import { Contents } from './page/contents.tsx';
import { document } from './page/document.tsx';
import { Evidence } from './page/evidence.tsx';
import { Remarks, Wrong } from './page/findings.tsx';
import { Fine } from './page/fine.tsx';
import { Measured } from './page/measured.tsx';
import { Provenance } from './page/provenance.tsx';
import { readsOf } from './page/reads.ts';
import { Search } from './page/search.tsx';
import { Timeline } from './page/timeline.tsx';
import { Untold } from './page/untold.tsx';
import { Verdict } from './page/verdict.tsx';
import type { About, View } from './page/view.ts';

export interface PageOptions extends About {
  /** What the computer answered; without it there is no evidence on the page. */
  readonly recording?: Recording;
}

export const page = (report: Report, { recording, hidden, seal }: PageOptions = {}): string => {
  const safe = clean(report);
  const view: View = {
    report: safe,
    words: pageWords(report.language),
    common: outputWords(report.language),
    trees: branches(safe),
    provenance: {
      ...(hidden !== undefined && { hidden: clean(hidden) }),
      ...(seal !== undefined && { seal }),
    },
    reads: recording === undefined ? [] : readsOf(recording, safe),
  };
  return document(
    view,
    <>
      <Verdict {...view} />
      <Contents {...view} />
      <Search {...view} />
      <Wrong {...view} />
      <Untold {...view} />
      <Advice {...view} />
      <Remarks {...view} found={remarks(safe)} />
      <Fine {...view} />
      <Measured {...view} answers={recording === undefined ? [] : Object.values(recording.entries)} />
      <Timeline {...view} />
      <Provenance {...view} />
      <Evidence {...view} />
    </>,
  );
};
