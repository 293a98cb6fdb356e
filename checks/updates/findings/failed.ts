/** What the last attempts to update came to, by the codes and lines that they left. */
import type { Finding, Unknown } from '../../../src/contract.ts';
import { releaseAnswer } from '../../../src/sources/apt-targets.ts';
import { parseIsoTime } from '../../../src/sources/calendar.ts';
import type { UpdateAttempt } from '../../../src/sources/windows-update.ts';
import type { Messages } from '../messages.en.ts';
import type { UpdateFacts } from '../probe.ts';
import { deadProxies, isProxyAtFault } from '../proxied.ts';
import type { UpdateSettings } from '../settings.ts';
import { releaseTarget, releaseTargets } from '../sources.ts';
import { dateText, isWithin } from '../when.ts';
import { isGone } from './sources.ts';

type Findings = readonly Finding<Messages>[];

/** Newest first, each update once: what was tried again later is judged by that. */
export const openAttempts = ({
  windowsHistory,
}: Pick<UpdateFacts, 'windowsHistory'>): readonly UpdateAttempt[] => {
  if (windowsHistory.status !== 'ok') return [];
  const seen = new Set<string>();
  return windowsHistory.value
    .filter(({ kb, title }) => {
      const name = kb ?? title;
      return name === '' || (!seen.has(name) && seen.add(name));
    })
    .filter(({ succeeded }) => !succeeded);
};

const recentAttempts = (
  codes: ReadonlySet<string>,
  days: number,
  facts: UpdateFacts,
): readonly UpdateAttempt[] =>
  openAttempts(facts).filter(({ code, at }) => codes.has(code) && isWithin(days, parseIsoTime(at), facts));

const DOWNLOAD: ReadonlySet<string> = new Set([
  ...['0x80240034', '0x8024402c', '0x80072ee7', '0x80072ee2', '0x80072efd', '0x80072efe'],
  ...['0x80d02002', '0x8024401b', '0x80072f8f', '0x80200053', '0x80244022', '0x8024402f', '0x8007000d'],
  '0x80242006',
]);

export const downloadFindings = (facts: UpdateFacts, settings: UpdateSettings): Findings => [
  ...aptDownloads(facts),
  ...dnfDownloads(facts, settings),
  ...windowsDownloads(facts, settings),
  ...macDownloads(facts, settings),
];

/** One server that is silent or ill is one finding, whatever it serves. */
const aptDownloads = (facts: UpdateFacts): Findings => {
  // Where a dead proxy stands between, that is told instead.
  if (deadProxies(facts).some((dead) => isProxyAtFault(dead, facts))) return [];
  const asked = releaseTargets(facts).flatMap(({ url }) => {
    const reading = facts.get(releaseAnswer(releaseTarget(url, facts)));
    return reading.status === 'ok' ? [{ url, answer: reading.value, from: reading.from }] : [];
  });
  const ill = asked.flatMap(({ url, answer, from }) => {
    const host = /^https?:\/\/([^/]+)/.exec(url)?.[1] ?? url;
    if (answer.status === 'silent') return [{ host, why: answer.outcome, from }];
    return answer.code >= 500 ? [{ host, why: `HTTP ${answer.code}`, from }] : [];
  });
  const hosts = [...new Map(ill.map((one) => [one.host, one])).values()];
  // Nobody at all answers: that is the network, or there is none. It is worth a remark here.
  const isReached =
    asked.some(({ answer }) => answer.status === 'answered') || ill.some(({ why }) => HEARD.has(why));
  return hosts.map(({ host, why, from }) => ({
    ...failed(host, why, '', [from]),
    severity: isReached ? 'warning' : 'info',
  }));
};

/** Somebody was there to say no. */
const HEARD: ReadonlySet<string> = new Set(['refused', 'reset', 'stalled']);

const failed = (source: string, why: string, at: string, evidence: readonly string[]): Finding<Messages> => ({
  code: 'updates/download-failed',
  severity: 'warning',
  subject: source,
  params: { source, why, at },
  evidence,
});

const dnfDownloads = (facts: UpdateFacts, { downloadDays }: UpdateSettings): Findings => {
  const { dnfLog } = facts;
  if (dnfLog.status !== 'ok') return [];
  return dnfLog.value.failures
    .filter(({ atMs, why }) => !isGone(why) && isWithin(downloadDays, atMs, facts))
    .map(({ repository, why, atMs }) => failed(repository, why, dateText(atMs), [dnfLog.from]));
};

const windowsDownloads = (facts: UpdateFacts, { downloadDays }: UpdateSettings): Findings => {
  const [last] = recentAttempts(DOWNLOAD, downloadDays, facts);
  if (last === undefined || serverSilent(facts) !== undefined) return [];
  return [failed(last.kb ?? 'Windows Update', last.code, last.at.slice(0, 10), [facts.windowsHistory.from])];
};

const macDownloads = (facts: UpdateFacts, { downloadDays }: UpdateSettings): Findings => {
  const { macInstallLog } = facts;
  if (macInstallLog.status !== 'ok') return [];
  return macInstallLog.value.failures
    .filter(({ kind, atMs }) => kind === 'download' && isWithin(downloadDays, atMs, facts))
    .map(({ message, atMs }) => failed('softwareupdate', message, dateText(atMs), [macInstallLog.from]));
};

/** A company's own update server that does not answer is a source that is broken. */
const SERVER: ReadonlySet<string> = new Set([
  '0x80244022',
  '0x80072ee2',
  '0x80072efd',
  '0x8024402c',
  '0x80244017',
]);

const serverSilent = (facts: UpdateFacts): UpdateAttempt | undefined =>
  facts.windowsUpdate.status === 'ok' && facts.windowsUpdate.value.updateServer !== ''
    ? recentAttempts(SERVER, 7, facts)[0]
    : undefined;

export const serverFindings = (facts: UpdateFacts): Findings => {
  const last = serverSilent(facts);
  if (last === undefined || facts.windowsUpdate.status !== 'ok') return [];
  const url = facts.windowsUpdate.value.updateServer;
  return [
    {
      code: 'updates/repository-invalid',
      severity: 'warning',
      subject: url,
      params: {
        problem: 'server',
        file: '',
        entry: 0,
        stanza: false,
        message: last.code,
        key: '',
        url,
        manager: 'windows',
      },
      evidence: [facts.windowsUpdate.from, facts.windowsHistory.from],
    },
  ];
};

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
