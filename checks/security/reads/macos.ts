/** macOS: programs whose words are not translated, and property lists that everybody may read. */
import type { Raw, Source } from '../../../src/contract.ts';
import { read, source, sourceByOs, Unreadable, unparsable } from '../../../src/contract.ts';
import { fileVault } from '../../../src/sources/encryption.ts';
import { isObject, parseJson } from '../../../src/sources/network/json.ts';

const exec = <T>(
  id: string,
  argv: readonly [string, ...string[]],
  parse: (raw: Raw['exec']) => T,
  cost?: 'slow',
): Source<T> =>
  source({
    id: `security.mac.${id}`,
    os: ['darwin'],
    request: { kind: 'exec', argv, ...(cost === 'slow' && { timeoutMs: 30_000 }) },
    parse,
    ...(cost !== undefined && { cost }),
  });

/** Two words, one for each state; anything else is not understood. Some of them write to stderr. */
const either =
  (yes: RegExp, no: RegExp) =>
  ({ stdout, stderr }: Raw['exec']): boolean => {
    const said = `${stdout}\n${stderr}`;
    if (yes.test(said)) return true;
    if (no.test(said)) return false;
    throw unparsable(said.trim());
  };

/** `defaults read`: exit 1 where the key is not set. */
const setting = (id: string, domain: string, key: string, host = false): Source<string | null> =>
  exec(
    id,
    ['defaults', ...(host ? ['-currentHost'] : []), 'read', domain, key],
    ({ stdout, stderr, exitCode }) => {
      if (exitCode === 0) return stdout.trim();
      if (/does not exist/.test(stderr)) return null;
      throw new Unreadable('failed', stderr.trim().slice(0, 200));
    },
  );

const trust = (id: string, options: readonly string[]): Source<readonly string[]> =>
  exec(id, ['security', 'dump-trust-settings', ...options], ({ stdout, stderr }) => {
    const said = `${stdout}\n${stderr}`;
    if (/No Trust Settings were found/.test(said)) return [];
    const names = [...said.matchAll(/^Cert \d+: (.{0,200})$/gm)].map(([, name = '']) => name.trim());
    if (names.length === 0) throw unparsable(said.trim());
    return names;
  });

export const macReads = {
  macFirewall: exec(
    'firewall',
    ['/usr/libexec/ApplicationFirewall/socketfilterfw', '--getglobalstate'],
    either(/State = [12]\b|enabled/i, /State = 0\b|disabled/i),
  ),
  macGatekeeper: exec(
    'gatekeeper',
    ['spctl', '--status'],
    either(/assessments enabled/, /assessments disabled/),
  ),
  macIntegrity: exec(
    'integrity',
    ['csrutil', 'status'],
    either(/status: (?:enabled|unknown)/, /status: disabled/),
  ),
  macFileVault: fileVault,
  /** Every installation of what Apple sends by itself, oldest first. */
  macInstalls: sourceByOs<string | null>('security.mac.installs', {
    darwin: read({ kind: 'file', path: '/Library/Receipts/InstallHistory.plist' }, ({ text }) =>
      newestXprotect(text),
    ),
  }),
  macBackupPlace: exec('backup.place', ['tmutil', 'destinationinfo', '-X'], ({ stdout, stderr }) => {
    if (/No destinations configured/.test(stdout + stderr)) return [];
    if (!stdout.includes('<plist')) throw unparsable((stdout || stderr).trim());
    return [...stdout.matchAll(/<key>Name<\/key>\s*<string>([^<]{0,200})<\/string>/g)].map(
      ([, name = '']) => name,
    );
  }),
  macBackupLast: exec('backup.last', ['tmutil', 'latestbackup'], ({ stdout, stderr }) => {
    const said = stdout + stderr;
    if (/Full Disk Access|Operation not permitted/.test(said)) {
      throw new Unreadable('denied', 'tmutil: Full Disk Access');
    }
    const found = /(\d{4})-(\d\d)-(\d\d)-(\d\d)(\d\d)(\d\d)/.exec(stdout);
    if (found === null) throw new Unreadable('absent', said.trim().slice(0, 200));
    const [, year, month, day, hour, minute, second] = found;
    return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  }),
  macScreenLock: exec('screen-lock', ['sysadminctl', '-screenLock', 'status'], ({ stdout, stderr }) => {
    const said = stdout + stderr;
    if (/screenLock is off|delay is (?:off|-1)/i.test(said)) return null;
    if (/delay is immediate/i.test(said)) return 0;
    const found = /delay is (\d{1,9})(?:\.\d+)? sec/i.exec(said);
    if (found === null) throw unparsable(said.trim());
    return Number(found[1]);
  }),
  macIdle: setting('idle', 'com.apple.screensaver', 'idleTime', true),
  macAutologin: setting('autologin', '/Library/Preferences/com.apple.loginwindow', 'autoLoginUser'),
  macGuestShare: setting(
    'guest-share',
    '/Library/Preferences/SystemConfiguration/com.apple.smb.server',
    'AllowGuestAccess',
  ),
  macDaemons: source({
    id: 'security.mac.daemons',
    os: ['darwin'],
    request: { kind: 'list', path: '/Library/LaunchDaemons' },
    parse: ({ names }) => names,
  }),
  macAgents: source({
    id: 'security.mac.agents',
    os: ['darwin'],
    request: { kind: 'list', path: '/Library/LaunchAgents' },
    parse: ({ names }) => names,
  }),
  macRoots: trust('roots', ['-d']),
  macOwnRoots: trust('roots.own', []),
  /** XProtect Remediator's results of the last days; since macOS 26 it writes none of these. */
  macRemediator: exec(
    'remediator',
    [
      'log',
      'show',
      '--last',
      '7d',
      '--style',
      'ndjson',
      '--predicate',
      'subsystem == "com.apple.XProtectFramework.PluginAPI" AND category == "XPEvent.structured"',
    ],
    ({ stdout, stderr, exitCode }) => {
      if (exitCode !== 0) throw new Unreadable('denied', stderr.trim().slice(0, 200));
      return parseRemediator(stdout);
    },
    'slow',
  ),
};

/** The newest date of an entry whose name begins with XProtect; null when there is none. */
const newestXprotect = (plist: string): string | null => {
  if (!plist.includes('<plist')) throw unparsable(plist.slice(0, 100));
  const dates = plist
    .split('<dict>')
    .filter((entry) => /<key>displayName<\/key>\s*<string>XProtect/.test(entry))
    .flatMap((entry) => /<date>(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)<\/date>/.exec(entry)?.[1] ?? []);
  return dates.toSorted().at(-1) ?? null;
};

export interface Remediation {
  readonly name: string;
  readonly cleaned: boolean;
}

/** An event whose `caused_by` is not empty acted on something. Its message holds JSON of its own. */
export const parseRemediator = (text: string): readonly Remediation[] =>
  text.split('\n').flatMap((line) => {
    if (!line.includes('caused_by')) return [];
    const event = parseJson(line);
    const message = isObject(event) ? parseJson(String(event.eventMessage)) : undefined;
    if (!isObject(event) || !isObject(message)) throw unparsable(line);
    if (!Array.isArray(message.caused_by) || message.caused_by.length === 0) return [];
    const name = /XProtectRemediator(\w{1,40})/.exec(
      String(event.processImagePath ?? event.senderImagePath),
    )?.[1];
    const status = String(message.status_message);
    return [{ name: name ?? 'XProtect', cleaned: !/fail|detected$/i.test(status) }];
  });
