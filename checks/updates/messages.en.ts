import type { CheckMessages } from '../../src/contract.ts';

const PROXY_OUTCOMES: Readonly<Record<string, string>> = {
  refused: 'refuses connections',
  reset: 'breaks connections off',
  timeout: 'does not answer',
  unreachable: 'cannot be reached',
  'no-name': 'has a name that is not known',
};

const STATES: Readonly<Record<string, string>> = {
  'half-installed': 'half installed',
  unpacked: 'unpacked, not set up',
  'half-configured': 'half set up',
  'triggers-awaited': 'waits for other packages',
  'triggers-pending': 'waits to be finished',
  reinstall: 'must be installed again',
};

/** The first few of a list, and how many more there are. */
const some = (list: readonly string[]): string =>
  list.length <= 4 ? list.join(', ') : `${list.slice(0, 4).join(', ')} and ${list.length - 4} more`;

export const en = {
  name: 'Update installation',
  complaint: 'Updates do not install',
  fine: 'nothing stands in the way of updates',
  findings: {
    'updates/package-manager-locked': {
      name: 'Another installer is running or left a lock',
      means:
        'Only one program may change installed packages at a time. While one holds the lock every other one waits or gives up.',
      found:
        'The lock files of the package managers in /proc/locks, with the process that holds them; pacman: its lock file.',
      say: (p: { holder: string; pid: number; files: readonly string[]; file: string }) =>
        p.pid > 0
          ? {
              title: `${p.holder === '' ? 'A program' : p.holder} (process ${p.pid}) holds the package lock ${p.file}`,
              why: 'Nothing else can be installed or updated until it ends.',
              next: `Wait up to 10 minutes, or finish it in its own window. See what it does: ps -fp ${p.pid}. Never delete the lock file`,
            }
          : {
              title: `The package lock ${p.file} is set`,
              why: 'Nothing can be installed or updated while it is there.',
              next: 'Look for a running installer: ps -ef | grep -i -e pacman -e apt -e dpkg. Where there is none, support can help to remove the lock',
            },
    },
    'updates/package-db-interrupted': {
      name: 'An earlier installation stopped half-way',
      means:
        'Packages were unpacked but not set up: the power went, the disk was full or the installation was broken off. Until that is finished nothing else is installed.',
      found:
        'dpkg-query: packages in a state between the healthy ones, or files left in /var/lib/dpkg/updates.',
      say: (p: { packages: readonly { name: string; state: string }[]; reinstall: readonly string[] }) => ({
        title:
          p.packages.length === 0
            ? 'The last installation was broken off'
            : `Not completely installed: ${some(p.packages.map(({ name, state }) => `${name} (${STATES[state] ?? state})`))}`,
        why: 'No update is installed until this is finished.',
        next:
          p.reinstall.length === 0
            ? 'Finish it: sudo dpkg --configure -a'
            : `Install again what is damaged: sudo apt-get install --reinstall ${p.reinstall.join(' ')}`,
      }),
    },
    'updates/broken-dependencies': {
      name: 'Installed packages contradict each other',
      means:
        'An installed package needs another one that is missing or of the wrong version. apt refuses every change until that is resolved. A source of somebody else is the first suspect.',
      found: 'apt-get check finds unmet dependencies.',
      say: (p: { unmet: readonly string[] }) => ({
        title: `Unmet dependencies: ${some(p.unmet)}`,
        why: 'apt installs and updates nothing until they are resolved.',
        next: 'See what would be done, and agree only if nothing you need is removed: sudo apt-get --fix-broken install',
      }),
    },
    'updates/repository-invalid': {
      name: 'An update source is broken, expired or unsigned',
      means:
        'apt reads all its sources before it does anything: one that it cannot read stops everything. A source whose key is missing cannot be verified, and is left out or refused.',
      found:
        'apt-get check names a source that it cannot read, or a source names a key file that is not there.',
      say: (p: { file: string; entry: number; stanza: boolean; message: string; key: string }) => {
        const place = `${p.file}${p.entry > 0 ? `, ${p.stanza ? 'entry' : 'line'} ${p.entry}` : ''}`;
        if (p.key !== '') {
          return {
            title: `${place} is to be signed with ${p.key}, which is not there`,
            why: 'Nothing from this source can be verified, and apt-get update fails.',
            next: `Get the key from the source's own page, or switch the source off: sudo mv ${p.file} ${p.file}.disabled`,
          };
        }
        return {
          title: p.file === '' ? 'apt cannot read its sources' : `apt cannot read ${place}`,
          why: `apt stops at it and does nothing at all: ${p.message}`,
          next:
            p.file === ''
              ? 'Look for the entry: ls /etc/apt/sources.list /etc/apt/sources.list.d'
              : `Correct the entry, or switch the source off: sudo mv ${p.file} ${p.file}.disabled`,
        };
      },
    },
    'updates/proxy-unreachable': {
      name: 'The proxy set for updates does not answer',
      means: 'Updates alone are sent through a proxy that is gone, while everything else goes directly.',
      found:
        'The proxy in the configuration of apt or dnf is connected to; the update server answers without it.',
      say: (p: { address: string; outcome: string; option: string; file: string }) => ({
        title: `The proxy for updates, ${p.address}, ${PROXY_OUTCOMES[p.outcome] ?? 'cannot be connected to'}`,
        why: 'No update can be downloaded, although the network works.',
        next:
          p.file === ''
            ? `Correct or remove the option ${p.option}: apt-config dump | grep -i proxy`
            : `Correct or remove the proxy in ${p.file}`,
      }),
    },
    'updates/pending-reboot': {
      name: 'A restart is needed to finish',
      means:
        'Updates were installed that only take effect after a restart: a kernel, the C library, Windows itself.',
      found:
        '/run/reboot-required on Debian and Ubuntu; the registry on Windows (a pending file rename alone is only a remark).',
      say: (p: { packages: readonly string[] }) => ({
        title:
          p.packages.length === 0 ? 'A restart is pending' : `A restart is pending for ${some(p.packages)}`,
        why: 'Until then the old version runs on, and further updates may wait.',
        next: 'Save your work and choose Restart (not Shut down)',
      }),
    },
    'updates/insufficient-space': {
      name: 'The last update failed for lack of space',
      means: 'An update was begun and ran out of disk space. It is tried again once there is room.',
      found:
        'The last run in /var/log/apt/term.log, or a result code of Windows Update (0x80070070, 0xC190020E), within 30 days.',
      say: (p: { at: string; update: string; code: string }) => ({
        title: `The update ${p.update === '' ? '' : `${p.update} `}of ${p.at} ran out of disk space${p.code === '' ? '' : ` (${p.code})`}`,
        why: 'It is not installed, and may be half-way.',
        next: 'Free space (techsupport check disk-space), then update again',
      }),
    },
  },
  fixes: {
    'finish-dpkg': {
      title: 'Finish the interrupted installation',
      noUndo: 'a half-installed package is not a state to go back to',
    },
    'fix-broken': {
      title: 'Resolve unmet dependencies',
      noUndo: 'the plan is shown first; what it removes can be installed again',
    },
    'wait-for-installer': { title: 'Wait until the other installer is done', noUndo: 'nothing is changed' },
    'disable-source': {
      title: 'Correct the broken source, or switch it off by renaming its file',
      noUndo: 'rename it back to switch it on again',
    },
    'remove-proxy': {
      title: 'Correct or remove the proxy for updates',
      noUndo: 'you edit the file yourself',
    },
    restart: { title: 'Save your work and restart', noUndo: 'a restart changes nothing that was saved' },
  },
  questions: {},
  nodes: {},
} satisfies CheckMessages;

export type Messages = typeof en;
