/** Archives that somebody made to do harm, byte by byte: what no packing program writes. */
import { gzipSync } from 'node:zlib';

const BLOCK = 512;

export interface Part {
  readonly name: string;
  /** `0` file, `1` hard link, `2` symbolic link, `3` and `4` devices, `6` pipe, `x` PAX, `L` GNU long name, `S` sparse. */
  readonly type?: string;
  readonly content?: string | Buffer;
  readonly link?: string;
  /** As it stands in the header: twelve bytes, whatever they say. */
  readonly size?: string | Buffer;
  readonly wrongSum?: true;
}

export const header = ({ name, type = '0', content = '', link = '', size, wrongSum }: Part): Buffer => {
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0, 100, 'latin1');
  block.write('0000600\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  const field = size ?? `${Buffer.byteLength(content).toString(8).padStart(11, '0')}\0`;
  (typeof field === 'string' ? Buffer.from(field, 'latin1') : field).copy(block, 124, 0, 12);
  block.write('00000000000\0', 136);
  block.write(type, 156, 1, 'latin1');
  block.write(link, 157, 100, 'latin1');
  block.write('ustar\x0000', 257, 8, 'latin1');
  block.fill(0x20, 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0) + (wrongSum ? 1 : 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 8, 'latin1');
  return block;
};

export const tarOf = (parts: readonly Part[]): Buffer =>
  Buffer.concat([
    ...parts.flatMap((part) => {
      const body = Buffer.from(part.content ?? '');
      return [header(part), body, Buffer.alloc((BLOCK - (body.length % BLOCK)) % BLOCK)];
    }),
    Buffer.alloc(2 * BLOCK),
  ]);

export const archiveOf = (...parts: readonly Part[]): Buffer => gzipSync(tarOf(parts), { level: 1 });

/** `30 path=../x\n`: the length counts itself. */
export const pax = (key: string, value: string): string => {
  const rest = ` ${key}=${value}\n`;
  const digits = String(rest.length + 2).length;
  return `${rest.length + digits}${rest}`;
};

/** GNU's binary number: the first bit set, and the value in two's complement. */
export const base256 = (value: bigint): Buffer => {
  const field = Buffer.alloc(12);
  let rest = BigInt.asUintN(88, value);
  for (let at = 11; at > 0; at--) {
    field[at] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  field[0] = value < 0n ? 0xff : 0x80;
  return field;
};
