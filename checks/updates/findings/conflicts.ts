/** Another program in the way of an update. */
import type { Finding, Unknown } from '../../../src/contract.ts';
import { parseIsoTime } from '../../../src/sources/calendar.ts';
import type { Messages } from '../messages.en.ts';
import type { UpdateFacts } from '../probe.ts';
import type { UpdateSettings } from '../settings.ts';
import { dateText, isWithin } from '../when.ts';
import { recentAttempts } from './attempts.ts';

type Findings = readonly Finding<Messages>[];

/** ERROR_SHARING_VIOLATION, WU_E_ALL_UPDATES_FAILED, E_ACCESSDENIED, and a program that setup names as incompatible. */
const CONFLICT: ReadonlySet<string> = new Set(['0x80070020', '0x80240022', '0x80070005', '0xc1900208']);

export const conflictFindings = (facts: UpdateFacts, settings: UpdateSettings): Findings => [
  ...dpkgConflicts(facts, settings),
  ...dnfConflicts(facts, settings),
  ...windowsConflicts(facts, settings),
  ...macConflicts(facts, settings),
];

const conflict = (
  params: Parameters<Messages['findings']['updates/conflicting-software']['say']>[0],
  evidence: readonly string[],
): Finding<Messages> => ({ code: 'updates/conflicting-software', severity: 'warning', params, evidence });

const dpkgConflicts = (facts: UpdateFacts, { failureDays }: UpdateSettings): Findings => {
  const { aptLog } = facts;
  const last = aptLog.status === 'ok' ? aptLog.value.at(-1) : undefined;
  const [first] = last?.conflicts ?? [];
  if (last === undefined || first === undefined) return [];
  const atMs = parseIsoTime(last.startedAt.replace(/\s+/, ' '));
  return isWithin(failureDays, atMs, facts)
    ? [
        conflict(
          {
            programs: [first.package, first.other],
            file: first.file,
            code: '',
            at: last.startedAt.slice(0, 10),
          },
          [aptLog.from],
        ),
      ]
    : [];
};

const dnfConflicts = (facts: UpdateFacts, { failureDays }: UpdateSettings): Findings => {
  const { dnfLog } = facts;
  const [first] = dnfLog.status === 'ok' ? dnfLog.value.conflicts : [];
  const atMs = dnfLog.status === 'ok' ? dnfLog.value.conflictsMs : null;
  return first !== undefined && atMs !== null && isWithin(failureDays, atMs, facts)
    ? [
        conflict({ programs: [first.package, first.other], file: first.file, code: '', at: dateText(atMs) }, [
          dnfLog.from,
        ]),
      ]
    : [];
};

const foreignAntivirus = ({ windowsUpdate }: UpdateFacts): readonly string[] =>
  windowsUpdate.status === 'ok'
    ? windowsUpdate.value.antivirus.filter((one) => one.active && !one.isDefender).map(({ name }) => name)
    : [];

const windowsConflicts = (facts: UpdateFacts, { failureDays }: UpdateSettings): Findings => {
  const [last] = recentAttempts(CONFLICT, failureDays, facts);
  const programs = foreignAntivirus(facts);
  if (last === undefined || programs.length === 0) return [];
  return [
    conflict({ programs, file: '', code: last.code, at: last.at.slice(0, 10) }, [
      facts.windowsHistory.from,
      facts.windowsUpdate.from,
    ]),
  ];
};

const macConflicts = (facts: UpdateFacts, { failureDays }: UpdateSettings): Findings => {
  const { macInstallLog, macSecurityExtensions } = facts;
  if (macInstallLog.status !== 'ok' || macSecurityExtensions.status !== 'ok') return [];
  const { failures } = macInstallLog.value;
  const last = failures.find(({ kind, atMs }) => kind === 'install' && isWithin(failureDays, atMs, facts));
  const programs = macSecurityExtensions.value;
  // Too little room and a broken download explain a failure by themselves.
  if (last === undefined || programs.length === 0 || failures.length > 1) return [];
  return [
    conflict({ programs, file: '', code: '', at: dateText(last.atMs) }, [
      macInstallLog.from,
      macSecurityExtensions.from,
    ]),
  ];
};

/** An update was refused as something in its way does, and no such program is known: a person must be asked. */
export const conflictsUnclear = (facts: UpdateFacts, { failureDays }: UpdateSettings): readonly Unknown[] => {
  const [last] = recentAttempts(CONFLICT, failureDays, facts);
  return last === undefined || foreignAntivirus(facts).length > 0
    ? []
    : [
        {
          source: facts.windowsHistory.from,
          reason: 'unsupported',
          why: `${last.kb ?? 'an update'} failed with ${last.code}, as when another program holds its files; Windows names no such program`,
        },
      ];
};
