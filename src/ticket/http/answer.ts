/** Understands a desk's answer, which may come from anything between here and there. */
import type { z } from 'zod';
import type { Failed, Failure, FailureCode, Looked } from '../desk.ts';
import { plainLine } from '../plain.ts';

const MAX_RETRY_AFTER_MS = 24 * 60 * 60_000;

export interface Answer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** undefined when it was longer than it may be. */
  readonly text: string | undefined;
  readonly nowMs: number;
}

const SOON = new Set([408, 425, 429, 500, 502, 503, 504]);
/** Answers which say that this request was not processed. */
const NOT_PROCESSED = new Set([
  400, 401, 403, 404, 405, 406, 407, 410, 411, 413, 414, 415, 422, 425, 429, 431,
]);
const CODES: Readonly<Record<number, FailureCode>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  407: 'proxy',
  410: 'not-found',
  413: 'too-large',
  429: 'too-many',
};

export const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** What an answer means that is no success. `detail`: instead of its text. */
export const refusalOf = (answer: Answer, detail?: string): Failed => {
  const { status } = answer;
  if (status >= 300 && status < 400) {
    return failed(answer, 'redirect', 'unclear', 'later', `to ${header(answer, 'location') || 'nowhere'}`);
  }
  // GitHub says 403 where others say 429.
  if (status === 403 && (header(answer, 'retry-after') || header(answer, 'x-ratelimit-remaining') === '0')) {
    return failed(answer, 'too-many', 'not-received', 'soon', detail ?? answer.text ?? '');
  }
  return failed(
    answer,
    CODES[status] ?? (SOON.has(status) || status >= 500 ? 'desk-trouble' : 'rejected'),
    NOT_PROCESSED.has(status) ? 'not-received' : 'unclear',
    SOON.has(status) ? 'soon' : status >= 500 || status === 407 ? 'later' : 'person',
    isHtml(answer) ? 'a web page' : (detail ?? answer.text ?? ''),
  );
};

/** The content of a success. Anything else is a failure that may have done its work. */
export const contentOf = <S extends z.ZodType>(answer: Answer, schema: S): Looked<z.output<S>> => {
  if (!isSuccess(answer)) return refusalOf(answer);
  if (answer.text === undefined) {
    return failed(answer, 'answer-too-large', 'unclear', 'later', 'longer than any receipt');
  }
  if (isHtml(answer)) return failed(answer, 'html', 'unclear', 'later', 'a web page');
  const parsed = schema.safeParse(parse(answer.text));
  return parsed.success
    ? { status: 'ok', value: parsed.data }
    : failed(answer, 'answer-unclear', 'unclear', 'later', answer.text);
};

/** A look does nothing at the desk: whatever went wrong, nothing was done. */
export const lookFailed = ({ failure }: Failed): Failed => ({
  status: 'failed',
  failure: { ...failure, certainty: 'not-received' },
});

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const isHtml = (answer: Answer): boolean =>
  /html/i.test(header(answer, 'content-type')) || /^\s*</.test(answer.text ?? '');

export const header = ({ headers }: Answer, name: string): string => headers[name] ?? '';

/** As `new URL` writes it: without control characters, and nothing but a web address. */
export const webAddress = (text: string | undefined): string | undefined => {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const { protocol, username, password, href } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '' ? href : undefined;
};

export const failed = (
  answer: Answer,
  code: FailureCode,
  certainty: Failure['certainty'],
  again: Failure['again'],
  detail: string,
): Failed => {
  const retryAfterMs = retryAfterOf(answer);
  return {
    status: 'failed',
    failure: {
      code,
      certainty,
      again,
      detail: plainLine(`HTTP ${answer.status} ${detail}`, 300),
      httpStatus: answer.status,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    },
  };
};

/** `Retry-After`; where it is missing and the budget is used up, the moment at which it begins anew. */
const retryAfterOf = (answer: Answer): number | undefined => {
  const { nowMs, status } = answer;
  const said = parseRetryAfter(header(answer, 'retry-after'), header(answer, 'date'), nowMs);
  if (said !== undefined || (status !== 429 && status !== 403)) return said;
  if (header(answer, 'x-ratelimit-remaining') !== '0') return undefined;
  const reset = header(answer, 'x-ratelimit-reset') || header(answer, 'ratelimit-reset');
  // Seconds since 1970 (GitHub), or a date (Jira).
  const until = /^\d{9,11}$/.test(reset) ? Number(reset) * 1000 : Date.parse(reset);
  if (Number.isNaN(until)) return undefined;
  const theirNow = Date.parse(header(answer, 'date'));
  return Math.min(Math.max(until - (Number.isNaN(theirNow) ? nowMs : theirNow), 0), MAX_RETRY_AFTER_MS);
};

/** Seconds, or a date: counted from the desk's own `Date`, since our clock may be wrong. */
export const parseRetryAfter = (value: string, date: string, nowMs: number): number | undefined => {
  const text = value.trim();
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text) * 1000, MAX_RETRY_AFTER_MS);
  const until = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(until)) return undefined;
  const theirNow = Date.parse(date);
  return Math.min(Math.max(until - (Number.isNaN(theirNow) ? nowMs : theirNow), 0), MAX_RETRY_AFTER_MS);
};
