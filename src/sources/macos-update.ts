/** macOS: which version runs, how updates are set, what was installed, and what the installer wrote down. */
import type { Raw } from '../contract.ts';
import { read, source, sourceByOs, Unreadable, unparsable } from '../contract.ts';
import { parseIsoTime } from './calendar.ts';
import { isDict, parsePlist } from './plist.ts';

export interface MacVersion {
  /** `15.7.1` */
  readonly version: string;
  readonly build: string;
}

export const macVersion = sourceByOs<MacVersion>('system.macos-version', {
  darwin: read({ kind: 'file', path: '/System/Library/CoreServices/SystemVersion.plist' }, ({ text }) =>
    parseMacVersion(text),
  ),
});

export const parseMacVersion = (text: string): MacVersion => {
  const list = parsePlist(text);
  const version = isDict(list) ? list.ProductVersion : undefined;
  const build = isDict(list) ? list.ProductBuildVersion : undefined;
  if (typeof version !== 'string' || !/^\d+(\.\d+)*$/.test(version)) throw unparsable(text);
  return { version, build: typeof build === 'string' ? build : '' };
};

export interface MacUpdateSettings {
  /** Null where it was never changed: then it is on. */
  readonly checks: boolean | null;
  readonly downloads: boolean | null;
  readonly installs: boolean | null;
  readonly installsSecurity: boolean | null;
  /** Milliseconds since 1970. */
  readonly lastSuccessMs: number | null;
  /** Updates that were found; the list may be older than what is installed. */
  readonly recommended: readonly { readonly name: string; readonly version: string }[];
}

const PREFERENCES = '/Library/Preferences/com.apple.SoftwareUpdate.plist';
const MANAGED = '/Library/Managed Preferences/com.apple.SoftwareUpdate.plist';

const plutil = (path: string) =>
  ({ kind: 'exec', argv: ['plutil', '-convert', 'xml1', '-o', '-', path] }) as const;

const preferences = ({ stdout, stderr, exitCode }: Raw['exec']): MacUpdateSettings => {
  if (exitCode !== 0) {
    const message = `${stdout}${stderr}`.trim();
    const isGone = /does not exist|No such file/i.test(message);
    throw new Unreadable(isGone ? 'absent' : 'failed', message.slice(0, 200) || `exit ${exitCode}`);
  }
  return parseMacSettings(stdout);
};

export const macUpdateSettings = sourceByOs<MacUpdateSettings>('updates.macos-settings', {
  darwin: read(plutil(PREFERENCES), preferences),
});

/** What an organisation prescribes: absent on a Mac that nobody manages. */
export const macManagedUpdates = sourceByOs<MacUpdateSettings>('updates.macos-managed', {
  darwin: read(plutil(MANAGED), preferences),
});

export const parseMacSettings = (text: string): MacUpdateSettings => {
  const list = parsePlist(text);
  if (!isDict(list)) throw unparsable(text);
  const flag = (name: string): boolean | null => {
    const value = list[name];
    return typeof value === 'boolean' ? value : typeof value === 'number' ? value !== 0 : null;
  };
  const times = ['LastFullSuccessfulDate', 'LastSuccessfulDate'].flatMap((name) => {
    const value = list[name];
    return typeof value === 'string' ? (parseIsoTime(value) ?? []) : [];
  });
  const found = Array.isArray(list.RecommendedUpdates) ? list.RecommendedUpdates : [];
  return {
    checks: flag('AutomaticCheckEnabled'),
    downloads: flag('AutomaticDownload'),
    installs: flag('AutomaticallyInstallMacOSUpdates'),
    installsSecurity: flag('CriticalUpdateInstall'),
    lastSuccessMs: times.length === 0 ? null : Math.max(...times),
    recommended: found.filter(isDict).map((one) => ({
      name: String(one['Display Name'] ?? ''),
      version: String(one['Display Version'] ?? ''),
    })),
  };
};

export interface MacInstall {
  readonly name: string;
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  /** macOS itself; not XProtect's data, an app, or a printer's driver. */
  readonly system: boolean;
}

/** Oldest first. */
export const macInstallHistory = sourceByOs<readonly MacInstall[]>('updates.macos-history', {
  darwin: read(
    { kind: 'file', path: '/Library/Receipts/InstallHistory.plist' },
    ({ text, droppedBytes = 0 }) => {
      if (droppedBytes > 0)
        throw new Unreadable('unparsable', `too long: ${droppedBytes} bytes were left out`);
      return parseMacHistory(text);
    },
  ),
});

export const parseMacHistory = (text: string): readonly MacInstall[] => {
  const list = parsePlist(text);
  if (!Array.isArray(list)) throw unparsable(text);
  return list.filter(isDict).flatMap((one) => {
    const { displayName, displayVersion, date, processName } = one;
    const atMs = typeof date === 'string' ? parseIsoTime(date) : null;
    if (typeof displayName !== 'string' || atMs === null) return [];
    return [
      {
        name: displayName,
        version: typeof displayVersion === 'string' ? displayVersion : '',
        atMs,
        system:
          /^(macOS|OS X|Mac OS X|Security Update|Background Security Improvement|Rapid Security Response)\b/.test(
            displayName,
          ) && processName !== 'Installer',
      },
    ];
  });
};

export interface MacInstallLog {
  /** The newest failure of each kind after which nothing was installed. */
  readonly failures: readonly MacFailure[];
  /** An update that is unpacked and waits for a restart. */
  readonly prepared: { readonly name: string; readonly version: string; readonly atMs: number } | null;
  /** The newest line: an old log says nothing of today. */
  readonly lastMs: number | null;
}

export interface MacFailure {
  readonly kind: 'space' | 'download' | 'install';
  readonly atMs: number;
  readonly message: string;
}

export const macInstallLog = source({
  id: 'updates.macos-log',
  os: ['darwin'],
  request: { kind: 'file', path: '/var/log/install.log' },
  parse: ({ text }) => parseInstallLog(text),
});

/** `2026-05-01 10:00:00-05 mac softwareupdated[100]: …` */
const LINE = /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})([+-]\d{2})(:?\d{2})? \S+ ([^[\]]+)\[\d+\]: (.*)$/;
const UPDATERS =
  /^(softwareupdated?|osinstallersetupd|installd|system_installd|UpdateBrainService\d?|com\.apple\.MobileSoftwareUpdate\S*)$/;

const KINDS: readonly (readonly [MacFailure['kind'], RegExp])[] = [
  ['space', /not enough (?:free |disk )?space|NotEnough(?:Disk)?Space|insufficient (?:disk )?space/i],
  ['download', /NSURLErrorDomain Code=-\d+|CFNetworkErrorHTTP|Failed to download|error downloading/i],
  ['install', /PackageKit: Install Failed|MobileSoftwareUpdateErrorDomain Code=\d+|SUMacControllerError\w*/],
];

export const parseInstallLog = (text: string): MacInstallLog => {
  const failures = new Map<MacFailure['kind'], MacFailure>();
  let prepared: MacInstallLog['prepared'] = null;
  let lastMs: number | null = null;
  for (const line of text.split('\n')) {
    const [, day, hours, minutes, program = '', message = ''] = LINE.exec(line) ?? [];
    if (day === undefined || !UPDATERS.test(program)) continue;
    const atMs = parseIsoTime(`${day}${hours}:${(minutes ?? '00').replace(':', '')}`);
    if (atMs === null) continue;
    lastMs = atMs;
    const kind = KINDS.find(([, pattern]) => pattern.test(message))?.[0];
    if (kind !== undefined) failures.set(kind, { kind, atMs, message: message.slice(0, 200) });
    else if (/^Installed "|: Installed update|PackageKit: Installed "/.test(message)) failures.clear();
    const [, name, version] =
      /\(Title:([^,()]+?) Version:([\d.]+),.*\) is already prepared/.exec(message) ?? [];
    if (name !== undefined && version !== undefined) prepared = { name, version, atMs };
  }
  return { failures: [...failures.values()], prepared, lastMs };
};

/** Programs that change installed software right now. */
export const macInstallers = sourceByOs<readonly { readonly pid: number; readonly name: string }[]>(
  'updates.macos-installers',
  {
    darwin: read({ kind: 'exec', argv: ['ps', '-axo', 'pid=,comm='] }, ({ stdout }) =>
      parseInstallers(stdout),
    ),
  },
);

const INSTALLERS =
  /^(softwareupdate|installer|osinstallersetupd|InstallAssistant|startosinstall|Installer|brew\.rb)$/;

export const parseInstallers = (text: string): readonly { readonly pid: number; readonly name: string }[] => {
  const rows = text.split('\n').flatMap((line) => {
    const found = /^\s*(\d+) (.+?)\s*$/.exec(line);
    return found === null ? [] : [{ pid: Number(found[1]), name: (found[2] ?? '').split('/').at(-1) ?? '' }];
  });
  if (rows.length === 0) throw unparsable(text);
  return rows.filter(({ name }) => INSTALLERS.test(name));
};

/** Security programs that look into every file: extensions of the kind `endpoint_security` that are on. */
export const macSecurityExtensions = source({
  id: 'updates.macos-extensions',
  os: ['darwin'],
  cost: 'slow',
  request: { kind: 'exec', argv: ['systemextensionsctl', 'list'] },
  parse: ({ stdout }) => parseExtensions(stdout),
});

/** Sections by category; a row ends with the state in brackets, which is not translated. */
export const parseExtensions = (text: string): readonly string[] => {
  if (!/^\d+ extension\(s\)/m.test(text)) throw unparsable(text);
  const names: string[] = [];
  let category = '';
  for (const line of text.split('\n')) {
    category = /^--- (\S+)/.exec(line)?.[1] ?? category;
    const found = /^\*\s+\*\s+\S+\s+(\S+) \([^)]*\)\s+(.*?)\s*\[activated enabled\]/.exec(line);
    if (found !== null && category.endsWith('endpoint_security')) names.push(found[2] || (found[1] ?? ''));
  }
  return names;
};

/** Programs of Homebrew that lack others which they need. */
const brewAt = (folder: string) => ({
  request: { kind: 'exec', argv: [`${folder}/bin/brew`, 'missing'], timeoutMs: 15_000 } as const,
  parse: ({ stdout, stderr, exitCode }: Raw['exec']): readonly string[] => {
    const missing = stdout.split('\n').filter((line) => /^[\w.@+-]+: \S/.test(line));
    if (exitCode !== 0 && missing.length === 0) throw new Unreadable('failed', stderr.trim().slice(0, 200));
    return missing;
  },
});

export const brewMissing = source({
  id: 'packages.brew',
  os: ['darwin'],
  cost: 'slow',
  ...brewAt('/opt/homebrew'),
  otherwise: source({ id: 'packages.brew.intel', os: ['darwin'], cost: 'slow', ...brewAt('/usr/local') }),
});
