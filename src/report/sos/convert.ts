/** What other commands printed, in the form in which our sources read it. */
import type { Raw, Request } from '../../contract.ts';
import type { SosTree } from './tree.ts';

/** `/dev/vda1 on / type ext4 (rw,relatime)`, as /proc/self/mountinfo has it. */
export const mountinfo = (mount: string): Raw['file'] | undefined => {
  const lines = mount.split('\n').flatMap((line, at) => {
    const [, device, path, type, options] = /^(\S+) on (\S+) type (\S+) \(([^)]+)\)/.exec(line) ?? [];
    return device === undefined ? [] : [`${at + 20} 1 0:${at} / ${path} ${options} - ${type} ${device} rw`];
  });
  return lines.length === 0 ? undefined : { text: `${lines.join('\n')}\n` };
};

const KIB = 1024;

/** `df -al` in KiB, beside `df -ali`: by the mount point itself; a path below one is not told. */
export const space = ({ text }: Raw['file'], request: Request, tree: SosTree): Raw['space'] | undefined => {
  if (request.kind !== 'space') return undefined;
  const [total, used, available] = numbersAt(text, request.path) ?? [];
  const inodes = tree.text('sos_commands/filesys/df_-ali_-x_autofs')?.text ?? '';
  const [files, , freeFiles] = numbersAt(inodes, request.path) ?? [];
  if (total === undefined || used === undefined || available === undefined) return undefined;
  // Without them a full table of inodes would look like none.
  if (files === undefined || freeFiles === undefined) return undefined;
  return {
    totalBytes: total * KIB,
    freeBytes: (total - used) * KIB,
    availableBytes: available * KIB,
    files,
    freeFiles,
  };
};

/** The last line for a mount point: what is mounted over it hides the one before. */
const numbersAt = (text: string, path: string): readonly number[] | undefined =>
  text
    .split('\n')
    .flatMap((line) => {
      const [, first, second, third, mount] =
        /^\S+\s+(\d+)\s+(\d+)\s+(\d+)\s+(?:\d+%|-)\s+(.+)$/.exec(line) ?? [];
      return mount === path ? [[first, second, third].map(Number)] : [];
    })
    .at(-1);

/** `ii  name:amd64  1.2  amd64  words`, as dpkg-query prints what we ask it; `dpkg -l` tells no essential ones. */
export const packages = (list: string): Raw['exec'] | undefined => {
  const lines = list.split('\n').flatMap((line) => {
    const [, state = '', name] = /^([a-z][a-zA-Z][A-Z ]?) *([a-z0-9][a-z0-9.+:-]*)\s/.exec(line) ?? [];
    return name === undefined ? [] : [`${state.padEnd(3)} ${name} no\n`];
  });
  return lines.length === 0 ? undefined : { stdout: lines.join(''), stderr: '', exitCode: 0 };
};

/** The names of one folder in `ls -lR`. */
export const listing = (text: string, folder: string): Raw['list'] | undefined => {
  const lines = text.split('\n');
  const start = lines.indexOf(`${folder}:`);
  if (start < 0) return undefined;
  const end = lines.indexOf('', start);
  const names = lines.slice(start + 1, end < 0 ? undefined : end).flatMap((line) => {
    const [, name] = LS_LINE.exec(line) ?? [];
    return name === undefined || name === '.' || name === '..' ? [] : [name];
  });
  return { names };
};

/** Rights, links, owner, group, size (of a device two numbers), three columns of time, the name, where it leads. */
const LS_LINE =
  /^[a-z-][rwxsStT-]{9}[.+@]?\s+\d+\s+\S+\s+\S+\s+(?:\d+,\s+)?\S+\s+\S+\s+\S+\s+\S+ (.+?)(?: -> .*)?$/;

/** `ip address`: who has which address. */
export const interfaces = (text: string): Raw['interfaces'] | undefined => {
  const addresses: Raw['interfaces']['addresses'][number][] = [];
  let current: { name: string; mac: string; internal: boolean } | undefined;
  for (const line of text.split('\n')) {
    const [, name, flags] = /^\d+: ([^:@\s]+)(?:@\S+)?: <([^>]*)>/.exec(line) ?? [];
    if (name !== undefined) {
      current = { name, mac: '00:00:00:00:00:00', internal: (flags ?? '').split(',').includes('LOOPBACK') };
    }
    const [, mac] = /^\s+link\/\S+ ([0-9a-f]{2}(?::[0-9a-f]{2}){5})\b/.exec(line) ?? [];
    if (current !== undefined && mac !== undefined) current.mac = mac;
    const [, address, prefix] = /^\s+inet6? ([0-9a-f.:]+)\/(\d{1,3})\b/.exec(line) ?? [];
    if (current === undefined || address === undefined) continue;
    const { name: own, mac: ownMac, internal } = current;
    addresses.push({ interface: own, address, prefix: Number(prefix), mac: ownMac, internal });
  }
  return addresses.length === 0 ? undefined : { addresses };
};
