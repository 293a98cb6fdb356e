/**
 * What to do next, by figures alone. Pure and deterministic: what bounds it is a number of looks ahead, never a clock.
 *
 * One cause is behind the trouble, or one that nobody thought of; steps help or fail independently of each other once
 * the cause is given. The next step begins the plan with the least expected cost, where repairs, questions and handing
 * it over are all steps of such a plan: Heckerman, Breese, Rommelse, "Decision-theoretic troubleshooting" (CACM 38(3),
 * 1995); Breese, Heckerman, "Decision-theoretic troubleshooting: a framework for repair and experiment" (UAI 1996);
 * Jensen et al., "The SACSO methodology for troubleshooting complex systems" (AI EDAM 15, 2001); openings that
 * several steps share: Langseth, Jensen, "Decision theoretic troubleshooting of coherent systems" (RESS 80, 2003).
 */
import { searchFrom } from './plan/search.ts';
import { tableOf, weigh } from './plan/table.ts';

/** A trouble with one of several causes, and what can be done about it. */
export interface Model {
  /** Weights by cause; they need not add up to 1. */
  readonly causes: Readonly<Record<string, number>>;
  /** In their author's order. */
  readonly steps: readonly PlanStep[];
  /** What handing it to somebody else costs, in seconds of the person's patience. */
  readonly ticketSeconds: number;
  /** What giving up costs, where it is not the same for each cause: less for one that is named then. */
  readonly givenUp?: End;
}

/** What it still costs, in seconds by cause; as much as a ticket for a cause that is not named. */
export type End = Readonly<Record<string, number>>;

/** What has to follow before there is a choice again. */
export interface Way {
  /** What is done on the way takes as long, and ends the trouble as likely, 0 to 1, by cause. */
  readonly seconds?: number;
  readonly helps?: Readonly<Record<string, number>>;
  /** Where nothing more is chosen after it. */
  readonly end?: End;
}

export type PlanStep =
  | {
      readonly kind: 'do';
      readonly id: string;
      readonly seconds: number;
      /** Paid once, whichever step opens it. */
      readonly opening?: { readonly id: string; readonly seconds: number; readonly isOpen: boolean };
      /** How likely it ends the trouble, 0 to 1, by cause; 0 for what is not named. */
      readonly helps: Readonly<Record<string, number>>;
      readonly failed?: Way;
    }
  | {
      readonly kind: 'ask';
      readonly id: string;
      readonly seconds: number;
      /** How likely the answer is, 0 to 1, by cause. Every cause is named under every answer. */
      readonly answers: Readonly<Record<string, Readonly<Record<string, number>>>>;
      readonly ways?: Readonly<Record<string, Way>>;
    };

export interface Decision {
  /** Nothing where a ticket is cheaper than all that is left. */
  readonly step: string | undefined;
  /** Seconds until the trouble is over or a ticket is filed, on average. */
  readonly expectedSeconds: number;
  /** What beginning with each step would cost, cheapest first; the ticket at once under `ticket`. */
  readonly options: readonly { readonly id: string; readonly expectedSeconds: number }[];
}

/** Each cause's share of what is believed, 0 to 1. */
export const sharesOf = (causes: Readonly<Record<string, number>>): Readonly<Record<string, number>> => {
  const total = Object.values(causes).reduce((sum, weight) => sum + weight, 0);
  return Object.fromEntries(
    Object.entries(causes).map(([cause, weight]) => [cause, total === 0 ? 0 : weight / total]),
  );
};

/** What differs by less is the same: sums of the same numbers in another order. */
const SAME_SECONDS = 1e-7;

export const decide = (model: Model): Decision => {
  const { ticketSeconds, givenUp } = model;
  const shares = sharesOf(model.causes);
  // Where nothing is believed, nothing is known to help.
  const isBelieved = Object.values(shares).some((share) => share > 0);
  const table = tableOf({ ...model, causes: isBelieved ? shares : { nobody: 1 } });
  const ticket = givenUp === undefined ? ticketSeconds : weigh(table.shares, table.ticket);
  const rated = searchFrom(table);
  const least = Math.min(ticket, ...rated.map((one) => (one.isIdle ? ticket : one.expectedSeconds)));
  const options = [
    // At the same price something is tried before it is asked about, and before it is given up.
    ...rated.map(({ step: { id, kind, seconds }, isIdle, expectedSeconds }) => ({
      id,
      rank: isIdle ? 3 : kind === 'do' ? 0 : 1,
      // What tells nothing is asked in vain.
      expectedSeconds: isIdle ? Math.max(expectedSeconds, least + seconds) : expectedSeconds,
    })),
    { id: 'ticket', rank: 2, expectedSeconds: ticket },
  ].sort((a, b) =>
    Math.abs(a.expectedSeconds - b.expectedSeconds) > SAME_SECONDS
      ? a.expectedSeconds - b.expectedSeconds
      : a.rank - b.rank,
  );
  const [best] = options;
  return {
    step: best === undefined || best.rank >= 2 ? undefined : best.id,
    expectedSeconds: least,
    options: options.map(({ id, expectedSeconds }) => ({ id, expectedSeconds })),
  };
};
