/** Which module knows a device, and what keeps it from being loaded. */
import { family, source, Unreadable } from '../../../src/contract.ts';

/** Modules of the running kernel for a device; none where it has no driver for it. Nothing is loaded. */
export const modulesFor = family('drivers.modules-for', 'modalias', (modalias) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'exec', argv: ['modprobe', '-R', modalias] },
    parse: ({ stdout, stderr, exitCode }): readonly string[] => {
      if (exitCode === 0) {
        const names = stdout.split('\n').map((line) => line.trim().replace(/^builtin /, ''));
        return [...new Set(names.filter((name) => /^[\w-]{1,80}$/.test(name)).map(underscored))];
      }
      if (/not found in directory/.test(stderr)) return [];
      // busybox knows no -R.
      const isOther = /unrecognized option|invalid option/.test(stderr);
      throw new Unreadable(isOther ? 'unsupported' : 'failed', stderr.trim().split('\n')[0] ?? '');
    },
  }),
);

const underscored = (name: string): string => name.replaceAll('-', '_');

/** In the order in which a file of the same name hides the later one. */
export const MODPROBE_FOLDERS = [
  '/etc/modprobe.d',
  '/run/modprobe.d',
  '/usr/lib/modprobe.d',
  '/lib/modprobe.d',
] as const;

export const modprobeFolder = family('drivers.modprobe-folder', 'folder', (path) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'list', path },
    parse: ({ names }) => names.filter((name) => /^[\w.+@:-]{1,100}\.conf$/.test(name)),
  }),
);

export interface ModprobeRule {
  readonly module: string;
  readonly line: string;
}

/** Lines that switch a module off: `blacklist x`, `install x /bin/false`. */
export const modprobeRules = family('drivers.modprobe-rules', 'file', (path) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'file', path },
    parse: ({ text }): readonly ModprobeRule[] =>
      text.split('\n').flatMap((line) => {
        const found =
          /^\s*blacklist\s+([\w-]{1,80})\s*(?:#.*)?$/.exec(line) ??
          /^\s*install\s+([\w-]{1,80})\s+(?:\/usr)?\/bin\/(?:false|true)\b/.exec(line);
        return found === null ? [] : [{ module: underscored(found[1] ?? ''), line: line.trim() }];
      }),
  }),
);
