/** Which driver draws the picture, and NVIDIA's two halves. */
import { family, source, Unreadable } from '../../../src/contract.ts';

export { moduleVersion, nvidiaLoaded } from '../../../src/sources/driver-versions.ts';

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
