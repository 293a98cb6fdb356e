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
}
