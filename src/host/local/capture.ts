import type { Os } from '../../contract.ts';

const HALF_BYTES = 512 * 1024;
const SEAM_BYTES = 64 * 1024;
const NEWLINE = 0x0a;

export interface Capture {
  push(chunk: Uint8Array): void;
  text(os: Os): { readonly text: string; readonly droppedBytes?: number };
}

/** Keeps the first and the last 512 KiB of what streams by, in constant memory. */
export const capture = (halfBytes: number = HALF_BYTES): Capture => {
  let head: Buffer = Buffer.alloc(0);
  let headBytes = 0;
  let ring: Buffer | undefined;
  let tailBytes = 0;

  const toHead = (chunk: Uint8Array): Uint8Array => {
    const part = chunk.subarray(0, halfBytes - headBytes);
    if (headBytes + part.length > head.length) {
      const wider = Buffer.alloc(Math.min(halfBytes, Math.max(4096, (headBytes + part.length) * 2)));
      head.copy(wider, 0, 0, headBytes);
      head = wider;
    }
    head.set(part, headBytes);
    headBytes += part.length;
    return chunk.subarray(part.length);
  };

  const toTail = (chunk: Uint8Array): void => {
    ring ??= Buffer.alloc(halfBytes);
    const last = chunk.subarray(Math.max(0, chunk.length - halfBytes));
    const at = (tailBytes + chunk.length - last.length) % halfBytes;
    const first = last.subarray(0, halfBytes - at);
    ring.set(first, at);
    ring.set(last.subarray(first.length), 0);
    tailBytes += chunk.length;
  };

  return {
    push: (chunk) => {
      const rest = headBytes < halfBytes ? toHead(chunk) : chunk;
      if (rest.length > 0) toTail(rest);
    },
    text: (os) => {
      const start = head.subarray(0, headBytes);
      if (ring === undefined) return { text: decode(start, os) };
      if (tailBytes <= halfBytes)
        return { text: decode(Buffer.concat([start, ring.subarray(0, tailBytes)]), os) };
      const at = tailBytes % halfBytes;
      const kept = wholeLines(start, Buffer.concat([ring.subarray(at), ring.subarray(0, at)]));
      const droppedBytes = headBytes + tailBytes - kept.head.length - kept.tail.length;
      return { text: decode(kept.head, os) + decode(kept.tail, os), droppedBytes };
    },
  };
};

/** Cuts at the ends of lines, so that two halves of different lines never make a third one. */
const wholeLines = (head: Buffer, tail: Buffer): { readonly head: Buffer; readonly tail: Buffer } => {
  const last = head.lastIndexOf(NEWLINE);
  const first = tail.indexOf(NEWLINE);
  return {
    head: last >= head.length - SEAM_BYTES && last >= 0 ? head.subarray(0, last + 1) : head,
    tail: first >= 0 && first < SEAM_BYTES ? tail.subarray(first + 1) : tail,
  };
};

/** UTF-8 with replacement characters; Windows' UTF-16 (sfc, wsl.exe) is known by its mark or its NUL bytes. */
export const decode = (bytes: Uint8Array, os: Os): string => {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(marked || (os === 'win32' && looksLikeUtf16(bytes)) ? 'utf-16le' : 'utf-8').decode(
    bytes,
  );
};

const looksLikeUtf16 = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, 1024);
  const nulls = sample.filter((byte, index) => index % 2 === 1 && byte === 0).length;
  return sample.length >= 2 && nulls * 4 > sample.length;
};
