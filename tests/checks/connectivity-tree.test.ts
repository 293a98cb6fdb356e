import { describe, expect, test } from 'vitest';
import { catalogue } from '../../checks/connectivity/catalogue.ts';
import { fixes } from '../../checks/connectivity/fixes.ts';
import { en } from '../../checks/connectivity/messages.en.ts';
import { ru } from '../../checks/connectivity/messages.ru.ts';
import { tree } from '../../checks/connectivity/tree.ts';
import { lint } from '../../src/tree/lint.ts';
import type { Measurement, WalkState } from '../../src/tree/state.ts';
import { advance, start } from '../../src/tree/walk.ts';

/** What is open: codes of this check by their second half; `~` before a consequence. */
const seen = (...names: readonly string[]): Measurement => ({
  looked: true,
  findings: names.map((name) => {
    const bare = name.replace('~', '');
    return {
      code: bare.includes('/') ? bare : `connectivity/${bare}`,
      severity: 'critical',
      isConsequence: name.startsWith('~'),
    };
  }),
});

const blind: Measurement = { looked: false, findings: [] };

/** Walks on with what a person says: `done`, `cannot`, or an answer. After `done` the next measurement is taken. */
const walk = (measurements: readonly Measurement[], said: readonly string[] = []): WalkState => {
  const later = [...measurements];
  const measure = (state: WalkState): WalkState => {
    const next = later.length > 1 ? later.shift() : later[0];
    return next === undefined ? state : advance({ tree }, state, { kind: 'measured', measurement: next });
  };
  let state = measure(start({ tree }));
  for (const word of said) {
    const { wanted } = state;
    if (wanted.kind === 'ask') {
      expect(wanted.answers, `${state.at} ${wanted.question}`).toContain(word);
      state = advance({ tree }, state, { kind: 'answered', question: wanted.question, answer: word });
    } else {
      expect([wanted.kind, word], state.at).toEqual(['do', word === 'done' ? 'done' : 'cannot']);
      state = advance({ tree }, state, { kind: word === 'done' ? 'done' : 'cannot' });
      if (state.wanted.kind === 'measure') state = measure(state);
    }
  }
  return state;
};

const NOTHING = seen();

const end = (state: WalkState) =>
  state.wanted.kind === 'concluded'
    ? [state.at, state.wanted.outcome, state.wanted.finding?.replace('connectivity/', '')]
    : [state.at, state.wanted.kind];

test('the tree has no mistakes', () => {
  expect(lint(tree, { id: 'connectivity', fixes, messages: { en, ru } }, ['clock/skew'])).toEqual([]);
});

describe('each leaf is reached', () => {
  const cases: readonly (readonly [string, readonly Measurement[], readonly string[], readonly unknown[]])[] =
    [
      ['no adapter', [seen('no-adapter')], [], ['NET.1C', 'cause', 'no-adapter']],
      [
        'an adapter that stays off',
        [seen('adapter-disabled')],
        ['cannot'],
        ['NET.1C', 'cause', 'adapter-disabled'],
      ],
      ['a radio switched on', [seen('wifi-radio-off'), NOTHING], ['done'], ['NET.OK', 'solved', undefined]],
      ['a dead cable', [seen('link-down')], ['dark', 'done'], ['NET.2C', 'cause', 'link-down']],
      ['a loose cable', [seen('link-down'), NOTHING], ['loose', 'done'], ['NET.OK', 'solved', undefined]],
      [
        'a Wi-Fi password that is refused',
        [seen('wifi-auth-failed', '~wifi-not-associated')],
        ['done'],
        ['NET.2X', 'cause', 'wifi-auth-failed'],
      ],
      [
        'a Wi-Fi out of reach',
        [seen('wifi-not-associated')],
        ['no', 'floor', 'done', 'cannot'],
        ['NET.2X', 'cause', 'wifi-not-associated'],
      ],
      ['a wrong fixed address', [seen('wrong-subnet')], ['cannot'], ['NET.3C', 'cause', 'wrong-subnet']],
      [
        'no address, the router dead',
        [seen('apipa-address')],
        ['done', 'no', 'dark'],
        ['NET.6C', 'cause', 'apipa-address'],
      ],
      ['two ways out', [seen('wrong-default-route')], ['done'], ['NET.4C', 'cause', 'wrong-default-route']],
      [
        'a router with rules',
        [seen('blocked-by-router', '~internet-unreachable')],
        ['done'],
        ['NET.8C', 'cause', 'blocked-by-router'],
      ],
      ['a sign-in page', [seen('captive-portal')], ['cannot'], ['NET.5PC', 'cause', 'captive-portal']],
      ['a dead proxy', [seen('proxy-misconfigured')], ['done'], ['NET.5XC', 'cause', 'proxy-misconfigured']],
      ['a firewall', [seen('firewall-blocks')], ['cannot'], ['NET.5FC', 'cause', 'firewall-blocks']],
      ['no name server', [seen('dns-not-configured')], ['done'], ['NET.5NC', 'cause', 'dns-not-configured']],
      ['a wrong clock', [seen('clock/skew', '~tls-failure')], ['cannot'], ['NET.5TC', 'cause', 'clock/skew']],
      [
        'port 443 closed',
        [seen('https-blocked', '~tls-failure')],
        ['done'],
        ['NET.5SC', 'cause', 'https-blocked'],
      ],
      ['a listener between', [seen('tls-interception')], ['done'], ['NET.5SC', 'cause', 'tls-interception']],
      [
        'a router that had hung',
        [seen('internet-unreachable'), NOTHING],
        ['no', 'on', 'done'],
        ['NET.6H', 'solved', undefined],
      ],
      [
        'a provider that is out of order',
        [seen('internet-unreachable')],
        ['no', 'on', 'done', 'paid'],
        ['NET.6X', 'cause', 'internet-unreachable'],
      ],
      [
        'a bill that is not paid',
        [seen('internet-unreachable')],
        ['no', 'red', 'unpaid'],
        ['NET.6U', 'cause', 'internet-unreachable'],
      ],
      [
        'an outage that was announced',
        [seen('internet-unreachable')],
        ['alone', 'off', 'outage'],
        ['NET.6O', 'cause', 'internet-unreachable'],
      ],
      [
        'a dead router',
        [seen('gateway-unreachable', '~internet-unreachable')],
        ['no', 'dark'],
        ['NET.6C', 'cause', 'gateway-unreachable'],
      ],
      [
        'a dead name server',
        [seen('dns-unreachable')],
        ['done', 'done'],
        ['NET.7C', 'cause', 'dns-unreachable'],
      ],
      [
        'another name server that works',
        [seen('dns-unreachable'), seen('dns-unreachable'), NOTHING],
        ['done', 'done'],
        ['NET.7O', 'solved', undefined],
      ],
      ['a VPN in the way', [seen('vpn-blocking')], ['done'], ['NET.8K', 'cause', 'vpn-blocking']],
      [
        'a VPN switched off',
        [seen('internet-unreachable'), NOTHING],
        ['yes', 'yes', 'done'],
        ['NET.8W', 'solved', undefined],
      ],
      [
        'an antivirus in the way',
        [seen('internet-unreachable'), NOTHING],
        ['yes', 'no', 'done'],
        ['NET.8N', 'solved', undefined],
      ],
      [
        'only this computer, and nothing helps',
        [seen('internet-unreachable')],
        ['yes', 'yes', 'done', 'done', 'done'],
        ['NET.8C', 'cause', 'blocked-by-router'],
      ],
      ['a site that is down', [seen('site-down')], [], ['NET.9C', 'cause', 'site-down']],
      [
        'a line in the hosts file',
        [seen('hosts-override', '~site-down')],
        ['cannot'],
        ['NET.9C', 'cause', 'hosts-override'],
      ],
      ['a site nobody looked at', [NOTHING], ['one'], ['NET.9U', 'unexplained', undefined]],
      ['a program', [NOTHING], ['program'], ['NET.9P', 'unexplained', undefined]],
      ['a weak signal', [seen('wifi-weak-signal')], ['done'], ['NET.10C', 'cause', 'wifi-weak-signal']],
      ['a bad cable', [seen('ethernet-slow-link')], ['cannot'], ['NET.10C', 'cause', 'ethernet-slow-link']],
      [
        'losses',
        [seen('path-quality-poor', '~slow-throughput')],
        [],
        ['NET.10C', 'cause', 'path-quality-poor'],
      ],
      ['a trouble that is over', [NOTHING], ['all', 'no'], ['NET.FINE', 'fine', undefined]],
      ['a trouble that cannot be measured', [NOTHING], ['all', 'yes'], ['NET.10U', 'unexplained', undefined]],
      [
        'nothing could be measured, and other devices fail too',
        [blind],
        ['no', 'red', 'paid'],
        ['NET.6X', 'cause', 'internet-unreachable'],
      ],
    ];
  test.each(cases)('%s', (_, measurements, said, expected) => {
    expect(end(walk(measurements, said))).toEqual(expected);
  });

  test('and no leaf is left out', () => {
    const reached = new Set(cases.map(([, , , [leaf]]) => leaf));
    const leaves = Object.keys(tree.nodes).filter((id) => tree.nodes[id]?.kind === 'conclude');
    expect(leaves.filter((id) => !reached.has(id))).toEqual([]);
  });
});

test('two faults, one after the other: the ladder is climbed anew and nobody is asked twice', () => {
  const state = walk(
    [seen('link-down'), seen('internet-unreachable'), seen('internet-unreachable'), NOTHING],
    ['loose', 'done', 'no', 'on', 'done'],
  );
  expect(state.journal.filter(({ kind }) => kind === 'asked')).toHaveLength(3);
});

test('every root cause the check can find leads to something other than "unexplained"', () => {
  const harmless = ['connectivity/ncsi-false-alarm'];
  const codes = Object.keys(catalogue).filter((code) => !harmless.includes(code));
  const lost = codes.filter((code) => {
    let state = walk([seen(code)]);
    for (let step = 0; step < 20 && state.wanted.kind !== 'concluded'; step++) {
      const { wanted } = state;
      const [first = ''] = wanted.kind === 'ask' ? wanted.answers : [];
      state =
        wanted.kind === 'ask'
          ? advance({ tree }, state, { kind: 'answered', question: wanted.question, answer: first })
          : advance({ tree }, state, { kind: 'cannot' });
    }
    return state.wanted.kind !== 'concluded' || state.wanted.outcome !== 'cause';
  });
  expect(lost).toEqual([]);
});
