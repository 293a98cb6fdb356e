/** `btrfs filesystem usage -b`: what df cannot tell of a btrfs volume. */
import { family, source, unparsable } from '../contract.ts';

export interface BtrfsUsage {
  readonly unallocatedBytes: number;
  readonly metadataBytes: number;
  readonly metadataUsedBytes: number;
}

export const btrfsUsage = family('disk.btrfs', 'mount point', (path) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'exec', argv: ['btrfs', 'filesystem', 'usage', '-b', path] },
    parse: ({ stdout, stderr }) => parseBtrfsUsage(stdout, stderr),
  }),
);

/** `Device unallocated: 1048576` and `Metadata,DUP: Size:1073741824, Used:1060000000 (98.72%)`. */
export const parseBtrfsUsage = (stdout: string, stderr = ''): BtrfsUsage => {
  const unallocated = /^[ \t]*Device unallocated:[ \t]*(\d+)[ \t\r]*$/m.exec(stdout);
  const metadata = /^Metadata,[^:]+:\s*Size:(\d+), Used:(\d+)/m.exec(stdout);
  if (unallocated === null || metadata === null) {
    throw unparsable(stdout.trim().split('\n')[0] || stderr.trim());
  }
  return {
    unallocatedBytes: Number(unallocated[1]),
    metadataBytes: Number(metadata[1]),
    metadataUsedBytes: Number(metadata[2]),
  };
};
