/** The body: multipart/form-data, byte for byte the same at every attempt. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { BundleFile } from '../../desk.ts';
import type { Ticket } from '../../model.ts';

export interface Body {
  readonly contentType: string;
  readonly bytes: number;
  /** Reads the report from disk; may be called more than once. `onChunk` tells that it goes on. */
  stream(onChunk?: () => void): Readable;
  /** SHA-256 of all of it, hexadecimal. */
  digest(): Promise<string>;
}

export const makeBody = (ticket: Ticket, bundle: BundleFile | undefined): Body => {
  // Made from the key, which nobody knew when the report was packed.
  const boundary = `techsupport-${ticket.key}`;
  const head = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="ticket"\r\n` +
      `Content-Type: application/json\r\n\r\n${JSON.stringify(ticket)}\r\n` +
      (bundle === undefined
        ? ''
        : `--${boundary}\r\nContent-Disposition: form-data; name="bundle"; filename="${bundle.name}"\r\n` +
          'Content-Type: application/gzip\r\n\r\n'),
  );
  const tail = Buffer.from(`${bundle === undefined ? '' : '\r\n'}--${boundary}--\r\n`);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield head;
    if (bundle) yield* bundle.open();
    yield tail;
  }
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: head.length + (bundle?.bytes ?? 0) + tail.length,
    stream: (onChunk) => Readable.from(noticed(chunks(), onChunk), { objectMode: false }),
    digest: async () => {
      const hash = createHash('sha256');
      for await (const chunk of chunks()) hash.update(chunk);
      return hash.digest('hex');
    },
  };
};

async function* noticed(chunks: AsyncIterable<Uint8Array>, onChunk?: () => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onChunk?.();
    yield chunk;
  }
}
