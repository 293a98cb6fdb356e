/** Fixes and decision trees, as data. */
import type { Os } from './request.ts';

/** How often something is the cause of a complaint, as an author can tell: turned into figures in src/tree/odds.ts. */
export type Likelihood = 'rare' | 'uncommon' | 'common' | 'usual';

/** How often a step ends what it is for. */
export type Chance = 'seldom' | 'half' | 'mostly' | 'surely';

/** Paid once for all steps behind it: two things done in safe mode need one restart. */
export type Opening = 'restart' | 'safe-mode' | 'case';

/** What a step costs the person. */
export interface Effort {
  /** How long it takes until its effect can be seen. */
  readonly seconds: number;
  /** `some`: may need to be undone. `high`: may make it worse. */
  readonly risk?: 'some' | 'high';
  /** Needs the rights of an administrator. */
  readonly admin?: true;
  /** Has to leave the computer: to the router, to the cellar. */
  readonly away?: true;
  readonly opening?: Opening;
}

/** What a fix works on; the guards of src/fix/guards.ts look at it. */
export type Touch =
  /** Writes much to the disk, or repairs it. */
  | 'disk'
  | 'packages'
  /** May cut the connection that the person works through. */
  | 'network'
  /** Ends programs, the session or the system: unsaved work is lost. */
  | 'session'
  /** Boot configuration, firmware, TPM, Secure Boot: a key of an encrypted disk is asked for. */
  | 'boot'
  /** What an organization may have set: policies, security products, update sources. */
  | 'policy'
  /** Loads more than 25 MB. */
  | 'download';

/** A plan that a person agrees to. Shown, and later run, exactly as it stands. */
export interface Fix {
  readonly id: string;
  /** The findings it may end. */
  readonly for: readonly string[];
  readonly os: readonly Os[];
  /** Empty for something only a person can do. */
  readonly steps: readonly (readonly string[])[];
  readonly needs: 'user' | 'root' | 'person';
  /**
   * `safe`: reversible or harmless, no data lost ([A] of the fault catalogue): may run unattended. `likely`: needs a yes
   * ([C]). `example`: shown, never run ([X], and what cannot be filled in).
   */
  readonly risk: 'safe' | 'likely' | 'example';
  /** How to go back; none where the messages say why not (`noUndo`). */
  readonly undo?: readonly (readonly string[])[];
  /** Without both, trees keep the order of their authors. */
  readonly cost?: Effort;
  readonly chance?: Chance;
  readonly touches?: readonly Touch[];
  /** It pauses a protection by hand: the module that has to see it on again. Later runs remind of it until it is. */
  readonly pauses?: string;
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
  /** What changed on this computer since it was last seen well. */
  readonly changed?: readonly ChangeKind[];
}

export const CHANGE_KINDS = ['system', 'kernel', 'driver', 'package', 'device', 'network', 'space'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

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
      /** Where "I don't know" leads; needed where no answer is `unsure`. */
      readonly unsure?: string;
      /** Which causes an answer speaks for; an answer that is not named speaks for none. */
      readonly points?: Readonly<Record<string, readonly string[]>>;
      /** Ten seconds without it. */
      readonly cost?: Effort;
    }
  /**
   * Picks among asks and dos what promises most for its cost, and comes back after each until one of them leads
   * elsewhere; `otherwise` where going on is dearer than a ticket, or nothing is left. Without figures: in this order.
   */
  | { readonly kind: 'choose'; readonly among: readonly string[]; readonly otherwise: string }
  /** Something to do (fix ids, or words under the node's id), then a fresh read. */
  | {
      readonly kind: 'do';
      readonly fixes: readonly string[];
      /** Ids of advice that tells how this is done here. */
      readonly advice?: readonly string[];
      readonly solved: (view: TreeView) => boolean;
      /** A yes-or-no question, whether the trouble is still there, where no machine sees it; asked each time. */
      readonly asks?: string;
      readonly to: string;
      readonly otherwise: string;
    }
  /** The end: a finding, or words of its own. */
  | {
      readonly kind: 'conclude';
      readonly finding?: string | ((view: TreeView) => string | undefined);
      readonly outcome: 'cause' | 'solved' | 'unexplained' | 'fine';
    };

/** One of the complaints that people come with: its own way into the tree, and what is behind it how often. */
export interface Symptom {
  readonly id: string;
  /** The node it begins at. */
  readonly entry: string;
  /** The other modules that are measured with it. */
  readonly with: readonly string[];
  /** Findings of any of these modules, in the order of the fault catalogue. */
  readonly suspects: Readonly<Record<string, Likelihood>>;
}

export interface Tree {
  readonly start: string;
  /** Whether advice for this computer belongs here: not where the person speaks of another one. */
  readonly adviceFits?: (view: TreeView) => boolean;
  /** Findings that no look can rule out: only what is tried and answered brings them to light. */
  readonly unseen?: readonly string[];
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
