/** What is mounted where: /proc/self/mountinfo on Linux, mount(8) on macOS. */
import { read, sourceByOs, unparsable } from '../contract.ts';
import { refuseCut } from './whole.ts';

export interface Mount {
  readonly path: string;
  readonly type: string;
  /** What was mounted: a device, `server:/share`, or a name without meaning. */
  readonly source: string;
  /** The same for all mounts of one volume: `8:1` on Linux, the container on macOS. */
  readonly volume: string;
  /** The folder of the volume that is seen here; `/` unless it is a bind mount or a subvolume. */
  readonly root: string;
  readonly readOnly: boolean;
}

export const mounts = sourceByOs<readonly Mount[]>('disk.mounts', {
  linux: read({ kind: 'file', path: '/proc/self/mountinfo' }, (raw) => {
    refuseCut(raw);
    return parseMountinfo(raw.text);
  }),
  darwin: read({ kind: 'exec', argv: ['mount'] }, ({ stdout }) => parseMacMount(stdout)),
});

/** proc_pid_mountinfo(5): `36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue`. */
export const parseMountinfo = (text: string): readonly Mount[] => {
  const lines = text.split('\n').filter((line) => line !== '');
  // There is always a root: nothing at all is no answer.
  if (lines.length === 0) throw unparsable(text);
  return lines.map((line) => {
    const found = MOUNTINFO.exec(line);
    if (found === null) throw unparsable(line);
    const [, volume = '', root = '', path = '', options = '', type = '', device = '', superOptions = ''] =
      found;
    return {
      path: unescapeOctal(path),
      type,
      source: unescapeOctal(device),
      volume,
      root: unescapeOctal(root),
      // The mount may be read-only, or the whole file system under it (errors=remount-ro).
      readOnly: isReadOnly(options) || isReadOnly(superOptions),
    };
  });
};

const MOUNTINFO =
  /^\d+ +\d+ +(\d+:\d+) +(\S+) +(\/\S*) +(\S+)(?: +[a-z_]+(?::\d+)?)* +- +(\S+) (\S*) ?(\S*)\s*$/;

const isReadOnly = (options: string): boolean => options.split(',').includes('ro');

/** Space, tab, line feed, backslash and `#` are written as `\040` and the like, nothing else. */
const unescapeOctal = (text: string): string =>
  text.replace(/\\([0-3][0-7]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));

/** `/dev/disk3s1 on /System/Volumes/Data (apfs, local, journaled, nobrowse)`. */
export const parseMacMount = (text: string): readonly Mount[] => {
  const lines = text.split('\n').filter((line) => line !== '');
  if (lines.length === 0) throw unparsable(text);
  return lines.map((line) => {
    const found = /^(.+?) on (\/.*?)(?: \(([^()]+)\))?$/.exec(line);
    if (found === null) throw unparsable(line);
    // Mac OS X 10.4 prints no type for its own <volfs>.
    const [, device = '', path = '', list = 'unknown'] = found;
    const [type = '', ...options] = list.split(', ');
    // Linux and AIX put the type before the bracket, and options into it.
    if (!/^[a-z0-9_.]{1,40}$/i.test(type) || /^r[wo]$/.test(type)) throw unparsable(line);
    return {
      path,
      type,
      source: device,
      // All volumes of an APFS container share its space: disk3s1 and disk3s5s1 are both disk3.
      volume: /^\/dev\/(disk\d+)s/.exec(device)?.[1] ?? device,
      root: '/',
      readOnly: options.includes('read-only'),
    };
  });
};

/** The mount that a path is on: the longest, and of several over each other the last. */
export const mountOf = (path: string, all: readonly Mount[]): Mount | undefined =>
  all
    .filter((mount) => isWithin(path, mount.path))
    .reduce<Mount | undefined>(
      (best, mount) => (best === undefined || mount.path.length >= best.path.length ? mount : best),
      undefined,
    );

export const isWithin = (path: string, folder: string): boolean =>
  folder === '/' || path === folder || path.startsWith(`${folder}/`);
