import { randomInt } from 'node:crypto';
import type { DecodedPacket } from 'dns-packet';

export interface DnsReply {
  readonly rcode: string;
  readonly addresses: readonly string[];
  readonly extendedErrors: readonly number[];
}

const HEADER_BYTES = 12;
const RECURSION_DESIRED = 1 << 8;
/** What passes every network in one piece: DNS flag day 2020. */
const UDP_BYTES = 1232;
/** RFC 8914. */
const EXTENDED_ERROR = 15;
const NAMES: readonly string[] = [
  'NOERROR',
  'FORMERR',
  'SERVFAIL',
  'NXDOMAIN',
  'NOTIMP',
  'REFUSED',
  'YXDOMAIN',
  'YXRRSET',
  'NXRRSET',
  'NOTAUTH',
  'NOTZONE',
];
const MOST_ADDRESSES = 64;

export const queryPacket = async (name: string, type: 'A' | 'AAAA', extended: boolean): Promise<Buffer> => {
  const { default: dns } = await import('dns-packet');
  return dns.encode({
    type: 'query',
    id: randomInt(0x10000),
    flags: RECURSION_DESIRED,
    questions: [{ type, name }],
    ...(extended && {
      additionals: [
        {
          type: 'OPT',
          name: '.',
          udpPayloadSize: UDP_BYTES,
          extendedRcode: 0,
          ednsVersion: 0,
          flags: 0,
          flag_do: false,
          options: [],
        },
      ],
    }),
  });
};

/** Whether a packet answers this query: same id, an answer, and the same question where it repeats it. */
export const answers = (packet: Buffer, query: Buffer): boolean => {
  if (packet.length < HEADER_BYTES || packet.readUInt16BE(0) !== query.readUInt16BE(0)) return false;
  if ((packet[2] ?? 0) < 0x80) return false;
  if (packet.readUInt16BE(4) === 0) return true;
  const end = questionEnd(query);
  const asked = query.subarray(HEADER_BYTES, end).toString('latin1').toLowerCase();
  return packet.subarray(HEADER_BYTES, end).toString('latin1').toLowerCase() === asked;
};

export const isTruncated = (packet: Buffer): boolean => ((packet[2] ?? 0) & 0x02) !== 0;

/** Throws EBADRESP on what is no DNS message. */
export const readReply = async (packet: Buffer): Promise<DnsReply> => {
  const { default: dns } = await import('dns-packet');
  const message = decode(packet, dns.decode);
  const addresses = (message.answers ?? []).flatMap((answer) =>
    (answer.type === 'A' || answer.type === 'AAAA') && typeof answer.data === 'string' ? [answer.data] : [],
  );
  const opt = message.additionals?.find((answer) => answer.type === 'OPT');
  const code = ((opt?.extendedRcode ?? 0) << 4) | ((packet[3] ?? 0) & 0x0f);
  // The types list only the options the library takes apart; for all others `data` holds the bytes.
  const options = (opt?.options ?? []) as readonly { readonly code: number; readonly data?: Buffer }[];
  return {
    rcode: NAMES[code] ?? `RCODE${code}`,
    addresses: [...new Set(addresses)].slice(0, MOST_ADDRESSES),
    extendedErrors: options.flatMap(({ code: option, data }) =>
      option === EXTENDED_ERROR && data !== undefined && data.length >= 2 ? [data.readUInt16BE(0)] : [],
    ),
  };
};

const decode = (packet: Buffer, read: (packet: Buffer) => DecodedPacket): DecodedPacket => {
  try {
    const message = read(packet);
    // The library reads on behind the end of what was cut; how far, it tells in an untyped property.
    const { bytes } = read as unknown as { readonly bytes: number };
    if (bytes <= packet.length) return message;
  } catch {
    // Told below.
  }
  throw Object.assign(new Error('not a DNS message'), { code: 'EBADRESP' });
};

/** Our own query holds one question without compression. */
const questionEnd = (query: Buffer): number => {
  let at = HEADER_BYTES;
  while ((query[at] ?? 0) !== 0) at += 1 + (query[at] ?? 0);
  return at + 5;
};
