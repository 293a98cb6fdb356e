/** What the kernel said since this start. */
import type { Raw } from '../contract.ts';
import { source, Unreadable, unparsable } from '../contract.ts';
import { isObject, type LooseObject, parseJson } from './network/json.ts';

export interface KernelLine {
  /** Since the start; null where the kernel prints no times. */
  readonly seconds: number | null;
  /** 0 (emergency) to 7 (debug); null where it is not told. */
  readonly level: number | null;
  readonly text: string;
}

/** The journal can often be read where the kernel's own buffer cannot (group adm, kernel.dmesg_restrict). */
const journal = source({
  id: 'kernel.log.journal',
  os: ['linux'],
  request: {
    kind: 'exec',
    argv: [
      ...(['journalctl', '-k', '-b', '-q', '--no-pager', '-n', '5000', '-o', 'json'] as const),
      '--output-fields=MESSAGE,PRIORITY,_SOURCE_MONOTONIC_TIMESTAMP',
    ],
  },
  parse: (raw): readonly KernelLine[] => parseKernelJournal(raw),
});

/** Of a longer log the head and the tail. `-r` (raw) tells the level of each line, in busybox too. */
export const kernelLog = source({
  id: 'kernel.log',
  os: ['linux'],
  request: { kind: 'exec', argv: ['dmesg', '-r'] },
  parse: (raw): readonly KernelLine[] => parseDmesg(raw),
  otherwise: journal,
});

type Output = Pick<Raw['exec'], 'stdout' | 'stderr' | 'exitCode'>;

/** `<4>[   12.345678] text`; the level and the time may be missing. */
export const parseDmesg = ({ stdout, stderr, exitCode }: Output): readonly KernelLine[] => {
  if (exitCode !== 0) throw refusal(stderr, `dmesg ended with ${exitCode}`);
  const lines = stdout.split('\n').filter((line) => line.trim() !== '');
  // The kernel always says something while it starts: nothing at all is a buffer that was emptied.
  if (lines.length === 0) throw new Unreadable('unparsable', 'the kernel log is empty');
  return lines.map(lineFrom);
};

const LINE = /^(?:<(\d{1,4})>)?(?:\[ {0,12}(\d{1,10}\.\d{1,9})\] ?)?/;

/** One line as the kernel keeps it: in its buffer, and in what survived a crash. */
export const lineFrom = (line: string): KernelLine => {
  const [prefix, priority, seconds] = LINE.exec(line) ?? [''];
  return {
    seconds: seconds === undefined ? null : Number(seconds),
    // syslog(2): the facility stands in the higher bits.
    level: priority === undefined ? null : Number(priority) % 8,
    text: line.slice(prefix.length).trimEnd(),
  };
};

export const parseKernelJournal = ({ stdout, stderr, exitCode }: Output): readonly KernelLine[] => {
  const lines = stdout.split('\n').filter((line) => line.trim() !== '');
  // Without rights it prints nothing and ends well.
  if (lines.length === 0) throw refusal(stderr, `no kernel messages in the journal (${exitCode})`);
  return lines.map((line) => {
    const entry = parseJson(line);
    if (!isObject(entry)) throw unparsable(line);
    return { seconds: secondsOf(entry, line), level: levelOf(entry, line), text: textOf(entry, line) };
  });
};

const secondsOf = (entry: LooseObject, line: string): number | null => {
  const value = entry._SOURCE_MONOTONIC_TIMESTAMP;
  if (value === undefined) return null;
  if (typeof value !== 'string' || !/^\d{1,16}$/.test(value)) throw unparsable(line);
  return Number(value) / 1e6;
};

const levelOf = ({ PRIORITY: value }: LooseObject, line: string): number | null => {
  if (value === undefined) return null;
  if (typeof value !== 'string' || !/^[0-7]$/.test(value)) throw unparsable(line);
  return Number(value);
};

/** What is not plain text comes as bytes, what is too long as null. */
const textOf = ({ MESSAGE: value }: LooseObject, line: string): string => {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (!Array.isArray(value)) throw unparsable(line);
  return value.map((byte) => (typeof byte === 'number' ? String.fromCharCode(byte & 0xff) : '')).join('');
};

/** `dmesg: read kernel buffer failed: Operation not permitted`; journalctl hints at the groups to join. */
const refusal = (stderr: string, why: string): Unreadable => {
  const line = stderr.trim().split('\n')[0] ?? '';
  return /not permitted|permission denied|not seeing messages|adm|systemd-journal/i.test(stderr)
    ? new Unreadable('denied', line)
    : new Unreadable('failed', line || why);
};
