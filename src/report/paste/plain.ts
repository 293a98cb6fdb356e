/** The report as plain text, for a mail, a chat or a forum: no markup, nothing that becomes a link. */
import type { OutputWords } from '../../language/output.en.ts';
import { outputWords } from '../../language/output.ts';
import { type Branch, branches } from '../../output/order.ts';
import { forPlain } from '../../output/untrusted.ts';
import { wrap } from '../../output/wrap.ts';
import type { Report } from '../model.ts';
import { spokenCode } from '../spoken/verdict.ts';
import type { Parts } from './fit.ts';

/** RFC 5322 asks for less than 79; a mark of quotation has room too. */
const WIDTH = 74;
/** A single text of the machine: a page of it says no more than its beginning. */
const MAX_TEXT = 800;

export const plainParts = (report: Report): Parts => {
  const words = outputWords(report.language);
  const trees = branches(report);
  const calm = report.status === 'unknown' ? words.nothingSeen : words.nothingWrong;
  return {
    sections: [
      ...(report.interrupted === true ? [lines(words.interrupted)] : []),
      ...(trees.length === 0 ? [lines(calm)] : trees.map((branch) => tree(branch, words, ''))),
      described(report, words),
      tried(report, words),
      untold(report, words),
      fine(report, words),
    ].filter((section) => section !== ''),
    ending: versions(report),
  };
};

const tree = ({ finding, explains }: Branch, words: OutputWords, indent: string): string => {
  const under = `${indent}  `;
  const isRoot = indent === '';
  return [
    lines(`${words.severities[finding.severity]}: ${short(finding.title)} (${finding.code})`, indent, under),
    ...(isRoot && finding.why !== '' ? [lines(`${words.why}: ${short(finding.why)}`, under)] : []),
    ...(isRoot && finding.next !== '' ? [lines(`${words.next}: ${short(finding.next)}`, under)] : []),
    ...(isRoot && explains.length > 0 ? [lines(`${words.explains}:`, under)] : []),
    // A chain of causes is never deeper but in a forged report.
    ...explains.map((branch) =>
      tree(branch, words, indent.length < 12 ? `${under}${isRoot ? '  ' : ''}` : indent),
    ),
  ].join('\n');
};

const described = ({ description = '' }: Report, words: OutputWords): string =>
  description === ''
    ? ''
    : [
        `${words.described}:`,
        ...description.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [lines(line, '  ')])),
      ].join('\n');

/** What was asked and tried, so that nobody asks again. */
const tried = ({ diagnosis }: Report, words: OutputWords): string =>
  diagnosis === undefined || diagnosis.tried.length === 0
    ? ''
    : [
        `${words.tried}:`,
        ...diagnosis.tried.map(({ step, result }) => lines(`- ${short(step)}: ${short(result)}`, '', '  ')),
      ].join('\n');

const untold = (report: Report, words: OutputWords): string => {
  const all = report.checks.flatMap(({ unknown }) => unknown);
  const list = [...new Map(all.map((entry) => [entry.source, entry])).values()];
  if (list.length === 0) return '';
  return [
    `${words.untold}:`,
    ...list.map(({ source, why, remedy }) => lines(`- ${source}: ${short(why)}. ${short(remedy)}`, '', '  ')),
  ].join('\n');
};

const fine = (report: Report, words: OutputWords): string => {
  const names = report.checks.flatMap(({ name, status }) => (status === 'ok' ? [name] : []));
  return names.length === 0 ? '' : lines(`${words.fine}: ${names.join(', ')}`, '', '  ');
};

const versions = (report: Report): string => {
  const { tool, host, startedAt } = report;
  const about = [
    `${tool.name} ${tool.version}`,
    host.os,
    host.release,
    host.arch,
    startedAt,
    spokenCode(report),
  ];
  return lines(about.filter(Boolean).join(', '));
};

const short = (text: string): string => (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text);

/** A word longer than a line is broken: mail programs would break it anywhere else. */
const lines = (text: string, head = '', indent = head): string =>
  wrap(forPlain(text), WIDTH, indent, head)
    .flatMap((line) => line.match(new RegExp(`.{1,${WIDTH}}`, 'gu')) ?? [''])
    .join('\n');
