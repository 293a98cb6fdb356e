/** What every part of the page is made from. */
import type { OutputWords } from '../../language/output.en.ts';
import type { PageWords } from '../../language/page.en.ts';
import type { Branch } from '../../output/order.ts';
import type { Report } from '../model.ts';
import type { Read } from './reads.ts';

export interface View {
  /** Without a live control character. */
  readonly report: Report;
  readonly words: PageWords;
  readonly common: OutputWords;
  /** What is wrong, root causes first. */
  readonly trees: readonly Branch[];
  readonly reads: readonly Read[];
  readonly provenance: About;
}

/** What is known of the report beside what it says. */
export interface About {
  /** What was hidden, by kind. Absent where nothing was: then the page says so. */
  readonly hidden?: Readonly<Record<string, number>>;
  /** Of a report that was opened: whether something changed since it was written. */
  readonly seal?: 'intact' | 'broken' | 'absent';
}
