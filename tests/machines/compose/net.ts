/** What answers from beyond a home router: everything, and nothing. */
import type { Raw } from '../../../src/contract.ts';
import type { Net } from './world.ts';

/** The moment at which all composed computers are asked. */
export const NOW = Date.UTC(2026, 10, 24, 12);

export const clock = (timeZone = 'Europe/Berlin'): Raw['clock'] => ({ epochMs: NOW, timeZone });

const PAGES: Readonly<Record<string, readonly [status: number, body: string]>> = {
  'http://connectivitycheck.gstatic.com/generate_204': [204, ''],
  'http://www.msftconnecttest.com/connecttest.txt': [200, 'Microsoft Connect Test'],
  'http://detectportal.firefox.com/success.txt': [200, 'success'],
};

const tries = (outcome: 'connected' | 'timeout' | 'refused', ms: number, times = 1): Raw['tcp'] => ({
  attempts: Array.from({ length: times }, () => ({ outcome, ms })),
});

/** Names of the same letters live at the same place, others elsewhere. */
const placeOf = (name: string): string =>
  `198.51.100.${20 + ([...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 200)}`;

export const online: Net = {
  tcp: ({ times = 1 }) => tries('connected', 18, times),
  tls: ({ servername }) => ({
    outcome: 'secure',
    connection: 'connected',
    connectMs: 18,
    ms: 52,
    chain: [
      {
        subject: servername,
        issuer: 'GTS CA 1D4',
        validFrom: '2026-09-01T00:00:00.000Z',
        validTo: '2027-02-28T00:00:00.000Z',
        fingerprint: 'AB:CD',
      },
    ],
  }),
  http: ({ url }) => {
    const [status, body] = PAGES[url] ?? [200, '<html></html>'];
    return {
      outcome: 'answered',
      status,
      headers: { date: new Date(NOW).toUTCString(), 'content-length': `${body.length}` },
      body,
      bodyBytes: body.length,
      complete: true,
      connectMs: 18,
      firstByteMs: 40,
      ms: 41,
      receivedAtMs: NOW + 400,
    };
  },
  resolve: ({ name }) => ({
    outcome: 'answered',
    // Names made up to see whether somebody answers for what does not exist.
    rcode: name.startsWith('ts-') ? 'NXDOMAIN' : 'NOERROR',
    addresses: name.startsWith('ts-') ? [] : [placeOf(name)],
    extendedErrors: [],
    ms: 9,
  }),
  lookup: ({ name }) =>
    name.startsWith('ts-')
      ? { outcome: 'not-found', code: 'ENOTFOUND', addresses: [], ms: 9 }
      : { outcome: 'found', addresses: [placeOf(name)], ms: 9 },
};

/** The router answers, and nothing behind it. */
export const cutOff: Net = {
  tcp: ({ times = 1 }) => tries('timeout', 3000, times),
  tls: () => ({ outcome: 'tcp-failed', connection: 'no-name', code: 'EAI_AGAIN', ms: 5000, chain: [] }),
  http: () => ({
    outcome: 'no-name',
    code: 'EAI_AGAIN',
    headers: {},
    body: '',
    bodyBytes: 0,
    complete: false,
    ms: 5000,
  }),
  resolve: () => ({ outcome: 'timeout', addresses: [], extendedErrors: [], ms: 5000 }),
  lookup: () => ({ outcome: 'failed', code: 'EAI_AGAIN', addresses: [], ms: 5000 }),
};

/** Names are not answered; addresses are reached. */
export const withoutNames: Net = { ...cutOff, tcp: online.tcp };

const ROUND_TRIPS = (ms: number) => `round-trip min/avg/max/stddev = ${ms}/${ms + 0.4}/${ms + 0.9}/0.3 ms`;

/** iputils' and BSD's ping: whoever answers. */
export const unixPing =
  (answers: (address: string) => boolean = () => true) =>
  (argv: readonly string[]): string => {
    const address = argv.at(-1) ?? '';
    const count = Number(argv[argv.indexOf('-c') + 1]);
    const isThere = answers(address);
    const lines = isThere
      ? Array.from(
          { length: count },
          (_, at) => `64 bytes from ${address}: icmp_seq=${at + 1} ttl=64 time=4.21 ms`,
        )
      : [];
    return [
      `PING ${address} (${address}) 56(84) bytes of data.`,
      ...lines,
      '',
      `--- ${address} ping statistics ---`,
      `${count} packets transmitted, ${lines.length} received, ${isThere ? 0 : 100}% packet loss, time 201ms`,
      isThere ? ROUND_TRIPS(4) : '',
      '',
    ].join('\n');
  };
