/** Linux: whether a volume lies on an encrypted device, by what the device mapper calls its parts. */
import type { Source } from '../../src/contract.ts';
import { mountOf } from '../../src/sources/mounts.ts';
import type { SecurityFacts } from './probe.ts';
import { below } from './reads/linux.ts';

/** A volume group on a RAID on encrypted disks is as deep as it gets. */
const MAX_STEPS = 4;

export type Encryption = 'encrypted' | 'open' | 'unclear' | 'none';

/** Where the person's files are: the volume of the home folder, or of root. */
const homeMount = ({ mounts, user }: SecurityFacts) =>
  mounts.status === 'ok' ? mountOf(user.status === 'ok' ? user.value.home : '/', mounts.value) : undefined;

/** `none`: no disk of its own (a live system, a share). */
export const encryptionOf = (facts: SecurityFacts): { readonly state: Encryption; readonly path: string } => {
  const mount = homeMount(facts);
  if (mount === undefined) return { state: 'unclear', path: '/' };
  const { path, type } = mount;
  if (type === 'ecryptfs' || /^fuse\.(?:encfs|gocryptfs|cryfs)$/.test(type))
    return { state: 'encrypted', path };
  if (/^(?:overlay|tmpfs|ramfs|squashfs|nfs4?|cifs|9p|virtiofs|rootfs)$/.test(type))
    return { state: 'none', path };
  // They encrypt by themselves, and tell so only to their own tools.
  if (/^(?:zfs|bcachefs)$/.test(type)) return { state: 'unclear', path };
  const device = deviceOf(facts, mount.source);
  if (device === null) return { state: 'unclear', path };
  return { state: walk(facts, [device], 0), path };
};

/** `dm-1`, `md0`, `nvme0n1p2`; null for a name without a device, as `/dev/root`. */
const deviceOf = ({ mappings }: SecurityFacts, source: string): string | null => {
  const mapped = /^\/dev\/mapper\/(.+)$/.exec(source)?.[1];
  if (mapped !== undefined) {
    return mappings.status === 'ok'
      ? (mappings.value.find(({ name }) => name === mapped)?.device ?? null)
      : null;
  }
  const device = /^\/dev\/([a-z]+[a-z0-9-]*)$/.exec(source)?.[1];
  return device === undefined || device === 'root' ? null : device;
};

const isCrypt = ({ mappings }: SecurityFacts, device: string): boolean =>
  mappings.status === 'ok' &&
  mappings.value.some((one) => one.device === device && one.uuid.startsWith('CRYPT-'));

/** Only these lie on others; a disk or a partition does not. */
const hasParts = (device: string): boolean => /^(?:dm-|md)\d+$/.test(device);

const walk = (facts: SecurityFacts, devices: readonly string[], step: number): Encryption => {
  const states = devices.map((device): Encryption => {
    if (isCrypt(facts, device)) return 'encrypted';
    if (!hasParts(device)) return 'open';
    const parts = facts.get(below(device));
    return parts.status === 'ok' && parts.value.length > 0 && step < MAX_STEPS
      ? walk(facts, parts.value, step + 1)
      : 'unclear';
  });
  if (states.includes('open')) return 'open';
  return states.includes('unclear') || states.length === 0 ? 'unclear' : 'encrypted';
};

/** The next step down, until there is nothing below. */
export const deviceSteps = (facts: SecurityFacts): readonly Source<unknown>[] => {
  const mount = homeMount(facts);
  const start = mount === undefined ? null : deviceOf(facts, mount.source);
  if (start === null) return [];
  const steps: string[] = [];
  let level: readonly string[] = [start];
  for (let step = 0; step <= MAX_STEPS; step++) {
    const parts = level.filter((device) => hasParts(device) && !isCrypt(facts, device));
    steps.push(...parts);
    level = parts.flatMap((device) => {
      const reading = facts.get(below(device));
      return reading.status === 'ok' ? reading.value : [];
    });
  }
  return [...new Set(steps)].map((device) => below(device));
};
