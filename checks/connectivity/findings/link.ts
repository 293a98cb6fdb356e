/** The first rung: adapters, radios, cables. */

import type { Finding } from '../../../src/contract.ts';
import type { Adapter } from '../../../src/sources/network/adapters.ts';
import { fastestMode } from '../../../src/sources/network/ethernet.ts';
import type { WifiLink } from '../../../src/sources/network/wifi.ts';
import { wifiFailures } from '../../../src/sources/network/wifi-failures.ts';
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
  if (enabled.length === 0) {
    return [
      {
        code: 'connectivity/adapter-disabled',
        severity: 'critical',
        params: { adapter: named(hardware), ...deviceOf(hardware) },
        evidence,
      },
    ];
  }
  const wireless = enabled.filter((adapter) => adapter.wireless);
  if (wireless.length > 0) return notJoined(facts, wireless, evidence);
  return [
    {
      code: 'connectivity/link-down',
      severity: 'critical',
      params: { adapter: named(enabled), ...deviceOf(enabled) },
      evidence,
    },
  ];
};

const named = (list: readonly Adapter[]): string => list.map(({ name }) => name).join(', ');

/** The one that a command is given. */
const deviceOf = ([first]: readonly Adapter[]): { readonly device?: string } =>
  first === undefined ? {} : { device: first.name };

const blockedRadio = ({ radios, airPort }: ConnectivityFacts) => {
  const blocked = valueOr(radios, []).find(({ softBlocked, hardBlocked }) => softBlocked || hardBlocked);
  if (blocked !== undefined) return { ...blocked, from: radios.from };
  const off = valueOr(airPort, []).find(({ on }) => !on);
  return off === undefined ? undefined : { name: off.interface, hardBlocked: false, from: airPort.from };
};

const REFUSALS = 2;
/** Fault catalogue, wifi-auth-failed: so many of them so close together. */
const TOGETHER_MS = 5 * 60_000;
/** What was refused long ago may have been put right since. */
const RECENT_MS = 15 * 60_000;

const notJoined = (
  facts: ConnectivityFacts,
  wireless: readonly Adapter[],
  evidence: readonly string[],
): Found => {
  const adapter = named(wireless);
  const now = facts.clock.status === 'ok' ? facts.clock.value.epochMs : Number.NaN;
  const all = valueOr(facts.get(wifiFailures), []);
  const last = all.at(-1);
  const close = all.filter(({ epochMs }) => last !== undefined && last.epochMs - epochMs <= TOGETHER_MS);
  const isRecent = last !== undefined && Math.abs(now - last.epochMs) <= RECENT_MS;
  return [
    ...(isRecent && close.length >= REFUSALS
      ? ([
          {
            code: 'connectivity/wifi-auth-failed',
            severity: 'critical',
            params: { network: last.network, times: close.length },
            evidence: [wifiFailures.id],
          },
        ] as const)
      : []),
    {
      code: 'connectivity/wifi-not-associated',
      severity: 'critical',
      params: { adapter, ...deviceOf(wireless) },
      evidence,
    },
  ];
};

/** Why a signal is weak: too little of it, too little above the noise, or too few of the system's five bars. */
const weakness = (link: WifiLink, settings: ConnectivitySettings) => {
  const { signalDbm, noiseDbm, bars } = link;
  if (signalDbm !== null && signalDbm < settings.wifiWeakDbm) {
    const veryWeak = signalDbm < settings.wifiVeryWeakDbm;
    const limitDbm = veryWeak ? settings.wifiVeryWeakDbm : settings.wifiWeakDbm;
    return { severity: veryWeak ? 'critical' : 'warning', params: { signalDbm, limitDbm } } as const;
  }
  const aboveNoiseDb =
    signalDbm === null || noiseDbm === undefined ? Number.POSITIVE_INFINITY : signalDbm - noiseDbm;
  if (signalDbm !== null && aboveNoiseDb < settings.wifiNoisyDb)
    return {
      severity: 'warning',
      params: { signalDbm, limitDbm: settings.wifiWeakDbm, aboveNoiseDb },
    } as const;
  return bars !== undefined && bars <= settings.wifiWeakBars
    ? ({ severity: 'warning', params: { signalDbm: 0, limitDbm: 0, bars } } as const)
    : null;
};

/** Fault catalogue, ethernet-slow-link: damaged packets (wrong checksum) of those received. */
const DAMAGED_SHARE = 0.001;
const ENOUGH_PACKETS = 10_000;

/** A link that is there, but weak or slow. */
export const diagnoseLinkQuality = (facts: ConnectivityFacts, settings: ConnectivitySettings): Found => [
  ...wirelessLinks(facts).flatMap(({ adapter, link, from }): Found => {
    const weak = link === null ? null : weakness(link, settings);
    return weak === null
      ? []
      : [
          {
            code: 'connectivity/wifi-weak-signal',
            severity: weak.severity,
            subject: adapter.name,
            params: { adapter: adapter.name, ...weak.params },
            evidence: [from],
          },
        ];
  }),
  ...physical(facts).flatMap((adapter): Found => {
    const { name, wireless, carrier, speedMbps, fullDuplex, received } = adapter;
    if (wireless || carrier !== true || speedMbps === null) return [];
    const possible = valueOr(facts.get(fastestMode(name)), null);
    const slow = speedMbps <= 100 && possible !== null && possible >= 1000;
    // A tunnel device or an old 10 Mbit hub reports half duplex by design; hardware of today does not.
    const half = fullDuplex === false && speedMbps >= 100;
    const noisy =
      received !== undefined &&
      received.packets >= ENOUGH_PACKETS &&
      received.damaged > received.packets * DAMAGED_SHARE;
    if (!slow && !half && !noisy) return [];
    return [
      {
        code: 'connectivity/ethernet-slow-link',
        severity: 'warning',
        subject: name,
        params: {
          adapter: name,
          speedMbps,
          possibleMbps: possible ?? speedMbps,
          halfDuplex: half,
          ...(noisy && !slow && !half && { damaged: received.damaged, packets: received.packets }),
        },
        evidence: facts.adapters.status === 'ok' ? [facts.adapters.from, fastestMode(name).id] : [],
      },
    ];
  }),
];
