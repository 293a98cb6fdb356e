/** A tar archive of plain files, in memory: nothing of a stranger's archive ever touches the disk. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { Header } from 'tar';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import type { RefusedWords } from '../../language/refused.en.ts';
import { refusedWords } from '../../language/refused.ts';
import { oneLine } from '../../output/untrusted.ts';
import { MAX_ENTRIES, MAX_PACKED_BYTES, MAX_RATIO, MAX_UNPACKED_BYTES, RATIO_FROM_BYTES } from './layout.ts';

export type Files = ReadonlyMap<string, Buffer>;

const BLOCK = 512;

/** The same files and the same time give the same bytes. */
export const pack = (folder: string, files: Files, createdAt: Date): Buffer => {
  const blocks: Buffer[] = [];
  for (const [name, content] of files) {
    const header = new Header({
      path: `${folder}/${name}`,
      mode: 0o600,
      uid: 0,
      gid: 0,
      size: content.length,
      mtime: new Date(Math.floor(createdAt.getTime() / 1000) * 1000),
      type: 'File',
    });
    const block = Buffer.alloc(BLOCK);
    // Our names are short ASCII: a header alone holds them.
    if (header.encode(block)) throw new Error(`name too long for an archive: ${name}`);
    blocks.push(block, content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK));
  }
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]), { level: 9 });
};

export const unpack = (packed: Buffer): Files => {
  const tar = inflate(packed);
  const files = new Map<string, Buffer>();
  const seen = new Set<string>();
  let count = 0;
  let offset = 0;
  for (; offset + BLOCK <= tar.length; ) {
    const header = headerAt(tar, offset);
    if (header === undefined) break;
    if (++count > MAX_ENTRIES) throw refused((words) => words.tooMany(MAX_ENTRIES));
    // What is negative or no number has none.
    const { size = -1 } = header;
    if (!Number.isSafeInteger(size) || size < 0) throw refused((words) => words.badSize);
    const start = offset + BLOCK;
    if (start + size > tar.length) throw refused((words) => words.cut);
    offset = start + Math.ceil(size / BLOCK) * BLOCK;
    if (SKIPPED.has(header.type)) continue;
    if (header.type !== 'File' && header.type !== 'OldFile')
      throw refused((words) => words.strange(header.type));
    const name = safeName(header.path ?? '');
    const same = name.normalize('NFC').toLowerCase();
    if (seen.has(same)) throw refused((words) => words.twice(oneLine(name)));
    seen.add(same);
    files.set(name, tar.subarray(start, start + size));
  }
  if (files.size === 0) throw refused((words) => words.empty);
  return withoutFolder(files);
};

/** What other programs add when they pack the same files again; it says nothing that is used here. */
const SKIPPED: ReadonlySet<string> = new Set([
  'Directory',
  'GNUDumpDir',
  'ExtendedHeader',
  'GlobalExtendedHeader',
]);

const inflate = (packed: Buffer): Buffer => {
  if (packed.length > MAX_PACKED_BYTES) throw refused((words) => words.large);
  if (packed.subarray(0, 18).toString('latin1') === 'age-encryption.org') {
    throw refused((words) => words.encrypted);
  }
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) throw refused((words) => words.noGzip);
  const limit = Math.min(MAX_UNPACKED_BYTES, Math.max(RATIO_FROM_BYTES, packed.length * MAX_RATIO));
  try {
    return gunzipSync(packed, { maxOutputLength: limit });
  } catch (cause) {
    const isTooLarge = cause instanceof RangeError || codeOf(cause) === 'ERR_BUFFER_TOO_LARGE';
    throw refused((words) => (isTooLarge ? words.ratio : words.damaged), cause);
  }
};

const codeOf = (cause: unknown): unknown =>
  typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;

const headerAt = (tar: Buffer, offset: number): Header | undefined => {
  let header: Header;
  try {
    header = new Header(tar, offset);
  } catch (cause) {
    throw refused((words) => words.damaged, cause);
  }
  if (header.nullBlock) return undefined;
  if (!header.cksumValid) throw refused((words) => words.damaged);
  return header;
};

/** A plain relative name; everything else is somebody's trick. */
const safeName = (path: string): string => {
  const parts = path.replace(/^\.\//, '').split('/');
  const isSafe =
    path.length <= 255 &&
    !/[\\:\u0000-\u001f\u007f-\u009f]/.test(path) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..');
  if (!isSafe) throw refused((words) => words.name(oneLine(path).slice(0, 100)));
  return parts.join('/');
};

/** All lies in one folder, as in every well-behaved archive; the folder's name means nothing. */
const withoutFolder = (files: Files): Files => {
  const [first = ''] = files.keys();
  const folder = first.slice(0, first.indexOf('/') + 1);
  if (folder === '' || ![...files.keys()].every((name) => name.startsWith(folder))) return files;
  return new Map([...files].map(([name, content]) => [name.slice(folder.length), content]));
};

export const refused = (why: (words: RefusedWords) => string, cause?: unknown): UserError =>
  new UserError(
    'E_BUNDLE_REFUSED',
    `This is no report that can be opened: ${why(refusedWords('en'))}.`,
    'Ask for the file again, as it was written.',
    {
      cause,
      exitCode: EXIT.usage,
      ru: {
        message: `Этот файл нельзя открыть как отчёт: ${why(refusedWords('ru'))}.`,
        hint: 'Попросите прислать файл ещё раз, в том виде, в каком он был записан.',
      },
    },
  );
