/** Which devices of /etc/fstab the next start waits for, and which of those are not there. */
import type { Facts, Reading, Source } from '../../src/contract.ts';
import type { FstabEntry } from '../../src/sources/fstab.ts';
import type { SafeModeFacts } from './probe.ts';
import { deviceFile, deviceNames } from './reads/devices.ts';

/** What an entry names its device by, and the folder in which udev lists those names. */
const TAGS: Readonly<Record<string, string>> = {
  UUID: 'by-uuid',
  LABEL: 'by-label',
  PARTUUID: 'by-partuuid',
  PARTLABEL: 'by-partlabel',
  ID: 'by-id',
};

type Device =
  | { readonly kind: 'tag'; readonly folder: string; readonly name: string }
  | { readonly kind: 'path'; readonly path: string };

export const deviceOf = ({ device }: FstabEntry): Device | null => {
  const tag = /^([A-Z]+)="?(.+?)"?$/.exec(device);
  if (tag !== null) {
    const folder = TAGS[tag[1] ?? ''];
    return folder === undefined ? null : { kind: 'tag', folder, name: tag[2] ?? '' };
  }
  const listed = /^\/dev\/disk\/(by-[a-z]+)\/([^/]+)$/.exec(device);
  if (listed !== null) return { kind: 'tag', folder: listed[1] ?? '', name: listed[2] ?? '' };
  return /^\/dev\/[\w./@:+-]+$/.test(device) && !device.includes('..')
    ? { kind: 'path', path: device }
    : null;
};

/** Over the network: not part of what the start waits for (systemd.mount(5), remote-fs.target). */
const REMOTE = /^(?:nfs4?|cifs|smb3|smbfs|ceph|glusterfs|9p|virtiofs|fuse\.sshfs|davfs|ncpfs|afs)$/;

/** Entries that must be there, and are not open now: what is open has its device. */
export const awaited = ({
  fstab,
  mounts,
}: Pick<SafeModeFacts, 'fstab' | 'mounts'>): readonly FstabEntry[] => {
  if (fstab.status !== 'ok') return [];
  const open = mounts.status === 'ok' ? mounts.value.map(({ path }) => path) : [];
  return fstab.value.filter(
    (entry) =>
      entry.type !== 'swap' &&
      entry.path.startsWith('/') &&
      entry.path !== '/' &&
      !REMOTE.test(entry.type) &&
      !entry.options.some((option) =>
        /^(?:nofail|noauto|_netdev|x-systemd\.automount|bind|rbind)$/.test(option),
      ) &&
      deviceOf(entry) !== null &&
      !open.includes(entry.path.length > 1 ? entry.path.replace(/\/$/, '') : entry.path),
  );
};

/** What has to be asked to know whether they are there. */
export const deviceReads = (facts: SafeModeFacts): readonly Source<unknown>[] =>
  awaited(facts).flatMap((entry) => {
    const device = deviceOf(entry);
    if (device === null) return [];
    return [device.kind === 'tag' ? deviceNames(device.folder) : deviceFile(device.path)];
  });

/** Undefined where it could not be told: no udev, no rights. */
export const isThere = (
  entry: FstabEntry,
  facts: Pick<Facts<Record<never, never>>, 'get'>,
): boolean | undefined => {
  const device = deviceOf(entry);
  if (device === null) return undefined;
  if (device.kind === 'path') {
    const file = facts.get(deviceFile(device.path));
    return file.status === 'ok' ? true : file.status === 'absent' ? false : undefined;
  }
  const names: Reading<readonly string[]> = facts.get(deviceNames(device.folder));
  // A disk without a label leaves no such folder; without /dev/disk nobody lists anything.
  if (names.status !== 'ok') return undefined;
  const wanted = unquoted(device.name);
  return names.value.some((name) => unescaped(name).toLowerCase() === wanted.toLowerCase());
};

const unquoted = (text: string): string => unescaped(text.replace(/\\040/g, ' '));

/** udev writes what may not stand in a name as `\x20`. */
const unescaped = (text: string): string =>
  text.replace(/\\x([0-9a-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
