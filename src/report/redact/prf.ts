/** Keyed, deterministic bits: the same value gives the same token in a run, and nobody without the key can undo it. */
import { createHmac } from 'node:crypto';

export interface Prf {
  /** 32 bytes that depend on the key, the purpose and the value. */
  readonly bytes: (purpose: string, value: string) => Buffer;
  /** A number below `limit` (at most 2^32). */
  readonly below: (limit: number, purpose: string, value: string) => number;
  /** 0 or 1. */
  readonly bit: (purpose: string, value: string) => number;
}

export const prf = (key: Uint8Array): Prf => {
  const bytes = (purpose: string, value: string) =>
    createHmac('sha256', key).update(`${purpose}\0${value}`).digest();
  return {
    bytes,
    below: (limit, purpose, value) => bytes(purpose, value).readUInt32BE(0) % limit,
    bit: (purpose, value) => bytes(purpose, value).readUInt8(0) & 1,
  };
};
