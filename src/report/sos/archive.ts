/** Reads a tar of sos as a stream: nothing of it touches the disk, no link in it is followed. */
import { Parser, type ReadEntry } from 'tar';
import { UserError } from '../../errors.ts';
import { MAX_RATIO, MAX_UNPACKED_BYTES, RATIO_FROM_BYTES } from './limits.ts';
import { refused } from './refuse.ts';
import { type SosTree, treeBuilder } from './tree.ts';

/** `unpacked`: the tar itself, as it comes; `packedBytes`: what it was packed in. */
export const readArchive = async (
  unpacked: AsyncIterable<Uint8Array>,
  packedBytes: number,
): Promise<SosTree> => {
  const builder = treeBuilder();
  const parser = new Parser({ strict: true });
  let trouble: unknown;
  parser.on('entry', (entry: ReadEntry) => {
    try {
      take(entry, builder, (cause) => {
        trouble ??= cause;
      });
    } catch (cause) {
      trouble ??= cause;
      entry.resume();
    }
  });
  parser.on('error', (cause: unknown) => {
    trouble ??= cause;
  });
  const limit = Math.min(MAX_UNPACKED_BYTES, Math.max(RATIO_FROM_BYTES, packedBytes * MAX_RATIO));
  let bytes = 0;
  try {
    for await (const chunk of unpacked) {
      // tar would unpack once more what begins like a packed file.
      if (bytes === 0 && isPacked(chunk)) throw refused('noTar');
      bytes += chunk.length;
      if (bytes > limit) throw refused(limit === MAX_UNPACKED_BYTES ? 'unpacked' : 'ratio');
      parser.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
      if (trouble !== undefined) throw trouble;
    }
    parser.end();
    if (trouble !== undefined) throw trouble;
  } catch (cause) {
    throw cause instanceof UserError ? cause : refused('damaged', cause);
  }
  return builder.tree();
};

const take = (
  entry: ReadEntry,
  builder: ReturnType<typeof treeBuilder>,
  fail: (cause: unknown) => void,
): void => {
  const path = withoutRoot(entry.path);
  const isFile = entry.type === 'File' || entry.type === 'OldFile' || entry.type === 'ContiguousFile';
  const kind = isFile ? 'file' : entry.type === 'Directory' ? 'folder' : 'other';
  if (!builder.add(path, kind)) {
    entry.resume();
    return;
  }
  const sink = builder.sink(path);
  entry.on('data', (chunk: Uint8Array) => {
    try {
      sink(chunk);
    } catch (cause) {
      fail(cause);
    }
  });
};

/** All lies in one folder, sosreport-<host>-…; an absolute path has no such folder and stays one. */
const withoutRoot = (path: string): string => {
  const relative = path.replace(/^(?:\.\/)+/, '');
  if (relative.startsWith('/') || /^\.\.(?:\/|$)/.test(relative)) return relative;
  const slash = relative.indexOf('/');
  return slash < 0 ? '' : relative.slice(slash + 1);
};

const isPacked = (chunk: Uint8Array): boolean =>
  (chunk[0] === 0x1f && chunk[1] === 0x8b) || (chunk[0] === 0x28 && chunk[1] === 0xb5);
