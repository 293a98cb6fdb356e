/** What keeps attackers out: the firewall, the protection against viruses, and what that has found. */
import { unknown } from '../../../src/contract.ts';
import { missed, NOTHING, type Outcome, together } from '../outcome.ts';
import { foundFiles, type SecurityFacts } from '../probe.ts';
import { fileState, filterRules } from '../reads/linux.ts';
import type { SecuritySettings } from '../settings.ts';
import { daysSince, type Situation } from '../situation.ts';

/** Programs that keep rules of their own, as systemd calls them. */
const FIREWALLS = /^(?:firewalld|nftables|netfilter-persistent|iptables|shorewall|ferm|opensnitch)\.service$/;

export const firewallIsOn = (facts: SecurityFacts): boolean => {
  const started = [facts.autostart, facts.earlyAutostart].flatMap((names) =>
    names.status === 'ok' ? names.value : [],
  );
  const rules = facts.get(filterRules('all'));
  return (
    (facts.ufw.status === 'ok' && facts.ufw.value) ||
    started.some((name) => FIREWALLS.test(name)) ||
    (rules.status === 'ok' && rules.value === 'filters')
  );
};

/** Ports that others can reach, lowest first. */
const openPorts = ({ listeners, listeners6, winListening }: SecurityFacts): readonly number[] => {
  const all = [listeners, listeners6, winListening].flatMap((one) => (one.status === 'ok' ? one.value : []));
  return [...new Set(all.filter(({ loopback }) => !loopback).map(({ port }) => port))].toSorted(
    (a, b) => a - b,
  );
};

export const diagnoseFirewall = (facts: SecurityFacts, situation: Situation): Outcome => {
  if (situation.os === 'win32') return windowsFirewall(facts);
  if (situation.os === 'darwin') return macFirewall(facts, situation);
  // Whoever runs a server without one has another before it, or knows why.
  if (situation.os !== 'linux' || !situation.personal || firewallIsOn(facts)) return NOTHING;
  // A refused settings file may well say that it is on.
  if (facts.ufw.status !== 'ok' && facts.ufw.status !== 'absent') return missed(facts.ufw);
  if (facts.listeners.status !== 'ok') return missed(facts.listeners);
  const ports = openPorts(facts);
  const rules = facts.get(filterRules('all'));
  return {
    findings: [
      {
        code: 'security/firewall-off',
        severity: ports.length > 0 ? 'warning' : 'info',
        params: {
          system: 'linux',
          product: facts.ufw.status === 'ok' ? 'ufw' : '',
          profiles: [],
          ports: ports.slice(0, 8),
          seenRules: rules.status === 'ok',
        },
        evidence: [facts.ufw.from, facts.autostart.from, facts.listeners.from],
      },
    ],
  };
};

/** NetworkCategory: 0 public, 1 private, 2 of the company. */
const PROFILE_OF: Readonly<Record<number, string>> = { 0: 'Public', 1: 'Private', 2: 'Domain' };

const windowsFirewall = (facts: SecurityFacts): Outcome => {
  const { winFirewall, winNetworks, winProducts } = facts;
  if (winFirewall.status !== 'ok') return missed(winFirewall);
  const off = winFirewall.value.filter(({ on }) => !on).map(({ name }) => name);
  if (off.length === 0) return NOTHING;
  const others =
    winProducts.status === 'ok' ? winProducts.value.filter(({ kind, on }) => kind === 'firewall' && on) : [];
  if (others.length > 0) return NOTHING;
  const used =
    winNetworks.status === 'ok' ? winNetworks.value.map((category) => PROFILE_OF[category ?? -1]) : [];
  const matters = off.some((name) => name === 'Public' || used.includes(name));
  return {
    findings: [
      {
        code: 'security/firewall-off',
        severity: matters ? 'warning' : 'info',
        params: { system: 'windows', product: '', profiles: off, ports: [], seenRules: true },
        evidence: [winFirewall.from, winNetworks.from, winProducts.from],
      },
    ],
  };
};

const macFirewall = ({ macFirewall: firewall }: SecurityFacts, { laptop }: Situation): Outcome => {
  if (firewall.status !== 'ok') return missed(firewall);
  if (firewall.value) return NOTHING;
  return {
    findings: [
      {
        code: 'security/firewall-off',
        // Apple ships it switched off; a computer that is carried into other people's networks needs it.
        severity: laptop === false ? 'info' : 'warning',
        params: { system: 'macos', product: '', profiles: [], ports: [], seenRules: true },
        evidence: [firewall.from],
      },
    ],
  };
};

export const diagnoseAntivirus = (
  facts: SecurityFacts,
  settings: SecuritySettings,
  situation: Situation,
): Outcome => {
  if (situation.os === 'win32') return windowsAntivirus(facts, settings);
  if (situation.os === 'darwin') return macProtection(facts, settings, situation);
  return situation.os === 'linux' ? clamav(facts, settings, situation) : NOTHING;
};

/** Where Defender counts days, these stand for never. */
const NEVER = new Set([65_535, 4_294_967_295]);

const windowsAntivirus = (facts: SecurityFacts, settings: SecuritySettings): Outcome => {
  const { winProducts, winDefender } = facts;
  const products =
    winProducts.status === 'ok' ? winProducts.value.filter(({ kind }) => kind === 'antivirus') : [];
  const defender = winDefender.status === 'ok' ? winDefender.value : null;
  const evidence = [winProducts.from, winDefender.from];
  const running = products.filter(({ on }) => on);
  const defenderRuns = defender !== null && defender.enabled === true && defender.realTime === true;
  if (running.length === 0 && !defenderRuns) {
    // Servers have no security centre; without Defender's own word nobody knows.
    if (products.length === 0 && (defender === null || defender.realTime === null)) {
      return {
        unknown: [winProducts, winDefender]
          .flatMap((one) => (one.status === 'ok' ? [] : [unknown(one)]))
          .slice(0, 1),
      };
    }
    const product = products.map(({ name }) => name).join(', ') || 'Microsoft Defender';
    return { findings: [antivirusOff('critical', { state: 'off', product, days: null }, evidence)] };
  }
  const others = running.filter(({ name }) => !/defender/i.test(name));
  if (others.length === 0 && defenderRuns) {
    const days = defender.ageDays;
    if (days === null || days <= settings.signaturesWarnDays) return NOTHING;
    const severity = days > settings.signaturesCriticalDays ? 'critical' : 'warning';
    const params = {
      state: 'old',
      product: 'Microsoft Defender',
      days: NEVER.has(days) ? null : days,
    } as const;
    return { findings: [antivirusOff(severity, params, evidence)] };
  }
  const old = others.filter(({ outdated }) => outdated);
  return old.length === others.length && old.length > 0
    ? {
        findings: [
          antivirusOff(
            'warning',
            { state: 'old', product: old.map(({ name }) => name).join(', '), days: null },
            evidence,
          ),
        ],
      }
    : NOTHING;
};

const antivirusOff = (
  severity: 'critical' | 'warning' | 'info',
  params: { readonly state: 'off' | 'old'; readonly product: string; readonly days: number | null },
  evidence: readonly string[],
) => ({ code: 'security/antivirus-off' as const, severity, subject: params.product, params, evidence });

/** What macOS has instead of an antivirus: the data of XProtect, Gatekeeper, and the system's own seal. */
const macProtection = (facts: SecurityFacts, settings: SecuritySettings, situation: Situation): Outcome => {
  const { macInstalls, macGatekeeper, macIntegrity } = facts;
  const days = macInstalls.status === 'ok' ? daysSince(macInstalls.value, situation) : null;
  return together(missed(macInstalls, macGatekeeper, macIntegrity), {
    findings: [
      ...(days !== null && days > settings.xprotectWarnDays
        ? [antivirusOff('warning', { state: 'old', product: 'XProtect', days }, [macInstalls.from])]
        : []),
      ...(macGatekeeper.status === 'ok' && !macGatekeeper.value
        ? [antivirusOff('warning', { state: 'off', product: 'Gatekeeper', days: null }, [macGatekeeper.from])]
        : []),
      ...(macIntegrity.status === 'ok' && !macIntegrity.value
        ? [
            antivirusOff('warning', { state: 'off', product: 'System Integrity Protection', days: null }, [
              macIntegrity.from,
            ]),
          ]
        : []),
    ],
  });
};

/** Nobody expects an antivirus on Linux; one that is there should know the viruses of this month. */
const clamav = (facts: SecurityFacts, settings: SecuritySettings, situation: Situation): Outcome => {
  if (facts.clamavData.status !== 'ok') return NOTHING;
  const days = facts.clamavData.value.flatMap((name) => {
    const data = facts.get(fileState(`/var/lib/clamav/${name}`));
    const age = data.status === 'ok' ? daysSince(data.value.modifiedAt, situation) : null;
    return age === null ? [] : [age];
  });
  const newest = Math.min(...days);
  return Number.isFinite(newest) && newest > settings.signaturesWarnDays
    ? {
        findings: [
          antivirusOff('info', { state: 'old', product: 'ClamAV', days: newest }, [facts.clamavData.from]),
        ],
      }
    : NOTHING;
};

/** MSFT_MpThreatDetection.ThreatStatusID: what is still there, or could not be removed. */
const ACTIVE = new Set([1, 102, 103, 105, 107]);
/** Cleaned, quarantined, removed, blocked. */
const CLEANED = new Set([2, 3, 4, 6]);

export const diagnoseMalware = (
  facts: SecurityFacts,
  settings: SecuritySettings,
  situation: Situation,
): Outcome => {
  if (situation.os === 'win32') return windowsMalware(facts, settings, situation);
  if (situation.os === 'darwin') return macMalware(facts);
  if (situation.os !== 'linux') return NOTHING;
  if (facts.clamavLog.status !== 'ok') return NOTHING;
  const seen = foundFiles(facts.clamavLog.value).map((one) => ({
    ...one,
    file: facts.get(fileState(one.path)),
  }));
  const there = seen.filter(({ file }) => file.status === 'ok');
  const evidence = [facts.clamavLog.from];
  return together(missed(...seen.map(({ file }) => file)), {
    findings: [
      ...there.map(({ name, path }) =>
        malware('critical', { name, path, state: 'active' as const }, evidence),
      ),
      ...seen
        .filter(({ file }) => file.status === 'absent')
        .map(({ name, path }) => malware('info', { name, path, state: 'cleaned' as const }, evidence)),
    ],
  });
};

const malware = (
  severity: 'critical' | 'info',
  params: { readonly name: string; readonly path: string; readonly state: 'active' | 'cleaned' },
  evidence: readonly string[],
) => ({
  code: 'security/malware-detected' as const,
  severity,
  subject: params.path || params.name,
  params,
  evidence,
});

const windowsMalware = (facts: SecurityFacts, settings: SecuritySettings, situation: Situation): Outcome => {
  const { winThreats } = facts;
  if (winThreats.status !== 'ok') return missed(winThreats);
  // Of several words on one file the last counts.
  const newest = [...winThreats.value].sort((a, b) => (a.at < b.at ? -1 : 1));
  const last = [...new Map(newest.map((one) => [`${one.name} ${one.path}`, one])).values()];
  const evidence = [winThreats.from];
  return {
    findings: last.flatMap(({ name, path, status, at }) => {
      if (ACTIVE.has(status)) return [malware('critical', { name, path, state: 'active' }, evidence)];
      const days = daysSince(at, situation);
      return CLEANED.has(status) && days !== null && days <= settings.cleanedDays
        ? [malware('info', { name, path, state: 'cleaned' }, evidence)]
        : [];
    }),
  };
};

const macMalware = ({ macRemediator }: SecurityFacts): Outcome => {
  if (macRemediator.status !== 'ok') return missed(macRemediator);
  return {
    findings: macRemediator.value.map(({ name, cleaned }) =>
      malware(cleaned ? 'info' : 'critical', { name, path: '', state: cleaned ? 'cleaned' : 'active' }, [
        macRemediator.from,
      ]),
    ),
  };
};
