/** An answer as a person reads it: what a program printed, what a file held. */
import type { Answer, RecordedEntry } from '../../contract.ts';
import { cleanText } from '../../output/untrusted.ts';

export const rawOf = (answer: Answer) => (answer.status === 'ok' ? answer.raw : answer.partial);

/** Undefined for what is no text: that is told as JSON. */
export const readable = ({ request, answer }: RecordedEntry): string | undefined => {
  const raw = rawOf(answer);
  const ending = answer.status === 'ok' ? [] : [`(${answer.status}: ${answer.why})`];
  if (request.kind === 'exec' && raw !== undefined && 'stdout' in raw) {
    const parts = [
      `$ ${wordsOf(request.argv)}`,
      raw.stdout.trimEnd(),
      ...(raw.stderr.trim() === '' ? [] : ['(stderr)', raw.stderr.trimEnd()]),
      ...(raw.exitCode === 0 ? [] : [`(exit ${raw.exitCode ?? 'by a signal'})`]),
      ...ending,
    ];
    return `${cleanText(parts.filter((part) => part !== '').join('\n'))}\n`;
  }
  if (request.kind === 'file' && raw !== undefined && 'text' in raw) {
    return `${cleanText([`# ${wordsOf([request.path])}`, raw.text.trimEnd(), ...ending].join('\n'))}\n`;
  }
  return undefined;
};

/** The requests of a stranger's bundle are not validated beyond their kind. */
const wordsOf = (words: unknown): string =>
  Array.isArray(words) ? words.filter((word) => typeof word === 'string').join(' ') : '';
