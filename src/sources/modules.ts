/** Kernel modules: which are loaded, and whether those of the running kernel are on the disk. */
import { family, source, unparsable } from '../contract.ts';
import { refuseCut } from './whole.ts';

export interface KernelModule {
  /** With underscores, as the kernel writes it. */
  readonly name: string;
  readonly bytes: number;
  /** Null while it is being unloaded. */
  readonly users: number | null;
  readonly usedBy: readonly string[];
  readonly state: 'live' | 'loading' | 'unloading';
  /** Letters such as `OE`: out of tree, unsigned. */
  readonly taints: string;
}

/** Absent on a kernel that has no modules. */
export const kernelModules = source({
  id: 'kernel.modules',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/modules' },
  parse: (raw) => {
    refuseCut(raw);
    return parseModules(raw.text);
  },
});

export const parseModules = (text: string): readonly KernelModule[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const found = MODULE.exec(line);
      if (found === null) throw unparsable(line);
      const [, name = '', bytes = '', users = '', usedBy = '', state = '', taints = ''] = found;
      return {
        name,
        bytes: Number(bytes),
        users: users === '-' ? null : Number(users),
        // `[permanent]` stands among the users of a module that cannot be unloaded.
        usedBy: usedBy.split(',').filter((user) => user !== '' && user !== '-' && !user.startsWith('[')),
        state: state === 'Live' ? 'live' : state === 'Loading' ? 'loading' : 'unloading',
        taints,
      };
    });

/** `nvidia 62029824 2 nvidia_uvm,nvidia_modeset, Live 0xffffffffc0a00000 (POE)`; without root the address is 0. */
const MODULE =
  /^(\S+) (\d+) (-?\d+|-) (\S+) (Live|Loading|Unloading) (?:0x[0-9a-f]+|\(null\))(?: \(([A-Z+-]+)\))?\s*$/;

/** What lies in /lib/modules for a kernel: absent when its modules were removed by an update. */
export const modulesFolder = family('kernel.modules-folder', 'kernel release', (release) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'list', path: `/lib/modules/${release}` },
    parse: ({ names }) => names,
  }),
);
