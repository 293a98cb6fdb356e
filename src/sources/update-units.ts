/** The units that keep a Linux system up to date, as links in /etc/systemd/system: no program is asked. */
import { source, unparsable } from '../contract.ts';
import { parseIsoTime } from './calendar.ts';
import { isObject, listOf, parseJson } from './network/json.ts';

/** Masking one of these keeps updates from coming at all, by hand or by themselves. */
export const UPDATE_UNITS = [
  'apt-daily.timer',
  'apt-daily-upgrade.timer',
  'unattended-upgrades.service',
  'packagekit.service',
  'dnf-makecache.timer',
  'dnf-automatic.timer',
  'dnf5-automatic.timer',
  'rpm-ostreed-automatic.timer',
  'snapd.service',
  'snapd.socket',
  'transactional-update.timer',
] as const;

export interface UpdateUnits {
  /** A link to /dev/null: nothing can start it. */
  readonly masked: readonly string[];
}

export const updateUnits = source({
  id: 'updates.units',
  os: ['linux'],
  request: { kind: 'attributes', folder: '/etc/systemd', names: [], links: UPDATE_UNITS },
  parse: ({ entries }) => ({
    masked: UPDATE_UNITS.filter((name) => {
      const link = entries.system?.[name];
      return link !== undefined && 'text' in link && link.text.trim() === '/dev/null';
    }),
  }),
});

/** snapd's own answer: `hold: 2026-12-01T00:00:00+01:00`, `last: today at 09:12 CET`. */
export const snapRefresh = source({
  id: 'updates.snap',
  os: ['linux'],
  cost: 'slow',
  request: { kind: 'exec', argv: ['snap', 'refresh', '--time'] },
  parse: ({ stdout }) => ({ hold: /^hold: *(.*)$/m.exec(stdout)?.[1] ?? '' }),
});

/** Ubuntu Pro: whether fixes go on after the end of the standard support. */
export const ubuntuPro = source({
  id: 'updates.ubuntu-pro',
  os: ['linux'],
  request: { kind: 'file', path: '/var/lib/ubuntu-advantage/status.json' },
  parse: ({ text }) => parseUbuntuPro(text),
});

export const parseUbuntuPro = (text: string): { readonly extended: boolean } => {
  const status = parseJson(text);
  if (!isObject(status)) throw unparsable(text);
  return {
    extended:
      status.attached === true &&
      listOf(status.services).some(({ name, status: state }) => name === 'esm-infra' && state === 'enabled'),
  };
};

/** The last attempt to move to the next release of Ubuntu, in the upgrader's words. */
export const distUpgradeLog = source({
  id: 'updates.dist-upgrade-log',
  os: ['linux'],
  request: { kind: 'file', path: '/var/log/dist-upgrade/main.log' },
  parse: ({ text }) => parseDistUpgrade(text),
});

export interface DistUpgrade {
  /** Milliseconds since 1970; local time taken for UTC. */
  readonly atMs: number | null;
  /** The errors of the last run, oldest first; empty when there were none. */
  readonly errors: readonly string[];
}

/** `2024-11-05 10:12:13,456 ERROR The upgrade has aborted`; each run begins with its version. */
export const parseDistUpgrade = (text: string): DistUpgrade => {
  const run =
    text
      .split(
        /^(?=[\d-]{10} [\d:]{8},\d+ INFO (?:Using config files|uname information|release-upgrader version))/m,
      )
      .at(-1) ?? '';
  const errors = run
    .split('\n')
    .flatMap((line) => /^[\d-]{10} [\d:]{8},\d+ ERROR (.*)$/.exec(line)?.[1]?.slice(0, 200) ?? []);
  return { atMs: parseIsoTime(/^([\d-]{10} [\d:]{8}),/m.exec(run)?.[1] ?? ''), errors };
};
