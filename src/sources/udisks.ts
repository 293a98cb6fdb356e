/** What udisks knows of the disks' health: it asks them as root every ten minutes, and tells everyone. */
import { source, Unreadable, unparsable } from '../contract.ts';
import { isObject, type LooseObject, parseJson } from './network/json.ts';

export interface KnownDrive {
  /** `sda`, `nvme0n1`: the disks it is seen as. */
  readonly names: readonly string[];
  readonly model: string | null;
  /** The disk's own verdict; null for NVMe, which warns by `warnings`. */
  readonly failing: boolean | null;
  readonly attributesFailing: number;
  readonly badSectors: number;
  /** `spare`, `temperature`, `degraded`, `readonly`, `volatile_mem`, `pmr_readonly`. */
  readonly warnings: readonly string[];
  readonly selfTestFailed: boolean;
}

/** `--auto-start=no`: where it does not run nobody starts it. */
export const knownDrives = source({
  id: 'disk.known-health',
  os: ['linux'],
  request: {
    kind: 'exec',
    argv: [
      'busctl',
      '--system',
      '--json=short',
      '--auto-start=no',
      'call',
      'org.freedesktop.UDisks2',
      '/org/freedesktop/UDisks2',
      'org.freedesktop.DBus.ObjectManager',
      'GetManagedObjects',
    ],
  },
  parse: ({ stdout, stderr, exitCode }): readonly KnownDrive[] => {
    if (exitCode !== 0)
      throw new Unreadable('absent', stderr.trim().split('\n')[0] || `busctl ended with ${exitCode}`);
    return parseManagedObjects(stdout);
  },
});

const DRIVE = 'org.freedesktop.UDisks2.Drive';
const BLOCK = 'org.freedesktop.UDisks2.Block';

export const parseManagedObjects = (text: string): readonly KnownDrive[] => {
  const reply = parseJson(text);
  const objects = isObject(reply) && Array.isArray(reply.data) ? reply.data[0] : undefined;
  if (!isObject(objects)) throw unparsable(text.trim());
  const all = Object.entries(objects).flatMap(([path, faces]) => (isObject(faces) ? [{ path, faces }] : []));
  return all.flatMap(({ path, faces }) => {
    const health = healthOf(faces);
    if (health === undefined) return [];
    const names = all
      .filter(
        (other) =>
          valueIn(other.faces[BLOCK], 'Drive') === path &&
          !('org.freedesktop.UDisks2.Partition' in other.faces),
      )
      .flatMap((other) => /\/block_devices\/([^/]+)$/.exec(other.path)?.[1] ?? []);
    const model = valueIn(faces[DRIVE], 'Model');
    return [{ ...health, names, model: typeof model === 'string' && model !== '' ? model : null }];
  });
};

/** Undefined where the drive tells nothing, or was never asked (`SmartUpdated` 0). */
const healthOf = (faces: LooseObject): Omit<KnownDrive, 'names' | 'model'> | undefined => {
  const ata = faces[`${DRIVE}.Ata`];
  const nvme = faces['org.freedesktop.UDisks2.NVMe.Controller'];
  const face = isObject(ata) ? ata : nvme;
  const updated = valueIn(face, 'SmartUpdated');
  if (typeof updated !== 'number' || updated === 0) return undefined;
  const status = valueIn(face, 'SmartSelftestStatus');
  const failing = valueIn(face, 'SmartFailing');
  const warnings = valueIn(face, 'SmartCriticalWarning');
  return {
    failing: typeof failing === 'boolean' ? failing : null,
    attributesFailing: positive(valueIn(face, 'SmartNumAttributesFailing')),
    badSectors: positive(valueIn(face, 'SmartNumBadSectors')),
    warnings: Array.isArray(warnings) ? warnings.filter((one) => typeof one === 'string') : [],
    selfTestFailed: typeof status === 'string' && /^(?:error_|fatal)/.test(status),
  };
};

/** -1 stands for: not known. */
const positive = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0);

/** busctl wraps each value with its type. */
const valueIn = (face: unknown, property: string): unknown => {
  const wrapped = isObject(face) ? face[property] : undefined;
  return isObject(wrapped) ? wrapped.data : undefined;
};
