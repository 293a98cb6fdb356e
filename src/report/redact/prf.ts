/** Keyed, deterministic bits: the same value gives the same token in a run, and nobody without the key can undo it. */
import { createHmac } from 'node:crypto';

export interface Prf {
  /** 32 bytes that depend on the key, the purpose and the value. */
  readonly bytes: (purpose: string, value: string) => Buffer;
  /** What `make` makes of these bytes: made once for each value. */
  readonly token: (purpose: string, value: string, make: (bytes: Buffer) => string) => string;
  /** A number below `limit` (at most 2^32). */
  readonly below: (limit: number, purpose: string, value: string) => number;
  /** 0 or 1. */
  readonly bit: (purpose: string, value: string) => number;
}

/** The same values come again and again. */
const MAX_KNOWN = 10_000;

export const prf = (key: Uint8Array): Prf => {
  const known = new Map<string, Buffer>();
  const bytes = (purpose: string, value: string): Buffer => {
    const text = `${purpose}\0${value}`;
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = createHmac('sha256', key).update(text).digest();
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(text, made);
    return made;
  };
  const tokens = new Map<string, string>();
  return {
    bytes,
    token: (purpose, value, make) => {
      const text = `${purpose}\0${value}`;
      const before = tokens.get(text);
      if (before !== undefined) return before;
      const made = make(bytes(purpose, value));
      if (tokens.size >= MAX_KNOWN) tokens.clear();
      tokens.set(text, made);
      return made;
    },
    below: (limit, purpose, value) => bytes(purpose, value).readUInt32BE(0) % limit,
    bit: (purpose, value) => bytes(purpose, value).readUInt8(0) & 1,
  };
};
