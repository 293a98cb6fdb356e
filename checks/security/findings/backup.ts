/** What is left of the person’s files when the disk breaks. */
import { unknown } from '../../../src/contract.ts';
import { linuxBackups } from '../backups.ts';
import { missed, NOTHING, type Outcome } from '../outcome.ts';
import type { SecurityFacts } from '../probe.ts';
import type { SecuritySettings } from '../settings.ts';
import { daysSince, type Situation } from '../situation.ts';

interface Copy {
  readonly name: string;
  readonly kind: 'copy' | 'cloud' | 'planned';
  readonly last: string | null;
  readonly from: string;
}

export const diagnoseBackup = (
  facts: SecurityFacts,
  settings: SecuritySettings,
  situation: Situation,
): Outcome => {
  if (situation.virtual || !situation.personal) return NOTHING;
  if (situation.nowMs === null) return missed(facts.clock);
  if (situation.os === 'win32') {
    const { winBackup } = facts;
    if (winBackup.status !== 'ok') return missed(winBackup);
    return byCopies(
      winBackup.value.map((one) => ({ ...one, from: winBackup.from })),
      winBackup.from,
      settings,
      situation,
    );
  }
  if (situation.os === 'darwin') return macBackup(facts, settings, situation);
  if (situation.os !== 'linux' || facts.user.status !== 'ok') return missed(facts.user);
  // Root's home is not where the files are.
  if (facts.user.value.uid === 0) {
    return {
      unknown: [
        {
          source: facts.user.from,
          reason: 'unsupported',
          why: 'backups are looked for in the home of the person; this is root',
        },
      ],
    };
  }
  return byCopies(linuxBackups(facts), facts.user.from, settings, situation);
};

const byCopies = (
  copies: readonly Copy[],
  from: string,
  settings: SecuritySettings,
  situation: Situation,
): Outcome => {
  const dated = copies
    .flatMap((copy) => {
      const days = daysSince(copy.last, situation);
      return days === null ? [] : [{ ...copy, days }];
    })
    .toSorted((a, b) => a.days - b.days);
  const [newest] = dated;
  if (newest !== undefined && newest.days <= settings.backupWarnDays) return NOTHING;
  const names = [...new Set(copies.map(({ name }) => name))].slice(0, 4);
  const partly = copies.some(({ kind }) => kind !== 'copy');
  const evidence = copies.length === 0 ? [from] : [...new Set(copies.map((copy) => copy.from))];
  return {
    findings: [
      {
        code: 'security/no-backup',
        // A folder in the cloud, or a plan whose runs only root can see, counts partly.
        severity: partly ? 'info' : 'warning',
        params: {
          state: newest !== undefined ? 'old' : partly ? 'partly' : 'none',
          names,
          days: newest?.days ?? null,
        },
        evidence,
      },
    ],
  };
};

const macBackup = (facts: SecurityFacts, settings: SecuritySettings, situation: Situation): Outcome => {
  const { macBackupPlace, macBackupLast } = facts;
  if (macBackupPlace.status !== 'ok') return missed(macBackupPlace);
  const name = macBackupPlace.value[0] ?? 'Time Machine';
  if (macBackupPlace.value.length === 0) return byCopies([], macBackupPlace.from, settings, situation);
  if (macBackupLast.status === 'ok') {
    return byCopies(
      [{ name, kind: 'copy', last: macBackupLast.value, from: macBackupLast.from }],
      macBackupLast.from,
      settings,
      situation,
    );
  }
  // A disk that is not connected now does not tell when it last was.
  return macBackupLast.status === 'absent' ? { unknown: [unknown(macBackupLast)] } : missed(macBackupLast);
};
