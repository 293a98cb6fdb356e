/** Versions of drivers that are kernel modules. */
import { family, source, Unreadable, unparsable } from '../contract.ts';

/** The version of NVIDIA's module in the running kernel; absent where it is not loaded. */
export const nvidiaLoaded = source({
  id: 'drivers.nvidia-loaded',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/driver/nvidia/version' },
  parse: ({ text }) => {
    const found = /^NVRM version:.{0,80}Kernel Module.{0,40}?\s(\d+(?:\.\d+){1,3})\s/m.exec(text)?.[1];
    if (found === undefined) throw unparsable(text.split('\n')[0] ?? '');
    return found;
  },
});

/** The version of the module on the disk, which the next start loads. */
export const moduleVersion = family('drivers.module-version', 'kernel module', (module) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'exec', argv: ['modinfo', '-F', 'version', module] },
    parse: ({ stdout, stderr, exitCode }) => {
      const version = stdout.trim();
      if (exitCode !== 0) {
        throw new Unreadable(
          /not found/.test(stderr) ? 'absent' : 'failed',
          stderr.trim().split('\n')[0] ?? '',
        );
      }
      if (!/^[\w.+-]{1,60}$/.test(version)) throw unparsable(version);
      return version;
    },
  }),
);
