/** Whether the firewall is on, where it matters. */
import { missed, NOTHING, type Outcome } from '../outcome.ts';
import type { SecurityFacts } from '../probe.ts';
import { filterRules } from '../reads/linux.ts';
import type { Situation } from '../situation.ts';

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
