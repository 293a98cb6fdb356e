import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Raw } from '../../../src/contract.ts';
import { type Ping, parsePing, pingQuick } from '../../../src/sources/network/ping.ts';
import { hasShared } from '../../shared.ts';
import { attempt, flawsIn, samples } from './corpus.ts';

const printed = (stdout: string, stderr = '', exitCode = 0): Raw['exec'] => ({ stdout, stderr, exitCode });

describe.runIf(hasShared)('ping as real systems print it', () => {
  const all = hasShared ? samples('ping', /\.out$/) : [];

  test('there are captured outputs of eight systems', () => {
    expect(all.length).toBeGreaterThanOrEqual(38);
    expect(new Set(all.map(({ name }) => name.split('/')[1])).size).toBeGreaterThanOrEqual(8);
  });

  const errorsOf = (name: string): Ping['errors'] =>
    parsePing(printed(all.find((sample) => sample.name.endsWith(name))?.text ?? '')).errors;

  test('Linux names who refused and what it said', () => {
    expect(errorsOf('ping-dest-unreachable.out')).toContainEqual({
      from: '10.0.0.1',
      says: 'Destination Host Unreachable',
    });
  });

  test('macOS names who refused and what it said', () => {
    expect(errorsOf('ping-ip-unknown-errors.out')).toContainEqual({
      from: '192.168.1.220',
      says: 'Destination Network Unreachable',
    });
  });

  test('whatever is done to a real output, it is read or refused in our own words', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...all.map(({ text }) => text)),
        fc.nat(),
        fc.nat({ max: 60 }),
        fc.string({ maxLength: 20 }),
        (text, at, cut, put) => {
          const start = at % (text.length + 1);
          const tried = attempt(() =>
            parsePing(printed(text.slice(0, start) + put + text.slice(start + cut))),
          );
          if (tried.status === 'read') {
            expect(flawsIn(tried.value)).toEqual([]);
            expect(tried.value.received).toBeLessThanOrEqual(tried.value.sent);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

test('any text at all is read or refused in our own words', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (stdout, stderr) => {
      const tried = attempt(() => parsePing(printed(stdout, stderr)));
      if (tried.status === 'read') expect(flawsIn(tried.value)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

/** iputils' words (made-up addresses), captured in a network of namespaces. */
test.each([
  ['From 192.168.77.1 icmp_seq=1 Packet filtered', '192.168.77.1', 'Packet filtered'],
  [
    'From 192.0.2.1 icmp_seq=1 Frag needed and DF set (mtu = 1400)',
    '192.0.2.1',
    'Frag needed and DF set (mtu = 1400)',
  ],
  [
    'From 2001:db8::1: icmp_seq=1 Destination unreachable: Administratively prohibited',
    '2001:db8::1',
    'Destination unreachable: Administratively prohibited',
  ],
  [
    '36 bytes from 192.0.2.1: Communication prohibited by filter',
    '192.0.2.1',
    'Communication prohibited by filter',
  ],
])('«%s» is a refusal by %s', (line, from, says) => {
  const text = `PING 198.51.100.1\n${line}\n\n--- ping statistics ---\n2 packets transmitted, 0 received, +2 errors, 100% packet loss, time 201ms\n`;
  expect(parsePing(printed(text)).errors).toEqual([{ from, says }]);
});

test('an echo is no refusal, on any system', () => {
  const text = `64 bytes from 192.0.2.1: icmp_seq=1 ttl=64 time=0.1 ms
64 bytes from 192.0.2.1: seq=0 ttl=42 time=1.331 ms
16 bytes from 2001:db8::1, icmp_seq=0 hlim=59 time=27.684 ms
3 packets transmitted, 3 received, 0% packet loss, time 1ms`;
  expect(parsePing(printed(text)).errors).toEqual([]);
});

test('a ping that could not send is a failure to look, and one that may not is denied', () => {
  const why = (stderr: string) => {
    try {
      return parsePing(printed('', stderr, 2));
    } catch (cause) {
      return cause;
    }
  };
  expect(why('ping: connect: Network is unreachable\n')).toMatchObject({
    status: 'failed',
    message: 'ping: connect: Network is unreachable',
  });
  expect(why('ping: socktype: SOCK_RAW\nping: socket: Operation not permitted\n')).toMatchObject({
    status: 'denied',
  });
  expect(why('')).toMatchObject({ status: 'unparsable' });
});

test('Windows counts answers by TTL, in any language of the system', () => {
  const read = pingQuick('192.0.2.1').on.win32;
  const parse = (stdout: string) => read?.parse(printed(stdout), read.request);
  const german = `Ping wird ausgeführt für 192.0.2.1 mit 32 Bytes Daten:
Antwort von 192.0.2.1: Bytes=32 Zeit=1ms TTL=64
Zeitüberschreitung der Anforderung.

Ping-Statistik für 192.0.2.1:
    Pakete: Gesendet = 2, Empfangen = 1, Verloren = 1 (50% Verlust)`;
  expect(parse(german)).toMatchObject({ sent: 2, received: 1, lossPct: 50 });
  const russian = `Обмен пакетами с 192.0.2.1 по с 32 байтами данных:
Ответ от 192.168.0.5: Заданный узел недоступен.
Ответ от 192.168.0.5: Заданный узел недоступен.`;
  expect(parse(russian)).toMatchObject({ sent: 2, received: 0, lossPct: 100 });
});

test('the address goes to ping as one argument, never through a shell', () => {
  for (const os of ['linux', 'darwin', 'win32'] as const) {
    const request = pingQuick('192.0.2.1;reboot').on[os]?.request;
    expect(request?.kind === 'exec' ? request.argv.at(-1) : null).toBe('192.0.2.1;reboot');
  }
});
