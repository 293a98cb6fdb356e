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
}

export const dpkgState = source({
  id: 'packages.dpkg',
  os: ['linux'],
  request: {
    kind: 'exec',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own placeholders
    argv: ['dpkg-query', '-W', '-f=${db:Status-Abbrev} ${binary:Package}\\n'],
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

/** `ii  bash`: wanted, state, error. `rc` (removed, configuration kept) is normal. */
export const parseDpkg = (text: string): DpkgState => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const unfinished = lines.flatMap((line) => {
    const found = /^[uihrp]([ncHUFWti])([ R]) ?\s*(\S+)\s*$/.exec(line);
    if (found === null) throw unparsable(line);
    const [, state = '', error, name = ''] = found;
    const told = error === 'R' ? 'reinstall' : STATES[state];
    return told === undefined ? [] : [{ name, state: told }];
  });
  return { packages: lines.length, unfinished };
};

const STATES: Readonly<Record<string, UnfinishedPackage['state']>> = {
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
