/** What says that a restart is needed to finish an update. */
import { family, source } from '../contract.ts';

/** Debian's and Ubuntu's mark. */
export const rebootMark = source({
  id: 'updates.reboot-required',
  os: ['linux'],
  request: { kind: 'stat', path: '/run/reboot-required' },
  parse: ({ modifiedAt }) => modifiedAt,
});

export const rebootPackages = source({
  id: 'updates.reboot-packages',
  os: ['linux'],
  request: { kind: 'file', path: '/run/reboot-required.pkgs' },
  parse: ({ text }) => [...new Set(text.split('\n').filter((line) => line !== ''))],
});

/** Marks that other systems leave; `kind` tells how the restart is to be understood. */
export const RESTART_MARKS = [
  // openSUSE: written by libzypp and its boot plugin.
  { kind: 'zypp', path: '/run/reboot-needed' },
  // rpm-ostree: an image that waits for the next start.
  { kind: 'ostree', path: '/run/ostree/staged-deployment' },
  // systemd.offline-updates(7): packages that are installed during the next start.
  { kind: 'offline', path: '/system-update' },
] as const;

export const restartMark = family('updates.restart-mark', 'file', (path) =>
  source({ id: '', os: ['linux'], request: { kind: 'stat', path }, parse: ({ modifiedAt }) => modifiedAt }),
);

/** Names in /lib/modules: the releases of the kernels that are installed. */
export const moduleFolders = source({
  id: 'kernel.module-folders',
  os: ['linux'],
  request: { kind: 'list', path: '/lib/modules' },
  parse: ({ names }) => names.filter((name) => /^\d/.test(name)),
});

/** A system that rpm-ostree or bootc replaces as a whole. */
export const ostreeMark = source({
  id: 'updates.ostree',
  os: ['linux'],
  request: { kind: 'stat', path: '/run/ostree-booted' },
  parse: () => true,
});
