import { expect, test } from 'vitest';
import { diagnose } from '../../checks/clock/findings.ts';
import { clock } from '../../checks/clock/index.ts';
import { en } from '../../checks/clock/messages.en.ts';
import { ru } from '../../checks/clock/messages.ru.ts';
import { reads } from '../../checks/clock/probe.ts';
import { settings } from '../../checks/clock/settings.ts';
import type { Answer, Host, Raw, Reading } from '../../src/contract.ts';
import { run } from '../../src/run.ts';
import { http } from '../../src/sources/network/probes.ts';
import { factsOf, followed, missing, ok } from '../facts.ts';

const NOW = Date.UTC(2026, 10, 24, 12, 0, 0);
const DAY_S = 86_400;

const answered = (headers: Raw['http']['headers']): Raw['http'] => ({
  outcome: 'answered',
  status: 200,
  headers,
  body: '',
  bodyBytes: 0,
  complete: true,
  ms: 20,
  receivedAtMs: NOW,
});

/** A server whose clock is that many seconds behind ours: so we are ahead of it by them. */
const behind = (seconds: number, more: Raw['http']['headers'] = {}) =>
  answered({ date: new Date(NOW - seconds * 1000).toUTCString(), ...more });

const silent: Raw['http'] = { ...answered({}), outcome: 'timeout' };

const servers = settings.servers;

const judge = (answers: readonly (Raw['http'] | Reading<never>)[], epochMs = NOW, warnSeconds = 60) =>
  diagnose(
    factsOf(
      reads,
      { clock: ok({ epochMs, timeZone: 'UTC' }) },
      servers.flatMap((url, index) => {
        const answer = answers[index];
        if (answer === undefined) return [];
        return ['outcome' in answer ? followed(http(url), answer) : ([http(url), answer] as const)];
      }),
    ),
    { ...settings, servers: servers.slice(0, answers.length), warnSeconds },
  );

const told = (answers: Parameters<typeof judge>[0]) =>
  judge(answers).findings.map(({ severity, params }) => [
    severity,
    'source' in params ? Math.sign(Number(params.offsetSeconds)) : null,
  ]);

test('a clock that agrees with the servers is no finding, and its offset is measured', () => {
  const { findings, unknown = [], metrics } = judge([behind(0), behind(1), behind(0)]);
  expect([findings, unknown]).toEqual([[], []]);
  expect(metrics?.[0]).toMatchObject({ name: 'offset', unit: 's', warning: 60, critical: 300 });
  expect(Math.abs(metrics?.[0]?.value ?? 99)).toBeLessThanOrEqual(1);
});

test('more than a minute is a warning, more than five minutes critical, in both directions', () => {
  expect(told([behind(90), behind(90), behind(90)])).toEqual([['warning', 1]]);
  expect(told([behind(-90), behind(-90), behind(-90)])).toEqual([['warning', -1]]);
  expect(told([behind(400 * DAY_S), behind(400 * DAY_S), behind(400 * DAY_S)])).toEqual([['critical', 1]]);
  expect(told([behind(55), behind(55), behind(55)])).toEqual([]);
});

test('one server with a date of its own does not decide against two that agree', () => {
  const { findings, metrics } = judge([behind(0), behind(30 * DAY_S), behind(0)]);
  expect(findings).toEqual([]);
  expect(Math.abs(metrics?.[0]?.value ?? 99)).toBeLessThanOrEqual(1);
});

test('two servers that contradict each other prove nothing', () => {
  const { findings, unknown = [] } = judge([behind(0), behind(30 * DAY_S), silent]);
  expect(findings).toEqual([]);
  expect(unknown.map(({ why }) => why).join()).toContain('contradict');
});

test('a single server counts where no other answers', () => {
  expect(told([silent, behind(1000), silent])).toEqual([['critical', 1]]);
});

test('an answer out of a cache is as old as it says', () => {
  expect(judge([behind(600, { age: '600' }), behind(0)]).findings).toEqual([]);
});

test('a server whose own clock stands in 1970 is not heard', () => {
  const nonsense = answered({ date: 'Thu, 01 Jan 1970 00:00:07 GMT' });
  expect(judge([nonsense, nonsense, behind(0)]).findings).toEqual([]);
});

test('without any date nothing is known, and it says why of each server', () => {
  const { findings, unknown = [] } = judge([silent, answered({}), missing('denied', 'EPERM')]);
  expect(findings).toEqual([]);
  expect(unknown).toHaveLength(1);
  expect(unknown[0]).toMatchObject({ reason: 'failed' });
  for (const why of ['timeout', 'no usable date', 'EPERM']) expect(unknown[0]?.why).toContain(why);
  expect(judge([silent, silent]).unknown?.map(({ reason }) => reason)).toEqual(['timeout']);
});

test('a clock in 1970 is wrong even where nobody can be asked', () => {
  expect(judge([silent, silent], 0).findings.map(({ code, severity }) => [code, severity])).toEqual([
    ['clock/skew', 'critical'],
  ]);
});

test('without a server in the configuration nothing is known', () => {
  expect(judge([]).unknown).toHaveLength(1);
});

test('limits come from the configuration', () => {
  expect(judge([behind(90), behind(90)], NOW, 120).findings).toEqual([]);
});

test('a run asks each server once and comes to the same finding', async () => {
  const asked: string[] = [];
  const host: Host = {
    os: 'linux',
    ask: async (id, { kind }) => {
      asked.push(id);
      const raw = kind === 'http' ? behind(1000) : { epochMs: NOW, timeZone: 'UTC' };
      return { status: 'ok', raw, ms: 1 } satisfies Answer;
    },
  };
  const { outcomes } = await run([clock], host);
  expect(outcomes.map(({ status, findings }) => [status, findings.map(({ code }) => code)])).toEqual([
    ['critical', ['clock/skew']],
  ]);
  const timed = asked.filter((id) => id.startsWith('net.') || id === 'system.clock').sort();
  expect(timed).toEqual([...servers.map((url) => http(url).id), 'system.clock'].sort());
});

test('the words name how far, in which direction and by whom, in both languages', () => {
  const params = { offsetSeconds: 400 * DAY_S, source: 'time.lab.test' };
  expect(en.findings['clock/skew'].say(params).title).toContain('400\u00a0days ahead');
  expect(ru.findings['clock/skew'].say(params).title).toContain('спешат: расхождение 400\u00a0дней');
  for (const [days, word] of [
    [2, 'дня'],
    [5, 'дней'],
    [11, 'дней'],
    [21, 'день'],
  ] as const) {
    expect(ru.findings['clock/skew'].say({ offsetSeconds: -days * DAY_S, source: 'a' }).title).toContain(
      `отстают: расхождение ${days}\u00a0${word}`,
    );
  }
  expect(en.findings['clock/skew'].say({ offsetSeconds: -90, source: 'a' }).title).toContain(
    '90\u00a0seconds behind',
  );
});
