/** Arrays and pools of Linux, and whether a disk is missing from one. */
import { family, source, unparsable } from '../contract.ts';

export interface MdArray {
  readonly name: string;
  readonly level: string;
  readonly active: boolean;
  /** How many disks it was made for, and how many work; null where the level has no redundancy. */
  readonly disks: number | null;
  readonly working: number | null;
  /** Members marked as failed: `sdb1`. */
  readonly failed: readonly string[];
  /** Recovery or resync under way, in percent. */
  readonly rebuildPct: number | null;
}

export const mdArrays = source({
  id: 'disk.raid.md',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/mdstat' },
  parse: ({ text }): readonly MdArray[] => parseMdstat(text),
});

/** md(4): `md2 : active raid1 sde1[1] sdd1[0](F)`, then `17920384 blocks [2/1] [U_]`. */
export const parseMdstat = (text: string): readonly MdArray[] => {
  const lines = text.split('\n');
  if (!lines.some((line) => line.startsWith('Personalities'))) throw unparsable(lines[0] ?? '');
  const starts = lines.flatMap((line, at) => (/^md\S* : /.test(line) ? [at] : []));
  return starts.map((at, index) => arrayFrom(lines.slice(at, starts[index + 1] ?? lines.length)));
};

const arrayFrom = (lines: readonly string[]): MdArray => {
  const [head = '', ...rest] = lines;
  const found =
    /^(md\S*) : (active|inactive|broken)((?: \((?:auto-read-only|read-only)\))?)((?: \S+)*)\s*$/.exec(head);
  if (found === null) throw unparsable(head);
  const [, name = '', state, , members = ''] = found;
  const words = members.trim().split(' ');
  const level = words.find((word) => !word.includes('[')) ?? '';
  const count = rest.map((line) => /\[(\d{1,5})\/(\d{1,5})\]/.exec(line)).find((one) => one !== null);
  const rebuild = rest
    .map((line) => /(?:recovery|resync|reshape) *= *(\d{1,3}(?:\.\d+)?)%/.exec(line))
    .find((one) => one !== null);
  return {
    name,
    level,
    active: state === 'active',
    disks: count === undefined ? null : Number(count[1]),
    working: count === undefined ? null : Number(count[2]),
    failed: words.flatMap((word) => /^([^[]+)\[\d+\](?:\([A-Z]\))*\(F\)/.exec(word)?.[1] ?? []),
    rebuildPct: rebuild === undefined ? null : Number(rebuild[1]),
  };
};

export interface Pool {
  readonly name: string;
  /** `ONLINE`, `DEGRADED`, `FAULTED`, `UNAVAIL`, `SUSPENDED` …; null where the module does not tell. */
  readonly state: string | null;
}

/** The pools of a ZFS module that is loaded; the zpool program would load it. */
export const zfsPools = source({
  id: 'disk.raid.zfs',
  os: ['linux'],
  request: { kind: 'attributes', folder: '/proc/spl/kstat/zfs', names: ['state', 'io'] },
  parse: ({ entries }): readonly Pool[] =>
    Object.entries(entries).flatMap(([name, { state, io }]) =>
      // Folders without either are counters of the module itself.
      state === undefined && io === undefined
        ? []
        : [{ name, state: state !== undefined && 'text' in state ? state.text.trim() : null }],
    ),
});

export interface PoolStatus {
  readonly name: string;
  readonly state: string;
  /** Disks that are not online, with their state. */
  readonly bad: readonly { readonly name: string; readonly state: string }[];
  /** Errors counted on any of its disks: read, write, checksum. */
  readonly errors: number;
}

export const zpoolStatus = family('disk.raid.zpool', 'pools', () =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'exec', argv: ['zpool', 'status', '-p'] },
    parse: ({ stdout }): readonly PoolStatus[] => parseZpoolStatus(stdout),
  }),
);

export const parseZpoolStatus = (text: string): readonly PoolStatus[] => {
  if (/^no pools available/m.test(text)) return [];
  const lines = text.split('\n');
  const starts = lines.flatMap((line, at) => (/^ *pool: \S/.test(line) ? [at] : []));
  if (starts.length === 0) throw unparsable(lines[0] ?? '');
  return starts.map((at, index) => poolFrom(lines.slice(at, starts[index + 1] ?? lines.length)));
};

/** `	    sdh     ONLINE       0     0     0` */
const DEVICE =
  /^\s+(\S+)\s+(ONLINE|DEGRADED|FAULTED|OFFLINE|UNAVAIL|REMOVED|SUSPENDED)(?:\s+(\d+)\s+(\d+)\s+(\d+))?/;

const poolFrom = (lines: readonly string[]): PoolStatus => {
  const name = /^ *pool: (\S+)/.exec(lines[0] ?? '')?.[1] ?? '';
  const state = lines.map((line) => /^ *state: (\S+)/.exec(line)?.[1]).find((one) => one !== undefined);
  if (state === undefined) throw unparsable(lines[1] ?? '');
  const config = lines.findIndex((line) => /^\s+NAME\s+STATE/.test(line));
  const rows = (config < 0 ? [] : lines.slice(config + 1)).flatMap((line) => {
    const found = DEVICE.exec(line);
    return found === null ? [] : [found];
  });
  const leaves = rows.filter(
    ([, device = '']) =>
      device !== name && !/^(?:mirror|raidz\d?|draid\S*|spare|replacing|logs?|cache)(?:-\d+)?$/.test(device),
  );
  return {
    name,
    state,
    bad: leaves.flatMap(([, device = '', status = '']) =>
      status === 'ONLINE' ? [] : [{ name: device, state: status }],
    ),
    errors: leaves.reduce(
      (sum, [, , , ...counts]) => sum + counts.reduce((part, count) => part + Number(count ?? 0), 0),
      0,
    ),
  };
};
