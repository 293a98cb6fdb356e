/** Who says "administratively prohibited" (RFC 792 codes 9, 10, 13; RFC 4443 code 1), in ping's words. */
import { pingQuick } from '../../src/sources/network/ping.ts';
import type { ConnectivityFacts } from './probe.ts';
import type { ConnectivitySettings } from './settings.ts';
import { anchorTries, FAMILIES, valueOr } from './view.ts';

export interface Refusal {
  readonly target: string;
  readonly from: string;
  readonly says: string;
  /** This computer's own address: a rule of its own says no. */
  readonly own: boolean;
  readonly evidence: string;
}

const PROHIBITED = /prohibited|filtered|administratively/i;

export const refusals = (facts: ConnectivityFacts, settings: ConnectivitySettings): readonly Refusal[] => {
  const own = new Set(valueOr(facts.addresses, []).map(({ address }) => address));
  return FAMILIES.flatMap((family) =>
    anchorTries(facts, settings, family).flatMap(({ address: target }) => {
      const answer = facts.get(pingQuick(target));
      if (answer.status !== 'ok' || answer.value.received > 0) return [];
      return answer.value.errors
        .filter(({ says }) => PROHIBITED.test(says))
        .map(({ from, says }) => ({ target, from, says, own: own.has(from), evidence: answer.from }));
    }),
  );
};
