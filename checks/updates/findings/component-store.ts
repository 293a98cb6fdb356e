/** Windows' own store of its parts, by its own verdict and by the codes of failed updates. */
import type { Finding } from '../../../src/contract.ts';
import type { Messages } from '../messages.en.ts';
import type { UpdateFacts } from '../probe.ts';
import type { UpdateSettings } from '../settings.ts';
import { recentAttempts } from './attempts.ts';

type Findings = readonly Finding<Messages>[];

const STORE: ReadonlySet<string> = new Set([
  ...['0x80073712', '0x80073701', '0x8007371b', '0x800f081f', '0x800f0831', '0x80070570', '0x800f0825'],
  '0x80070490',
]);

export const storeFindings = (facts: UpdateFacts, { failureDays }: UpdateSettings): Findings => {
  const { componentStore, windowsHistory } = facts;
  const health = componentStore.status === 'ok' ? componentStore.value.health : 0;
  const [last] = recentAttempts(STORE, failureDays, facts);
  if (health === 0 && last === undefined) return [];
  return [
    {
      code: 'updates/component-store-corrupt',
      severity: 'critical',
      params: {
        code: last?.code ?? '',
        kb: last?.kb ?? '',
        at: last?.at.slice(0, 10) ?? '',
        repairable: health < 2,
      },
      evidence: [
        ...(health === 0 ? [] : [componentStore.from]),
        ...(last === undefined ? [] : [windowsHistory.from]),
      ],
    },
  ];
};
