/** dpkg: the state of each package, and what an interrupted run left behind. */
import { source, Unreadable, unparsable } from '../contract.ts';
import { refuseCut } from './whole.ts';

export interface UnfinishedPackage {
  readonly name: string;
  readonly state:
    | 'half-installed'
    | 'unpacked'
    | 'half-configured'
    | 'triggers-awaited'
    | 'triggers-pending'
    | 'reinstall';
}

export interface DpkgState {
  readonly packages: number;
  readonly unfinished: readonly UnfinishedPackage[];
  /** Kept at their version by the person's own word. */
  readonly held: readonly HeldPackage[];
}

export interface HeldPackage {
  readonly name: string;
  /** The system does not run without it. */
  readonly essential: boolean;
}

export const dpkgState = source({
  id: 'packages.dpkg',
  os: ['linux'],
  request: {
    kind: 'exec',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own placeholders
    argv: ['dpkg-query', '-W', '-f=${db:Status-Abbrev} ${binary:Package} ${Essential}\\n'],
  },
  parse: (raw) => {
    const { stdout, exitCode, stderr } = raw;
    // One that ends in the middle has printed packages too, and perhaps not the broken one.
    if (stdout === '' || exitCode !== 0) {
      const why = stderr.trim().split('\n')[0] || `exit ${exitCode ?? 'by a signal'}`;
      throw new Unreadable('failed', why);
    }
    refuseCut(raw);
    return parseDpkg(stdout);
  },
});

/** `ii  bash yes`: wanted, state, error, essential. `rc` (removed, configuration kept) is normal. */
export const parseDpkg = (text: string): DpkgState => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const rows = lines.map((line) => {
    const found = /^([uihrp])([ncHUFWti])([ R]) ?\s*(\S+)(?: (yes|no)?)?\s*$/.exec(line);
    if (found === null) throw unparsable(line);
    const [, wanted = '', state = '', error, name = '', essential] = found;
    return {
      wanted,
      state: error === 'R' ? 'reinstall' : STATES[state],
      name,
      essential: essential === 'yes',
    };
  });
  return {
    packages: lines.length,
    unfinished: rows.flatMap(({ name, state }) => (state === undefined ? [] : [{ name, state }])),
    held: rows.flatMap(({ wanted, name, essential }) => (wanted === 'h' ? [{ name, essential }] : [])),
  };
};

const STATES: Readonly<Record<string, UnfinishedPackage['state'] | undefined>> = {
  H: 'half-installed',
  U: 'unpacked',
  F: 'half-configured',
  W: 'triggers-awaited',
  t: 'triggers-pending',
};

/** Changes that dpkg wrote down and did not get to merge: numbered files, none in a healthy system. */
export const dpkgJournal = source({
  id: 'packages.dpkg-journal',
  os: ['linux'],
  request: { kind: 'list', path: '/var/lib/dpkg/updates' },
  parse: ({ names }) => names.filter((name) => /^\d+$/.test(name)),
});
