/** Which programs run, what each of them uses now, and what it has used since it began. */
import type { Process } from '../../src/sources/processes.ts';

export interface Program {
  readonly pid: number;
  readonly name: string;
  /** Of one processor core, now; null where only one look was had. */
  readonly cpuPct: number | null;
  /** Of one processor core, since it began; null where that is not known. */
  readonly lifetimePct: number | null;
  readonly ageSeconds: number | null;
  readonly memoryBytes: number;
  readonly nice: number;
  readonly blocked: boolean;
  readonly foreground: boolean;
}

/** Two looks of Linux at the same programs. */
export const programsBetween = (
  before: readonly Process[],
  after: readonly Process[],
  elapsedSeconds: number,
  uptimeSeconds: number | null,
): readonly Program[] => {
  const earlier = new Map(before.map((one) => [keyOf(one), one.cpuSeconds]));
  return after
    .filter(({ kernel }) => !kernel)
    .map((one) => {
      const then = earlier.get(keyOf(one));
      const used = then === undefined ? null : Math.max(0, one.cpuSeconds - then);
      const age =
        one.startedSeconds === null || uptimeSeconds === null
          ? null
          : Math.max(0, uptimeSeconds - one.startedSeconds);
      return program(one, used === null || elapsedSeconds <= 0 ? null : (100 * used) / elapsedSeconds, age);
    });
};

/** macOS and Windows tell themselves what each uses. */
export const programsOf = (all: readonly Process[]): readonly Program[] =>
  all.filter(({ kernel }) => !kernel).map((one) => program(one, one.cpuPct, one.ageSeconds));

const program = (one: Process, cpuPct: number | null, ageSeconds: number | null): Program => ({
  pid: one.pid,
  name: nameOf(one),
  cpuPct,
  lifetimePct: ageSeconds === null || ageSeconds < 1 ? null : (100 * one.cpuSeconds) / ageSeconds,
  ageSeconds,
  memoryBytes: one.memoryBytes,
  nice: one.nice,
  blocked: one.blocked,
  foreground: one.foreground,
});

/** Names are what a program calls itself: one line, and not too long. */
const nameOf = ({ name }: Process): string => name.replace(/\s+/g, ' ').trim().slice(0, 60);

/** The same number is given to another program after one has ended. */
const keyOf = ({ pid, startedSeconds }: Process): string => `${pid} ${startedSeconds}`;

/** This program, whoever called it and whatever it called: none of them is the computer's trouble. */
export const ownFamily = (all: readonly Process[], self: number): ReadonlySet<number> => {
  const parents = new Map(all.map(({ pid, parent }) => [pid, parent]));
  const family = new Set<number>();
  for (let pid = self; pid > 1 && !family.has(pid); pid = parents.get(pid) ?? 0) family.add(pid);
  const below = new Set([self]);
  let known = 0;
  while (known < below.size) {
    known = below.size;
    for (const { pid, parent } of all) if (below.has(parent)) below.add(pid);
  }
  return new Set([...family, ...below]);
};

/** Windows and macOS: the tool that lists the programs was called by this one, a moment ago. */
export const askedBy = (all: readonly Process[], tool: string): number | null =>
  all.find(
    ({ name, ageSeconds }) =>
      name.toLowerCase() === tool && ageSeconds !== null && ageSeconds <= TOOL_SECONDS,
  )?.parent ?? null;

const TOOL_SECONDS = 20;

export interface Used {
  readonly name: string;
  readonly count: number;
  readonly cpuPct: number;
  readonly bytes: number;
}

/** Programs of one name together: a browser is twenty of them. */
export const byName = (programs: readonly Program[]): readonly Used[] => {
  const sums = new Map<string, { count: number; cpuPct: number; bytes: number }>();
  for (const { name, cpuPct, memoryBytes } of programs) {
    const sum = sums.get(name) ?? { count: 0, cpuPct: 0, bytes: 0 };
    sums.set(name, {
      count: sum.count + 1,
      cpuPct: sum.cpuPct + (cpuPct ?? 0),
      bytes: sum.bytes + memoryBytes,
    });
  }
  return [...sums].map(([name, sum]) => ({ name, ...sum }));
};

export const mostMemory = (programs: readonly Program[], count = 3): readonly Used[] =>
  [...byName(programs)].sort((a, b) => b.bytes - a.bytes).slice(0, count);

export const mostCpu = (programs: readonly Program[], count = 3): readonly Used[] =>
  byName(programs)
    .filter(({ cpuPct }) => cpuPct >= 1)
    .sort((a, b) => b.cpuPct - a.cpuPct)
    .slice(0, count);

/** All of them, of one core. */
export const cpuOf = (programs: readonly Program[]): number =>
  programs.reduce((sum, { cpuPct }) => sum + (cpuPct ?? 0), 0);
