/** Linux: what a kernel that crashed could still leave behind. */
import { family, source, Unreadable } from '../../../src/contract.ts';
import { type KernelLine, lineFrom } from '../../../src/sources/kernel-log.ts';

const PSTORE = '/sys/fs/pstore';
const KEPT = '/var/lib/systemd/pstore';

/** `dmesg-erst-…`, `dmesg-efi_pstore-…`, `console-ramoops-0`: the kernel's last words, kept by the firmware. */
const isRecord = (name: string): boolean => /^(?:dmesg|console)[-.]/.test(name);

export const crashReads = {
  pstore: source({
    id: 'start.pstore',
    os: ['linux'],
    request: { kind: 'list', path: PSTORE },
    parse: ({ names }) => names.filter(isRecord).sort(),
  }),
  /** systemd-pstore(8) moves them here during the next start, a folder for each crash. */
  pstoreKept: source({
    id: 'start.pstore-kept',
    os: ['linux'],
    request: { kind: 'list', path: KEPT },
    parse: ({ names }) => [...names].sort(),
  }),
  /** kdump: `202611201015` (Debian, Ubuntu), `127.0.0.1-2026-11-20-10:15:00` (Red Hat). */
  kdumps: source({
    id: 'start.kdump',
    os: ['linux'],
    request: { kind: 'list', path: '/var/crash' },
    parse: ({ names }): readonly string[] =>
      names.flatMap((name) => {
        const found =
          /^(20\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(name) ??
          /^[0-9a-f.:]{2,45}-(20\d\d)-(\d\d)-(\d\d)-(\d\d):(\d\d):\d\d$/.exec(name);
        return found === null ? [] : [`${found[1]}-${found[2]}-${found[3]}T${found[4]}:${found[5]}:00Z`];
      }),
  }),
};

export const keptFolder = family('start.pstore-folder', 'name', (name) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'list', path: `${KEPT}/${name}` },
    parse: ({ names }) => [...names].sort(),
  }),
);

/** When it was put there: a folder of systemd-pstore, or a record that is still in the firmware. */
export const recordTime = family('start.pstore-time', 'path', (path) =>
  source({ id: '', os: ['linux'], request: { kind: 'stat', path }, parse: ({ modifiedAt }) => modifiedAt }),
);

export const record = family('start.pstore-record', 'path', (path) =>
  source({ id: '', os: ['linux'], request: { kind: 'file', path }, parse: ({ text }) => recordLines(text) }),
);

export const keptPath = (...names: readonly string[]): string => [KEPT, ...names].join('/');
export const pstorePath = (name: string): string => `${PSTORE}/${name}`;

/** `Panic#1 Part1`, then the kernel's lines. */
export const recordLines = (text: string): readonly KernelLine[] => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new Unreadable('unparsable', 'an empty record');
  return lines.map(lineFrom);
};
