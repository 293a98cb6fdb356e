/** /proc/locks: which process holds which file. */
import { family, source, unparsable } from '../contract.ts';
import { refuseCut } from './whole.ts';

export interface FileLock {
  readonly access: 'read' | 'write';
  /** Null where the kernel names none: locks of an open file, or a process of another container. */
  readonly pid: number | null;
  /** As in mountinfo: `8:1`; null for a lock on no file. */
  readonly volume: string | null;
  readonly inode: number;
}

export const locks = source({
  id: 'system.locks',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/locks' },
  parse: (raw) => {
    refuseCut(raw);
    return parseLocks(raw.text);
  },
});

/** `1: POSIX  ADVISORY  WRITE 877 00:19:812 0 EOF`; a line with `->` waits for the lock and holds nothing. */
export const parseLocks = (text: string): readonly FileLock[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const found = LOCK.exec(line);
      if (found === null) throw unparsable(line);
      const [, waits, access = '', pid = '', major = '', minor = '', inode = ''] = found;
      if (waits !== undefined) return [];
      return [
        {
          // UNLCK and NONE are leases on their way out.
          access: access.includes('WRITE') || access === 'RW' ? ('write' as const) : ('read' as const),
          pid: Number(pid) > 0 ? Number(pid) : null,
          volume: major === '' ? null : `${Number.parseInt(major, 16)}:${Number.parseInt(minor, 16)}`,
          inode: Number(inode || 0),
        },
      ];
    });

const LOCK =
  /^\d+:( +->)? +[A-Z]+ +[A-Z*]+ +(READ|WRITE|RW|NONE|UNLCK) +(-?\d+) (?:([0-9a-f]+):([0-9a-f]+):(\d+)|<none>:0) \d+ (?:\d+|EOF)\s*$/;

/** The name of a running process; absent when there is none of that number. */
export const processName = family('process.name', 'process', (pid) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'file', path: `/proc/${pid}/comm` },
    parse: ({ text }) => text.trim(),
  }),
);
