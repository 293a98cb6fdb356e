/**
 * IPv4: an address becomes another one of the same class. Two addresses in one network stay in one network,
 * network and broadcast addresses and the usual gateway (.1, .254) stay what they are. What is public moves to a
 * range that no network uses, so it is known when seen again: docs/decisions/redacting-twice.md.
 */
import type { Prf } from './prf.ts';

export interface Network {
  readonly base: number;
  readonly bits: number;
}

export interface Ipv4 {
  readonly map: (address: number) => number;
  /** `bits`: the length of a prefix written beside the address. */
  readonly isKept: (address: number, bits?: number) => boolean;
}

export const parseIpv4 = (text: string): number | undefined => {
  let [value, octet, digits, dots] = [0, 0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) {
      // No octet begins with a zero.
      if (digits > 0 && octet === 0) return undefined;
      octet = octet * 10 + digit;
      digits++;
      if (octet > 255) return undefined;
    } else {
      if (digit !== DOT || digits === 0) return undefined;
      value = value * 256 + octet;
      [octet, digits, dots] = [0, 0, dots + 1];
    }
  }
  return dots === 3 && digits > 0 ? value * 256 + octet : undefined;
};

const DOT = '.'.charCodeAt(0) - 48;

export const formatIpv4 = (address: number): string =>
  [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');

const at = (text: string): number => parseIpv4(text) ?? 0;

/** The classes an address keeps, with how many bits say so. */
const CLASSES: readonly Network[] = [
  { base: at('10.0.0.0'), bits: 8 },
  { base: at('172.16.0.0'), bits: 12 },
  { base: at('192.168.0.0'), bits: 16 },
  { base: at('100.64.0.0'), bits: 10 },
  { base: at('169.254.0.0'), bits: 16 },
];

/** Nothing personal in them: this host, loopback, multicast, masks, broadcast, our tokens, documentation (RFC 5737). */
const KEPT: readonly Network[] = [
  { base: 0, bits: 8 },
  { base: at('127.0.0.0'), bits: 8 },
  { base: at('224.0.0.0'), bits: 3 },
  { base: at('192.0.2.0'), bits: 24 },
  { base: at('198.51.100.0'), bits: 24 },
  { base: at('203.0.113.0'), bits: 24 },
];

export const maskOf = (bits: number): number => (bits === 0 ? 0 : (0xffffffff << (32 - bits)) >>> 0);

export const isWithin = (address: number, { base, bits }: Network): boolean =>
  (address & maskOf(bits)) >>> 0 === (base & maskOf(bits)) >>> 0;

/** How many ones a netmask begins with; undefined when it is none. */
export const maskBits = (mask: number): number | undefined => {
  const bits = Math.clz32(~mask >>> 0);
  return maskOf(bits) === mask >>> 0 ? bits : undefined;
};

/** Whether it belongs to a home or company network: an address whatever stands beside it. */
export const isPrivate = (address: number): boolean => CLASSES.some((one) => isWithin(address, one));

const classBits = (address: number): number => CLASSES.find((one) => isWithin(address, one))?.bits ?? 8;

/** First octets of 240.0.0.0/4, given to nobody (RFC 1112): without those that a netmask begins with. */
const PUBLIC_TOKENS = [241, 242, 243, 244, 245, 246, 247, 249, 250, 251, 253] as const;

/** Octets of a host that mean something: network, first and last host, broadcast. */
const TELLING = new Set([0, 1, 254, 255]);
const METADATA_SERVICE = at('169.254.169.254');

/** A log of a firewall names more addresses than need to be remembered. */
const MAX_DONE = 10_000;

export const ipv4 = (random: Prf, keep: ReadonlySet<number>, networks: readonly Network[]): Ipv4 => {
  const known = [...networks].sort((a, b) => a.bits - b.bits);
  const done = new Map<number, number>();

  const isKept = (address: number, bits = 32): boolean =>
    keep.has(address) ||
    address === METADATA_SERVICE ||
    KEPT.some((one) => isWithin(address, one)) ||
    // A whole class, as in 10.0.0.0/8 or 0.0.0.0/1, is no one's own.
    bits < 8 ||
    (isPrivate(address) && bits <= classBits(address) && (address & ~maskOf(bits)) === 0);

  /** As the bits before it say. The octets before give 256 bits, one for each way to begin the octet that follows. */
  const isFlipped = (address: number, bit: number): boolean => {
    const octet = bit >>> 3;
    const bits = random.bytes('ipv4', `${(address & maskOf(octet * 8)) >>> 0}/${octet}`);
    const begun = bit & 7;
    const node = (1 << begun) | (begun === 0 ? 0 : (address >>> (32 - bit)) & ((1 << begun) - 1));
    return (((bits[node >>> 3] ?? 0) >>> (node & 7)) & 1) === 1;
  };

  /** Flips each bit of the network as the bits before it say: what shares a prefix goes on sharing it. */
  const network = (address: number): number => {
    const fixed = classBits(address);
    // The widest known network decides, so that everything inside it moves together.
    const widest = known.find((one) => one.bits > fixed && isWithin(address, one))?.bits ?? 24;
    let flipped = address;
    for (let bit = fixed; bit < Math.min(widest, 24); bit++) {
      // The first free bit always flips: no address maps to itself.
      if (bit === fixed || isFlipped(address, bit)) flipped = (flipped ^ (1 << (31 - bit))) >>> 0;
    }
    if (isPrivate(address)) return flipped;
    const at = random.below(PUBLIC_TOKENS.length, 'ipv4-first', String(address >>> 24));
    const first = PUBLIC_TOKENS[at] ?? PUBLIC_TOKENS[0];
    return ((first << 24) | (flipped & 0xffffff)) >>> 0;
  };

  const host = (address: number): number => {
    const octet = address & 255;
    const subnet = (address & maskOf(24)) >>> 0;
    const isDivided = known.some((one) => one.bits > 24 && isWithin(one.base, { base: subnet, bits: 24 }));
    if (isDivided || TELLING.has(octet)) return octet;
    return exchanged(octet, random.bytes('ipv4-host', String(subnet)));
  };

  const map = (address: number): number => {
    const before = done.get(address);
    if (before !== undefined) return before;
    const mapped = isKept(address) ? address : ((network(address) & maskOf(24)) | host(address)) >>> 0;
    if (done.size >= MAX_DONE) done.clear();
    done.set(address, mapped);
    return mapped;
  };

  return { map, isKept };
};

/**
 * One of 2 … 253 for each of 2 … 253: a Feistel network of four rounds whose round functions are tables of 16 half
 * octets, 32 bytes in all; what falls outside goes round again.
 */
const exchanged = (octet: number, tables: Buffer): number => {
  let result = octet;
  do {
    for (let round = 0; round < 4; round++) {
      const [left, right] = [result >>> 4, result & 15];
      const pair = tables[round * 8 + (right >>> 1)] ?? 0;
      result = (right << 4) | (left ^ ((right & 1) === 1 ? pair >>> 4 : pair & 15));
    }
  } while (TELLING.has(result));
  return result;
};
