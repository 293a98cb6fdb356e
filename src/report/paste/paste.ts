/** The report fitted to the place where it is pasted, with the block that `inspect -` reads at its end. */
import { pasteWords } from '../../language/paste.ts';
import { branches } from '../../output/order.ts';
import { forPlain } from '../../output/untrusted.ts';
import type { Report } from '../model.ts';
import { spokenCode } from '../spoken/verdict.ts';
import { type Form, writeBlock } from './block/write.ts';
import { type Fitted, fit, type Parts, type Room } from './fit.ts';
import type { TargetName } from './places.ts';
import { type Target, targets } from './targets.ts';
import { ticketUrl } from './ticket-url.ts';

export interface Paste {
  readonly text: string;
  /** How many of its parts had no room. */
  readonly leftOut: number;
  readonly form: Form;
}

export const paste = (report: Report, name: Exclude<TargetName, 'url'>): Paste =>
  fitted(report, targets[name], ({ length }) => length);

/** A link that opens a ticket with the report in it. */
export const pasteUrl = (report: Report, url: string, limit = targets.url.limit): Paste => {
  const link = (body: string) => ticketUrl(url, titleOf(report), body);
  const fittedIn = fitted(report, { ...targets.url, limit }, (body) => link(body).length);
  return { ...fittedIn, text: link(fittedIn.text) };
};

/** The shortest such link: all it says is the title, and the code for the telephone. */
export const briefUrl = (report: Report, url: string): string =>
  ticketUrl(url, titleOf(report), spokenCode(report));

const titleOf = (report: Report): string => {
  const [first] = branches(report);
  return `techsupport: ${forPlain(first?.finding.title ?? pasteWords(report.language).below.codes).slice(0, 100)}`;
};

/** The largest form of the block beside which the verdict, and the first cause with its cure, have room. */
const fitted = (report: Report, target: Target, measure: (text: string) => number): Paste => {
  const words = pasteWords(report.language);
  const { sections, ending } = target.parts(report);
  const [before, after] = target.frame ?? ['', ''];
  const framed = (text: string) => `${before}${text}${after}`;
  const room = { limit: target.limit, measure: (text: string) => measure(framed(text)) };
  for (const form of target.forms) {
    const lines = writeBlock(report, form);
    if (lines === undefined) continue;
    const below = target.block(words.below[form], lines.join('\n'));
    const parts = { sections, ending: `${ending}\n\n${below}` };
    const isLast = form === target.forms.at(-1);
    const result =
      fit(parts, room, words.leftOut) ?? (isLast ? begun(parts, room, words.leftOut) : undefined);
    const isEnough = result !== undefined && sections.length - result.leftOut >= Math.min(2, sections.length);
    if (result !== undefined && (isLast || isEnough)) return { ...result, text: framed(result.text), form };
  }
  return { text: framed(ending), leftOut: sections.length, form: 'codes' };
};

/** The beginning of the first part, where not even that fits as a whole. */
const begun = (
  { sections: [first = '', ...others], ending }: Parts,
  room: Room,
  leave: (count: number) => string,
): Fitted | undefined =>
  first
    .split('\n')
    .map((_, at, all) => all.slice(0, at + 1).join('\n'))
    .map((start) => ({
      text: [`${start} …`, leave(others.length + 1), ending].join('\n\n'),
      leftOut: others.length + 1,
    }))
    .findLast(({ text }) => room.measure(text) <= room.limit);
