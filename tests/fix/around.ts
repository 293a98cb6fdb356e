/** Surroundings for tests: real commands in a folder of their own, and a machine that is looked at by a function. */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fix } from '../../src/contract.ts';
import type { Look } from '../../src/fix/effect.ts';
import type { Plan } from '../../src/fix/plan.ts';
import { planFix } from '../../src/fix/plan.ts';
import type { FixEvent, Surroundings } from '../../src/fix/run.ts';
import { act } from '../../src/host/act.ts';

export const CODE = 'made-up/trouble';

export const folder = (): string => mkdtempSync(join(tmpdir(), 'techsupport-fix-'));

export const planOf = (fix: Partial<Fix>, params: Parameters<typeof planFix>[2]['params'] = {}): Plan => {
  const plan = planFix(
    { id: 'made-up', for: [CODE], os: ['linux'], steps: [], needs: 'user', risk: 'safe', ...fix },
    'made-up',
    { code: CODE, params },
    'linux',
  );
  if (plan === undefined) throw new Error('no plan');
  return plan;
};

/** The trouble is there for as long as the file is. */
export const lookFor = (file: string, param: () => string = () => ''): Look => ({
  findings: existsSync(file)
    ? [{ code: CODE, severity: 'critical', params: { is: param() }, evidence: ['made-up.read'] }]
    : [],
  blind: new Set(),
  unread: new Set(),
});

export interface Told extends Surroundings {
  readonly events: FixEvent[];
}

export const around = (state: string, look: () => Look, more: Partial<Surroundings> = {}): Told => {
  const events: FixEvent[] = [];
  return {
    events,
    tell: (event) => void events.push(event),
    act: (argv, options) => act(argv, { os: 'linux', ...options }),
    look: async () => look(),
    rights: { os: 'linux', isAdmin: false, tools: [], isAttended: false },
    situation: {
      open: new Set(),
      looked: new Set(['hardware', 'updates', 'disk-space', 'safe-mode']),
      session: 'local',
      power: { kind: 'mains' },
    },
    signal: new AbortController().signal,
    folders: [state],
    ...more,
  };
};
