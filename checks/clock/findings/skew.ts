/** Whether the clock is right. */
import type { Diagnosis, Finding } from '../../../src/contract.ts';
import type { Messages } from '../messages.en.ts';
import type { ClockFacts } from '../probe.ts';
import type { ClockSettings } from '../settings.ts';
import { mostAgreed, OLDEST_TRUE_MS, offsetOf, whyNot, witnessesIn } from '../witnesses.ts';

export const diagnoseSkew = (facts: ClockFacts, settings: ClockSettings): Diagnosis<Messages> => {
  const all = witnessesIn(facts, settings);
  const agreed = mostAgreed(all);
  const offsetSeconds = offsetOf(agreed);
  if (offsetSeconds === null) return withoutWitness(facts, settings);
  const { warnSeconds, criticalSeconds } = settings;
  const size = Math.abs(offsetSeconds);
  const evidence = ['system.clock', ...agreed.map(({ from }) => from)];
  const source = agreed.map(({ server }) => server).join(', ');
  return {
    findings:
      size > warnSeconds
        ? [skew(offsetSeconds, source, size > criticalSeconds ? 'critical' : 'warning', evidence)]
        : [],
    metrics: [
      { name: 'offset', value: offsetSeconds, unit: 's', warning: warnSeconds, critical: criticalSeconds },
    ],
  };
};

const withoutWitness = (facts: ClockFacts, settings: ClockSettings): Diagnosis<Messages> => {
  const own = facts.clock;
  if (own.status === 'ok' && own.value.epochMs < OLDEST_TRUE_MS) {
    const offsetSeconds = Math.round((own.value.epochMs - OLDEST_TRUE_MS) / 1000);
    return { findings: [skew(offsetSeconds, '', 'critical', [own.from])] };
  }
  return { findings: [], unknown: whyNot(facts, settings, witnessesIn(facts, settings)) };
};

const skew = (
  offsetSeconds: number,
  source: string,
  severity: 'critical' | 'warning',
  evidence: readonly string[],
): Finding<Messages> => ({ code: 'clock/skew', severity, params: { offsetSeconds, source }, evidence });
