/** Which requests read a log, and how its entries tell their time. */
import type { Request } from '../../contract.ts';
import { cutLines } from './dated.ts';

/** `bootedMs`: when this computer started, null where it could not be told. Both in milliseconds since 1970. */
export type Cut = (text: string, fromMs: number, bootedMs: number | null) => string;

export const cutFor = (request: Request): Cut | undefined => {
  if (request.kind === 'file') return LOG_FILE.test(request.path) ? plain : undefined;
  if (request.kind !== 'exec') return undefined;
  const program = request.argv[0].split(/[\\/]/).at(-1);
  return program === undefined ? undefined : PROGRAMS[program];
};

const LOG_FILE = /^\/(?:private\/)?var\/log\//;

const plain: Cut = (text, from) => cutLines(text, from);

const lineByJson =
  (timeIn: (entry: Readonly<Record<string, unknown>>) => number): Cut =>
  (text, from) =>
    cutLines(text, from, (line) => {
      const entry = objectIn(line);
      const time = entry === undefined ? Number.NaN : timeIn(entry);
      return Number.isNaN(time) ? null : time;
    });

/** Microseconds, as text. */
const journal = lineByJson(({ __REALTIME_TIMESTAMP: at }) =>
  typeof at === 'string' ? Number(at) / 1000 : Number.NaN,
);

/** `2026-01-02 03:04:05.678901+0200` */
const unified = lineByJson(({ timestamp: at }) =>
  typeof at === 'string'
    ? Date.parse(at.replace(' ', 'T').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
    : Number.NaN,
);

/** `<4>[   12.345678] text`: seconds since the start. */
const kernel: Cut = (text, from, bootedMs) =>
  bootedMs === null
    ? text
    : cutLines(text, from, (line) => {
        const seconds = /^(?:<\d{1,4}>)?\[ {0,12}(\d{1,10}\.\d{1,9})\]/.exec(line)?.[1];
        return seconds === undefined ? null : bootedMs + Number(seconds) * 1000;
      });

/** One JSON object whose `events` each bear `at`; other batches are no logs. */
const events: Cut = (text, from) => {
  const batch = objectIn(text);
  if (batch === undefined || !Array.isArray(batch.events)) return text;
  const isNew = (event: unknown): boolean =>
    typeof event !== 'object' ||
    event === null ||
    !('at' in event) ||
    typeof event.at !== 'string' ||
    !(Date.parse(event.at) < from);
  return JSON.stringify({ ...batch, events: batch.events.filter(isNew) });
};

const jsonOr =
  (json: Cut): Cut =>
  (text, from, booted) =>
    (text.startsWith('{') ? json : plain)(text, from, booted);

const PROGRAMS: Readonly<Record<string, Cut>> = {
  journalctl: jsonOr(journal),
  log: jsonOr(unified),
  dmesg: kernel,
  powershell: jsonOr(events),
};

const objectIn = (text: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
};
