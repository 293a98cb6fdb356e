/** Which package manager keeps this system up to date. */
import type { UpdateFacts } from './probe.ts';

export type Manager = 'apt' | 'dnf' | 'zypper' | 'pacman' | 'apk' | 'ostree';

const BY_NAME: readonly (readonly [RegExp, Manager])[] = [
  [/^(debian|ubuntu)$/, 'apt'],
  [/^(suse|opensuse.*|sles|sled)$/, 'zypper'],
  [/^(fedora|rhel|centos|rocky|almalinux|ol|amzn)$/, 'dnf'],
  [/^(arch|archlinux|manjaro)$/, 'pacman'],
  [/^alpine$/, 'apk'],
];

/** Told by the system's name, nearest first; dpkg's own answer counts where there is no name. Null for one that we do not know. */
export const managerOf = ({ osRelease, dpkgState, ostreeMark }: UpdateFacts): Manager | null => {
  if (ostreeMark.status === 'ok') return 'ostree';
  const ids = osRelease.status === 'ok' ? [osRelease.value.id, ...osRelease.value.like] : [];
  const known = ids.flatMap((id) => BY_NAME.find(([name]) => name.test(id))?.[1] ?? []);
  return known[0] ?? (dpkgState.status === 'ok' ? 'apt' : null);
};
