/** ICMP echo, with the system's own ping: what answers, how fast, and who says no. */
import { family, type Os, type Raw, type Read, read, Unreadable, unparsable } from '../../contract.ts';
import { familyOf } from './ip.ts';

export interface Ping {
  readonly sent: number;
  readonly received: number;
  readonly lossPct: number;
  /** Round trips; null when nothing came back. */
  readonly minMs: number | null;
  readonly averageMs: number | null;
  readonly deviationMs: number | null;
  /** Each round trip, in the order of the answers; empty where the program does not list them. */
  readonly roundTripsMs: readonly number[];
  /** Answers that were no echo: who sent them and what they say. */
  readonly errors: readonly { readonly from: string; readonly says: string }[];
}

/** iputils, busybox and BSD ping in the C locale. */
export const parsePing = ({ stdout, stderr }: Raw['exec']): Ping => {
  const counts = /\b(\d{1,9}) packets transmitted, (\d{1,9})(?: packets)? received/.exec(stdout);
  if (counts === null) throw unsent(stdout, stderr);
  const times = /= (\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)(?:\/(\d+(?:\.\d+)?))? ms/.exec(stdout);
  const sent = Number(counts[1]);
  const received = Math.min(sent, Number(counts[2]));
  const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
  return {
    sent,
    received,
    lossPct: sent === 0 ? 0 : Math.round((1000 * (sent - received)) / sent) / 10,
    minMs: number(times?.[1]),
    averageMs: number(times?.[2]),
    deviationMs: number(times?.[4]),
    roundTripsMs: [
      ...stdout.matchAll(/^(?:\[[\d.]+\] )?\d+ bytes from .* time[=<](\d+(?:\.\d+)?) ?ms/gm),
    ].map((match) => Number(match[1])),
    errors: [...`${stdout}\n${stderr}`.matchAll(REFUSAL)].map((match) => ({
      from: match[1] ?? match[3] ?? '',
      says: (match[2] ?? match[4] ?? '').trim(),
    })),
  };
};

/** `From ADDRESS icmp_seq=1 WORDS` (iputils); `36 bytes from ADDRESS: Words`, or `NAME (ADDRESS)` (BSD). */
const REFUSAL =
  /^From (\S+?):? (?:icmp_seq=\d+ )?(.+)$|^\d+ bytes from (?:\S+ \()?([0-9a-fA-F.:]+)\)?: ([A-Z].*)$/gm;

/** No statistics: what the program said instead. */
const unsent = (stdout: string, stderr: string): Unreadable => {
  const line = (stderr || stdout).trim().split('\n')[0] ?? '';
  if (/not permitted|denied/i.test(stderr)) return new Unreadable('denied', line);
  return /^ping6?: /m.test(stderr) ? new Unreadable('failed', line) : unparsable(line);
};

/** Windows' ping speaks the system's language; only `TTL=` in an answer is the same everywhere. */
const parseWindowsPing = ({ stdout }: Raw['exec'], sent: number): Ping => {
  const received = Math.min(sent, [...stdout.matchAll(/\bTTL[=:]/gi)].length);
  return {
    sent,
    received,
    lossPct: Math.round((100 * (sent - received)) / sent),
    minMs: null,
    averageMs: null,
    deviationMs: null,
    roundTripsMs: [],
    errors: [],
  };
};

interface Echoes {
  readonly count: number;
  readonly intervalS: number;
  /** Until the last answer must be there. */
  readonly deadlineS: number;
  readonly payloadBytes?: number;
  /** Forbid fragments: the path must carry the packet whole. */
  readonly whole?: boolean;
  readonly through?: string;
}

const ping = (address: string, echoes: Echoes): Partial<Record<Os, Read<Ping>>> => {
  const timeoutMs = (echoes.deadlineS + 1) * 1000;
  const { count, intervalS, deadlineS, payloadBytes, whole, through } = echoes;
  const six = familyOf(address) === 6 || address.includes('%');
  const linux: [string, ...string[]] = [
    'ping',
    six ? '-6' : '-4',
    '-n',
    '-c',
    `${count}`,
    '-i',
    `${intervalS}`,
    '-w',
    `${deadlineS}`,
    ...(payloadBytes === undefined ? [] : ['-s', `${payloadBytes}`]),
    ...(whole ? ['-M', 'do'] : []),
    ...(through === undefined ? [] : ['-I', through]),
    address,
  ];
  const darwin: [string, ...string[]] = [
    six ? 'ping6' : 'ping',
    '-n',
    '-c',
    `${count}`,
    '-i',
    `${intervalS}`,
    ...(six ? [] : ['-t', `${deadlineS}`]),
    ...(payloadBytes === undefined ? [] : ['-s', `${payloadBytes}`]),
    ...(whole ? ['-D'] : []),
    ...(through === undefined ? [] : [six ? '-B' : '-b', through]),
    address,
  ];
  const win32: [string, ...string[]] = [
    'ping',
    '-n',
    `${Math.min(count, 4)}`,
    '-w',
    '1000',
    ...(payloadBytes === undefined ? [] : ['-l', `${payloadBytes}`]),
    ...(whole ? ['-f'] : []),
    address,
  ];
  return {
    linux: read({ kind: 'exec', argv: linux, timeoutMs }, parsePing),
    darwin: read({ kind: 'exec', argv: darwin, timeoutMs }, parsePing),
    win32: read({ kind: 'exec', argv: win32, timeoutMs }, (raw) => parseWindowsPing(raw, Math.min(count, 4))),
  };
};

/** Two quick echoes: is anybody there. */
export const pingQuick = family('net.ping', 'address', (address: string) => ({
  on: ping(address, { count: 2, intervalS: 0.2, deadlineS: 1 }),
}));

/** Long enough for the system to give up on a neighbour that no longer answers (RFC 4861: 5 s + 3 × 1 s). */
export const pingPatient = family('net.ping.patient', 'address', (address: string) => ({
  on: ping(address, { count: 8, intervalS: 1, deadlineS: 8 }),
}));

/** Twenty echoes in four seconds: loss and jitter. Windows has a read of its own, echoSeries. */
export const pingSeries = family('net.ping.series', 'address', (address: string) => {
  const { linux, darwin } = ping(address, { count: 20, intervalS: 0.2, deadlineS: 6 });
  return { on: { ...(linux && { linux }), ...(darwin && { darwin }) } };
});

/**
 * `address@interface`: leaves through that interface, whatever the routing table says. Windows' ping cannot:
 * there a connection is bound to the interface's address.
 */
export const pingThrough = family('net.ping.through', 'address@interface', (target: string) => {
  const [address = '', through = ''] = target.split('@');
  const { linux, darwin } = ping(address, { count: 2, intervalS: 0.2, deadlineS: 2, through });
  return { on: { ...(linux && { linux }), ...(darwin && { darwin }) } };
});

/** `address@bytes`: a packet of that many bytes in all that must not be cut. */
export const pingWhole = family('net.ping.whole', 'address@bytes', (target: string) => {
  const [address = '', bytes = ''] = target.split('@');
  const headers = familyOf(address) === 6 ? 48 : 28;
  return {
    on: ping(address, {
      count: 2,
      intervalS: 0.3,
      deadlineS: 1,
      payloadBytes: Number(bytes) - headers,
      whole: true,
    }),
  };
});
