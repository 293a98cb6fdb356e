/** What is walked. */
import type { Tree } from '../../contract.ts';
import type { OddsOptions } from '../odds.ts';

/** What is walked: a tree, from one of its nodes, with the figures of one complaint. */
export interface Course {
  readonly tree: Tree;
  /** The tree's own start without it. */
  readonly entry?: string;
  /** Without it the order of the authors holds. */
  readonly odds?: Omit<OddsOptions, 'tree'>;
}
