/** Addresses as Linux prints its tables: hexadecimal, IPv4 with its bytes turned round. */
import { type Ipv4, maskBits, type Network } from './ipv4.ts';
import type { Ipv6 } from './ipv6.ts';
import { allOf } from './sieve/all.ts';

type Hold = (token: string) => string;

export const turned = (hex: string): number =>
  Number.parseInt(hex.replace(/(..)(..)(..)(..)/, '$4$3$2$1'), 16) >>> 0;

const turnedHex = (address: number): string =>
  address
    .toString(16)
    .padStart(8, '0')
    .replace(/(..)(..)(..)(..)/, '$4$3$2$1')
    .toUpperCase();

/** /proc/net/route. */
const ROUTE =
  /^(\S{1,32}\t)([0-9A-F]{8})(\t)([0-9A-F]{8})(\t[0-9A-F]{4}\t\d+\t\d+\t-?\d+\t)([0-9A-F]{8})(?=\t)/gm;
/** /proc/net/tcp and udp; the names of their IPv6 tables are four words, each turned round. */
const SOCKET = /^( *\d+: )([0-9A-F]{8})(:[0-9A-F]{4} )([0-9A-F]{8})(:[0-9A-F]{4} [0-9A-F]{2} )/gm;
const SOCKET6 = /^( *\d+: )([0-9A-F]{32})(:[0-9A-F]{4} )([0-9A-F]{32})(:[0-9A-F]{4} [0-9A-F]{2} )/gm;
/** /proc/net/if_inet6. */
const ADDRESS6 = /^([0-9a-f]{32})(?= [0-9a-f]{2} [0-9a-f]{2} [0-9a-f]{2} [0-9a-f]{2} )/gm;
/** /proc/net/ipv6_route. */
const ROUTE6 = /^([0-9a-f]{32})( [0-9a-f]{2} )([0-9a-f]{32})( [0-9a-f]{2} )([0-9a-f]{32})(?= [0-9a-f]{8} )/gm;

/** What the sieve is asked of. */
export const TABLES: readonly RegExp[] = [ROUTE, SOCKET, SOCKET6, ADDRESS6, ROUTE6];

export const networksInTables = (text: string): readonly Network[] =>
  allOf(text, ROUTE).flatMap(([, , base = '', , , , mask = '']) => {
    const bits = maskBits(turned(mask));
    return bits === undefined ? [] : [{ base: turned(base), bits }];
  });

export const hideTables = (text: string, v4: Ipv4, v6: Ipv6, hold: Hold): string => {
  if (!/^[ \da-z]/im.test(text) || !/[0-9a-f]{8}/i.test(text)) return text;
  const four = (hex: string, bits?: number): string => {
    const address = turned(hex);
    return hold(v4.isKept(address, bits) ? hex : turnedHex(v4.map(address)));
  };
  const six = (hex: string): string => hold(hexOf(v6.map(groupsOf(hex))));
  const sixTurned = (hex: string): string =>
    hold(swapWords(hexOf(v6.map(groupsOf(swapWords(hex))))).toUpperCase());
  return text
    .replace(ROUTE, (_, device: string, to: string, gap: string, via: string, middle: string, mask: string) =>
      [device, four(to, maskBits(turned(mask))), gap, four(via), middle, hold(mask)].join(''),
    )
    .replace(SOCKET, (_, at: string, local: string, port: string, remote: string, rest: string) =>
      [at, four(local), port, four(remote), rest].join(''),
    )
    .replace(SOCKET6, (_, at: string, local: string, port: string, remote: string, rest: string) =>
      [at, sixTurned(local), port, sixTurned(remote), rest].join(''),
    )
    .replace(ROUTE6, (_, to: string, a: string, from: string, b: string, via: string) =>
      [six(to), a, six(from), b, six(via)].join(''),
    )
    .replace(ADDRESS6, (_, address: string) => six(address));
};

const groupsOf = (hex: string): readonly number[] =>
  Array.from({ length: 8 }, (_, index) => Number.parseInt(hex.slice(index * 4, index * 4 + 4), 16));

const hexOf = (groups: readonly number[]): string =>
  groups.map((group) => group.toString(16).padStart(4, '0')).join('');

const swapWords = (hex: string): string => hex.replace(/(..)(..)(..)(..)/g, '$4$3$2$1');
