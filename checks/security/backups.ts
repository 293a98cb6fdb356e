/** Traces that backup programs leave: what they are, and when they last ran. */
import type { Source } from '../../src/contract.ts';
import type { SecurityFacts } from './probe.ts';
import { fileState, gsettings, listOfNames } from './reads/linux.ts';

export interface Backup {
  readonly name: string;
  /** `copy`: another place; `cloud`: a folder that follows every mistake; `planned`: it is set up, nobody knows when it ran. */
  readonly kind: 'copy' | 'cloud' | 'planned';
  readonly last: string | null;
  readonly from: string;
}

/** A folder below home with one subfolder a repository; a file in it is written with every backup. */
const REPOSITORIES = [
  { name: 'Borg', folder: '.config/borg/security', file: 'manifest-timestamp' },
  {
    name: 'Pika Backup',
    folder: '.var/app/org.gnome.World.PikaBackup/config/borg/security',
    file: 'manifest-timestamp',
  },
  { name: 'restic', folder: '.cache/restic', file: 'snapshots' },
] as const;

/** Written whenever the program has run. */
const WRITTEN = [
  { name: 'Back In Time', path: '.local/share/backintime/takesnapshot_.log' },
  { name: 'Pika Backup', path: '.config/pika-backup/history.json' },
  { name: 'Pika Backup', path: '.var/app/org.gnome.World.PikaBackup/config/pika-backup/history.json' },
] as const;

const CLOUDS = [
  { name: 'Nextcloud', path: '.config/Nextcloud/nextcloud.cfg' },
  { name: 'Dropbox', path: '.dropbox' },
  { name: 'OneDrive', path: '.config/onedrive' },
  { name: 'Yandex Disk', path: '.config/yandex-disk/config.cfg' },
  { name: 'Insync', path: '.config/Insync' },
  { name: 'MEGA', path: '.local/share/data/Mega Limited' },
  { name: 'Kopia', path: '.config/kopia/repository.config' },
] as const;

const TIMESHIFT_LOGS = '/var/log/timeshift';
const DEJA_DUP_SCHEMA_FILE = '/usr/share/glib-2.0/schemas/org.gnome.DejaDup.gschema.xml';
const DEJA_DUP = 'org.gnome.DejaDup';

const MAX_REPOSITORIES = 5;

const homeOf = ({ user, platform }: SecurityFacts): string | null =>
  platform.status === 'ok' &&
  platform.value.platform === 'linux' &&
  user.status === 'ok' &&
  user.value.home.startsWith('/')
    ? user.value.home.replace(/\/$/, '')
    : null;

export const backupSteps = (facts: SecurityFacts): readonly Source<unknown>[] => {
  const home = homeOf(facts);
  if (home === null) return [];
  return [
    ...REPOSITORIES.map(({ folder }) => listOfNames(`${home}/${folder}`)),
    ...repositories(facts, home).map(({ path }) => fileState(path)),
    ...[...WRITTEN, ...CLOUDS].map(({ path }) => fileState(`${home}/${path}`)),
    listOfNames(TIMESHIFT_LOGS),
    fileState(DEJA_DUP_SCHEMA_FILE),
    ...(facts.get(fileState(DEJA_DUP_SCHEMA_FILE)).status === 'ok' ? [gsettings(DEJA_DUP)] : []),
  ];
};

const repositories = (facts: SecurityFacts, home: string) =>
  REPOSITORIES.flatMap(({ name, folder, file }) => {
    const names = facts.get(listOfNames(`${home}/${folder}`));
    return names.status === 'ok'
      ? names.value
          .filter((one) => /^[0-9a-f]{64}$/.test(one))
          .slice(0, MAX_REPOSITORIES)
          .map((one) => ({ name, path: `${home}/${folder}/${one}/${file}` }))
      : [];
  });

/** Timers of systemd: set up by root, whose own traces nobody else sees. */
const TIMERS =
  /\b(?:borg(?:matic|backup)?|restic|rsnapshot|duplicity|kopia|urbackup|backup|timeshift|snapraid)\b/i;
/** Debian keeps copies of its own lists of packages. That is no backup of anybody's files. */
const NO_BACKUP = /^dpkg-db-backup\.timer$/;

export const linuxBackups = (facts: SecurityFacts): readonly Backup[] => {
  const home = homeOf(facts);
  if (home === null) return [];
  const written = [
    ...repositories(facts, home),
    ...WRITTEN.map((one) => ({ name: one.name, path: `${home}/${one.path}` })),
  ];
  const clouds = CLOUDS.map((one) => ({ name: one.name, path: `${home}/${one.path}` }));
  return [
    ...written.flatMap(({ name, path }): readonly Backup[] => {
      const reading = facts.get(fileState(path));
      return reading.status === 'ok'
        ? [{ name, kind: 'copy', last: reading.value.modifiedAt, from: reading.from }]
        : [];
    }),
    ...clouds.flatMap(({ name, path }): readonly Backup[] => {
      const reading = facts.get(fileState(path));
      return reading.status === 'ok'
        ? [{ name, kind: name === 'Kopia' ? 'planned' : 'cloud', last: null, from: reading.from }]
        : [];
    }),
    ...timeshift(facts),
    ...dejaDup(facts),
    ...(facts.timers.status === 'ok'
      ? facts.timers.value
          .filter((name) => TIMERS.test(name) && !NO_BACKUP.test(name))
          .map((name): Backup => ({ name, kind: 'planned', last: null, from: facts.timers.from }))
      : []),
  ];
};

/** `2026-11-05_19-00-01_backup.log` */
const timeshift = (facts: SecurityFacts): readonly Backup[] => {
  const names = facts.get(listOfNames(TIMESHIFT_LOGS));
  if (names.status !== 'ok') return [];
  const last = names.value
    .flatMap((name) => /^(\d{4}-\d\d-\d\d)_\d\d-\d\d-\d\d_backup\.log$/.exec(name)?.[1] ?? [])
    .toSorted()
    .at(-1);
  return last === undefined ? [] : [{ name: 'Timeshift', kind: 'copy', last, from: names.from }];
};

/** `'2026-11-05T10:00:00.000000Z'`, and an empty text when it never ran. */
const dejaDup = (facts: SecurityFacts): readonly Backup[] => {
  const values = facts.get(gsettings(DEJA_DUP));
  if (values.status !== 'ok') return [];
  const last = (values.value['last-backup'] ?? '').replaceAll("'", '').replace(/\.\d+/, '');
  return last === '' ? [] : [{ name: 'Déjà Dup', kind: 'copy', last, from: values.from }];
};
