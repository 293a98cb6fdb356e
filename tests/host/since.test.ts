/** Logs that begin at a moment. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer, Host, Request } from '../../src/contract.ts';
import { cutLines, timeOf } from '../../src/host/since/dated.ts';
import { since } from '../../src/host/since.ts';
import { bytesOf, momentOf } from '../../src/report/moment.ts';

const FROM = new Date('2026-01-02T12:00:00Z');

const ask = async (request: Request, text: string, bootedSecondsAgo = 3600): Promise<string> => {
  const host: Host = {
    os: 'linux',
    ask: async (_id, { kind }): Promise<Answer> => ({
      status: 'ok',
      ms: 1,
      raw:
        kind === 'system'
          ? { platform: 'linux', release: '6', arch: 'x64', hostname: 'h', bootedSecondsAgo }
          : kind === 'file'
            ? { text }
            : { stdout: text, stderr: '', exitCode: 0 },
    }),
  };
  const limits = { timeoutMs: 1000, signal: new AbortController().signal };
  const answer = await since(host, FROM).ask('x', request, limits);
  if (answer.status !== 'ok') throw new Error(answer.why);
  return 'stdout' in answer.raw ? answer.raw.stdout : 'text' in answer.raw ? answer.raw.text : '';
};

const micro = (iso: string) => `${Date.parse(iso)}000`;

test('the journal loses what is older, entry by entry', async () => {
  const line = (iso: string, text: string) =>
    JSON.stringify({ __REALTIME_TIMESTAMP: micro(iso), MESSAGE: text });
  const [old, fresh] = [line('2026-01-02T11:59:59Z', 'old'), line('2026-01-02T12:00:00Z', 'new')];
  const request = { kind: 'exec', argv: ['journalctl', '--output=json'] } as const;
  expect(await ask(request, `${old}\n${fresh}\n`)).toBe(`${fresh}\n`);
  expect(await ask(request, `${old}\n`)).toBe('');
});

test('the kernel’s log counts from the start of the computer', async () => {
  const now = Date.now();
  const host = (seconds: number) => (now - FROM.getTime()) / 1000 + seconds;
  // Started 100 s before the moment.
  const text = '<6>[    1.000000] early\n<6>[   50.000000] also\n continued\n<6>[  160.000000] late\n';
  expect(await ask({ kind: 'exec', argv: ['dmesg', '-r'] }, text, host(100))).toBe(
    '<6>[  160.000000] late\n',
  );
});

test('Windows’ events lose what is older, and other batches nothing', async () => {
  const request = { kind: 'exec', argv: ['powershell', '-EncodedCommand', 'x'] } as const;
  const batch = { logs: [], events: [{ at: '2026-01-02T11:00:00.0Z' }, { at: '2026-01-02T13:00:00.0Z' }] };
  expect(JSON.parse(await ask(request, JSON.stringify(batch)))).toEqual({
    ...batch,
    events: [batch.events[1]],
  });
  expect(await ask(request, '{"disks":[{"at":"2020-01-01T00:00:00Z"}]}')).toContain('2020-01-01');
  const lines = '2026-01-02T11:00:00.1234567Z Error a\n2026-01-02T13:00:00.1234567Z Error b\n';
  expect(await ask(request, lines)).toBe('2026-01-02T13:00:00.1234567Z Error b\n');
});

test('macOS’ log is cut by its own times', async () => {
  const request = { kind: 'exec', argv: ['/usr/bin/log', 'show'] } as const;
  const line = (time: string) => JSON.stringify({ timestamp: time, eventMessage: 'm' });
  const fresh = line('2026-01-02 14:30:00.000000+0200');
  expect(await ask(request, `${line('2026-01-02 13:30:00.000000+0200')}\n${fresh}\n`)).toBe(`${fresh}\n`);
});

test('apt’s history is cut by its headings, with what belongs to them', async () => {
  const text = [
    ...[
      '',
      'Start-Date: 2025-12-30  10:00:00',
      'Commandline: apt install old',
      'End-Date: 2025-12-30  10:00:01',
    ],
    ...[
      '',
      'Start-Date: 2026-01-05  10:00:00',
      'Commandline: apt install new',
      'End-Date: 2026-01-05  10:00:01',
      '',
    ],
  ].join('\n');
  const cut = await ask({ kind: 'file', path: '/var/log/apt/history.log' }, text);
  expect(cut).toContain('install new');
  expect(cut).not.toContain('install old');
  expect(cut.startsWith('Start-Date: 2026')).toBe(true);
});

test('what is no log stays as it is', async () => {
  const text = '2001-01-01 00:00:00 a line of a configuration\n';
  expect(await ask({ kind: 'file', path: '/etc/motd' }, text)).toBe(text);
  expect(await ask({ kind: 'file', path: '/var/log/strange' }, 'no time anywhere\n')).toBe(
    'no time anywhere\n',
  );
  expect(await ask({ kind: 'exec', argv: ['lsblk'] }, text)).toBe(text);
});

test.each([
  ['[2026-01-02T12:00:00+0200] [ALPM] x', '2026-01-02T10:00:00Z'],
  ['2026-01-02T12:00:00+0000 INFO dnf', '2026-01-02T12:00:00Z'],
  ['2026-01-02 12:00:00+02 host softwareupdated', '2026-01-02T10:00:00Z'],
  ['2026-01-02T12:00:00.123456Z x', '2026-01-02T12:00:00.123Z'],
])('%s tells its time', (line, iso) => {
  expect(timeOf(line)).toBe(Date.parse(iso));
});

test('a time without a zone is local; a line without one has none', () => {
  expect(timeOf('2026-01-02 12:00:00|install|x')).toBe(Date.parse('2026-01-02T12:00:00'));
  expect(timeOf('Jan  2 12:00:00 host sshd[1]: x')).toBeNull();
  expect(timeOf('2026-99-99 12:00:00 x')).toBeNull();
});

test('only whole lines leave, and never a newer one', () => {
  const line = fc.tuple(fc.integer({ min: -5, max: 5 }), fc.stringMatching(/^[a-z ]{0,20}$/));
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const texts = lines.map(
        ([days, text]) => `${new Date(FROM.getTime() + days * 86_400_000).toISOString()} ${text}`,
      );
      const kept = cutLines(texts.join('\n'), FROM.getTime()).split('\n');
      const expected = texts.filter((_, at) => (lines[at]?.[0] ?? 0) >= 0);
      expect(kept.filter((text) => text !== '')).toEqual(expected);
    }),
  );
});

test.each([
  ['2026-01-31', new Date(2026, 0, 31).getTime()],
  ['2026-01-31T14:00', new Date(2026, 0, 31, 14).getTime()],
  ['2026-01-31 14:00:05Z', Date.UTC(2026, 0, 31, 14, 0, 5)],
  ['36h', Date.UTC(2026, 1, 9, 12)],
  ['7d', Date.UTC(2026, 1, 4)],
])('%s is a moment', (text, ms) => {
  expect(momentOf(text, Date.UTC(2026, 1, 11))?.getTime()).toBe(ms);
});

test('what is no moment or has not come is none, also with a clock in 1970', () => {
  for (const text of ['', 'yesterday', '7', '-3d', '2026-13-01', '31.01.2026', '2027-01-01']) {
    expect(momentOf(text, Date.UTC(2026, 1, 11)), text).toBeUndefined();
  }
  expect(momentOf('36h', 1000)?.getTime()).toBe(0);
  expect(momentOf('2026-01-01', 1000)).toBeUndefined();
});

test.each([
  ['5MB', 5_000_000],
  ['500kB', 500_000],
  ['1.5 M', 1_500_000],
  ['300000', 300_000],
  ['0', undefined],
  ['5 apples', undefined],
])('%s is a size', (text, bytes) => {
  expect(bytesOf(text)).toBe(bytes);
});
