/** libzypp: what it installed, who holds it, what it is told to leave alone. */
import { source, Unreadable } from '../contract.ts';
import { parseIsoTime } from './calendar.ts';

/** zypper's record: the last time anything was installed. */
export const zyppHistory = source({
  id: 'packages.zypp-history',
  os: ['linux'],
  request: { kind: 'file', path: '/var/log/zypp/history' },
  parse: ({ text }) => parseZyppHistory(text),
});

/** `2024-11-05 10:12:13|install|bash|5.2.15-150600.1|x86_64||repo-oss|…|`; local time taken for UTC. */
export const parseZyppHistory = (text: string): { readonly installedMs: number | null } => {
  const times = text
    .split('\n')
    .flatMap((line) => parseIsoTime(/^([\d-]{10} [\d:]{8})\|install\|/.exec(line)?.[1] ?? '') ?? []);
  return { installedMs: times.at(-1) ?? null };
};

/** The process that holds libzypp: zypper, YaST, PackageKit. Empty when none does. */
export const zyppPid = source({
  id: 'packages.zypp-pid',
  os: ['linux'],
  request: { kind: 'file', path: '/run/zypp.pid' },
  parse: ({ text }) => {
    const pid = text.trim();
    if (pid !== '' && !/^\d{1,7}$/.test(pid)) throw new Unreadable('unparsable', pid.slice(0, 80));
    return pid;
  },
});

/** Packages that are not to be updated: `solvable_name: kernel-default` in stanzas. */
export const zyppLocks = source({
  id: 'packages.zypp-locks',
  os: ['linux'],
  request: { kind: 'file', path: '/etc/zypp/locks' },
  parse: ({ text }) => [...text.matchAll(/^solvable_name: *(\S+)/gm)].map((found) => found[1] ?? ''),
});
