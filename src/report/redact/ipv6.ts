/**
 * IPv6: group by group, each as the groups before it say, so that networks stay together; zeros stay zero.
 * The tokens lie where no real address lies, and are known when seen again.
 */
import ipaddr from 'ipaddr.js';
import type { Ipv4 } from './ipv4.ts';
import type { Prf } from './prf.ts';

type Groups = readonly number[];

export interface Ipv6 {
  readonly map: (groups: Groups) => Groups;
}

/** The 6bone's old range (RFC 3701): global by its form, given to no one. */
const GLOBAL = [0x3ffe] as const;
const LOCAL = [0xfd7e, 0xc45b] as const;
const HOST = 0x7e5e;
/** RFC 3849. */
const DOCUMENTATION = [0x2001, 0xdb8] as const;
const EMBEDS_IPV4: readonly Groups[] = [
  [0, 0, 0, 0, 0, 0xffff],
  [0x64, 0xff9b, 0, 0, 0, 0],
];

export const parseIpv6 = (text: string): Groups | undefined =>
  // Times and other numbers with colons are no address: the library takes long to say so.
  /::|(?:[^:]*:){6}/.test(text) && ipaddr.IPv6.isValid(text) && !text.includes('%')
    ? ipaddr.IPv6.parse(text).parts
    : undefined;

export const formatIpv6 = (groups: Groups): string => new ipaddr.IPv6([...groups]).toString();

const startsWith = (groups: Groups, start: Groups): boolean =>
  start.every((group, index) => groups[index] === group);

const isIpv6Token = (groups: Groups): boolean =>
  startsWith(groups, GLOBAL) || startsWith(groups, LOCAL) || (isLinkLocal(groups) && groups[4] === HOST);

const isLinkLocal = ([first = 0]: Groups): boolean => (first & 0xffc0) === 0xfe80;
const isUniqueLocal = ([first = 0]: Groups): boolean => (first & 0xfe00) === 0xfc00;
const isGlobal = ([first = 0]: Groups): boolean => (first & 0xe000) === 0x2000;
/** ff02::1:ff…: the last 24 bits of somebody's address. */
const isSolicitedNode = (groups: Groups): boolean =>
  startsWith(groups, [0xff02, 0, 0, 0, 0, 1]) && ((groups[6] ?? 0) & 0xff00) === 0xff00;

export const ipv6 = (random: Prf, v4: Ipv4, keep: ReadonlySet<string>): Ipv6 => {
  /** Never zero for what is not zero: a zero means "nothing here" in a network's address. */
  const group = (groups: Groups, index: number): number =>
    groups[index] === 0 ? 0 : 1 + random.below(0xffff, 'ipv6', groups.slice(0, index + 1).join(':'));

  const host = (groups: Groups): Groups => {
    const own = groups.slice(4);
    // ::, ::1, ::53: set by hand, and telling.
    const isByHand = own.slice(0, 3).every((part) => part === 0) && (own[3] ?? 0) <= 0xff;
    return isByHand ? own : [HOST, group(groups, 5), group(groups, 6), group(groups, 7)];
  };

  const withIpv4 = (groups: Groups, place: number): Groups => {
    const mapped = v4.map((((groups[place] ?? 0) << 16) | (groups[place + 1] ?? 0)) >>> 0);
    return groups.with(place, mapped >>> 16).with(place + 1, mapped & 0xffff);
  };

  const map = (groups: Groups): Groups => {
    if (keep.has(formatIpv6(groups)) || isIpv6Token(groups) || startsWith(groups, DOCUMENTATION))
      return groups;
    if (EMBEDS_IPV4.some((start) => startsWith(groups, start))) return withIpv4(groups, 6);
    if (isSolicitedNode(groups)) {
      const low = random.below(0x1000000, 'ipv6-node', groups.slice(6).join(':'));
      return [...groups.slice(0, 6), 0xff00 | (low >>> 16), low & 0xffff];
    }
    if (isLinkLocal(groups)) return [...groups.slice(0, 4), ...host(groups)];
    if (isUniqueLocal(groups)) return [...LOCAL, group(groups, 2), group(groups, 3), ...host(groups)];
    if (isGlobal(groups)) return [...GLOBAL, ...[1, 2, 3].map((at) => group(groups, at)), ...host(groups)];
    return groups;
  };
  return { map };
};
