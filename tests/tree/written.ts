/** The figures as docs/decisions/what-to-do-next.md. */
import type { Figures } from './figures.ts';

const per = (share: number): string => `${(100 * share).toFixed(1).replace('-0.0', '0.0')} %`;

export const written = (figures: readonly Figures[], faults: number): string => {
  const gains = figures.filter(({ planned, inOrder }) => planned <= 0.8 * inOrder);
  const times = figures.flatMap(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const known = figures.flatMap(({ promised, optimum }) =>
    optimum === undefined ? [] : [promised / optimum - 1],
  );
  const rows = figures.map(({ choice: { symptom, node, model }, ...one }) =>
    [
      symptom,
      node,
      `${model.steps.filter(({ kind }) => kind === 'do').length} + ${model.steps.filter(({ kind }) => kind === 'ask').length}`,
      `${Math.round(one.planned)} ± ${Math.round(one.within)}`,
      Math.round(one.inOrder),
      per(1 - one.planned / one.inOrder),
      Math.round(one.inOrderUntil),
      Math.round(one.atRandom),
      Math.round(one.ticket),
      one.optimum === undefined ? 'not tried' : per(one.promised / one.optimum - 1),
    ].join(' | '),
  );
  return `# What to do next

Where a tree has something to choose, the next step is the one that begins the cheapest plan: repairs, questions and
handing it over are all steps, each has a price in seconds of the person's patience, and the plan is looked ahead over
(src/tree/plan.ts; Heckerman, Breese and Rommelse 1995). Authors write words, not numbers: \`rare\`, \`half\`, a restart.
src/tree/odds.ts turns them into figures. The figures need not be right, only in the right order: each step of a word is
about three times the one before, and a plan seldom hangs on less.

- **Looking ahead is bounded by a number of looks, not by a clock**: the same answers give the same next step on every
  computer, and a recorded session can be replayed. Beyond the bound the repairs in the order of chance for cost stand
  for the rest; that order can be followed as it is, so the plan never promises what cannot be had.
- **A question is asked only where some answer changes what comes next.** One that would be asked in vain now may still
  be asked later, after a repair has failed.
- **Nothing found is not nothing there**: a tenth of what was looked for is overlooked, what no machine sees
  (\`unseen\` of a tree) stays as likely as it was, and a tenth of all trouble is something that nobody thought of. That is
  why, where everything was looked at in vain, a ticket comes early.
- **A conclusion that names the cause costs half a ticket**: who knows the cause asks the right one, and is not asked back.
- Each step counts as independent of the others once the cause is given, and there is one cause.
- The three rounds without change after which the engine gives up are not looked ahead to: it plans as if it could go on.

## What it saves

${faults.toLocaleString('en')} made-up faults for each complaint and node, on Linux, where every module has looked and found nothing: a cause is drawn
by what is believed then, and answers and repairs by the same figures. So this shows how good the planning is, not how
good the figures are. Seconds until it is over or a ticket is filed (± 95 % of chance), a ticket being 2700; the same
steps in their author's order until all are used; the same, but given up where the plan would; in any order; handed over at
once. Over the optimum: without chance, against all plans tried (up to 300,000 states).

Complaint | Node | Repairs + questions | Planned | Author order | Saved | Author order, given up as planned | Any order | Ticket at once | Over the optimum
--- | --- | --- | --- | --- | --- | --- | --- | --- | ---
${rows.join('\n')}

${gains.length} of ${figures.length} cost at least 20 % less than in their author's order. At most ${per(Math.max(0, ...known))} over the
optimum (goal: 5 %). A decision takes ${(times[Math.floor(times.length / 2)] ?? 0).toFixed(1)} ms of processor time in the middle, ${(times[Math.floor(times.length * 0.99)] ?? 0).toFixed(1)} ms in 99 of 100 (goal: 50 ms).

Where the planned figure is the ticket's own (± 0), nothing there is worth its price after everything was looked at in vain:
what is saved is what the author's order would have spent before the same ticket. Where less than a fifth is saved there is
little to choose: few steps, already in the order of their price, or a ticket that nearly always follows, whatever is done
before it; the column of the ticket at once shows how much there was to win.

\`npm run bench\` makes this page.
`;
};
