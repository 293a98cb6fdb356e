/** A ticket cut to what a desk takes. Its last lines, which name its report and its key, stay whole. */
import type { Ticket } from './model.ts';

/** `maxChars`: of the text without markup. Half of it is for the person's own words. */
export const ticketWithin = (ticket: Ticket, maxChars: number): Ticket => {
  const { description, verdict, tried } = ticket;
  const rootCauses = whileWithin(verdict.rootCauses, maxChars / 5, ({ title, code }) => title + code);
  return {
    ...ticket,
    description: cut(description, Math.floor(maxChars / 2)),
    verdict: { ...verdict, rootCauses },
    tried: whileWithin(tried, maxChars / 5, ({ step, result }) => step + result),
  };
};

const cut = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;

const whileWithin = <T>(all: readonly T[], max: number, textOf: (one: T) => string): readonly T[] => {
  let sum = 0;
  const end = all.findIndex((one) => {
    sum += textOf(one).length;
    return sum > max;
  });
  return end === -1 ? all : all.slice(0, end);
};
