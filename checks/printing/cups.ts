/** What CUPS says of its queues and jobs: one `lpstat`, in English and in UTC. */
import { type Raw, read, sourceByOs, Unreadable, unparsable } from '../../src/contract.ts';
import { parseIsoTime } from '../../src/sources/calendar.ts';
import { refuseCut } from '../../src/sources/whole.ts';

export interface Cups {
  /** False: nobody answers, and nothing below is known. */
  readonly running: boolean;
  readonly defaultQueue: string | null;
  readonly queues: readonly CupsQueue[];
  readonly jobs: readonly CupsJob[];
}

export interface CupsQueue {
  readonly name: string;
  readonly state: 'idle' | 'printing' | 'stopped';
  readonly sinceMs: number | null;
  /** What the scheduler, the filter or the backend said last; empty when nothing. */
  readonly message: string;
  /** printer-state-reasons, as RFC 8011 names them. */
  readonly reasons: readonly string[];
  readonly uri: string | null;
  readonly accepting: boolean;
}

export interface CupsJob {
  /** `Office-12` */
  readonly id: string;
  readonly queue: string;
  readonly owner: string;
  readonly submittedMs: number | null;
  readonly status: string;
  /** job-state-reasons. */
  readonly reasons: readonly string[];
}

/**
 * `SOFTWARE=` and `LANG=C`: macOS' lpstat takes the language of the user's settings otherwise, whatever
 * LC_ALL says (apple/cups, appleLangDefault). `TZ`: it prints times without their zone.
 */
const LPSTAT = [
  'env',
  'TZ=UTC',
  'SOFTWARE=',
  'LANG=C',
  'lpstat',
  '-r',
  '-d',
  '-v',
  '-a',
  '-l',
  '-p',
  '-o',
] as const;

/** A scheduler that hangs answers nobody: then this is all the time it takes from the others. */
const LPSTAT_MS = 4000;

const asked = read({ kind: 'exec', argv: LPSTAT, timeoutMs: LPSTAT_MS }, (raw: Raw['exec']) => {
  refuseCut(raw);
  // env(1): 127 where the program is not there.
  if (raw.exitCode === 127) throw new Unreadable('absent', raw.stderr.trim() || 'no lpstat');
  const denied = /not authorized|forbidden/i.exec(raw.stderr);
  if (denied !== null) throw new Unreadable('denied', raw.stderr.trim());
  return parseLpstat(raw.stdout);
});

export const cups = sourceByOs<Cups>('print.queues', { linux: asked, darwin: asked });

export const parseLpstat = (text: string): Cups => {
  const running = /^scheduler is (not )?running$/m.exec(text);
  if (running === null) throw unparsable(text.trim() || 'nothing was printed');
  const found: Found = {
    defaultQueue: null,
    queues: new Map(),
    jobs: [],
    uris: new Map(),
    refusing: new Set(),
  };
  for (const block of blocksOf(text)) understand(block, found);
  return {
    running: running[1] === undefined,
    defaultQueue: found.defaultQueue,
    queues: [...found.queues.values()].map((queue) => ({
      ...queue,
      uri: found.uris.get(queue.name) ?? null,
      accepting: !found.refusing.has(queue.name),
    })),
    jobs: found.jobs,
  };
};

interface Block {
  readonly head: string;
  /** Lines that begin with a tab belong to the line above them. */
  readonly details: readonly string[];
}

const blocksOf = (text: string): readonly Block[] => {
  const blocks: { head: string; details: string[] }[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    // A queue's name has at most 127 characters, a device 1023 (ppd.h, http.h).
    if (line.length > 4000) throw unparsable(line);
    if (line.startsWith('\t')) blocks.at(-1)?.details.push(line.trim());
    else blocks.push({ head: line, details: [] });
  }
  return blocks;
};

interface Found {
  defaultQueue: string | null;
  readonly queues: Map<string, CupsQueue>;
  readonly jobs: CupsJob[];
  readonly uris: Map<string, string>;
  readonly refusing: Set<string>;
}

const understand = ({ head, details }: Block, found: Found): void => {
  const queue = QUEUE.exec(head);
  if (queue !== null) {
    const [, name = '', idle, , stopped, since = ''] = queue;
    found.queues.set(name, {
      name,
      state: idle !== undefined ? 'idle' : stopped !== undefined ? 'stopped' : 'printing',
      sinceMs: timeOf(since),
      message: messageOf(details),
      reasons: wordsAfter('Alerts:', details),
      uri: null,
      accepting: true,
    });
    return;
  }
  const device = /^device for ([^\s:]+): (.*)$/.exec(head);
  if (device !== null) {
    found.uris.set(device[1] ?? '', device[2] ?? '');
    return;
  }
  const accepting = /^([^\s]+) (not )?accepting requests since /.exec(head);
  if (accepting !== null) {
    if (accepting[2] !== undefined) found.refusing.add(accepting[1] ?? '');
    return;
  }
  const chosen = /^system default destination: (\S+)$/.exec(head);
  if (chosen !== null) {
    found.defaultQueue = chosen[1] ?? null;
    return;
  }
  if (/^(no system default destination|scheduler is (not )?running)$/.test(head)) return;
  const job = JOB.exec(head);
  if (job === null) throw unparsable(head);
  const [, id = '', queueName = '', owner = '', submitted = ''] = job;
  found.jobs.push({
    id,
    queue: queueName,
    owner: owner.trim(),
    submittedMs: timeOf(submitted),
    status:
      details
        .find((line) => line.startsWith('Status:'))
        ?.slice(7)
        .trim() ?? '',
    reasons: wordsAfter('Alerts:', details),
  });
};

const QUEUE =
  /^printer (\S+) (?:(is idle)\. {2}enabled since|(now printing) \S+\. {2}enabled since|(disabled) since) (.*?)(?: -)?$/;

/** `Office-12   anna   1024   Tue Nov 24 04:52:58 2026`; a user's name may hold blanks. */
const JOB = /^((\S+)-\d+) +(\S(?:.*\S)?)? +\d+ +(\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4})$/;

/** The first line of a queue is its message, if it has one: what follows is the same for every queue. */
const messageOf = ([first = '']: readonly string[]): string =>
  first.startsWith('Form mounted:') || first === 'reason unknown' ? '' : first;

const wordsAfter = (label: string, details: readonly string[]): readonly string[] => {
  const line = details.findLast((one) => one.startsWith(label));
  return (line ?? '')
    .slice(label.length)
    .split(/\s+/)
    .filter((word) => word !== '' && word !== 'none');
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** C's `%c`, in UTC. Null for a form that another library writes: a job's age is then not known, the job is. */
const timeOf = (text: string): number | null => {
  const found = /^\w{3} (\w{3}) ([ \d]\d) (\d\d:\d\d:\d\d) (\d{4})$/.exec(text);
  const month = MONTHS.indexOf(found?.[1] ?? '') + 1;
  if (found === null || month === 0) return null;
  const [, , day = '', time = '', year = ''] = found;
  return parseIsoTime(`${year}-${pad(month)}-${pad(Number(day))}T${time}Z`);
};

const pad = (value: number): string => String(value).padStart(2, '0');
