/** How this computer is set up to be fast or slow: power profiles and what begins with the session (Linux). */
import { family, read, source, unparsable } from '../../src/contract.ts';
import { textIn } from '../../src/sources/attributes.ts';

/** `low-power`, `cool`, `quiet`, `balanced`, `balanced-performance`, `performance`, `custom`. */
export const platformProfile = source({
  id: 'power.platform-profile',
  os: ['linux'],
  request: { kind: 'file', path: '/sys/firmware/acpi/platform_profile' },
  parse: ({ text }): string => wordOf(text),
});

/** What GNOME and KDE switch: `power-saver`, `balanced`, `performance`. A program in Python, which takes its time. */
export const powerProfile = source({
  id: 'power.profile',
  os: ['linux'],
  request: { kind: 'exec', argv: ['powerprofilesctl', 'get'] },
  parse: ({ stdout }): string => wordOf(stdout),
  cost: 'slow',
});

/** The profile of tuned; absent where it is not in use. */
export const tunedProfile = source({
  id: 'power.tuned',
  os: ['linux'],
  request: { kind: 'file', path: '/etc/tuned/active_profile' },
  parse: ({ text }): string => (text.trim() === '' ? '' : wordOf(text)),
});

const wordOf = (text: string): string => {
  const word = text.trim();
  if (!/^[\w-]{1,60}$/.test(word)) throw unparsable(text);
  return word;
};

export interface Scaling {
  readonly driver: string;
  readonly governor: string;
  /** `performance`, `balance_performance`, `balance_power`, `power`; null where the driver has none. */
  readonly preference: string | null;
}

/** How the kernel chooses the speed of each group of processor cores. */
export const scaling = source({
  id: 'power.scaling',
  os: ['linux'],
  request: {
    kind: 'attributes',
    folder: '/sys/devices/system/cpu/cpufreq',
    names: ['scaling_driver', 'scaling_governor', 'energy_performance_preference'],
  },
  parse: ({ entries }): readonly Scaling[] =>
    Object.values(entries).flatMap((entry) => {
      const driver = textIn(entry, 'scaling_driver');
      const governor = textIn(entry, 'scaling_governor');
      return driver === null || governor === null
        ? []
        : [{ driver, governor, preference: textIn(entry, 'energy_performance_preference') }];
    }),
});

/** Programs of the person's own choice that begin with the session. */
export const autostart = family<readonly string[]>('startup.autostart', 'home', (home) => ({
  on: {
    linux: read({ kind: 'list', path: `${home}/.config/autostart` }, ({ names }) =>
      names.filter((name) => name.endsWith('.desktop')),
    ),
  },
}));

/** Whether such an entry is in force: `Hidden=true` is how they are switched off. */
export const autostartEntry = family<boolean>('startup.entry', 'file', (path) => ({
  on: {
    linux: read(
      { kind: 'file', path },
      ({ text }) => !/^[ \t]*(?:Hidden=true|X-GNOME-Autostart-enabled=false)[ \t\r]*$/m.test(text),
    ),
  },
}));

/** Units of this user that were enabled: links in the folders of these targets. */
const TARGETS = ['default.target', 'graphical-session.target'] as const;

export const userUnits = family<readonly string[]>('startup.units', 'folder', (folder) => ({
  on: { linux: read({ kind: 'list', path: folder }, ({ names }) => names) },
}));

export const unitFolders = (home: string): readonly string[] =>
  TARGETS.map((target) => `${home}/.config/systemd/user/${target}.wants`);
