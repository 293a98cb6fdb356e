import { describe, expect, test } from 'vitest';
import { catalogue } from '../../checks/connectivity/catalogue.ts';
import { fixes } from '../../checks/connectivity/fixes.ts';
import { en } from '../../checks/connectivity/messages.en.ts';
import { ru } from '../../checks/connectivity/messages.ru.ts';
import { symptoms } from '../../checks/connectivity/symptoms.ts';
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
const walk = (
  measurements: readonly Measurement[],
  said: readonly string[] = [],
  entry: string = tree.start,
): WalkState => {
  const later = [...measurements];
  const measure = (state: WalkState): WalkState => {
    const next = later.length > 1 ? later.shift() : later[0];
    return next === undefined ? state : advance({ tree }, state, { kind: 'measured', measurement: next });
  };
  let state = measure(start({ tree, entry }));
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
  const elsewhere = ['security/antivirus-off', ...symptoms.flatMap(({ suspects }) => Object.keys(suspects))];
  expect(lint(tree, { id: 'connectivity', fixes, symptoms, messages: { en, ru } }, elsewhere)).toEqual([]);
});

describe('each leaf is reached', () => {
  const cases: readonly (readonly [string, readonly Measurement[], readonly string[], readonly unknown[]])[] =
    [
      ['no adapter', [seen('no-adapter')], ['done'], ['NET.1C', 'cause', 'no-adapter']],
      [
        'safe mode without its network',
        [seen('safe-mode/safe-mode-active', 'adapter-disabled')],
        [],
        ['NET.0S', 'cause', 'safe-mode/safe-mode-active'],
      ],
      [
        'an address that two have',
        [seen('duplicate-ip')],
        ['done', 'cannot'],
        ['NET.3B', 'cause', 'duplicate-ip'],
      ],
      ['a false alarm', [seen('ncsi-false-alarm')], [], ['NET.5I', 'cause', 'ncsi-false-alarm']],
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
        ['NET.6C', 'cause', 'gateway-unreachable'],
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
        ['done', 'done', 'done'],
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
        ['yes', 'no', 'can', 'done'],
        ['NET.8O', 'solved', 'firewall-blocks'],
      ],
      [
        'only this computer, and nothing helps',
        [seen('internet-unreachable')],
        ['yes', 'yes', 'cannot', 'can', 'cannot', 'done', 'done'],
        ['NET.8C', 'cause', 'blocked-by-router'],
      ],
      ['a site that is down', [seen('site-down')], [], ['NET.9C', 'cause', 'site-down']],
      [
        'a line in the hosts file',
        [seen('hosts-override', '~site-down')],
        ['cannot'],
        ['NET.9C', 'cause', 'hosts-override'],
      ],
      [
        'a site nobody looked at',
        [NOTHING],
        ['one', 'cannot', 'cannot', 'cannot', 'no', 'cannot', 'none'],
        ['NET.9U', 'unexplained', undefined],
      ],
      ['a program', [NOTHING], ['program'], ['NET.9P', 'unexplained', undefined]],
      ['a weak signal', [seen('wifi-weak-signal')], ['done'], ['NET.10C', 'cause', 'wifi-weak-signal']],
      ['a bad cable', [seen('ethernet-slow-link')], ['cannot'], ['NET.10C', 'cause', 'ethernet-slow-link']],
      [
        'losses',
        [seen('path-quality-poor', '~slow-throughput')],
        ['done', 'cannot', 'done'],
        ['NET.10C', 'cause', 'path-quality-poor'],
      ],
      ['a trouble that is over', [NOTHING], ['all', 'no'], ['NET.FINE', 'fine', undefined]],
      [
        'a trouble that cannot be measured',
        [NOTHING],
        ['all', 'yes', 'same', 'yes', 'no', 'cannot', 'nothing', 'cannot', 'cannot', 'much', 'no', 'cannot'],
        ['NET.10U', 'unexplained', undefined],
      ],
      [
        'nothing could be measured, and other devices fail too',
        [blind],
        ['no', 'red', 'paid', 'done'],
        ['NET.6X', 'cause', 'internet-unreachable'],
      ],
    ];
  test.each(cases)('%s', (_, measurements, said, expected) => {
    expect(end(walk(measurements, said))).toEqual(expected);
  });

  const HELPED = ['done', 'no'];
  const told: readonly (readonly [
    string,
    string,
    readonly Measurement[],
    readonly string[],
    readonly unknown[],
  ])[] = [
    ['not-private', 'a clock', [seen('clock/skew')], ['cannot'], ['NET.5TC', 'cause', 'clock/skew']],
    [
      'not-private',
      'an outage after all',
      [seen('link-down')],
      ['dark', 'cannot'],
      ['NET.2C', 'cause', 'link-down'],
    ],
    [
      'not-private',
      'a sign-in page',
      [seen('captive-portal')],
      ['cannot'],
      ['NET.5PC', 'cause', 'captive-portal'],
    ],
    ['not-private', 'a listener', [seen('tls-failure')], ['cannot'], ['NET.5SC', 'cause', 'tls-failure']],
    [
      'not-private',
      'names that are changed',
      [seen('dns-hijack')],
      ['done', 'cannot', 'cannot'],
      ['NET.7C', 'cause', 'dns-hijack'],
    ],
    [
      'not-private',
      'a root nobody knows',
      [seen('security/unknown-root-ca', '~tls-failure')],
      [],
      ['NET.5Z', 'cause', 'security/unknown-root-ca'],
    ],
    [
      'not-private',
      'an old system',
      [seen('updates/release-eol')],
      [],
      ['NET.5Z', 'cause', 'updates/release-eol'],
    ],
    ['not-private', 'one site', [NOTHING], ['one'], ['NET.5E', 'cause', 'site-certificate-invalid']],
    [
      'not-private',
      'a date told by the phone',
      [NOTHING],
      ['all', 'date'],
      ['NET.5TC', 'cause', 'clock/skew'],
    ],
    [
      'not-private',
      'a network for guests',
      [NOTHING],
      ['all', 'same', 'yes', ...HELPED],
      ['NET.5GC', 'solved', 'captive-portal'],
    ],
    [
      'not-private',
      'an antivirus that reads along',
      [NOTHING],
      ['all', 'same', 'no', 'can', ...HELPED],
      ['NET.5VC', 'solved', 'tls-failure'],
    ],
    [
      'not-private',
      'an antivirus that stays paused',
      [NOTHING, seen('security/antivirus-off'), NOTHING],
      ['all', 'same', 'no', 'can', ...HELPED, 'done'],
      ['NET.5VC', 'solved', 'tls-failure'],
    ],
    [
      'not-private',
      'nothing of these',
      [NOTHING],
      ['all', 'same', 'no', 'none'],
      ['NET.5U', 'unexplained', undefined],
    ],
    [
      'one-site',
      'an outage after all',
      [seen('link-down')],
      ['dark', 'cannot'],
      ['NET.2C', 'cause', 'link-down'],
    ],
    ['one-site', 'a site that is down for all', [NOTHING], ['no'], ['NET.9X', 'cause', 'site-down']],
    ['one-site', 'a browser that remembers', [NOTHING], ['yes', ...HELPED], ['NET.9BC', 'solved', undefined]],
    [
      'one-site',
      'names that are remembered',
      [NOTHING],
      ['yes', 'cannot', ...HELPED],
      ['NET.9NC', 'solved', 'dns-bad-answers'],
    ],
    [
      'one-site',
      'a VPN that is not let in',
      [NOTHING],
      ['yes', 'cannot', 'cannot', 'yes', ...HELPED],
      ['NET.9VC', 'solved', 'vpn-blocking'],
    ],
    [
      'one-site',
      'an antivirus in the way',
      [NOTHING],
      ['yes', 'cannot', 'cannot', 'no', 'cannot', 'can', ...HELPED],
      ['NET.8O', 'solved', 'firewall-blocks'],
    ],
    [
      'internet-slow',
      'an outage after all',
      [seen('link-down')],
      ['dark', 'cannot'],
      ['NET.2C', 'cause', 'link-down'],
    ],
    [
      'internet-slow',
      'packets too large',
      [seen('mtu-blackhole')],
      ['cannot'],
      ['NET.10C', 'cause', 'mtu-blackhole'],
    ],
    ['internet-slow', 'slow names', [seen('dns-slow')], ['cannot'], ['NET.10C', 'cause', 'dns-slow']],
    [
      'internet-slow',
      'half an internet',
      [seen('ipv6-broken')],
      ['cannot'],
      ['NET.10C', 'cause', 'ipv6-broken'],
    ],
    [
      'internet-slow',
      'the computer’s own downloads',
      [seen('performance/background-maintenance')],
      [],
      ['NET.10A', 'cause', 'performance/background-maintenance'],
    ],
    [
      'internet-slow',
      'a place too far away',
      [NOTHING],
      ['floor', ...HELPED],
      ['NET.10FC', 'solved', 'wifi-weak-signal'],
    ],
    [
      'internet-slow',
      'a VPN',
      [NOTHING],
      ['same', 'alone', 'yes', ...HELPED],
      ['NET.10VC', 'solved', 'vpn-blocking'],
    ],
    [
      'internet-slow',
      'other transfers',
      [NOTHING],
      ['same', 'alone', 'no', ...HELPED],
      ['NET.10BC', 'solved', 'slow-throughput'],
    ],
    [
      'internet-slow',
      'a slow contract',
      [NOTHING],
      ['same', 'alone', 'no', 'cannot', 'nothing', 'cannot', 'cannot', 'little'],
      ['NET.10PC', 'cause', 'slow-throughput'],
    ],
    [
      'internet-slow',
      'a line that gives less',
      [NOTHING],
      ['same', 'alone', 'no', 'cannot', 'nothing', 'cannot', 'cannot', 'much', 'yes', 'less'],
      ['NET.10YC', 'cause', 'slow-throughput'],
    ],
    [
      'wifi-drops',
      'a driver without firmware',
      [seen('drivers/firmware-missing')],
      [],
      ['NET.10A', 'cause', 'drivers/firmware-missing'],
    ],
    [
      'wifi-drops',
      'a network remembered wrongly',
      [NOTHING],
      ['same', 'yes', 'no', 'cannot', 'nothing', ...HELPED],
      ['NET.10JC', 'solved', 'wifi-auth-failed'],
    ],
    [
      'wifi-drops',
      'a computer that saves power',
      [seen('performance/power-saver')],
      ['same', 'yes', 'no', 'cannot', 'nothing', 'cannot', 'cannot', 'much', 'no', 'cannot'],
      ['NET.10ZC', 'cause', 'performance/power-saver'],
    ],
    [
      'wifi-drops',
      'a refused password',
      [seen('wifi-auth-failed')],
      ['cannot'],
      ['NET.2X', 'cause', 'wifi-auth-failed'],
    ],
    [
      'wifi-drops',
      'an address that two have',
      [seen('duplicate-ip')],
      ['done', 'done'],
      ['NET.3B', 'cause', 'duplicate-ip'],
    ],
  ];
  test.each(told)('%s: %s', (symptom, _, measurements, said, expected) => {
    const entry = symptoms.find(({ id }) => id === symptom)?.entry;
    expect(end(walk(measurements, said, entry))).toEqual(expected);
  });

  test('and no leaf is left out', () => {
    const reached = new Set([
      ...cases.map(([, , , [leaf]]) => leaf),
      ...told.map(([, , , , [leaf]]) => leaf),
    ]);
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
  const lost = Object.keys(catalogue).filter((code) => {
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
