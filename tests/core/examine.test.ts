import { describe, expect, test } from 'vitest';
import type { Answer, Host, Request } from '../../src/contract.ts';
import { examine } from '../../src/examine.ts';
import { replay } from '../../src/host/replay.ts';
import { sharing } from '../../src/host/sharing.ts';
import { report as reportModel } from '../../src/report/model.ts';
import { check, fact, finding, host, never, obedient, refused } from './fakes.ts';

const SYSTEM: Answer = {
  status: 'ok',
  raw: { platform: 'linux', release: '6.1', arch: 'x64', hostname: 'pc', bootedSecondsAgo: 1 },
  ms: 0,
};

const judge = check('c', {
  reads: { x: fact('x'), y: fact('y') },
  followUps: (facts) => (facts.x.status === 'ok' ? [fact('z')] : []),
  diagnose: (facts) => ({
    findings: [finding(`x ${facts.x.status}, y ${facts.y.status}, z ${facts.get(fact('z')).status}`)],
  }),
});

const common = { checks: [judge], language: 'en', version: '1.0.0' } as const;
const limits = { totalMs: 300, commandMs: 100 };

describe('an examination', () => {
  test('is recorded whole, and concludes the same from its recording', async () => {
    const machine = host({ 'system.platform': SYSTEM, x: 'X', y: refused('denied'), z: 'Z' });
    const live = await examine({ ...common, host: machine });
    expect(Object.keys(live.recording.entries)).toEqual(['system.platform', 'x', 'y', 'z']);
    expect(live.report.host.name).toBe('pc');
    const again = await examine({ ...common, host: replay(live.recording) });
    const lasting = ({ report: { startedAt: _, durationMs: __, checks, ...rest } }: typeof live) => ({
      ...rest,
      checks: checks.map(({ durationMs: ___, ...one }) => one),
    });
    expect(lasting(again)).toEqual(lasting(live));
  });

  test.each<[string, (id: string) => Answer | Promise<Answer>]>([
    ['does not know its own name', () => refused('failed')],
    [
      'throws',
      () => {
        throw new Error('a fault of ours');
      },
    ],
    ['never answers', never],
  ])('ends with a report where the host %s', async (_, answering) => {
    const { report } = await examine({ ...common, host: host(answering), limits });
    expect(reportModel.safeParse(report).error).toBeUndefined();
    expect(report.host).toMatchObject({ os: 'unknown' });
    expect(report.status).not.toBe('ok');
  });

  test('that is interrupted still tells what it knows, and whose computer it is', async () => {
    const stop = new AbortController();
    const machine = host((id, given) => {
      if (id === 'system.platform') return SYSTEM;
      return id === 'x' ? 'X' : obedient(given);
    });
    setTimeout(() => stop.abort(), 30);
    const { report, recording } = await examine({ ...common, host: machine, signal: stop.signal });
    expect(report).toMatchObject({ interrupted: true, host: { name: 'pc' } });
    expect(report.checks[0]?.findings[0]?.code).toBe('x ok, y interrupted, z interrupted');
    expect(recording.entries.y?.answer.status).toBe('interrupted');
  });

  test('without a check is unknown', async () => {
    const { report } = await examine({ ...common, checks: [], host: host({ 'system.platform': SYSTEM }) });
    expect(report.status).toBe('unknown');
  });
});

describe('a batch', () => {
  const exec = (name: string, shared: boolean): Request => ({
    kind: 'exec',
    argv: ['powershell', name],
    ...(shared && { shared: true as const }),
  });
  const counted = (): { host: Host; asked: string[] } => {
    const asked: string[] = [];
    const inner: Host = {
      os: 'win32',
      ask: async (id) => {
        asked.push(id);
        return { status: 'ok', raw: { stdout: id, stderr: '', exitCode: 0 }, ms: 0 };
      },
    };
    return { host: sharing(inner), asked };
  };
  const given = { timeoutMs: 1000, signal: new AbortController().signal };

  test('runs once, however many reads take their part of it, also at the same time', async () => {
    const { host: machine, asked } = counted();
    const answers = await Promise.all(['a', 'b'].map((id) => machine.ask(id, exec('one', true), given)));
    answers.push(await machine.ask('c', exec('one', true), given));
    expect(asked).toEqual(['a']);
    expect(new Set(answers).size).toBe(1);
    expect(machine.os).toBe('win32');
  });

  test('is told by its whole command line; what is no batch runs each time', async () => {
    const { host: machine, asked } = counted();
    await machine.ask('a', exec('one', true), given);
    await machine.ask('b', exec('two', true), given);
    await machine.ask('c', exec('one', false), given);
    await machine.ask('d', exec('one', false), given);
    await machine.ask('e', { kind: 'clock' }, given);
    await machine.ask('f', { kind: 'clock' }, given);
    expect(asked).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
});
