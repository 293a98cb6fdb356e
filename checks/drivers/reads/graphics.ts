/** Which driver draws the picture, and NVIDIA's two halves. */
import { family, source, Unreadable, unparsable } from '../../../src/contract.ts';

export interface GraphicsCard {
  /** `card0` */
  readonly name: string;
  /** `i915`; `simple-framebuffer` where only the firmware's picture is used. */
  readonly driver: string | null;
}

/** Absent where no graphics driver runs at all. */
export const graphicsCards = source({
  id: 'drivers.graphics-cards',
  os: ['linux'],
  request: { kind: 'attributes', folder: '/sys/class/drm', names: [], links: ['device/driver'] },
  parse: ({ entries }): readonly GraphicsCard[] =>
    Object.entries(entries)
      // Beside the cards stand their sockets, `card0-HDMI-A-1`, and `renderD128`.
      .filter(([name]) => /^card\d+$/.test(name))
      .map(([name, found]) => {
        const driver = found['device/driver'];
        return { name, driver: driver !== undefined && 'text' in driver ? lastOf(driver.text) : null };
      }),
});

const lastOf = (path: string): string => path.split('/').at(-1) ?? path;

/** `0 EFI VGA`, `0 i915drmfb`: pictures that the kernel draws text on. */
export const framebuffers = source({
  id: 'drivers.framebuffers',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/fb' },
  parse: ({ text }) => text.split('\n').flatMap((line) => /^\d+ (.+)$/.exec(line.trim())?.[1] ?? []),
});

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

/** What NVIDIA's library says when it meets the module: `mismatch`, with its own version, or that all is well. */
export const nvidiaLibrary = family('drivers.nvidia-library', 'program', (_: 'nvidia-smi') =>
  source({
    id: '',
    os: ['linux'],
    cost: 'slow',
    request: {
      kind: 'exec',
      argv: ['nvidia-smi', '--query-gpu=driver_version', '--format=csv,noheader'],
      timeoutMs: 8000,
    },
    parse: ({ stdout, stderr, exitCode }): { readonly mismatch: boolean; readonly version: string } => {
      const text = `${stdout}\n${stderr}`;
      if (/Driver\/library version mismatch/.test(text)) {
        return { mismatch: true, version: /NVML library version: (\d+(?:\.\d+){1,3})/.exec(text)?.[1] ?? '' };
      }
      if (exitCode !== 0) throw new Unreadable('failed', text.trim().split('\n')[0] ?? '');
      return { mismatch: false, version: stdout.trim().split('\n')[0] ?? '' };
    },
  }),
);
