/** Private files that others can read, and folders that strangers can write to. */
import { keyPaths } from '../keys.ts';
import { missed, NOTHING, type Outcome, together } from '../outcome.ts';
import type { SecurityFacts } from '../probe.ts';
import { fileState } from '../reads/linux.ts';
import type { Situation } from '../situation.ts';

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
