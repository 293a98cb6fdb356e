/** A part of the block: its length, its hash, compressed JSON, and zeros up to the end of the last line. */
import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { PAYLOAD_BYTES } from './line.ts';

const LENGTH_BYTES = 2;
const HASH_BYTES = 8;
const BEST = 11;
const FAST = 5;
const HEAD_BYTES = LENGTH_BYTES + HASH_BYTES;

export const writeSection = (json: string): Buffer => {
  const packed = brotliCompressSync(json, {
    // The best takes seconds where there is much, and then there is no room for it anyway.
    params: { [constants.BROTLI_PARAM_QUALITY]: json.length < 100_000 ? BEST : FAST },
  });
  const length = HEAD_BYTES + packed.length;
  const section = Buffer.alloc(Math.ceil(length / PAYLOAD_BYTES) * PAYLOAD_BYTES);
  // What is longer takes more lines than there are numbers, and is not written.
  section.writeUInt16BE(packed.length & 0xffff);
  hashOf(packed).copy(section, LENGTH_BYTES);
  packed.copy(section, HEAD_BYTES);
  return section;
};

export type Section =
  | { readonly status: 'whole'; readonly value: unknown }
  /** Not what was written. */
  | { readonly status: 'damaged' }
  /** What was written, and nothing that a report can be. */
  | { readonly status: 'unreadable' };

/** Never more than `maxBytes` are unpacked, whatever is promised. */
export const readSection = (section: Buffer, maxBytes: number): Section => {
  if (section.length < HEAD_BYTES) return { status: 'damaged' };
  const packed = section.subarray(HEAD_BYTES, HEAD_BYTES + section.readUInt16BE());
  const isSame = hashOf(packed).equals(section.subarray(LENGTH_BYTES, HEAD_BYTES));
  if (!isSame || packed.length !== section.readUInt16BE()) return { status: 'damaged' };
  try {
    const json = brotliDecompressSync(packed, { maxOutputLength: maxBytes }).toString('utf8');
    return { status: 'whole', value: parse(json) };
  } catch {
    return { status: 'unreadable' };
  }
};

const hashOf = (packed: Uint8Array): Buffer =>
  createHash('sha256').update(packed).digest().subarray(0, HASH_BYTES);

const parse = (json: string): unknown =>
  JSON.parse(json, (key, value: unknown) => {
    if (key === '__proto__') throw new SyntaxError('a key that no report has');
    return value;
  });
