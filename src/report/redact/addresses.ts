/** Finds addresses in text: IPv4, IPv6, hardware addresses, UUIDs. Tells them from versions, times and PCI slots. */
import { formatIpv4, type Ipv4, isPrivate, parseIpv4 } from './ipv4.ts';
import { formatIpv6, type Ipv6, parseIpv6 } from './ipv6.ts';
import { mapMac } from './mac.ts';
import type { Prf } from './prf.ts';
import { SHAPE } from './sieve/shape.ts';
import { WELL_KNOWN_UUID } from './vocabulary.ts';

export interface AddressPass {
  readonly random: Prf;
  readonly v4: Ipv4;
  readonly v6: Ipv6;
  readonly isKnown: (address: number) => boolean;
  /** In lower case: names a class of programs or devices. */
  readonly isClass: (uuid: string) => boolean;
  /** 12 hexadecimal digits. */
  readonly isKeptMac: (digits: string) => boolean;
  /** Hardware addresses keep who made the device. */
  readonly keepVendors: boolean;
  /** Sets a token aside; `from` is what it stands for. */
  readonly hold: (kind: AddressKind, from: string, token: string) => string;
}

export type AddressKind = 'ipv4' | 'ipv6' | 'mac' | 'uuid';

/** Where a value may begin: after no letter or digit, unless these are an escape: `\n`, `%2F`. */
const START = String.raw`(?:(?<![0-9A-Za-z])|(?<=\\[nrt])|(?<=%[0-9A-Fa-f]{2}))`;

const REVERSE4 = /(?<![\d.])((?:\d{1,3}\.){4})(?=in-addr\.arpa)/g;
const REVERSE6 = /(?<![0-9a-f.])((?:[0-9a-f]\.){32})(?=ip6\.arpa)/gi;
const DASHED = /((?:^|[^\w-])(?:ip|ec2|host|static|dhcp)-)(\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3})(?![\d-])/g;
const UUID = new RegExp(
  `${START}[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])`,
  'gi',
);
/** A DHCP identity holds a hardware address at its end, behind its kind and time. */
const DUID =
  /(?<![0-9a-f:-])(00([:-])0[13]\2[0-9a-f]{2}\2[0-9a-f]{2}\2(?:(?:[0-9a-f]{2}\2){4})?|01([:-]))((?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2})(?![0-9a-f]|[:-][0-9a-f]{2}(?![0-9a-f]))/gi;
const MAC = new RegExp(
  `(?<!(?<![0-9A-Za-z])[0-9A-Fa-f]{1,4}[:-])(?<!::)${START}(?:[0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5}|[0-9a-f]{2}(?:-[0-9a-f]{2}){5}|[0-9a-f]{2}(?:_[0-9a-f]{2}){5}|(?<!\\.)[0-9a-f]{4}\\.[0-9a-f]{4}\\.[0-9a-f]{4})(?![0-9a-f]|[:-][0-9a-f]|\\.[0-9a-f]{4})`,
  'gi',
);
/** A packet's head as the kernel logs it: the receiver, the sender, the type. */
const FRAME =
  /(\bMAC=)((?:[0-9a-f]{2}:){5}[0-9a-f]{2})(:)((?:[0-9a-f]{2}:){5}[0-9a-f]{2})(?=:[0-9a-f]{2}:[0-9a-f]{2}\b)/gi;
const NAMED_MAC = /(?<![a-z0-9])((?:en|wl|ww)x)([0-9a-f]{12})(?![0-9a-f])/g;
const PLAIN_MAC =
  /(\bmac(?:[ _-]?addr(?:ess)?)?\\?["']?[ \t]{0,8}[:=][ \t"'\\]{0,8}|\\?"(?:hw|ether|physical)_?addr(?:ess)?\\?": ?\\?")([0-9a-f]{12})(?![0-9a-f])/gi;
const IPV6 = new RegExp(
  `(?<![:.])${START}(?:[0-9a-f]{0,4}:){2,7}(?:(?:\\d{1,3}\\.){3}\\d{1,3}|[0-9a-f]{0,4})(?![0-9A-Za-z])`,
  'gi',
);
/** `:` cannot begin a value behind a word. */
const IPV6_COLONS =
  /(?<![\w:.])::(?:[0-9a-f]{1,4}:){0,6}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{1,4})(?![\w:])/gi;
const IPV4 = /(?:(?<![\d.])|(?<=%[0-9A-Fa-f]{2}))(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)/g;

/** What the sieve is asked of. */
export const ADDRESSES: readonly RegExp[] = [REVERSE4, REVERSE6, DASHED, FRAME, DUID, NAMED_MAC, PLAIN_MAC];

type May = (pattern: RegExp) => boolean;

/** `shape`: what the line could hold; `may`: whether a pattern could match there. */
export const hideAddresses = (line: string, shape: number, may: May, pass: AddressPass): string => {
  const has = (kind: number): boolean => (shape & kind) !== 0;
  let text = has(SHAPE.dashedHex) ? hideUuids(line, pass) : line;
  if (may(REVERSE6)) text = hideReverse6(text, pass);
  text = hideMacs(text, has(SHAPE.pairs), may, pass);
  if (has(SHAPE.colons)) text = hideIpv6(text, pass);
  return hideIpv4(text, has(SHAPE.dotted), may, pass);
};

const hideUuids = (text: string, { random, hold, isClass }: AddressPass): string =>
  text.replace(UUID, (uuid) => {
    const plain = uuid.toLowerCase();
    return hold('uuid', plain, isClass(plain) ? uuid : mapUuid(random, uuid));
  });

/** Version 8 is free for any use (RFC 9562): known when seen again by its third group. */
const mapUuid = (random: Prf, uuid: string): string => {
  if (WELL_KNOWN_UUID.test(uuid) || /^.{13}-8eed-/i.test(uuid)) return uuid;
  const hex = random.bytes('uuid', uuid.toLowerCase()).toString('hex');
  const mapped = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8eed-8${hex.slice(13, 16)}-${hex.slice(16, 28)}`;
  return sameCase(uuid, mapped);
};

const hideMacs = (
  line: string,
  hasPairs: boolean,
  may: May,
  { random, hold, isKeptMac, keepVendors }: AddressPass,
): string => {
  const replaced = (mac: string): string => {
    const separator = /[:_.-]/.exec(mac)?.[0] ?? '';
    const parts = separator === '' ? [mac] : mac.split(separator);
    const width = separator === '.' ? 4 : 2;
    const digits = parts
      .map((part) => part.padStart(width, '0'))
      .join('')
      .toLowerCase();
    const mapped = isKeptMac(digits) ? digits : mapMac(random, digits, keepVendors);
    if (mapped === digits) return hold('mac', digits, mac);
    const pairs = mapped.match(separator === '.' ? /.{4}/g : /../g) ?? [];
    return hold('mac', digits, sameCase(mac, pairs.join(separator)));
  };
  const behind = (_: string, before: string, mac: string): string => `${before}${replaced(mac)}`;
  let text = line;
  if (may(FRAME))
    text = text.replace(
      FRAME,
      (_, before: string, to: string, gap: string, from: string) =>
        `${before}${replaced(to)}${gap}${replaced(from)}`,
    );
  if (may(DUID))
    text = text.replace(DUID, (_, before: string, _a, _b, mac: string) => `${before}${replaced(mac)}`);
  if (hasPairs) text = text.replace(MAC, (mac) => (isNumber(mac) ? mac : replaced(mac)));
  if (may(NAMED_MAC)) text = text.replace(NAMED_MAC, behind);
  return may(PLAIN_MAC) ? text.replace(PLAIN_MAC, behind) : text;
};

/** '1000.2000.3000' is a number of something; a hardware address written so has letters. */
const isNumber = (text: string): boolean => /^\d{4}\.\d{4}\.\d{4}$/.test(text);

const hideIpv6 = (text: string, { v6, hold }: AddressPass): string => {
  const replaced = (found: string): string => {
    // 'addr 2001:db8::1: unreachable': the last colon is the sentence's.
    const ending = parseIpv6(found) === undefined && /[^:]:$/.test(found) ? ':' : '';
    const address = ending === '' ? found : found.slice(0, -1);
    const groups = parseIpv6(address);
    if (groups === undefined) return found;
    const mapped = v6.map(groups);
    const isSame = mapped.every((group, index) => group === groups[index]);
    return (
      hold('ipv6', formatIpv6(groups), isSame ? address : sameCase(address, formatIpv6(mapped))) + ending
    );
  };
  return text.replace(IPV6, replaced).replace(IPV6_COLONS, replaced);
};

const hideIpv4 = (line: string, hasDotted: boolean, may: May, pass: AddressPass): string => {
  const { v4, hold } = pass;
  const mapped = (address: number) => formatIpv4(v4.map(address));
  let text = line;
  if (may(REVERSE4))
    text = text.replace(REVERSE4, (name) => {
      const address = parseIpv4(name.slice(0, -1).split('.').reverse().join('.'));
      if (address === undefined) return name;
      return hold('ipv4', formatIpv4(address), `${mapped(address).split('.').reverse().join('.')}.`);
    });
  if (may(DASHED))
    text = text.replace(DASHED, (whole, before: string, dashed: string) => {
      const address = parseIpv4(dashed.replaceAll('-', '.'));
      if (address === undefined) return whole;
      return before + hold('ipv4', formatIpv4(address), mapped(address).replaceAll('.', '-'));
    });
  if (!hasDotted) return text;
  return text.replace(IPV4, (found, at: number, whole: string) => {
    const address = parseIpv4(found);
    if (address === undefined) return found;
    // The mark keeps the middle of a line from looking like its beginning.
    const before = at > CONTEXT ? `…${whole.slice(at - CONTEXT, at)}` : whole.slice(0, at);
    const after = whole.slice(at + found.length, at + found.length + 8);
    if (!pass.isKnown(address) && !isAddress(address, before, after)) return found;
    const [, bits] = /^(?:\/|%2F)(\d{1,2})(?!\d)/i.exec(after) ?? [];
    const isKept = v4.isKept(address, bits === undefined ? 32 : Number(bits));
    return hold('ipv4', found, isKept ? found : mapped(address));
  });
};

/** As far as is looked back for what tells an address from a version. */
const CONTEXT = 120;
const VERSION_BEFORE =
  /(?:version|\bver|driver|firmware|build|release|revision|\brev|bios|\bfw|kernel|upgrade|pkgver|agent)s?[\w ]{0,12}[\\"'. \t:=(<>/-]{0,24}$|\bversion \d[\w.]{2,20},? (?:\w{1,12} ){0,2}$/i;
/** Lines of package managers hold versions of four parts. */
const PACKAGE_LINE =
  /(?:^|\n)(?:[a-z][a-zA-Z] {1,3}[a-z0-9][\w.+:-]+ |Inst |Conf |Remv |Unpacking |Setting up |Preparing to unpack |Selecting |Installed: |Candidate: )[^\n]*$/;

const isAddress = (address: number, before: string, after: string): boolean => {
  if (/^(?:[A-Za-z]|_[0-9A-Za-z])/.test(after)) return false;
  // 10.x is a usual version, 192.168.x.x and its like are none.
  if (isPrivate(address) && address >>> 24 !== 10) return true;
  if (/[A-Za-z]$/.test(before) && !/(?:\\[nrt]|%[0-9A-Fa-f]{2})$/.test(before)) return false;
  if (/[A-Za-z][-_]$/.test(before) || /\b[A-Z][A-Za-z]*\/$/.test(before)) return false;
  if (/^(?:[+~]|-\d{1,4}(?![.\d])|-[A-Za-z])/.test(after)) return false;
  return !VERSION_BEFORE.test(before) && !PACKAGE_LINE.test(before);
};

const hideReverse6 = (text: string, { v6, hold }: AddressPass): string =>
  text.replace(REVERSE6, (name) => {
    const hex = name.replaceAll('.', '').split('').reverse().join('');
    const groups = Array.from({ length: 8 }, (_, at) => Number.parseInt(hex.slice(at * 4, at * 4 + 4), 16));
    const mapped = v6.map(groups).map((group) => group.toString(16).padStart(4, '0'));
    return hold('ipv6', formatIpv6(groups), `${mapped.join('').split('').reverse().join('.')}.`);
  });

/** Upper case where the original is. */
const sameCase = (original: string, token: string): string =>
  /[A-F]/.test(original) && !/[a-f]/.test(original) ? token.toUpperCase() : token;
