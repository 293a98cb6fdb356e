/** Makes a snapshot of a run, of nothing but what the run read anyway. */

import type { Row } from '../compare/fact.ts';
import { lookInto } from '../compare/look.ts';
import type { Reason } from '../contract.ts';
import type { Examination } from '../examine.ts';
import { aptTimes } from '../sources/apt-history.ts';
import type { PackageTime } from '../sources/package-time.ts';
import { pacmanChanges } from '../sources/pacman.ts';
import { rpmTimes } from '../sources/rpm.ts';
import { rowId, rowsWith } from './rows.ts';
import { type FactsOfRow, kindOfRead, type ModuleState, type RunKind, type Snapshot } from './snapshot.ts';

export interface Moment {
  readonly seq: number;
  readonly at: string;
  readonly upSeconds: number;
  readonly by: RunKind;
  readonly salt: string;
}

export const observe = async (
  { report, result, recording }: Examination,
  { salt, ...moment }: Moment,
): Promise<Snapshot> => {
  const look = lookInto(recording);
  const facts = await Promise.all(
    rowsWith(salt).map(async (row): Promise<readonly [string, FactsOfRow][]> => {
      const reading = await row.read(look, recording);
      return reading.status === 'ok'
        ? [[rowId(row), isSecret(row) ? withoutSecrets(reading.facts) : reading.facts]]
        : [];
    }),
  );
  const times = await Promise.all(
    [aptTimes, rpmTimes, pacmanChanges].map(async (source): Promise<readonly PackageTime[]> => {
      const reading = await look(source);
      return reading.status === 'ok' ? reading.value : [];
    }),
  );
  return {
    ...moment,
    status: report.status,
    modules: new Map(report.checks.map((check) => [check.id, stateOf(check)])),
    reads: readsOf(result.readings),
    facts: new Map(facts.flat()),
    times: newest(times.flat()),
  };
};

const isSecret = ({ area }: Row): boolean => area === 'proxy';

/** `http://name:password@proxy.example:8080` */
const withoutSecrets = (facts: FactsOfRow): FactsOfRow =>
  new Map(
    [...facts].map(([key, fact]) => [
      key,
      { ...fact, value: fact.value?.replace(/(^|\/\/)[^\s/@,]*@/g, '$1…@') ?? null },
    ]),
  );

type Check = Examination['report']['checks'][number];

const stateOf = ({ status, findings, unknown, leftOut = [] }: Check): ModuleState => ({
  status,
  open: [
    ...new Map(
      findings.flatMap(({ code, severity, causedBy, evidence }) =>
        severity === 'info'
          ? []
          : [[code, { code, severity, isRoot: causedBy === undefined, evidence: kinds(evidence) }] as const],
      ),
    ).values(),
  ],
  missed: kinds([...unknown.map(({ source }) => source), ...leftOut]),
});

const kinds = (ids: readonly string[]): readonly string[] => [...new Set(ids.map(kindOfRead))];

const readsOf = (readings: Examination['result']['readings']): Snapshot['reads'] => {
  const reads = new Map<string, Reason | 'ok'>();
  for (const [id, { status }] of readings) {
    const kind = kindOfRead(id);
    if ((reads.get(kind) ?? 'ok') === 'ok') reads.set(kind, status);
  }
  return reads;
};

/** A month of an ordinary computer. */
const MOST_TIMES = 600;

const newest = (times: readonly PackageTime[]): ReadonlyMap<string, string> =>
  new Map(
    [...times]
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
      .slice(0, MOST_TIMES)
      .map(({ name, at }) => [name, at]),
  );
