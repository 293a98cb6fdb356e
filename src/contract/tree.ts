/** Fixes and decision trees, as data. */
import type { Os } from './request.ts';

/** A plan that a person agrees to. Shown, and later run, exactly as it stands. */
export interface Fix {
  readonly id: string;
  /** The findings it may end. */
  readonly for: readonly string[];
  readonly os: readonly Os[];
  /** Empty for something only a person can do. */
  readonly steps: readonly (readonly string[])[];
  readonly needs: 'user' | 'root' | 'person';
  /** `safe`: reversible, no data lost. `likely`: needs a yes. `example`: shown, never run. */
  readonly risk: 'safe' | 'likely' | 'example';
  /** How to go back; none where the messages say why not (`noUndo`). */
  readonly undo?: readonly (readonly string[])[];
}

/** What a branch may look at. */
export interface TreeView {
  /** Whether the finding is open now. */
  readonly open: (code: string) => boolean;
  /** The first open root cause among these codes. */
  readonly firstOpen: (codes: readonly string[]) => string | undefined;
  readonly answer: (question: string) => string | undefined;
  /** Whether the last step made something appear that the check did not see before it. */
  readonly appeared?: boolean;
  /** Whether the check could look at all: false when it ended `unknown`. */
  readonly looked: boolean;
}

export type TreeNode =
  /** Looks at what the checks found; measures first where nothing is known yet. */
  | {
      readonly kind: 'measure';
      readonly branches: readonly { readonly when: (view: TreeView) => boolean; readonly to: string }[];
      readonly otherwise: string;
    }
  /** Asks the person. `known` answers from what was measured: then nobody is asked. */
  | {
      readonly kind: 'ask';
      readonly question: string;
      readonly known?: (view: TreeView) => string | undefined;
      /** Ids of advice that tells how to do what is asked about. */
      readonly advice?: readonly string[];
      readonly to: Readonly<Record<string, string>>;
    }
  /** Something to do (fix ids, or words under the node's id), then a fresh read. */
  | {
      readonly kind: 'do';
      readonly fixes: readonly string[];
      /** Ids of advice that tells how this is done here. */
      readonly advice?: readonly string[];
      readonly solved: (view: TreeView) => boolean;
      readonly to: string;
      readonly otherwise: string;
    }
  /** The end: a finding, or words of its own. */
  | {
      readonly kind: 'conclude';
      readonly finding?: string | ((view: TreeView) => string | undefined);
      readonly outcome: 'cause' | 'solved' | 'unexplained' | 'fine';
    };

export interface Tree {
  readonly start: string;
  /** Whether advice for this computer belongs here: not where the person speaks of another one. */
  readonly adviceFits?: (view: TreeView) => boolean;
  readonly nodes: Readonly<Record<string, TreeNode>>;
}

/** For branches: whether the finding is open. */
export const isOpen =
  (code: string) =>
  ({ open }: TreeView): boolean =>
    open(code);

/** The end at a finding. */
export const cause = (finding: string): TreeNode => ({ kind: 'conclude', finding, outcome: 'cause' });

/** Does it and looks again: on to `solved` once the finding is gone, else to `otherwise`. */
export const against =
  (solved: string) =>
  (code: string, fixes: readonly string[], otherwise: string): TreeNode => ({
    kind: 'do',
    fixes,
    solved: (view) => !view.open(code),
    to: solved,
    otherwise,
  });
