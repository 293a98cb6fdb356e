import type { Os } from '../../contract.ts';

const UNIX_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
// NixOS keeps its tools in one place of its own.
const EXTRA: Partial<Readonly<Record<Os, string>>> = {
  darwin: ':/opt/homebrew/bin:/opt/homebrew/sbin',
  linux: ':/run/current-system/sw/bin',
};

/** What a program needs to find the user's session; nothing that changes what it prints. */
const KEPT_UNIX = [
  'HOME',
  'USER',
  'LOGNAME',
  'TMPDIR',
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'XDG_RUNTIME_DIR',
  'XDG_SESSION_ID',
  'XDG_SESSION_TYPE',
  'XDG_CURRENT_DESKTOP',
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'XDG_CACHE_HOME',
  'DBUS_SESSION_BUS_ADDRESS',
];
const KEPT_WINDOWS = [
  'SystemRoot',
  'SystemDrive',
  'windir',
  'ComSpec',
  'PATHEXT',
  'TEMP',
  'TMP',
  'USERPROFILE',
  'USERNAME',
  'USERDOMAIN',
  'HOMEDRIVE',
  'HOMEPATH',
  'APPDATA',
  'LOCALAPPDATA',
  'ProgramData',
  'ProgramFiles',
  'ProgramFiles(x86)',
  'ProgramW6432',
  'CommonProgramFiles',
  'PUBLIC',
  'ALLUSERSPROFILE',
  'COMPUTERNAME',
  'PROCESSOR_ARCHITECTURE',
  'NUMBER_OF_PROCESSORS',
  'PSModulePath',
];

/** Where programs are looked for: fixed, since the user's PATH may be empty, broken or hostile. */
export const systemPath = (os: Os): string => {
  if (os !== 'win32') return UNIX_PATH + (EXTRA[os] ?? '');
  const system = `${systemRoot()}\\System32`;
  return [system, systemRoot(), `${system}\\wbem`, `${system}\\WindowsPowerShell\\v1.0`].join(';');
};

/** The environment of every program: made new, so that no setting of the user's changes what is printed. */
export const environment = (os: Os, path: string): Record<string, string> => ({
  ...kept(os === 'win32' ? KEPT_WINDOWS : KEPT_UNIX),
  ...(os === 'win32' ? { SystemRoot: systemRoot(), WSL_UTF8: '1' } : { TERM: 'dumb' }),
  LC_ALL: 'C.UTF-8',
  NO_COLOR: '1',
  PATH: path,
});

/** A folder that is always there: the current one may be deleted or on a dead disk. */
export const workingFolder = (os: Os): string => (os === 'win32' ? systemRoot() : '/');

const systemRoot = (): string => process.env.SystemRoot ?? 'C:\\Windows';

const kept = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name): [string, string][] => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
