/** Understands the desk's answer, which may come from anything between here and there. */
import { z } from 'zod';
import type { Failure, FailureCode, Found, Outcome } from '../../desk.ts';
import { plainLine } from '../../plain.ts';

export const MAX_ANSWER_BYTES = 64 * 1024;
const MAX_RETRY_AFTER_MS = 24 * 60 * 60_000;

export interface Answer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** undefined when it was longer than MAX_ANSWER_BYTES. */
  readonly text: string | undefined;
  readonly nowMs: number;
}

/** Anything else in it is of no interest. */
const receipt = z.object({
  id: z.union([z.string().min(1).max(200), z.number().int()]).optional(),
  url: z.string().max(2_000).optional().catch(undefined),
  key: z.string().max(200).optional(),
});

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

export const understand = (answer: Answer, key: string): Outcome => {
  const { status } = answer;
  if (status >= 300 && status < 400) {
    return failed(answer, 'redirect', 'unclear', 'later', `to ${header(answer, 'location') || 'nowhere'}`);
  }
  if ((status >= 200 && status < 300) || status === 409) return understandReceipt(answer, key);
  return failed(
    answer,
    CODES[status] ?? (SOON.has(status) || status >= 500 ? 'desk-trouble' : 'rejected'),
    NOT_PROCESSED.has(status) ? 'not-received' : 'unclear',
    SOON.has(status) ? 'soon' : status >= 500 || status === 407 ? 'later' : 'person',
    isHtml(answer) ? 'a web page' : (answer.text ?? ''),
  );
};

/** For a look-up: "no such ticket" is an answer too. */
export const understandFound = (answer: Answer, key: string): Found => {
  if (answer.status === 404 || answer.status === 204) return { status: 'none' };
  if (answer.status === 409) return failed(answer, 'answer-unclear', 'not-received', 'later', 'to a look-up');
  const outcome = understand(answer, key);
  if (outcome.status === 'failed') {
    // Looking for it files nothing.
    return { ...outcome, failure: { ...outcome.failure, certainty: 'not-received' } };
  }
  if (parse(answer.text ?? '')?.key !== key) {
    return failed(answer, 'answer-unclear', 'not-received', 'later', 'the answer does not name the key');
  }
  return { ...outcome, status: 'found', existing: true };
};

const understandReceipt = (answer: Answer, key: string): Outcome => {
  const { status, text } = answer;
  if (text === undefined) {
    return failed(answer, 'answer-too-large', 'unclear', 'later', `over ${MAX_ANSWER_BYTES} bytes`);
  }
  if (isHtml(answer)) return failed(answer, 'html', 'unclear', 'later', 'a web page');
  const found = parse(text);
  if (found === undefined || (found.id === undefined && found.key === undefined)) {
    return failed(answer, status === 409 ? 'conflict' : 'answer-unclear', 'unclear', 'later', text);
  }
  if (found.key !== undefined && found.key !== key) {
    return failed(answer, 'conflict', 'unclear', 'person', 'the answer names another key');
  }
  const url = webAddress(found.url);
  return {
    status: 'sent',
    id: plainLine(String(found.id ?? key), 200),
    ...(url !== undefined && { url }),
    existing: status === 409,
  };
};

const parse = (text: string): z.infer<typeof receipt> | undefined => {
  try {
    return receipt.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

const isHtml = (answer: Answer): boolean =>
  /html/i.test(header(answer, 'content-type')) || /^\s*</.test(answer.text ?? '');

const header = ({ headers }: Answer, name: string): string => headers[name] ?? '';

/** As `new URL` writes it: without control characters, and nothing but a web address. */
const webAddress = (text: string | undefined): string | undefined => {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const { protocol, username, password, href } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '' ? href : undefined;
};

const failed = (
  answer: Answer,
  code: FailureCode,
  certainty: Failure['certainty'],
  again: Failure['again'],
  detail: string,
): { readonly status: 'failed'; readonly failure: Failure } => {
  const retryAfterMs = parseRetryAfter(header(answer, 'retry-after'), header(answer, 'date'), answer.nowMs);
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

/** Seconds, or a date: counted from the desk's own `Date`, since our clock may be wrong. */
export const parseRetryAfter = (value: string, date: string, nowMs: number): number | undefined => {
  const text = value.trim();
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text) * 1000, MAX_RETRY_AFTER_MS);
  const until = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(until)) return undefined;
  const theirNow = Date.parse(date);
  return Math.min(Math.max(until - (Number.isNaN(theirNow) ? nowMs : theirNow), 0), MAX_RETRY_AFTER_MS);
};
