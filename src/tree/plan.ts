/** What to do next, by figures alone: decision-theoretic troubleshooting (Heckerman, Breese, Rommelse 1995). Pure. */

/** A trouble with one of several causes, and what can be done about it. */
export interface Model {
  /** Weights by cause; they need not add up to 1. */
  readonly causes: Readonly<Record<string, number>>;
  /** In their author's order. */
  readonly steps: readonly PlanStep[];
  /** What handing it to somebody else costs, in seconds of the person's patience. */
  readonly ticketSeconds: number;
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
    }
  | {
      readonly kind: 'ask';
      readonly id: string;
      readonly seconds: number;
      /** How likely the answer is, 0 to 1, by cause. Every cause is named under every answer. */
      readonly answers: Readonly<Record<string, Readonly<Record<string, number>>>>;
      /** Answers that end the search: nothing more is done after them. */
      readonly ends?: readonly string[];
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

export const decide = ({ causes, steps, ticketSeconds }: Model): Decision => {
  const shares = sharesOf(causes);
  const rated = steps
    .flatMap((step) => {
      if (step.kind !== 'do') return [];
      const chance = Object.entries(step.helps).reduce(
        (sum, [cause, p]) => sum + p * (shares[cause] ?? 0),
        0,
      );
      const seconds =
        step.seconds + (step.opening === undefined || step.opening.isOpen ? 0 : step.opening.seconds);
      return [{ id: step.id, expectedSeconds: seconds + (1 - chance) * ticketSeconds }];
    })
    .concat({ id: 'ticket', expectedSeconds: ticketSeconds })
    .sort((a, b) => a.expectedSeconds - b.expectedSeconds);
  const [best] = rated;
  return {
    step: best === undefined || best.id === 'ticket' ? undefined : best.id,
    expectedSeconds: best?.expectedSeconds ?? ticketSeconds,
    options: rated,
  };
};
