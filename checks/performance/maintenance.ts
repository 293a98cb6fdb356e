/** Programs that put a system in order, and end by themselves. */
import type { Program } from './programs.ts';
import type { PerformanceSettings } from './settings.ts';

export type Chore = 'updates' | 'search' | 'antivirus' | 'backup' | 'disk-care' | 'file-index';

/** Linux cuts names after 15 letters. */
const CHORES: readonly (readonly [chore: Chore, name: RegExp])[] = [
  [
    'updates',
    /^(?:apt|apt-get|aptitude|dpkg|dpkg-deb|unattended-upgr.*|apt\.systemd\.dai.*|dnf|dnf5|dnf-automatic|yum|zypper|rpm|pacman|packagekitd|snapd|fwupd|update-initramf.*|mkinitramfs|dracut|dkms|TiWorker\.exe|TrustedInstaller\.exe|MoUsoCoreWorker\.exe|wuauclt\.exe|msiexec\.exe|softwareupdated|installd|mscorsvw\.exe|ngen\.exe|CompatTelRunner\.exe)$/i,
  ],
  ['file-index', /^(?:updatedb|updatedb\.(?:mlocate|plocate)|mandb|man-db)$/],
  [
    'search',
    /^(?:tracker-miner-f.*|tracker-extract.*|localsearch.*|baloo_file.*|SearchIndexer\.exe|SearchProtocolHost\.exe|SearchFilterHost\.exe|mds|mds_stores|mdworker.*|photoanalysisd|mediaanalysisd)$/i,
  ],
  ['antivirus', /^(?:MsMpEng\.exe|MRT\.exe|clamscan|freshclam|XProtect.*)$/i],
  ['backup', /^(?:backupd|deja-dup|duplicity|restic|borg|timeshift|rsnapshot)$/i],
  ['disk-care', /^(?:fstrim|btrfs|xfs_scrub|e4defrag|defrag\.exe|Dfrgui\.exe|fsck.*|e2scrub)$/i],
];

export const choreOf = (name: string): Chore | undefined => CHORES.find(([, mark]) => mark.test(name))?.[0];

export interface Maintenance {
  readonly chore: Chore;
  readonly name: string;
  readonly cpuPct: number;
  /** Since it began; null for a service that always runs. */
  readonly minutes: number | null;
}

/** What began long ago is no maintenance any more; a service that was idle most of its life began lately. */
const isRecent = ({ ageSeconds, lifetimePct }: Program, { maintenanceHours }: PerformanceSettings): boolean =>
  ageSeconds === null ||
  ageSeconds < maintenanceHours * 3600 ||
  (lifetimePct !== null && lifetimePct < IDLE_LIFETIME_PCT);

const IDLE_LIFETIME_PCT = 10;

/** The chores that run, the busiest first. */
export const maintenanceIn = (
  programs: readonly Program[],
  settings: PerformanceSettings,
): readonly Maintenance[] => {
  const sums = new Map<Chore, { cpuPct: number; most: Program }>();
  for (const program of programs) {
    const chore = choreOf(program.name);
    if (chore === undefined || !isRecent(program, settings)) continue;
    const sum = sums.get(chore);
    const isMost = sum === undefined || (program.cpuPct ?? 0) > (sum.most.cpuPct ?? 0);
    sums.set(chore, {
      cpuPct: (sum?.cpuPct ?? 0) + (program.cpuPct ?? 0),
      most: isMost ? program : sum.most,
    });
  }
  return [...sums]
    .map(([chore, { cpuPct, most }]) => ({
      chore,
      name: most.name,
      cpuPct,
      minutes:
        most.ageSeconds === null || most.ageSeconds >= settings.maintenanceHours * 3600
          ? null
          : Math.floor(most.ageSeconds / 60),
    }))
    .sort((a, b) => b.cpuPct - a.cpuPct);
};
