/** Whether the protection against viruses runs and knows those of this month. */
import { unknown } from '../../../src/contract.ts';
import { missed, NOTHING, type Outcome, together } from '../outcome.ts';
import type { SecurityFacts } from '../probe.ts';
import { fileState } from '../reads/linux.ts';
import type { SecuritySettings } from '../settings.ts';
import { daysSince, type Situation } from '../situation.ts';

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
