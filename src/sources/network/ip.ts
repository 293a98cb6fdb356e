/** Arithmetic on IP addresses in their text form. */

export type Family = 4 | 6;

/** The address as bytes (4 or 16), or null for what is none. A zone (`%eth0`) is passed over. */
export const bytesOf = (text: string): readonly number[] | null => {
  const address = text.split('%')[0] ?? '';
  return address.includes(':') ? bytes6(address) : bytes4(address);
};

const bytes4 = (text: string): readonly number[] | null => {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part))) return null;
  const bytes = parts.map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : null;
};

const bytes6 = (text: string): readonly number[] | null => {
  const tail4 = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const last = tail4 === null ? null : bytes4(tail4[2] ?? '');
  if (tail4 !== null && last === null) return null;
  const head = last === null ? text : `${tail4?.[1]}${hex(last[0], last[1])}:${hex(last[2], last[3])}`;
  const halves = head.split('::');
  if (halves.length > 2) return null;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const [left = [], right] = groups;
  const count = left.length + (right?.length ?? 0);
  if (right === undefined ? count !== 8 : count > 7) return null;
  const all = right === undefined ? left : [...left, ...Array<string>(8 - count).fill('0'), ...right];
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return all.flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
};

const hex = (high = 0, low = 0): string => ((high << 8) | low).toString(16);

export const familyOf = (text: string): Family | null => {
  const bytes = bytesOf(text);
  return bytes === null ? null : bytes.length === 4 ? 4 : 6;
};

/** Whether `address` lies in `network`, as in `192.0.2.0/24`; false for what cannot be read. */
export const isInside = (address: string, network: string): boolean => {
  const [base = '', length = ''] = network.split('/');
  const a = bytesOf(address);
  const b = bytesOf(base);
  if (a === null || b === null || a.length !== b.length) return false;
  const bits = length === '' ? a.length * 8 : Number(length);
  return a.every((byte, index) => {
    const kept = Math.min(8, Math.max(0, bits - index * 8));
    const mask = (0xff << (8 - kept)) & 0xff;
    return (byte & mask) === ((b[index] ?? 0) & mask);
  });
};

export type Scope = 'global' | 'private' | 'link-local' | 'loopback' | 'multicast' | 'unspecified';

/** RFC 6890's registries, as far as a diagnosis needs them; CGNAT (RFC 6598) counts as private. */
export const scopeOf = (address: string): Scope | null => {
  if (bytesOf(address) === null) return null;
  const found = SCOPES.find(([network]) => isInside(address, network));
  return found?.[1] ?? 'global';
};

const SCOPES: readonly (readonly [string, Scope])[] = [
  ['0.0.0.0/8', 'unspecified'],
  ['127.0.0.0/8', 'loopback'],
  ['169.254.0.0/16', 'link-local'],
  ['10.0.0.0/8', 'private'],
  ['172.16.0.0/12', 'private'],
  ['192.168.0.0/16', 'private'],
  ['100.64.0.0/10', 'private'],
  ['224.0.0.0/4', 'multicast'],
  ['::/128', 'unspecified'],
  ['::1/128', 'loopback'],
  ['fe80::/10', 'link-local'],
  ['fc00::/7', 'private'],
  ['ff00::/8', 'multicast'],
];

/** 24 for 255.255.255.0 or 0xffffff00; null for a mask with holes. */
export const prefixOf = (mask: string): number | null => {
  const dotted = /^0x[0-9a-f]{8}$/i.test(mask)
    ? [2, 4, 6, 8].map((at) => Number.parseInt(mask.slice(at, at + 2), 16))
    : bytesOf(mask);
  if (dotted === null) return null;
  const bits = dotted.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return /^1*0*$/.test(bits) ? bits.replaceAll('0', '').length : null;
};
