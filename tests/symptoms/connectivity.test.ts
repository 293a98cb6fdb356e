/** Complaints about the connection, each walked to its end on computers with that fault. */
import { describe, expect, test } from 'vitest';
import { connectivity } from '../../checks/connectivity/index.ts';
import { machine, proofOf, type Story, tell } from './walk.ts';

const NODES = Object.keys(connectivity.tree?.nodes ?? {});

/** Questions that the tree holds, each once. */
const HOLDS = 18;

const ask = (symptom: string, story: Omit<Story, 'module' | 'symptom'>) =>
  tell({ module: 'connectivity', symptom, ...story });

/** What no sensor knows is asked even where something was found: on which side of the router it is. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  'connectivity/link-down': ['cable'],
  'connectivity/wifi-not-associated': ['wifi-changed'],
  // Saving power is blamed only where nothing else is.
  'performance/power-saver': ['changed', 'where', 'scope-well', 'vpn'],
  ...Object.fromEntries(
    [
      ...['apipa-address', 'no-ip-address', 'no-default-route', 'gateway-unreachable'],
      ...['internet-unreachable', 'ipv4-broken'],
    ].map((code) => [`connectivity/${code}`, ['scope']]),
  ),
};

describe.each(connectivity.symptoms ?? [])('$id', ({ id, suspects }) => {
  test.each(Object.keys(suspects))('%s is concluded where it is measured', async (code) => {
    const told = await ask(id, { ...proofOf(code), cannot: NODES });
    expect([told.outcome, told.finding]).toEqual(['cause', code]);
    // Beyond these at most what the provider could say.
    const beyond = told.asked.filter((question) => !(ASKED[code] ?? []).includes(question));
    expect(beyond.filter((question) => !['router-lights', 'paid'].includes(question))).toEqual([]);
    expect(told.holds).toBe(HOLDS);
  });
});

describe('internet-down', () => {
  test('a provider who knows of an outage: at most three questions, and the router is left alone after them', async () => {
    const told = await ask('internet-down', {
      on: machine('fedora-44-provider'),
      answers: { scope: 'no', 'router-lights': 'red', paid: 'outage' },
      cannot: ['NET.6R'],
    });
    expect(told).toMatchObject({ outcome: 'cause', finding: 'connectivity/internet-unreachable' });
    expect(told.asked.length).toBeLessThanOrEqual(3);
  });

  test('a router that had hung is solved by a restart, and that is seen, not asked', async () => {
    const told = await ask('internet-down', {
      on: machine('fedora-44-provider'),
      after: [machine('fedora-44')],
      answers: { scope: 'no', 'router-lights': 'on', paid: 'paid' },
    });
    expect(told).toMatchObject({ outcome: 'solved', at: 'NET.6H', did: ['NET.6R'] });
    expect(told.asked).not.toContain('still');
  });

  test('another device that works sends nobody to the router', async () => {
    const told = await ask('internet-down', {
      on: machine('fedora-44-provider'),
      answers: { scope: 'yes', vpn: 'no', av: 'none' },
    });
    expect(told).toMatchObject({ outcome: 'cause', finding: 'connectivity/blocked-by-router' });
    expect(told.did).not.toContain('NET.6R');
    expect(told.asked).toEqual(expect.arrayContaining(['scope', 'vpn']));
  });

  test.each([
    ['wsl-2-names', 'connectivity/dns-unreachable'],
    ['windows-11-ru-proxy', 'connectivity/proxy-misconfigured'],
    ['windows-11-de-wlan', 'connectivity/wifi-not-associated'],
  ])('%s: %s, and at most one question', async (name, code) => {
    const told = await ask('internet-down', { on: machine(name) });
    expect(told).toMatchObject({ outcome: 'cause', finding: code });
    expect(told.asked.length).toBeLessThanOrEqual(1);
  });

  test('a proxy that is switched off is solved without a question', async () => {
    const told = await ask('internet-down', {
      on: machine('windows-11-ru-proxy'),
      after: [machine('windows-11-ru')],
    });
    expect(told).toMatchObject({ outcome: 'solved', asked: [], did: ['NET.5X'] });
  });

  test('a connection that works again is fine after two questions', async () => {
    const told = await ask('internet-down', {
      on: machine('ubuntu-24.04'),
      answers: { 'one-site': 'all', still: 'no' },
    });
    expect(told).toMatchObject({ outcome: 'fine', asked: ['one-site', 'still'], did: [] });
  });
});

describe.each(['internet-slow', 'wifi-drops', 'one-site', 'not-private'])('%s', (id) => {
  test.each(['ubuntu-24.04', 'windows-11', 'macos-26-apple'])(
    '%s, on which nothing can be measured, ends in a report and not in a circle',
    async (name) => {
      const told = await ask(id, { on: machine(name), cannot: NODES });
      expect(told).toMatchObject({ outcome: 'unexplained', did: [] });
      expect(told.asked.length).toBeLessThan(HOLDS / 2);
    },
  );
});
