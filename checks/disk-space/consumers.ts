/** Where to look for what fills a volume. */
import type { Mount } from '../../src/sources/mounts.ts';
import { mountOf } from '../../src/sources/mounts.ts';
import type { Volume } from './volumes.ts';

/** Folders of a volume that together hold what a person or a program put there. */
export const consumersOf = (volume: Volume, mounts: readonly Mount[]): readonly string[] => {
  if (volume.role === 'remote' || volume.role === 'media') return [];
  const folders = SYSTEM_FOLDERS.get(volume.path) ?? [volume.path];
  const logs = ['/var', '/var/log', '/'].includes(volume.path) ? ['/var/log'] : [];
  return [...new Set([...folders, ...logs])].filter(
    (folder) => mountOf(folder, mounts)?.volume === volume.volume,
  );
};

/** The whole of a system disk takes too long: its parts are measured side by side. */
const SYSTEM_FOLDERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['/', ['/home', '/var', '/usr', '/opt', '/srv', '/root', '/tmp']],
  [
    '/var',
    ['/var/lib', '/var/cache', '/var/spool', '/var/log', '/var/tmp', '/var/mail', '/var/www', '/var/opt'],
  ],
  ['/System/Volumes/Data', ['/Users', '/Applications', '/Library', '/private/var']],
]);
