/** The first rung: adapters, radios, cables. */

import type { Finding } from '../../../src/contract.ts';
import { fastestMode } from '../../../src/sources/network/ethernet.ts';
import { wifiFailures } from '../../../src/sources/network/wifi.ts';
import type { Messages } from '../messages.en.ts';
import type { ConnectivityFacts } from '../probe.ts';
import type { ConnectivitySettings } from '../settings.ts';
import { carrying, physical, standIns, valueOr, wirelessLinks } from '../view.ts';

type Found = readonly Finding<Messages>[];

/** No adapter that could carry anything: what stands in the way, or nothing. */
export const diagnoseLink = (facts: ConnectivityFacts): Found => {
  const { adapters } = facts;
  if (adapters.status !== 'ok') return [];
  const hardware = physical(facts);
  const evidence = [adapters.from];
  if (carrying(facts).length > 0) return [];
  if (hardware.length === 0) {
    return standIns(facts).length > 0
      ? []
      : [{ code: 'connectivity/no-adapter', severity: 'critical', params: {}, evidence }];
  }
  const radio = blockedRadio(facts);
  if (radio !== undefined && hardware.some(({ wireless }) => wireless)) {
    return [
      {
        code: 'connectivity/wifi-radio-off',
        severity: 'critical',
        params: { how: radio.hardBlocked ? 'hard' : 'soft', radio: radio.name },
        evidence: [radio.from],
      },
    ];
  }
  const enabled = hardware.filter((adapter) => adapter.enabled);
  const named = (list: typeof hardware) => list.map(({ name }) => name).join(', ');
  if (enabled.length === 0) {
    return [
      {
        code: 'connectivity/adapter-disabled',
        severity: 'critical',
        params: { adapter: named(hardware) },
        evidence,
      },
    ];
  }
  const wireless = enabled.filter((adapter) => adapter.wireless);
  if (wireless.length > 0) return notJoined(facts, named(wireless), evidence);
  return [
    { code: 'connectivity/link-down', severity: 'critical', params: { adapter: named(enabled) }, evidence },
  ];
};

const blockedRadio = ({ radios, airPort }: ConnectivityFacts) => {
  const blocked = valueOr(radios, []).find(({ softBlocked, hardBlocked }) => softBlocked || hardBlocked);
  if (blocked !== undefined) return { ...blocked, from: radios.from };
  const off = valueOr(airPort, []).find(({ on }) => !on);
  return off === undefined ? undefined : { name: off.interface, hardBlocked: false, from: airPort.from };
};

const REFUSALS = 2;

const notJoined = (facts: ConnectivityFacts, adapter: string, evidence: readonly string[]): Found => {
  const failures = valueOr(facts.get(wifiFailures), []);
  const last = failures.at(-1);
  return [
    ...(last !== undefined && failures.length >= REFUSALS
      ? ([
          {
            code: 'connectivity/wifi-auth-failed',
            severity: 'critical',
            params: { network: last.network, times: failures.length },
            evidence: [wifiFailures.id],
          },
        ] as const)
      : []),
    { code: 'connectivity/wifi-not-associated', severity: 'critical', params: { adapter }, evidence },
  ];
};

/** A link that is there, but weak or slow. */
export const diagnoseLinkQuality = (facts: ConnectivityFacts, settings: ConnectivitySettings): Found => [
  ...wirelessLinks(facts).flatMap(({ adapter, link, from }): Found => {
    if (link === null || link.signalDbm === null || link.signalDbm >= settings.wifiWeakDbm) return [];
    const veryWeak = link.signalDbm < settings.wifiVeryWeakDbm;
    return [
      {
        code: 'connectivity/wifi-weak-signal',
        severity: veryWeak ? 'critical' : 'warning',
        subject: adapter.name,
        params: {
          adapter: adapter.name,
          signalDbm: link.signalDbm,
          limitDbm: veryWeak ? settings.wifiVeryWeakDbm : settings.wifiWeakDbm,
        },
        evidence: [from],
      },
    ];
  }),
  ...physical(facts).flatMap((adapter): Found => {
    const { name, wireless, carrier, speedMbps, fullDuplex } = adapter;
    if (wireless || carrier !== true || speedMbps === null) return [];
    const possible = valueOr(facts.get(fastestMode(name)), null);
    const slow = speedMbps <= 100 && possible !== null && possible >= 1000;
    // A tunnel device or an old 10 Mbit hub reports half duplex by design; hardware of today does not.
    const half = fullDuplex === false && speedMbps >= 100;
    if (!slow && !half) return [];
    return [
      {
        code: 'connectivity/ethernet-slow-link',
        severity: 'warning',
        subject: name,
        params: { adapter: name, speedMbps, possibleMbps: possible ?? speedMbps, halfDuplex: half },
        evidence: facts.adapters.status === 'ok' ? [facts.adapters.from, fastestMode(name).id] : [],
      },
    ];
  }),
];
