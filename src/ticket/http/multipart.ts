/** multipart/form-data, byte for byte the same each time. */
import { Readable } from 'node:stream';
import type { BundleFile } from '../desk.ts';
import type { Body } from './client.ts';

export type Part =
  | { readonly name: string; readonly type?: string; readonly text: string }
  | { readonly name: string; readonly file: BundleFile };

/** `boundary`: of letters, digits and '-', and made from what nobody knew when the contents were made. Names of parts are ours. */
export const multipart = (boundary: string, parts: readonly Part[]): Body => {
  const heads = parts.map((part) => Buffer.from(`--${boundary}\r\n${headOf(part)}\r\n\r\n`));
  const tail = Buffer.from(`--${boundary}--\r\n`);
  const end = Buffer.from('\r\n');
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (const [at, part] of parts.entries()) {
      yield heads[at] ?? end;
      if ('text' in part) yield Buffer.from(part.text);
      else yield* part.file.open();
      yield end;
    }
    yield tail;
  }
  const bytes = parts.reduce(
    (sum, part, at) => sum + (heads[at]?.length ?? 0) + sizeOf(part) + end.length,
    tail.length,
  );
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes,
    stream: (onChunk) => Readable.from(noticed(chunks(), onChunk), { objectMode: false }),
  };
};

/** The bytes of a file as they are. */
export const rawBody = (file: BundleFile, contentType: string): Body => ({
  contentType,
  bytes: file.bytes,
  stream: (onChunk) => Readable.from(noticed(file.open(), onChunk), { objectMode: false }),
});

const headOf = (part: Part): string =>
  'text' in part
    ? `Content-Disposition: form-data; name="${part.name}"${part.type === undefined ? '' : `\r\nContent-Type: ${part.type}`}`
    : `Content-Disposition: form-data; name="${part.name}"; filename="${part.file.name}"\r\nContent-Type: ${typeOf(part.file.name)}`;

const sizeOf = (part: Part): number => ('text' in part ? Buffer.byteLength(part.text) : part.file.bytes);

async function* noticed(chunks: AsyncIterable<Uint8Array>, onChunk?: () => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onChunk?.();
    yield chunk;
  }
}

const typeOf = (name: string): string =>
  name.endsWith('.age') ? 'application/octet-stream' : 'application/gzip';
