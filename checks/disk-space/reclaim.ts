/** What may be removed without loss, how much that frees, and who makes it anew. */
import { type KernelSet, kernelSets } from '../../src/sources/kernels.ts';
import { MIB } from '../../src/sources/size.ts';
import { fileStat, usage } from '../../src/sources/space.ts';
import { placeOf } from '../../src/sources/system.ts';
import type { DiskFacts } from './probe.ts';
import { measuredAt } from './room.ts';
import type { DiskSettings } from './settings.ts';

export interface Candidate {
  readonly kind: string;
  readonly path: string;
}

/** What is measured; `kind` is the key of its words. */
export const candidatesFor = (facts: DiskFacts): readonly Candidate[] => {
  const home = facts.user.status === 'ok' ? facts.user.value.home : '';
  const platform = facts.platform.status === 'ok' ? facts.platform.value.platform : '';
  const own = (folders: readonly Candidate[]): readonly Candidate[] =>
    home === '' || home === '/' ? [] : folders.map(({ kind, path }) => ({ kind, path: `${home}${path}` }));
  if (platform === 'linux') return [...LINUX, ...own(LINUX_HOME)];
  if (platform === 'darwin') return own(MAC_HOME);
  if (platform !== 'win32') return [];
  const drive = facts.windowsDisks.status === 'ok' ? facts.windowsDisks.value.systemDrive : 'C:';
  return [...WINDOWS.map(({ kind, path }) => ({ kind, path: `${drive}${path}` })), ...own(WINDOWS_HOME)];
};

const LINUX: readonly Candidate[] = [
  { kind: 'apt-cache', path: '/var/cache/apt/archives' },
  { kind: 'dnf-cache', path: '/var/cache/dnf' },
  { kind: 'dnf-cache', path: '/var/cache/libdnf5' },
  { kind: 'pacman-cache', path: '/var/cache/pacman/pkg' },
  { kind: 'zypper-cache', path: '/var/cache/zypp' },
  { kind: 'journal', path: '/var/log/journal' },
  { kind: 'coredumps', path: '/var/lib/systemd/coredump' },
  { kind: 'crash-reports', path: '/var/crash' },
  { kind: 'snap-cache', path: '/var/lib/snapd/cache' },
];
const LINUX_HOME: readonly Candidate[] = [
  { kind: 'trash', path: '/.local/share/Trash' },
  { kind: 'user-cache', path: '/.cache' },
];
const MAC_HOME: readonly Candidate[] = [
  { kind: 'trash', path: '/.Trash' },
  { kind: 'user-cache', path: '/Library/Caches' },
  { kind: 'phone-backups', path: '/Library/Application Support/MobileSync/Backup' },
];
const WINDOWS: readonly Candidate[] = [
  { kind: 'windows-downloads', path: '\\Windows\\SoftwareDistribution\\Download' },
  { kind: 'windows-old', path: '\\Windows.old' },
  { kind: 'trash', path: '\\$Recycle.Bin' },
];
const WINDOWS_HOME: readonly Candidate[] = [{ kind: 'windows-temp', path: '\\AppData\\Local\\Temp' }];

export interface Reclaimable extends Candidate {
  readonly bytes: number;
  /** The command that does it; empty for something done by hand. */
  readonly command: string;
  readonly from: string;
}

export const reclaimable = (facts: DiskFacts, settings: DiskSettings): readonly Reclaimable[] => {
  const measured = candidatesFor(facts).flatMap(({ kind, path }) => {
    const reading = facts.get(usage(path));
    if (reading.status !== 'ok') return [];
    const kept = kind === 'journal' ? settings.journalKeepMib * MIB : 0;
    const bytes = Math.max(0, reading.value.bytes - kept);
    return [{ kind, path, bytes, command: COMMANDS[kind] ?? '', from: reading.from }];
  });
  const kernels = oldKernels(facts);
  const bytes = kernels.reduce((sum, set) => sum + set.bytes, 0);
  return [
    ...measured,
    ...(bytes > 0
      ? [{ kind: 'old-kernels', path: '/boot', bytes, command: kernelCommand(facts), from: 'boot.files' }]
      : []),
  ].filter((one) => one.bytes >= MIB);
};

const COMMANDS: Readonly<Record<string, string>> = {
  'apt-cache': 'sudo apt-get clean',
  'dnf-cache': 'sudo dnf clean packages',
  'pacman-cache': 'sudo pacman -Sc',
  'zypper-cache': 'sudo zypper clean',
  journal: 'sudo journalctl --vacuum-size=200M',
};

export interface SizedKernel extends KernelSet {
  readonly bytes: number;
}

/** Kernels in /boot with what each takes; only those whose files could all be measured. */
export const sizedKernels = (facts: DiskFacts): readonly SizedKernel[] =>
  facts.bootFiles.status !== 'ok'
    ? []
    : kernelSets(facts.bootFiles.value).flatMap((set) => {
        const sizes = set.files.map((name) => facts.get(fileStat(`/boot/${name}`)));
        return sizes.every((size) => size.status === 'ok')
          ? [
              {
                ...set,
                bytes: sizes.reduce((sum, size) => sum + (size.status === 'ok' ? size.value.bytes : 0), 0),
              },
            ]
          : [];
      });

/** All but the running kernel and the newest other one, which is the way back when the running one fails. */
export const oldKernels = (facts: DiskFacts): readonly SizedKernel[] => {
  if (placeOf(facts) !== 'computer' || facts.platform.status !== 'ok') return [];
  const sets = sizedKernels(facts);
  const running = facts.platform.value.release;
  // Without the running kernel among them this is not the /boot that this system was started from.
  if (!sets.some(({ release }) => release === running)) return [];
  return sets.filter(({ release }) => release !== running).slice(0, -1);
};

const kernelCommand = (facts: DiskFacts): string => {
  const family =
    facts.osRelease.status === 'ok' ? [facts.osRelease.value.id, ...facts.osRelease.value.like] : [];
  if (family.some((id) => id === 'debian' || id === 'ubuntu')) return 'sudo apt-get autoremove --purge';
  return family.some((id) => id === 'fedora' || id === 'rhel') ? 'sudo dnf remove --oldinstallonly' : '';
};

/** Whether what lies there would help the volume. */
export const isOn = (path: string, volume: string, facts: DiskFacts): boolean =>
  measuredAt(path, facts)?.volume.volume === volume;
