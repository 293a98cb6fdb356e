/** What happens to the person's files when the computer is stolen, breaks, or is shared. */
import { unknown } from '../../../src/contract.ts';
import { linuxBackups } from '../backups.ts';
import { encryptionOf } from '../encryption.ts';
import { keyPaths } from '../keys.ts';
import { missed, NOTHING, type Outcome, together } from '../outcome.ts';
import type { SecurityFacts } from '../probe.ts';
import { fileState } from '../reads/linux.ts';
import type { SecuritySettings } from '../settings.ts';
import { daysSince, type Situation } from '../situation.ts';

export const diagnoseEncryption = (facts: SecurityFacts, situation: Situation): Outcome => {
  // The disks of a virtual machine, and of a server in its room, are somebody else's to lock.
  if (situation.virtual || !situation.personal) return NOTHING;
  if (situation.os === 'win32') return windowsEncryption(facts, situation);
  if (situation.os === 'darwin') {
    const { macFileVault } = facts;
    if (macFileVault.status !== 'ok') return missed(macFileVault);
    return macFileVault.value ? NOTHING : notEncrypted('/', 'FileVault', macFileVault.from, situation);
  }
  if (situation.os !== 'linux') return NOTHING;
  if (facts.mounts.status !== 'ok') return missed(facts.mounts);
  if (facts.mappings.status !== 'ok' && facts.mappings.status !== 'absent') return missed(facts.mappings);
  const { state, path } = encryptionOf(facts);
  if (state === 'open') return notEncrypted(path, 'LUKS', facts.mappings.from, situation);
  return state === 'unclear'
    ? {
        unknown: [
          { source: facts.mappings.from, reason: 'unsupported', why: `what ${path} lies on does not tell` },
        ],
      }
    : NOTHING;
};

/** System.Volume.BitLockerProtection: 1 on, 2 off, 3 encrypting, 4 decrypting, 5 suspended, 6 locked. */
const PROTECTED = new Set([1, 3, 6]);

const windowsEncryption = ({ winBitlocker }: SecurityFacts, situation: Situation): Outcome => {
  if (winBitlocker.status !== 'ok') return missed(winBitlocker);
  const { drive, state } = winBitlocker.value;
  if (state === null || state === 0) {
    return {
      unknown: [
        {
          source: winBitlocker.from,
          reason: 'unsupported',
          why: `Windows does not tell whether ${drive} is encrypted`,
        },
      ],
    };
  }
  return PROTECTED.has(state) ? NOTHING : notEncrypted(drive, 'BitLocker', winBitlocker.from, situation);
};

const notEncrypted = (path: string, product: string, from: string, { os, laptop }: Situation): Outcome => ({
  findings: [
    {
      code: 'security/disk-not-encrypted',
      // Apple's newer names do not tell a laptop from a desktop: most are carried about.
      severity: laptop === true || (os === 'darwin' && laptop === null) ? 'warning' : 'info',
      subject: path,
      params: { path, product, laptop: laptop === true },
      evidence: [from],
    },
  ],
});

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

/** Everybody, everybody who is signed in, all users. */
const OTHERS = new Set(['S-1-1-0', 'S-1-5-11', 'S-1-5-32-545']);
/** Everybody, guests, those without a name. */
const STRANGERS = new Set(['S-1-1-0', 'S-1-5-32-546', 'S-1-5-7']);
/** FILE_READ_DATA and FILE_WRITE_DATA. */
const READ = 1;
const WRITE = 2;

export const diagnoseFiles = (facts: SecurityFacts, situation: Situation): Outcome => {
  if (situation.os === 'win32') return windowsFiles(facts);
  if (situation.os !== 'linux' && situation.os !== 'darwin') return NOTHING;
  const files = keyPaths(facts).map((path) => ({ path, reading: facts.get(fileState(path)) }));
  const open = files.flatMap(({ path, reading }) => {
    const mode = reading.status === 'ok' && reading.value.type === 'file' ? reading.value.mode : undefined;
    return mode !== undefined && (mode & 0o077) !== 0 ? [{ path, mode, from: reading.from }] : [];
  });
  return together(
    missed(...files.map(({ reading }) => reading)),
    {
      findings: open.map(({ path, mode, from }) => ({
        code: 'security/private-files-exposed' as const,
        severity: 'critical' as const,
        subject: path,
        params: { what: 'key' as const, name: path, mode: mode.toString(8) },
        evidence: [from],
      })),
    },
    situation.os === 'linux' ? samba(facts) : guestShare(facts),
  );
};

const exposed = (
  what: 'key' | 'share' | 'smb1',
  name: string,
  from: string,
  severity: 'critical' | 'warning',
) => ({
  code: 'security/private-files-exposed' as const,
  severity,
  subject: name,
  params: { what, name, mode: '' },
  evidence: [from],
});

const isYes = (value: string | undefined): boolean => /^(?:yes|true|1)$/i.test(value ?? '');
const isNo = (value: string | undefined): boolean => /^(?:no|false|0)$/i.test(value ?? '');

/** smb.conf(5), where the server runs. */
const samba = ({ samba: config, processes }: SecurityFacts): Outcome => {
  if (config.status !== 'ok') return missed(config);
  if (processes.status !== 'ok') return missed(processes);
  if (!processes.value.some(({ name }) => name === 'smbd')) return NOTHING;
  const sections = sectionsOf(config.value);
  const of = (section: Readonly<Record<string, string>>, ...keys: readonly string[]): string | undefined =>
    keys.map((key) => section[key]).find((value) => value !== undefined);
  const [, global = {}] = sections.find(([name]) => name === 'global') ?? [];
  const oldest = of(global, 'serverminprotocol', 'minprotocol') ?? '';
  return {
    findings: [
      ...sections
        .filter(([name]) => name !== 'global')
        .filter(
          ([, section]) =>
            isYes(of(section, 'guestok', 'public')) &&
            (isNo(of(section, 'readonly')) || isYes(of(section, 'writable', 'writeable', 'writeok'))),
        )
        .map(([name]) => exposed('share', name, config.from, 'warning')),
      ...(/^(?:nt1|lanman[12]?|core|coreplus)$/i.test(oldest)
        ? [exposed('smb1', oldest, config.from, 'warning')]
        : []),
    ],
  };
};

/** Names of parameters without their spaces, which mean nothing there. */
const sectionsOf = (
  text: string,
): readonly (readonly [name: string, values: Readonly<Record<string, string>>])[] => {
  const sections: [string, Record<string, string>][] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    const name = /^\[([^\]]{1,100})\]/.exec(line)?.[1];
    const [, key, value] = /^([^#;=]{1,100})=(.*)$/.exec(line) ?? [];
    const last = sections.at(-1);
    if (name !== undefined) sections.push([name.toLowerCase(), Object.create(null)]);
    else if (key !== undefined && value !== undefined && last !== undefined) {
      last[1][key.toLowerCase().replace(/\s/g, '')] = value.trim();
    }
  }
  return sections;
};

const guestShare = ({ macGuestShare, listeners }: SecurityFacts): Outcome => {
  if (macGuestShare.status !== 'ok') return missed(macGuestShare);
  if (macGuestShare.value === null || !isYes(macGuestShare.value)) return NOTHING;
  if (listeners.status !== 'ok') return missed(listeners);
  // Guests are let in only where files are shared at all.
  return listeners.value.some(({ port, loopback }) => port === 445 && !loopback)
    ? { findings: [exposed('share', 'SMB', macGuestShare.from, 'warning')] }
    : NOTHING;
};

const windowsFiles = ({ winSshKeys, winShares, winSmb1 }: SecurityFacts): Outcome => {
  const keys =
    winSshKeys.status === 'ok'
      ? winSshKeys.value.filter(({ sid, rights }) => OTHERS.has(sid) && (rights & READ) !== 0)
      : [];
  const shares =
    winShares.status === 'ok'
      ? winShares.value.filter(({ sid, mask, guest }) => guest && STRANGERS.has(sid) && (mask & WRITE) !== 0)
      : [];
  const smb1 = winSmb1.status === 'ok' && winSmb1.value.installed && winSmb1.value.parameter !== 0;
  return together(missed(winSshKeys, winShares, winSmb1), {
    findings: [
      ...[...new Set(keys.map(({ path }) => path))].map((path) =>
        exposed('key', path, winSshKeys.from, 'critical'),
      ),
      ...[...new Set(shares.map(({ share }) => share))].map((share) =>
        exposed('share', share, winShares.from, 'warning'),
      ),
      ...(smb1 ? [exposed('smb1', 'SMB 1', winSmb1.from, 'warning')] : []),
    ],
  });
};
