/** The report for a chat, a forum or a ticket: Markdown in which nothing of the machine is markup. */

import type { OutputWords } from '../../language/output.en.ts';
import { outputWords } from '../../language/output.ts';
import { pasteWords } from '../../language/paste.ts';
import { type Branch, branches } from '../../output/order.ts';
import { forMarkdown, oneLine } from '../../output/untrusted.ts';
import type { Report } from '../model.ts';
import { spokenCode } from '../spoken/verdict.ts';
import { fit, type Parts } from './fit.ts';

/** A single text of the machine: a page of it says no more than its beginning. */
const MAX_TEXT = 1_500;

const MARKS = { critical: '🔴', warning: '🟡', info: '🔵', ok: '🟢', unknown: '⚪', skipped: '➖' } as const;

/** Below what GitHub takes (65,536), with room for a person's own words. */
const LIMIT = 60_000;

/** A file of its own: `report.md`. */
export const toMarkdown = (report: Report): string => {
  const words = pasteWords(report.language);
  return `${fit(markdownParts(report), { limit: LIMIT, measure: ({ length }) => length }, words.leftOut)?.text ?? ''}\n`;
};

export const markdownParts = (report: Report): Parts => {
  const words = outputWords(report.language);
  return {
    sections: [
      heading(report, words),
      ...branches(report).map((branch) => tree(branch, words, 0)),
      described(report, words),
      tried(report, words),
      untold(report, words),
      fine(report, words),
    ].filter((section) => section !== ''),
    ending: versions(report),
  };
};

const heading = (report: Report, words: OutputWords): string => {
  const [first] = branches(report);
  const calm = report.status === 'unknown' ? words.nothingSeen : words.nothingWrong;
  const verdict = first === undefined ? calm : prose(first.finding.title);
  return [
    `**${MARKS[report.status]} ${verdict}**`,
    ...(report.interrupted === true ? [`_${words.interrupted}_`] : []),
  ].join('\n\n');
};

const tree = ({ finding, explains }: Branch, words: OutputWords, depth: number): string => {
  const indent = '  '.repeat(depth);
  const severity = words.severities[finding.severity];
  const lines = [
    `${indent}- ${MARKS[finding.severity]} **${severity}: ${prose(finding.title)}** (\`${code(finding.code)}\`)`,
    ...(depth === 0
      ? [
          `${indent}  ${words.why}: ${prose(finding.why)}  `,
          `${indent}  ${words.next}: ${prose(finding.next)}  `,
          ...(finding.evidence.length > 0
            ? [
                `${indent}  ${words.seenIn}: ${finding.evidence
                  .slice(0, 8)
                  .map((id) => `\`${code(id)}\``)
                  .join(', ')}`,
              ]
            : []),
        ]
      : []),
  ];
  // Markdown itself ends at some depth; a chain of causes is never that long but in a forged report.
  return [...lines, ...explains.flatMap((child) => tree(child, words, Math.min(depth + 1, 6)))].join('\n');
};

/** Quoted line by line: an empty one would end the quotation. */
const described = ({ description = '' }: Report, words: OutputWords): string => {
  const lines = description.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.length === 0
    ? ''
    : [`**${words.described}**`, '', ...lines.map((line) => `> ${prose(line)}  `)].join('\n');
};

/** What was asked and tried, so that nobody asks again. */
const tried = ({ diagnosis }: Report, words: OutputWords): string =>
  diagnosis === undefined || diagnosis.tried.length === 0
    ? ''
    : [
        `**${words.tried}**`,
        '',
        ...diagnosis.tried.map(({ step, result }) => `- ${prose(step)}: ${prose(result)}`),
      ].join('\n');

const untold = (report: Report, words: OutputWords): string => {
  const all = report.checks.flatMap(({ unknown }) => unknown);
  if (all.length === 0) return '';
  const list = [...new Map(all.map((entry) => [entry.source, entry])).values()];
  return [
    `**${words.untold}**`,
    '',
    ...list.map(({ source, why, remedy }) => `- \`${code(source)}\`: ${prose(why)}. ${prose(remedy)}`),
  ].join('\n');
};

const fine = (report: Report, words: OutputWords): string => {
  const lines = report.checks.flatMap(({ name, status, skipped }) => {
    if (status === 'ok') return [`- ${MARKS.ok} ${prose(name)}`];
    return status === 'skipped'
      ? [`- ${MARKS.skipped} ${prose(name)}: ${prose(words.notHere(skipped ?? ''))}`]
      : [];
  });
  return lines.length === 0 ? '' : [`**${words.fine}**`, '', ...lines].join('\n');
};

const versions = (report: Report): string => {
  const { tool, host, startedAt } = report;
  return `\`${code([`${tool.name} ${tool.version}`, host.os, host.release, host.arch, startedAt, spokenCode(report)].filter(Boolean).join(' · '))}\``;
};

const prose = (text: string): string =>
  forMarkdown(text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text);

/** Within back-ticks: one line, and none of its own. */
const code = (text: string): string => oneLine(text).replaceAll('`', "'").slice(0, 200) || '?';
