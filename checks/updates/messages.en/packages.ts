/** Words for locks and packages. */
import { STATES, some } from './phrases.ts';

const FINISH: Readonly<Record<string, string>> = {
  dpkg: 'Finish it: sudo dpkg --configure -a',
  pacman: 'Finish it: sudo pacman -Syu. Packages that are named as damaged: sudo pacman -S <name>',
  rpm: 'See what is there twice: dnf check --duplicates. Finish it: sudo dnf distro-sync',
  'rpm-database': 'Copy /usr/lib/sysimage/rpm aside, then rebuild the database: sudo rpm --rebuilddb',
  apk: 'Install them again: sudo apk fix',
  windows:
    'Restart (not Shut down). If it stays: support can undo it in recovery with dism /RevertPendingActions',
};

const RESOLVE: Readonly<Record<string, string>> = {
  apt: 'See what would be done, and agree only if nothing you need is removed: sudo apt-get --fix-broken install',
  dnf: 'See what would be done, and agree only if nothing you need is removed: sudo dnf distro-sync',
  zypper: 'Let it show what it proposes: sudo zypper verify',
  pacman: 'Bring everything to one state: sudo pacman -Syu',
  apk: 'Install what is wanted and missing: sudo apk fix; see why it fails: apk add --simulate <name>',
  held: 'Let them be updated again: sudo apt-mark unhold <name>',
  msi: 'Get the installer of the program from its maker and repair or remove it with that',
  brew: 'Install what is missing: brew install <name>',
};

export const packages = {
  'updates/package-manager-locked': {
    name: 'Another installer is running or left a lock',
    means:
      'Only one program may change installed packages at a time. While one holds the lock every other one waits or gives up.',
    found:
      'The lock files of the package managers in /proc/locks, with the process that holds them; pacman and zypper: their lock files. Windows: the installer’s mutex and the servicing worker. macOS: running installers.',
    say: (p: { holder: string; pid: number; files: readonly string[]; file: string; stale: boolean }) => {
      if (p.file === 'windows' || p.file === 'macos') {
        return {
          title: `An installation is under way: ${p.holder}${p.pid > 0 ? ` (process ${p.pid})` : ''}`,
          why: 'Another one waits or fails until it ends.',
          next: 'Wait until it is done, at most half an hour, then try again',
        };
      }
      if (p.pid > 0) {
        return {
          title: `${p.holder === '' ? 'A program' : p.holder} (process ${p.pid}) holds the package lock ${p.file}`,
          why: 'Nothing else can be installed or updated until it ends.',
          next: `Wait up to 10 minutes, or finish it in its own window. See what it does: ps -fp ${p.pid}. Never delete the lock file`,
        };
      }
      return {
        title: `The package lock ${p.file} is ${p.stale ? 'left over from before the last start' : 'set'}`,
        why: 'Nothing can be installed or updated while it is there.',
        next: p.stale
          ? `Nobody holds it any more. Remove it: sudo rm ${p.file}`
          : 'Look for a running installer: ps -ef | grep -i -e pacman -e apt -e dpkg. Where there is none, support can help to remove the lock',
      };
    },
  },
  'updates/package-db-interrupted': {
    name: 'An earlier installation stopped half-way',
    means:
      'Packages were unpacked but not set up: the power went, the disk was full or the installation was broken off. Until that is finished nothing else is installed.',
    found:
      'dpkg: packages in a state between the healthy ones, or files in /var/lib/dpkg/updates. pacman: a run in its log that never ended, or damaged entries. rpm: packages in two versions, or a damaged database. apk: broken packages. Windows: component changes left without a restart, 0x80070BC9.',
    say: (p: {
      tool: string;
      packages: readonly { name: string; state: string }[];
      reinstall: readonly string[];
    }) => ({
      title:
        p.packages.length > 0
          ? `Not completely installed: ${some(p.packages.map(({ name, state }) => `${name} (${STATES[state] ?? state})`))}`
          : p.tool === 'rpm-database'
            ? 'The list of installed packages is damaged'
            : 'The last installation was broken off',
      why: 'No update is installed until this is finished.',
      next:
        p.reinstall.length === 0
          ? (FINISH[p.tool] ?? 'Finish the installation')
          : `Install again what is damaged: sudo apt-get install --reinstall ${p.reinstall.join(' ')}`,
    }),
  },
  'updates/broken-dependencies': {
    name: 'Installed packages contradict each other',
    means:
      'An installed package needs another one that is missing or of the wrong version. The package manager refuses changes until that is resolved. A source of somebody else is the first suspect.',
    found:
      'apt-get check, rpm -Va, pacman -Dk or apk find unmet dependencies; a package that the system stands on is held back. Windows: programs whose own installer is gone (1612, 1714). macOS: brew missing.',
    say: (p: { tool: string; unmet: readonly string[] }) => ({
      title:
        p.tool === 'held'
          ? `Held back although the system stands on them: ${some(p.unmet)}`
          : p.tool === 'msi'
            ? `A program cannot be repaired, updated or removed: ${some(p.unmet)}`
            : p.tool === 'apk'
              ? `Wanted and not installed: ${some(p.unmet)}`
              : `Unmet dependencies: ${some(p.unmet)}`,
      why:
        p.tool === 'held'
          ? 'Sooner or later an update needs them newer, and stops.'
          : p.tool === 'msi' || p.tool === 'brew'
            ? 'It fails at each update until that is mended.'
            : 'Nothing is installed or updated until they are resolved.',
      next: RESOLVE[p.tool] ?? 'Resolve them with the package manager',
    }),
  },
  'updates/conflicting-software': {
    name: 'Another program gets in the way of the update',
    means:
      'Two packages want the same file, or a security program keeps the update from changing files that it watches.',
    found:
      'dpkg: “trying to overwrite”, “conflicts with” in term.log; dnf: file conflicts in its log. Windows: 0x80070020, 0x80240022, 0x80070005, 0xC1900208 with a security program of another maker active. macOS: a failed installation with a security extension active.',
    say: (p: { programs: readonly string[]; file: string; code: string; at: string }) =>
      p.file !== '' || (p.code === '' && p.programs.length === 2)
        ? {
            title: `${p.programs.join(' and ')} ${p.file === '' ? 'exclude each other' : `both want ${p.file}`}`,
            why: `The installation of ${p.at} failed over it, and will fail again.`,
            next: `Remove the one that you do not need; where it came from a source of somebody else, update that source first`,
          }
        : {
            title: `An update of ${p.at} failed${p.code === '' ? '' : ` (${p.code})`} while ${some(p.programs)} was active`,
            why: 'Such a program can keep the update from changing files.',
            next: `Pause ${p.programs[0] ?? 'it'} in its own window, install the update, and switch it on again at once`,
          },
  },
};
