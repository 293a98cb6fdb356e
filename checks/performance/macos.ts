/** What macOS tells of load, memory and power, and of what runs by itself. */
import { family, read, source, sourceByOs, unparsable } from '../../src/contract.ts';
import { isDict, parsePlist } from '../../src/sources/plist.ts';

export interface MacLoad {
  readonly load1: number;
  readonly load5: number;
  readonly load15: number;
  readonly cores: number;
  readonly totalBytes: number;
  /** 1 normal, 2 warning, 4 critical: what the memory gauge of the Activity Monitor is coloured by. Null before 10.9. */
  readonly pressureLevel: number | null;
}

export const macLoad = sourceByOs<MacLoad>('mac.load', {
  darwin: read(
    {
      kind: 'exec',
      argv: ['sysctl', 'vm.loadavg', 'hw.logicalcpu', 'hw.memsize', 'kern.memorystatus_vm_pressure_level'],
    },
    ({ stdout }) => parseMacLoad(stdout),
  ),
});

/** Names that this macOS does not know are only complained about on stderr. Decimal commas come in spite of LC_ALL. */
export const parseMacLoad = (text: string): MacLoad => {
  const of = (name: string): string | null => {
    const line = text.split('\n').find((one) => one.startsWith(`${name}: `));
    return line === undefined ? null : line.slice(name.length + 2).trim();
  };
  const [, load1, load5, load15] =
    /^\{ (\d{1,6}[.,]\d{1,4}) (\d{1,6}[.,]\d{1,4}) (\d{1,6}[.,]\d{1,4}) \}$/.exec(of('vm.loadavg') ?? '') ??
    [];
  const cores = whole(of('hw.logicalcpu'));
  const totalBytes = whole(of('hw.memsize'));
  if (load1 === undefined || cores === null || totalBytes === null || cores === 0)
    throw unparsable(text.trim() || 'nothing was printed');
  return {
    load1: decimal(load1),
    load5: decimal(load5 ?? ''),
    load15: decimal(load15 ?? ''),
    cores,
    totalBytes,
    pressureLevel: whole(of('kern.memorystatus_vm_pressure_level')),
  };
};

const whole = (text: string | null): number | null => {
  if (text === null) return null;
  if (!/^\d{1,15}$/.test(text)) throw unparsable(text);
  return Number(text);
};

const decimal = (text: string): number => Number(text.replace(',', '.'));

export interface MacPower {
  readonly lowPower: boolean;
}

/** Settings in use; ` lowpowermode         1`. Apple's own processors also have ` powermode 1`. */
export const macPower = sourceByOs<MacPower>('mac.power', {
  darwin: read({ kind: 'exec', argv: ['pmset', '-g'] }, ({ stdout }) => parsePmset(stdout)),
});

export const parsePmset = (text: string): MacPower => {
  if (!/^Currently in use:/m.test(text)) throw unparsable(text.trim());
  return { lowPower: /^[ \t]+(?:lowpowermode|powermode)[ \t]+1[ \t\r]*$/m.test(text) };
};

/** `Now drawing from 'AC Power'`. */
export const macSupply = sourceByOs<'mains' | 'battery'>('mac.supply', {
  darwin: read({ kind: 'exec', argv: ['pmset', '-g', 'batt'] }, ({ stdout }) => {
    const [, from] = /^Now drawing from '([^']{1,40})'/m.exec(stdout) ?? [];
    if (from === undefined) throw unparsable(stdout.trim());
    return from === 'AC Power' ? 'mains' : 'battery';
  }),
});

export interface MacTop {
  /** Of all cores, in the second sample. */
  readonly busyPct: number;
}

/** Two samples, so many seconds apart; the first one counts since the start. */
export const macTop = sourceByOs<MacTop>(
  'mac.top',
  {
    darwin: read(
      { kind: 'exec', argv: ['top', '-l', '2', '-n', '0', '-s', '5'], timeoutMs: 10_000 },
      ({ stdout }) => parseMacTop(stdout),
    ),
  },
  undefined,
  'slow',
);

/** `CPU usage: 4.16% user, 8.33% sys, 87.50% idle`. */
export const parseMacTop = (text: string): MacTop => {
  const found = [...text.matchAll(/^CPU usage: .{1,60}, (\d{1,3}[.,]\d{1,3})% idle/gm)];
  const idle = found[1]?.[1];
  if (idle === undefined) throw unparsable(text.trim().slice(0, 200));
  return { busyPct: Math.min(100, Math.max(0, 100 - decimal(idle))) };
};

/** Programs that begin with the session, of all users and of this one: names of property lists. */
const agentsIn = (path: string) =>
  read({ kind: 'list', path }, ({ names }) =>
    names.filter((name) => name.endsWith('.plist')).map((name) => name.slice(0, -'.plist'.length)),
  );

export const sharedAgents = sourceByOs<readonly string[]>('mac.agents', {
  darwin: agentsIn('/Library/LaunchAgents'),
});

export const ownAgents = family<readonly string[]>('mac.agents.own', 'home', (home) => ({
  on: { darwin: agentsIn(`${home}/Library/LaunchAgents`) },
}));

/** Whether a backup runs now. */
export const macBackup = source({
  id: 'mac.backup',
  os: ['darwin'],
  request: { kind: 'exec', argv: ['tmutil', 'status', '-X'] },
  parse: ({ stdout }): boolean => {
    const status = parsePlist(stdout);
    if (!isDict(status)) throw unparsable(stdout.trim());
    return status.Running === true || status.Running === 1 || status.Running === '1';
  },
});
