/** Why a new version of the system is not to be had here. */
import type { Finding } from '../../../src/contract.ts';
import type { Messages } from '../messages.en.ts';
import type { UpdateFacts } from '../probe.ts';
import type { UpdateSettings } from '../settings.ts';
import { isWithin } from '../when.ts';
import { recentAttempts } from './attempts.ts';

type Findings = readonly Finding<Messages>[];

const BLOCKED: Readonly<Record<string, string>> = {
  '0xc1900101': 'driver',
  '0xc1900208': 'program',
  '0xc1900200': 'hardware',
  '0xc1900202': 'hardware',
  '0xc1900204': 'edition',
};

export const blockedFindings = (facts: UpdateFacts, { failureDays }: UpdateSettings): Findings => {
  const { windowsUpdate, windowsHistory, distUpgradeLog } = facts;
  const [last] = recentAttempts(new Set(Object.keys(BLOCKED)), failureDays, facts);
  const block = windowsUpdate.status === 'ok' ? newestBlock(windowsUpdate.value) : undefined;
  const upgrade = distUpgradeLog.status === 'ok' ? distUpgradeLog.value : undefined;
  const isRecent = upgrade !== undefined && isWithin(failureDays, upgrade.atMs, facts);
  return [
    ...(last === undefined
      ? []
      : [
          blocked({ reason: BLOCKED[last.code] ?? '', code: last.code, release: last.title, details: [] }, [
            windowsHistory.from,
          ]),
        ]),
    ...(block !== undefined && last === undefined
      ? [
          blocked(
            {
              reason: block.reasons.length > 0 ? 'hardware' : 'hold',
              code: '',
              release: block.release,
              details: block.reasons.length > 0 ? block.reasons : block.holds,
            },
            [windowsUpdate.from],
          ),
        ]
      : []),
    ...(isRecent && upgrade.errors.length > 0
      ? [
          blocked({ reason: 'upgrader', code: '', release: '', details: upgrade.errors.slice(-3) }, [
            distUpgradeLog.from,
          ]),
        ]
      : []),
  ];
};

const blocked = (
  params: Parameters<Messages['findings']['updates/upgrade-blocked']['say']>[0],
  evidence: readonly string[],
): Finding<Messages> => ({ code: 'updates/upgrade-blocked', severity: 'warning', params, evidence });

/** What the appraiser says of a release newer than this one: `GE25H2` is Windows 11 25H2. */
const newestBlock = ({ blocks, release, build }: WindowsView) => {
  const yearOf = (text: string): number => {
    const found = /(\d{2})H([12])/.exec(text);
    return found === null ? 0 : Number(found[1]) * 2 + Number(found[2]);
  };
  // Windows 10's last release shares its number with a Windows 11.
  const isTen = build < 22_000;
  return blocks
    .filter((one) => one.reasons.length > 0 || one.holds.length > 0)
    .filter((one) => yearOf(one.release) > yearOf(release) || (isTen && /^(CO|NI|GE|BR)/.test(one.release)))
    .sort((a, b) => yearOf(a.release) - yearOf(b.release))
    .at(-1);
};

type WindowsView = Extract<UpdateFacts['windowsUpdate'], { status: 'ok' }>['value'];
