/** "I have a virus", "somebody was in my computer", walked to their ends on computers with those faults. */
import { describe, expect, test } from 'vitest';
import { security } from '../../checks/security/index.ts';
import { endsOf, evidenceOf, machine, type Story, tell } from './walk.ts';

const UBUNTU = 'ubuntu-24.04';
const HEALTHY = machine(UBUNTU);

const ubuntu = (code: string) => {
  const { 'system.platform': _, ...fault } = evidenceOf(code, 'linux');
  return machine(UBUNTU, fault);
};

const story = (symptom: string, rest: Omit<Story, 'module' | 'symptom'>): Story => ({
  module: 'security',
  symptom,
  ...rest,
});

describe('what is measured is what is concluded', () => {
  test.each([
    ['virus-suspected', 'security/malware-detected', ['SEC.CLEAN'], []],
    ['virus-suspected', 'security/antivirus-off', ['SEC.PROTECT'], ['managed']],
    ['virus-suspected', 'connectivity/hosts-override', ['SEC.INTERFERENCE'], []],
    ['virus-suspected', 'connectivity/proxy-misconfigured', ['SEC.INTERFERENCE'], []],
    ['virus-suspected', 'connectivity/dns-hijack', ['SEC.INTERFERENCE'], []],
    ['virus-suspected', 'security/unknown-root-ca', ['SEC.INTERFERENCE'], []],
    ['virus-suspected', 'performance/runaway-process', [], []],
    ['virus-suspected', 'security/remote-control-tool', ['SEC.FRAUD'], ['remote-tool']],
    ['remote-control', 'security/remote-control-tool', ['SEC.FRAUD'], ['remote-tool']],
    ['remote-control', 'security/malware-detected', ['SEC.CLEAN'], ['called']],
    ['remote-control', 'security/antivirus-off', ['SEC.PROTECT'], ['called', 'managed']],
    ['remote-control', 'connectivity/proxy-misconfigured', ['SEC.INTERFERENCE'], ['called']],
    ['remote-control', 'security/remote-access-open', ['SEC.ACCESS'], ['called']],
    ['remote-control', 'security/no-backup', ['SEC.COPY'], ['called', 'backup']],
  ])('%s: %s', async (symptom, code, did, asked) => {
    const answers = { called: 'no', managed: 'mine', 'remote-tool': 'asked' };
    const told = await tell(story(symptom, { on: ubuntu(code), answers }));
    expect(told).toMatchObject({ outcome: 'cause', finding: code, did, asked });
  });

  test('protection that is switched on again is seen', async () => {
    const told = await tell(
      story('virus-suspected', {
        on: ubuntu('security/antivirus-off'),
        after: [HEALTHY],
        answers: { managed: 'mine' },
      }),
    );
    expect(told).toMatchObject({ outcome: 'solved', did: ['SEC.PROTECT'] });
  });
});

describe('what only the person knows', () => {
  test('who was called and let somebody in is told so, although the tool is gone', async () => {
    const told = await tell(story('remote-control', { on: HEALTHY, answers: { called: 'yes' } }));
    expect(told).toMatchObject({
      at: 'SEC.FRAUD.END',
      finding: 'security/remote-control-tool',
      asked: ['called'],
      did: ['SEC.FRAUD'],
    });
  });

  test('a tool of one’s own is no fraud: the rest is looked at', async () => {
    const on = ubuntu('security/remote-control-tool');
    const told = await tell(story('remote-control', { on, answers: { 'remote-tool': 'mine' } }));
    expect(told).toMatchObject({ at: 'SEC.CAUSE', asked: ['remote-tool'], did: [] });
  });

  test('a page that warns of viruses is no virus', async () => {
    const told = await tell(story('virus-suspected', { on: HEALTHY, answers: { adverts: 'page' } }));
    expect(told).toMatchObject({ at: 'SEC.PAGE', outcome: 'fine', asked: ['adverts'] });
  });

  test('adverts from a corner stop with the notifications; else browser, programs and a scan follow', async () => {
    const answers = { adverts: 'corner', still: 'no' };
    expect(await tell(story('virus-suspected', { on: HEALTHY, answers }))).toMatchObject({
      outcome: 'solved',
      did: ['SEC.NOTIFY'],
    });
    const { did, at } = await tell(story('virus-suspected', { on: HEALTHY, answers: { adverts: 'corner' } }));
    expect(did.slice(0, 2)).toEqual(['SEC.NOTIFY', 'SEC.EXTRA.BROWSER']);
    expect(at).toBe('SEC.UNEXPLAINED');
  });
});

test.each((security.symptoms ?? []).map((symptom) => [symptom.id, symptom] as const))(
  '%s: every suspect can be concluded',
  (_, symptom) => {
    const ends = endsOf(security.tree ?? { start: '', nodes: {} }, symptom);
    expect(Object.keys(symptom.suspects).filter((code) => !ends.has(code))).toEqual([]);
  },
);
