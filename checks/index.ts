/**
 * The modules, in reading order: what all others rest on comes first, and is read first where time is short.
 * Each loads only when it is asked for.
 */
import type { AnyCheck } from '../src/contract.ts';

const loaders: Readonly<Record<string, () => Promise<AnyCheck>>> = {
  connectivity: async () => (await import('./connectivity/index.ts')).connectivity,
  clock: async () => (await import('./clock/index.ts')).clock,
  hardware: async () => (await import('./hardware/index.ts')).hardware,
  'disk-space': async () => (await import('./disk-space/index.ts')).diskSpace,
  'safe-mode': async () => (await import('./safe-mode/index.ts')).safeMode,
  drivers: async () => (await import('./drivers/index.ts')).drivers,
  updates: async () => (await import('./updates/index.ts')).updates,
  compatibility: async () => (await import('./compatibility/index.ts')).compatibility,
  security: async () => (await import('./security/index.ts')).security,
  printing: async () => (await import('./printing/index.ts')).printing,
  peripherals: async () => (await import('./peripherals/index.ts')).peripherals,
  audio: async () => (await import('./audio/index.ts')).audio,
  performance: async () => (await import('./performance/index.ts')).performance,
};

export const checkIds: readonly string[] = Object.keys(loaders);

export const loadCheck = (id: string): Promise<AnyCheck> => {
  const load = loaders[id];
  return load === undefined ? Promise.reject(new Error(`no check is called ${id}`)) : load();
};
