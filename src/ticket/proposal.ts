/** What follows from what is known already: how urgent it is, what it is about, and which tickets are about the same. */
import { createHash } from 'node:crypto';
import type { Ticket } from './model.ts';
import type { Impact, Priority, Urgency } from './priorities.ts';

type Verdict = Ticket['verdict'];

/** ITIL's matrix of impact and urgency, its five priorities brought to the four that help desks have. */
const MATRIX: Readonly<Record<Impact, Readonly<Record<Urgency, Priority>>>> = {
  many: { high: 'urgent', medium: 'high', low: 'normal' },
  several: { high: 'high', medium: 'normal', low: 'low' },
  one: { high: 'normal', medium: 'low', low: 'low' },
};

export const priorityOf = (impact: Impact, urgency: Urgency): Priority => MATRIX[impact][urgency];

/** What does not work cannot wait; what nobody could look at may be as bad. */
export const urgencyOf = (status: Verdict['status']): Urgency =>
  (({ critical: 'high', warning: 'medium', unknown: 'medium', ok: 'low' }) as const)[status];

/** The module of the gravest root cause. */
export const categoryOf = ({ rootCauses: [first] }: Verdict): string => first?.code.split('/', 1)[0] ?? '';

/** Of the codes and what they are about, not of the sentences: those carry values that change. */
export const fingerprintOf = ({ rootCauses }: Verdict): string => {
  if (rootCauses.length === 0) return '';
  const causes = [...new Set(rootCauses.map(({ code }) => code))].sort();
  return createHash('sha256').update(causes.join('\n')).digest('hex').slice(0, 16);
};
