/** What could not be fetched: by the answers of servers, by codes and lines that were left. */
import type { Finding } from '../../../src/contract.ts';
import { releaseAnswer } from '../../../src/sources/apt-targets.ts';
import type { UpdateAttempt } from '../../../src/sources/windows-update.ts';
import type { Messages } from '../messages.en.ts';
import type { UpdateFacts } from '../probe.ts';
import { deadProxies, isProxyAtFault } from '../proxied.ts';
import type { UpdateSettings } from '../settings.ts';
import { releaseTarget, releaseTargets } from '../sources.ts';
import { dateText, isWithin } from '../when.ts';
import { recentAttempts } from './attempts.ts';
import { isGone } from './sources.ts';

type Findings = readonly Finding<Messages>[];

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
