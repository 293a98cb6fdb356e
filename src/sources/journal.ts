/** systemd's journal as JSON lines: who said what, when and in which start of the computer. */
import { type Raw, source, Unreadable, unparsable } from '../contract.ts';
import { isObject, type LooseObject, parseJson } from './network/json.ts';

export interface JournalLine {
  /** Milliseconds since 1970. */
  readonly epochMs: number;
  /** 0 emergency … 7 debug; null where it was not given. */
  readonly level: number | null;
  /** `sshd`, `kernel`; null where nobody is named. */
  readonly from: string | null;
  readonly text: string;
  readonly bootId: string | null;
  readonly messageId: string | null;
  /** Fields that were asked for beside these, by their own name. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * What `journalctl --output=json` printed, oldest first. It exits with 0 when it may not see the system's
 * messages, and when there is no journal at all: only its hint on stderr tells.
 */
export const parseJournal = (raw: Raw['exec']): readonly JournalLine[] =>
  [...printedLines(raw)].sort((left, right) => left.epochMs - right.epochMs);

/** In the journal's own order, which a clock that was put right in between does not turn round. */
const printedLines = ({ stdout, stderr, exitCode }: Raw['exec']): readonly JournalLine[] => {
  const lines = stdout.split('\n').filter((line) => line.trim() !== '' && !/^-- .* --$/.test(line));
  if (lines.length === 0 || exitCode !== 0) refuse(stderr, exitCode);
  return lines.map(lineFrom);
};

/** In an order in which the more telling comes first. Never translated: journalctl has no translations. */
const refuse = (stderr: string, exitCode: number | null): void => {
  const told = stderr.trim().split('\n')[0] ?? '';
  if (/not seeing messages from other users|insufficient permissions|Permission denied/i.test(stderr)) {
    throw new Unreadable('denied', 'the system journal is closed to this user');
  }
  if (
    /No journal files were (found|opened)|no persistent journal|no such boot ID|Data from the specified boot/i.test(
      stderr,
    )
  ) {
    throw new Unreadable('absent', told);
  }
  if (exitCode !== 0) throw new Unreadable('failed', told || `exit ${exitCode ?? 'by a signal'}`);
};

const KNOWN = [
  '__REALTIME_TIMESTAMP',
  '_SOURCE_REALTIME_TIMESTAMP',
  'MESSAGE',
  'PRIORITY',
  'SYSLOG_IDENTIFIER',
  '_BOOT_ID',
  'MESSAGE_ID',
];

const lineFrom = (line: string): JournalLine => {
  const entry = parseJson(line);
  if (!isObject(entry)) throw unparsable(line);
  const at = Number(textOf(entry, '__REALTIME_TIMESTAMP') ?? Number.NaN);
  const priority = textOf(entry, 'PRIORITY');
  if (!Number.isSafeInteger(at) || at <= 0 || (priority !== null && !/^[0-7]$/.test(priority)))
    throw unparsable(line);
  return {
    epochMs: Math.floor(at / 1000),
    level: priority === null ? null : Number(priority),
    from: textOf(entry, 'SYSLOG_IDENTIFIER'),
    text: textOf(entry, 'MESSAGE') ?? '',
    bootId: textOf(entry, '_BOOT_ID'),
    messageId: textOf(entry, 'MESSAGE_ID'),
    fields: Object.fromEntries(
      Object.keys(entry)
        .filter((key) => /^[A-Z]/.test(key) && !KNOWN.includes(key))
        .flatMap((key) => {
          const text = textOf(entry, key);
          return text === null ? [] : [[key, text]];
        }),
    ),
  };
};

/** A field is text; a list of byte values where it is no UTF-8 or holds control characters; a list of texts where it came twice. */
const textOf = (entry: LooseObject, key: string): string | null => {
  const value = entry[key];
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return null;
  if (value.every((byte): byte is number => Number.isInteger(byte) && byte >= 0 && byte <= 255))
    return latin1(value);
  const first: unknown = value[0];
  return typeof first === 'string' ? first : null;
};

/** Only letters of ASCII are wanted of such a text: the rest is shown as it came. */
const latin1 = (bytes: readonly number[]): string =>
  bytes
    .slice(0, MAX_BYTES)
    .map((byte) => String.fromCharCode(byte))
    .join('');

const MAX_BYTES = 4000;

export type StartEvent = 'journal-started' | 'journal-stopped' | 'started-up' | 'shutdown-ordered';

/** One mark that systemd leaves in each start. */
export interface BootMark {
  readonly bootId: string;
  readonly epochMs: number;
  readonly event: StartEvent;
  /** Of `started-up`: how long programs took to start; null elsewhere. */
  readonly userspaceMs: number | null;
}

/** sd-messages.h: these numbers stand for the messages in every version and language. */
const EVENTS: Readonly<Record<string, StartEvent>> = {
  f77379a8490b408bbe5f6940505a777b: 'journal-started',
  d93fb3c9c24d451a97cea615ce59c00b: 'journal-stopped',
  b07a249cd024414a82dd00cd181378ff: 'started-up',
  '98268866d1d54a499c4e98921d93bc40': 'shutdown-ordered',
};

/**
 * The marks of the last starts, oldest first: an index lookup, where `--list-boots` reads every file. A start
 * whose journal was never stopped ended without a shutdown.
 */
export const bootMarks = source({
  id: 'journal.starts',
  os: ['linux'],
  request: {
    kind: 'exec',
    argv: [
      'journalctl',
      '--system',
      '--lines=120',
      '--output=json',
      '--output-fields=MESSAGE_ID,USERSPACE_USEC',
      '--no-pager',
      ...Object.keys(EVENTS).map((id) => `MESSAGE_ID=${id}`),
    ],
  },
  parse: (raw): readonly BootMark[] =>
    printedLines(raw).flatMap(({ bootId, messageId, epochMs, fields }) => {
      const event = messageId === null ? undefined : EVENTS[messageId];
      if (bootId === null || event === undefined) return [];
      const userspace = fields.USERSPACE_USEC;
      return [
        {
          bootId,
          epochMs,
          event,
          userspaceMs:
            userspace !== undefined && /^\d{1,15}$/.test(userspace)
              ? Math.round(Number(userspace) / 1000)
              : null,
        },
      ];
    }),
});

/** What the kernel called an error or worse before the previous start ended, oldest first. */
export const lastStartKernelLog = source({
  id: 'journal.kernel-before',
  os: ['linux'],
  request: {
    kind: 'exec',
    argv: [
      'journalctl',
      '--boot=-1',
      '--dmesg',
      '--priority=4',
      '--lines=200',
      '--output=json',
      '--output-fields=MESSAGE,PRIORITY',
      '--no-pager',
    ],
  },
  parse: (raw) => parseJournal(raw),
});

export interface UnitRestart {
  readonly unit: string;
  readonly epochMs: number;
  /** How often in all since it was started by hand or with the system; null before systemd 235. */
  readonly count: number | null;
}

/** SD_MESSAGE_UNIT_RESTART_SCHEDULED: a unit that ended and is started again by itself. */
const RESTART_SCHEDULED = '5eb03494b6584870a536b337290809b3';

/** Such a unit is never listed as failed. An index lookup; of the system's own units. */
export const unitRestarts = source({
  id: 'journal.restarts',
  os: ['linux'],
  request: {
    kind: 'exec',
    argv: [
      'journalctl',
      '--system',
      '--boot',
      '--lines=120',
      '--output=json',
      '--output-fields=UNIT,N_RESTARTS',
      '--no-pager',
      `MESSAGE_ID=${RESTART_SCHEDULED}`,
    ],
  },
  parse: (raw): readonly UnitRestart[] =>
    parseJournal(raw).flatMap(({ epochMs, fields }) => {
      const { UNIT: unit, N_RESTARTS: count = '' } = fields;
      return unit === undefined
        ? []
        : [{ unit, epochMs, count: /^\d{1,9}$/.test(count) ? Number(count) : null }];
    }),
});
