import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Answer,
  type AnyCheck,
  everywhere,
  family,
  source,
  unknown,
  unparsable,
} from '../../src/contract.ts';
import { limitsFrom, patient } from '../../src/limits.ts';
import { type RunEvent, run } from '../../src/run.ts';
import {
  type Concluded,
  check,
  fact,
  finding,
  host,
  never,
  obedient,
  pause,
  refused,
  statusOf,
} from './fakes.ts';

const unhandled: unknown[] = [];
const note = (cause: unknown) => void unhandled.push(cause);

beforeEach(() => {
  unhandled.length = 0;
  process.on('unhandledRejection', note);
});

afterEach(async () => {
  await pause(5);
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

const only = async (one: AnyCheck, ...rest: [Parameters<typeof run>[1], Parameters<typeof run>[2]?]) => {
  const result = await run([one], ...rest);
  const [outcome] = result.outcomes;
  if (outcome === undefined) throw new Error('no outcome');
  return { result, outcome };
};

describe('reads', () => {
  test('are asked for once, however many checks want them', async () => {
    const machine = host({ shared: 'value' });
    const saw: string[] = [];
    const wants = (id: string) =>
      check(id, {
        reads: { shared: fact('shared') },
        diagnose: ({ shared }) => {
          saw.push(shared.status === 'ok' ? shared.value : shared.status);
          return { findings: [] };
        },
      });
    await run(['a', 'b', 'c'].map(wants), machine);
    expect(machine.asked).toEqual(['shared']);
    expect(saw).toEqual(['value', 'value', 'value']);
  });

  test('that are slow are left out of a quick look, which is neither green for them nor unknown', async () => {
    const machine = host((id) => id);
    const slow = { ...fact('slow'), cost: 'slow' as const };
    const one = check('a', {
      reads: { quick: fact('quick'), slow },
      diagnose: (facts) => ({
        findings: [],
        unknown: [facts.slow].flatMap((reading) => (reading.status === 'ok' ? [] : [unknown(reading)])),
      }),
    });
    const { outcome } = await only(one, machine, { quick: true });
    expect(machine.asked).toEqual(['quick']);
    expect(outcome).toMatchObject({ status: 'ok', unknown: [], leftOut: ['slow'] });
    const whole = await only(one, machine);
    expect(machine.asked).toEqual(['quick', 'quick', 'slow']);
    expect(whole.outcome).toMatchObject({ status: 'ok', leftOut: [] });
  });

  test('that depend on others follow, round by round, until nothing new is named', async () => {
    const step = family('step', 'number', (number: string) => fact(`step/${number}`));
    const machine = host((id) => id);
    let calls = 0;
    const walker = check('walker', {
      reads: { start: fact('start') },
      followUps: (facts) => {
        calls += 1;
        const next = ['1', '2', '3'].findIndex((number) => !facts.asked(step(number)));
        return ['1', '2', '3'].slice(0, next === -1 ? 3 : next + 1).map((number) => step(number));
      },
      diagnose: (facts) => ({
        findings: [finding(statusOf(facts.get(step('3')))), finding(statusOf(facts.get(step('4'))))],
      }),
    });
    const { outcome } = await only(walker, machine);
    expect(machine.asked).toEqual(['start', 'step/1', 'step/2', 'step/3']);
    expect(calls).toBe(4);
    // What was not asked for is told from what could not be read.
    expect(outcome.findings.map(({ code }) => code)).toEqual(['ok', 'unrecorded']);
  });

  test('end, also for a check that always names another one', async () => {
    let number = 0;
    const machine = host((id) => id);
    const endless = check('endless', {
      reads: { start: fact('start') },
      followUps: () => [fact(`more-${number++}`)],
    });
    const { outcome } = await only(endless, machine);
    expect(outcome.status).toBe('ok');
    expect(machine.asked.length).toBeLessThan(20);
  });

  test('that one round names twice are asked for once', async () => {
    const machine = host((id) => id);
    await only(check('twice', { reads: {}, followUps: () => [fact('x'), fact('x')] }), machine);
    expect(machine.asked).toEqual(['x']);
  });

  test('of another system are unsupported, and nothing is asked', async () => {
    const machine = host({}, 'darwin');
    const linuxOnly = source({
      id: 'linux',
      os: ['linux'],
      request: { kind: 'file', path: '/x' },
      parse: () => 1,
    });
    const { outcome } = await only(check('c', { reads: { linuxOnly } }), machine);
    expect(outcome).toMatchObject({
      status: 'unknown',
      unknown: [{ source: 'linux', reason: 'unsupported', why: 'no such read on darwin' }],
    });
    expect(machine.asked).toEqual([]);
  });

  test.each(['absent', 'denied', 'timeout', 'unsupported', 'unparsable', 'failed', 'unrecorded'] as const)(
    'that end %s are tried in their other way',
    async (status) => {
      const machine = host({ first: refused(status), second: 'there' });
      const { outcome, result } = await only(
        check('c', {
          reads: { first: fact('first', fact('second')) },
          diagnose: ({ first }) => ({ findings: [finding(first.status === 'ok' ? first.value : 'x')] }),
        }),
        machine,
      );
      expect(outcome.findings).toMatchObject([{ code: 'there' }]);
      expect(result.readings.get('first')).toMatchObject({ status: 'ok', from: 'second' });
    },
  );

  test('that end interrupted are not', async () => {
    const machine = host({ first: refused('interrupted'), second: 'there' });
    await only(check('c', { reads: { first: fact('first', fact('second')) } }), machine);
    expect(machine.asked).toEqual(['first']);
  });

  test('that fail in both ways are told by the name that was asked for', async () => {
    const machine = host({ first: refused('absent', 'no df'), second: refused('denied') });
    const { outcome } = await only(check('c', { reads: { first: fact('first', fact('second')) } }), machine);
    expect(outcome.unknown).toEqual([{ source: 'first', reason: 'absent', why: 'no df' }]);
  });

  test.each([
    ['says so', unparsable('the line'), 'unparsable', 'the line'],
    ['throws an error', new TypeError('not a function'), 'unparsable', 'not a function'],
    ['throws a text', 'text', 'unparsable', 'text'],
    ['throws what has no text', Object.create(null), 'unparsable', expect.any(String)],
  ])('whose parser %s are unparsable', async (_, thrown, reason, why) => {
    const broken = source({
      id: 'broken',
      request: { kind: 'file', path: '/x' },
      parse: () => {
        throw thrown;
      },
    });
    const { outcome } = await only(check('c', { reads: { broken } }), host({ broken: 'x' }));
    expect(outcome).toMatchObject({ status: 'unknown', unknown: [{ source: 'broken', reason, why }] });
    expect(outcome.crash).toBeUndefined();
  });

  test('of a host that throws have failed, for that read alone', async () => {
    const machine = host((id) => {
      if (id === 'bad') throw new Error('a fault of ours');
      return 'fine';
    });
    const checks = [
      check('bad', { reads: { bad: fact('bad') } }),
      check('both', { reads: { bad: fact('bad'), good: fact('good') } }),
    ];
    const { outcomes } = await run(checks, machine);
    expect(outcomes.map(({ status }) => status)).toEqual(['unknown', 'ok']);
    expect(outcomes[0]?.unknown).toEqual([
      { source: 'bad', reason: 'failed', why: 'internal: a fault of ours' },
    ]);
  });
});

describe('limits', () => {
  test('of a source are given to the host, by the kind of the read', async () => {
    const given: Record<string, number> = {};
    const machine = host((id, { timeoutMs }) => {
      given[id] = timeoutMs;
      return refused('absent');
    });
    const reads = {
      file: fact('file'),
      tcp: source({ id: 'tcp', request: { kind: 'tcp', host: 'h', port: 1 }, parse: () => 1 }),
      own: source({ id: 'own', request: { kind: 'exec', argv: ['x'], timeoutMs: 77 }, parse: () => 1 }),
    };
    await only(check('c', { reads }), machine, { limits: { commandMs: 11, networkMs: 22 } });
    expect(given).toEqual({ file: 11, tcp: 22, own: 77 });
  });

  test('of a source end it with a time-out, and its other way is asked', async () => {
    const machine = host((id, limits) => (id === 'slow' ? obedient(limits) : 'quick'));
    const { outcome, result } = await only(
      check('c', { reads: { slow: fact('slow', fact('quick')), late: fact('slow') } }),
      machine,
      { limits: { commandMs: 20 } },
    );
    expect(outcome.status).toBe('ok');
    expect(result.durationMs).toBeLessThan(1000);
  });

  test('of a check leave what does not come back, and diagnose what is known', async () => {
    const machine = host((id) => (id === 'hangs' ? never() : 'here'));
    const reads = { hangs: fact('hangs'), quick: fact('quick') };
    const { outcome, result } = await only(
      check('c', {
        reads,
        followUps: () => [fact('later')],
        diagnose: (facts) => ({
          findings: [
            finding(`${facts.quick.status} ${facts.hangs.status} ${facts.get(fact('later')).status}`),
          ],
          ...(facts.hangs.status !== 'ok' && {
            unknown: [{ source: 'hangs', reason: facts.hangs.status, why: facts.hangs.why }],
          }),
        }),
      }),
      machine,
      { limits: { checkMs: 60, totalMs: 5000 } },
    );
    expect(outcome.findings).toMatchObject([{ code: 'ok timeout timeout' }]);
    expect(outcome.unknown).toMatchObject([{ why: "the check's limit of 0.06 s" }]);
    expect(result.durationMs).toBeLessThan(4000);
    // Its time was up: nothing new was begun.
    expect(machine.asked).not.toContain('later');
  });

  test('of a check are its own: another one still gets its answers', async () => {
    const machine = host(async (id) => {
      if (id === 'hangs') return never();
      await pause(20);
      return 'here';
    });
    const { outcomes } = await run(
      [check('a', { reads: { x: fact('hangs') } }), check('b', { reads: { x: fact('x') } })],
      machine,
      { limits: { checkMs: 100, totalMs: 5000 } },
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['unknown', 'ok']);
  });

  test('of the whole run end everything, and what is known is diagnosed', async () => {
    const machine = host((id, limits) => (id === 'quick' ? 'here' : obedient(limits)));
    const { outcome, result } = await only(
      check('c', {
        reads: { quick: fact('quick'), slow: fact('slow') },
        diagnose: ({ quick, slow }) => ({
          findings: [finding(`${quick.status} ${slow.status}`)],
          unknown: slow.status === 'ok' ? [] : [{ source: 'slow', reason: slow.status, why: slow.why }],
        }),
      }),
      machine,
      { limits: { totalMs: 80, commandMs: 4000 } },
    );
    expect(outcome).toMatchObject({
      findings: [{ code: 'ok timeout' }],
      unknown: [{ why: "the run's limit of 0.08 s" }],
    });
    expect(result.durationMs).toBeLessThan(2500);
    expect(result.interrupted).toBe(false);
  });

  test('hold also where every place is taken by a read that answers to nobody', async () => {
    const machine = host(never);
    const many = Array.from({ length: 30 }, (_, index) => fact(`read-${index}`));
    const { outcome, result } = await only(
      check('c', { reads: { first: fact('first') }, followUps: () => many }),
      machine,
      { limits: { totalMs: 600, checkMs: 9000, parallel: 2 } },
    );
    expect(outcome.status).toBe('unknown');
    // The run's own limit and the time for what is ended to be gone.
    expect(result.durationMs).toBeLessThan(5000);
  });

  test('are 3 s for the network, 5 s for a command and 15 s for the run; the check ends before it', () => {
    expect(limitsFrom()).toMatchObject({ networkMs: 3000, commandMs: 5000, totalMs: 15_000 });
    expect(limitsFrom().checkMs).toBeLessThan(15_000);
  });

  test('are longer on a computer that was slow to start, up to twice as long, and never shorter', () => {
    expect(patient(0)).toEqual({ commandMs: 5000, checkMs: 14_000, totalMs: 15_000 });
    expect(patient(1400).totalMs).toBe(15_000);
    expect(limitsFrom(patient(2000)).commandMs).toBe(6667);
    expect(patient(60_000)).toEqual({ commandMs: 10_000, checkMs: 28_000, totalMs: 30_000 });
  });

  test('are whole milliseconds, whatever seconds a person asks for', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 3600, noNaN: true }), (seconds) => {
        const { totalMs, checkMs } = limitsFrom({ totalMs: seconds * 1000, checkMs: seconds * 1000 });
        expect(Number.isInteger(totalMs) && Number.isInteger(checkMs)).toBe(true);
        expect(checkMs).toBeGreaterThan(0);
        expect(totalMs).toBeGreaterThanOrEqual(seconds * 1000);
      }),
    );
  });

  test.each([1.1, 2.3, 0.3, 2.0005])('%s s is a limit as good as another', async (seconds) => {
    const { outcome } = await only(check('c', { reads: { x: fact('x') } }), host({ x: '' }), {
      limits: { totalMs: seconds * 1000, checkMs: seconds * 1000 },
    });
    expect(outcome.status).toBe('ok');
  });
});

describe('an interruption', () => {
  const checks = [
    check('c', {
      reads: { quick: fact('quick'), slow: fact('slow') },
      followUps: () => [fact('later')],
      diagnose: (facts) => ({
        findings: [finding(`${facts.quick.status} ${facts.slow.status} ${facts.get(fact('later')).status}`)],
      }),
    }),
  ];

  test.each([
    ['obeys', obedient],
    ['answers to nobody', never],
  ])('ends the run at once where the host %s, and what is known is diagnosed', async (_, slow) => {
    const stop = new AbortController();
    const machine = host((id, limits) => (id === 'quick' ? 'here' : slow(limits)));
    setTimeout(() => stop.abort(), 50);
    const result = await run(checks, machine, { signal: stop.signal });
    expect(result.interrupted).toBe(true);
    expect(result.outcomes[0]?.findings).toMatchObject([{ code: 'ok interrupted interrupted' }]);
    expect(result.durationMs).toBeLessThan(4000);
  });

  test('before the beginning asks nothing', async () => {
    const machine = host({ quick: 'here' });
    const result = await run(checks, machine, { signal: AbortSignal.abort() });
    expect(machine.asked).toEqual([]);
    expect(result.outcomes[0]).toMatchObject({
      findings: [{ code: 'interrupted interrupted interrupted' }],
    });
  });

  test('leaves a check that could see nothing unknown, never fine', async () => {
    const silent = check('silent', { reads: { slow: fact('slow') } });
    const { outcomes } = await run([silent], host({}), { signal: AbortSignal.abort() });
    expect(outcomes[0]).toMatchObject({
      status: 'unknown',
      unknown: [{ source: 'slow', reason: 'interrupted' }],
    });
  });
});

describe('isolation', () => {
  const fine = check('fine', { reads: { x: fact('x') } });
  const thrown: unknown[] = [new Error('broken'), 'a text', undefined, Object.create(null), Symbol('s')];

  test.each(thrown.map((what) => [typeof what, what]))(
    'a check whose diagnose throws (%s) is unknown, with the crash; the others are not affected',
    async (_, what) => {
      const broken = check('broken', {
        reads: { x: fact('x') },
        diagnose: () => {
          throw what;
        },
      });
      const { outcomes } = await run([broken, fine], host({ x: '' }));
      expect(outcomes.map(({ status }) => status)).toEqual(['unknown', 'ok']);
      expect(outcomes[0]?.crash).toBeInstanceOf(Error);
      expect(outcomes[0]?.unknown).toMatchObject([{ source: 'broken', reason: 'failed' }]);
    },
  );

  test('so is one whose follow-ups throw', async () => {
    const broken = check('broken', {
      reads: { x: fact('x') },
      followUps: () => {
        throw new Error('no follow-up');
      },
    });
    const { outcomes } = await run([fine, broken], host({ x: '' }));
    expect(outcomes.map(({ status }) => status)).toEqual(['ok', 'unknown']);
    expect(outcomes[1]?.crash?.message).toBe('no follow-up');
  });

  test('so is one that gives no diagnosis at all', async () => {
    // A check in JavaScript may do what the types forbid.
    const nothing = check('nothing', { reads: { x: fact('x') }, diagnose: () => undefined as never });
    const { outcomes } = await run([nothing, fine], host({ x: '' }));
    expect(outcomes.map(({ status }) => status)).toEqual(['unknown', 'ok']);
  });

  test('so is one with a read under a name of the facts themselves', async () => {
    const clash = check('clash', { reads: { get: fact('x') } as never });
    const { outcomes } = await run([clash, fine], host({ x: '' }));
    expect(outcomes.map(({ status }) => status)).toEqual(['unknown', 'ok']);
  });
});

describe('the status of a check', () => {
  const judged = async (diagnose: () => Concluded, answers: Record<string, Answer | string>) =>
    (await only(check('c', { reads: { x: fact('x'), y: fact('y') }, diagnose }), host(answers))).outcome;

  test('is unknown, with the reasons, when none of its reads came back, whatever it says', async () => {
    const outcome = await judged(() => ({ findings: [] }), { x: refused('denied', 'EACCES') });
    expect(outcome).toMatchObject({
      status: 'unknown',
      unknown: [
        { source: 'x', reason: 'denied', why: 'EACCES' },
        { source: 'y', reason: 'absent' },
      ],
    });
  });

  test("keeps the check's own words for what it could not see", async () => {
    const outcome = await judged(
      () => ({ findings: [], unknown: [{ source: 'y', reason: 'denied', why: 'of its own' }] }),
      {},
    );
    expect(outcome.unknown).toMatchObject([{ source: 'y', why: 'of its own' }, { source: 'x' }]);
  });

  test('is ok when something came back and nothing is wrong', async () => {
    expect(await judged(() => ({ findings: [] }), { x: 'here' })).toMatchObject({
      status: 'ok',
      unknown: [],
    });
  });

  test('is skipped only when the check says so', async () => {
    expect(await judged(() => ({ findings: [], skipped: 'container' }), {})).toMatchObject({
      status: 'skipped',
      skipped: 'container',
      unknown: [],
    });
  });

  test('is that of its worst finding; a remark alone is fine', async () => {
    const status = async (...severities: ('critical' | 'warning' | 'info')[]) =>
      (
        await judged(() => ({ findings: severities.map((severity) => finding(severity, { severity })) }), {
          x: '',
        })
      ).status;
    expect(await status('info')).toBe('ok');
    expect(await status('info', 'warning')).toBe('warning');
    expect(await status('warning', 'critical', 'info')).toBe('critical');
  });

  test('is critical where a finding is worse beside that of another check', async () => {
    const saying = (id: string, code: string, severity: 'warning' | 'info') =>
      check(id, {
        reads: { a: fact('a') },
        diagnose: () => ({ findings: [finding(code, { severity })] }),
      });
    const backup = {
      ...saying('backup', 'backup/none', 'warning'),
      catalogue: { 'backup/none': { criticalBeside: ['disk/failing'], reference: 'made-up' } },
    };
    const told = async (...checks: readonly AnyCheck[]) =>
      (await run(checks, host({ a: 'x' }))).outcomes.map(({ status, findings }) => [
        status,
        findings[0]?.severity,
      ]);
    expect(await told(backup, saying('disk', 'disk/failing', 'warning'))).toEqual([
      ['critical', 'critical'],
      ['warning', 'warning'],
    ]);
    expect(await told(backup, saying('disk', 'disk/slow', 'warning'))).toEqual([
      ['warning', 'warning'],
      ['warning', 'warning'],
    ]);
    // A remark is no trouble to be beside.
    expect(await told(backup, saying('disk', 'disk/failing', 'info'))).toEqual([
      ['warning', 'warning'],
      ['ok', 'info'],
    ]);
  });

  test('is unknown for a check that reads nothing', async () => {
    const { outcome } = await only(check('idle', { reads: {} }), host({}));
    expect(outcome).toMatchObject({ status: 'unknown', unknown: [{ source: 'idle' }] });
  });
});

test('advice is carried as it was given, and is neither a fault nor a sign of health', async () => {
  const advice = [{ id: 'c/how', params: { key: 'F2' }, evidence: ['f'] }];
  const giving = (more: Partial<Concluded>, one = 'c') =>
    check(one, { reads: { f: fact('f') }, diagnose: () => ({ findings: [], advice, ...more }) });
  const seen = (await only(giving({}), host({ f: 'x' }))).outcome;
  expect(seen).toMatchObject({ status: 'ok', advice });
  const blind = (await only(giving({}), host({}))).outcome;
  expect(blind).toMatchObject({ status: 'unknown', advice });
  const skipped = (await only(giving({ skipped: 'wsl' }), host({ f: 'x' }))).outcome;
  expect(skipped).toMatchObject({ status: 'skipped', advice });
  expect((await only(giving({ advice: [] }), host({ f: 'x' }))).outcome).not.toHaveProperty('advice');
});

test("settings of the configuration go before the check's own, name by name", async () => {
  const seen: unknown[] = [];
  const made = check('c', {
    reads: { x: fact('x') },
    settings: { fullPct: 90, targets: ['a'] },
    followUps: (_, settings) => {
      seen.push(settings);
      return [];
    },
    diagnose: (_, settings) => {
      seen.push(settings);
      return { findings: [] };
    },
  });
  await run([made], host({ x: '' }), { settings: { c: { fullPct: 80 }, other: { fullPct: 1 } } });
  expect(seen).toEqual(Array(2).fill({ fullPct: 80, targets: ['a'] }));
});

test('events tell of every check and every reading', async () => {
  const events: string[] = [];
  const tell = (event: RunEvent) =>
    void events.push(event.kind === 'reading' ? `reading ${event.reading.from}` : event.kind);
  await run([check('c', { reads: { x: fact('x'), y: fact('y') } })], host({ x: '' }), { onEvent: tell });
  expect(events).toEqual(['started', 'reading x', 'reading y', 'finished']);
});

test('the same answers give the same result in the same order, whichever comes first', async () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const conclude = async (delays: readonly number[]) => {
    const machine = host(async (id) => {
      await pause(delays[ids.indexOf(id)] ?? 0);
      return id === 'e' ? refused('denied') : refused('absent', id);
    });
    const checks = [
      check('one', { reads: { a: fact('a'), b: fact('b') }, followUps: () => [fact('c'), fact('d')] }),
      check('two', { reads: { e: fact('e'), d: fact('d') } }),
    ];
    const { outcomes } = await run(checks, machine);
    return outcomes.map(({ durationMs: _, check: { id }, ...outcome }) => ({ id, ...outcome }));
  };
  const expected = await conclude([]);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(8), { minLength: 5, maxLength: 5 }), async (delays) => {
      expect(await conclude(delays)).toEqual(expected);
    }),
    { numRuns: 25 },
  );
});

test('a source can be the same everywhere', async () => {
  const one = { id: 'one', on: everywhere({ request: { kind: 'clock' }, parse: () => 1 }) } as const;
  for (const os of ['linux', 'darwin', 'win32', 'other'] as const) {
    const { outcome } = await only(check('c', { reads: { one } }), host({ one: '' }, os));
    expect(outcome.status).toBe('ok');
  }
});
