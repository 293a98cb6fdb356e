/** Parts of sentences that several findings share. */

export const PROXY_OUTCOMES: Readonly<Record<string, string>> = {
  refused: 'refuses connections',
  reset: 'breaks connections off',
  timeout: 'does not answer',
  unreachable: 'cannot be reached',
  'no-name': 'has a name that is not known',
};

export const STATES: Readonly<Record<string, string>> = {
  'half-installed': 'half installed',
  unpacked: 'unpacked, not set up',
  'half-configured': 'half set up',
  'triggers-awaited': 'waits for other packages',
  'triggers-pending': 'waits to be finished',
  reinstall: 'must be installed again',
  damaged: 'damaged',
  twice: 'installed in two versions',
  last: 'the last one that was reached',
};

/** The first few of a list, and how many more there are. */
export const some = (list: readonly string[]): string =>
  list.length <= 4 ? list.join(', ') : `${list.slice(0, 4).join(', ')} and ${list.length - 4} more`;

export const days = (number: number): string => (number === 1 ? '1 day' : `${number} days`);

export const updates = (number: number): string => (number === 1 ? '1 update' : `${number} updates`);

/** How each manager brings the system up to date. */
export const UPDATE: Readonly<Record<string, string>> = {
  apt: 'sudo apt update && sudo apt upgrade',
  dnf: 'sudo dnf upgrade --refresh',
  zypper: 'sudo zypper refresh && sudo zypper update',
  pacman: 'sudo pacman -Sy archlinux-keyring && sudo pacman -Su',
  apk: 'sudo apk upgrade --update-cache',
  ostree: 'rpm-ostree upgrade, then restart',
  windows: 'open Settings > Windows Update and choose Check for updates',
  macos: 'open System Settings > General > Software Update',
};
