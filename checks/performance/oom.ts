/** Programs that were ended because memory ran out: what the kernel and systemd-oomd say of it. */
import { source } from '../../src/contract.ts';
import { parseJournal } from '../../src/sources/journal.ts';
import type { KernelLine } from '../../src/sources/kernel-log.ts';

export interface Kill {
  /** `memory`: of the whole computer. `limit`: what one service or container may have. `oomd`: systemd, before it came to that. */
  readonly by: 'memory' | 'limit' | 'oomd';
  /** The program, or the unit that systemd ended. */
  readonly victim: string;
  /** What it held in memory; null where it is not told. */
  readonly bytes: number | null;
  /** Whose limit it was; '' where it was nobody's. */
  readonly group: string;
}

/** What is known of when it was said, and what was said. */
type Line = Pick<KernelLine, 'text'>;

/**
 * mm/oom_kill.c: `Out of memory: Killed process 2411 (browser) total-vm:…kB, anon-rss:…kB`; before 5.3 `Kill process
 * 2411 (browser) score 917 or sacrifice child`, and the sizes in a line of their own. The name may hold brackets.
 */
const KILLED =
  /^(?:\[ {0,8}[TC]\d{1,10}\] ?)?(Out of memory|Memory cgroup out of memory)(?: \(oom_kill_allocating_task\))?: Kill(?:ed)? process (\d{1,10})(?:,? UID \d{1,10},)? \((.{0,32})\)(?: total-vm:| score |, |$)/;
const SIZE = /\b[Kk]illed process (\d{1,10})\D.{0,80}\banon-rss:(\d{1,15})kB/;
/** Since 5.0, before the line above. */
const GROUP =
  /^(?:\[ {0,8}[TC]\d{1,10}\] ?)?oom-kill:constraint=CONSTRAINT_MEMCG,.{0,400}\boom_memcg=([^,]{1,300}),.{0,400}\bpid=(\d{1,10}),/;

export const killsIn = <L extends Line>(lines: readonly L[]): readonly (Kill & { readonly line: L })[] =>
  lines.flatMap((line, at) => {
    const [, kind, pid = '', victim = ''] = KILLED.exec(line.text) ?? [];
    if (kind === undefined) return [];
    const near = lines.slice(Math.max(0, at - NEAR), at + NEAR + 1).map(({ text }) => text);
    const kib = near.flatMap((text) => {
      const found = SIZE.exec(text);
      return found?.[1] === pid ? [Number(found[2])] : [];
    })[0];
    const group = near.flatMap((text) => {
      const found = GROUP.exec(text);
      return found?.[2] === pid ? [found[1] ?? ''] : [];
    })[0];
    return [
      {
        by: kind === 'Out of memory' ? ('memory' as const) : ('limit' as const),
        victim,
        bytes: kib === undefined ? null : kib * 1024,
        group: kind === 'Out of memory' ? '' : (group ?? ''),
        line,
      },
    ];
  });

/** The lines of one kill stand together, unless another program writes between them. */
const NEAR = 6;

/** What systemd-oomd ended in the last day. */
export const oomdKills = source({
  id: 'memory.oomd-kills',
  os: ['linux'],
  request: {
    kind: 'exec',
    argv: [
      'journalctl',
      '--system',
      '--since=-24h',
      '--lines=50',
      '--output=json',
      '--output-fields=MESSAGE',
      '--no-pager',
      '_SYSTEMD_UNIT=systemd-oomd.service',
    ],
  },
  parse: (raw): readonly Kill[] => parseJournal(raw).flatMap(({ text }) => oomdKillOf(text)),
});

/**
 * src/oom/oomd-manager.c: `Killed /user.slice/…/app-firefox-2433.scope due to memory pressure for /user.slice/… being
 * 72.51% > 50.00% for > 20s with reclaim activity`, or `due to memory used (…) / total (…) and swap used (…)`.
 */
const oomdKillOf = (text: string): readonly Kill[] => {
  const [, group] = /^Killed (\/\S{1,400}) due to (?:memory|swap)\b/.exec(text) ?? [];
  return group === undefined
    ? []
    : [{ by: 'oomd', victim: group.split('/').at(-1) ?? group, bytes: null, group }];
};
