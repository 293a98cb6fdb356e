/** Looks at the machine for a fix: the modules it has to do with, and what the guards want to know. */
import { checkIds, loadCheck } from '../../../checks/index.ts';
import type { AnyCheck, Reading, Source } from '../../contract.ts';
import type { Look } from '../../fix/effect.ts';
import { moduleOf } from '../../fix/effect.ts';
import type { Situation } from '../../fix/guards.ts';
import { gatherer } from '../../gather.ts';
import { local } from '../../host/local.ts';
import { limitsFrom } from '../../limits.ts';
import type { Report, ReportCheck } from '../../report/model.ts';
import { surroundings } from '../../sources/surroundings.ts';

export const lookOf = ({ checks }: Pick<Report, 'checks'>): Look => ({
  findings: checks.flatMap(({ findings }) => findings),
  blind: new Set(
    checks.filter(({ status }) => status === 'unknown' || status === 'skipped').map(({ id }) => id),
  ),
  unread: new Set(checks.flatMap(({ unknown }) => unknown.map(({ source }) => source))),
});

/** Whether a check saw everything it wanted to see: only then is what it did not find not there. */
export const sawAll = ({ status, unknown }: Pick<ReportCheck, 'status' | 'unknown'>): boolean =>
  status !== 'unknown' && status !== 'skipped' && unknown.length === 0;

export const allChecks = (): Promise<readonly AnyCheck[]> => Promise.all(checkIds.map(loadCheck));

/** The modules that can tell whether a finding is there, and what it comes from. */
export const modulesAround = (codes: readonly string[], checks: readonly AnyCheck[]): readonly string[] => {
  const own = new Set(codes.map(moduleOf));
  const above = checks.filter(({ catalogue }) =>
    Object.values(catalogue).some(({ explains = [] }) => explains.some((code) => codes.includes(code))),
  );
  return checkIds.filter((id) => own.has(id) || above.some((check) => check.id === id));
};

const SITUATION_MS = 4000;

export const situationNow = async (report: Report, signal: AbortSignal): Promise<Situation> => {
  const gather = gatherer(local(), limitsFrom({ totalMs: SITUATION_MS, commandMs: 2000 }), {
    interrupt: signal,
  });
  const deadline = AbortSignal.timeout(SITUATION_MS);
  const ask = async <T>(source: Source<T>): Promise<T | undefined> => {
    // A gatherer answers a source with what its own parser gave.
    const reading = (await gather.read(source, deadline)) as Reading<T>;
    return reading.status === 'ok' ? reading.value : undefined;
  };
  const [power, metered, managed, session] = await Promise.all([
    ask(surroundings.power),
    ask(surroundings.metered),
    ask(surroundings.managed),
    ask(surroundings.session),
  ]).finally(() => gather.end());
  const open = report.checks.flatMap(({ findings }) => findings.map(({ code }) => code));
  return {
    open: new Set(open),
    looked: new Set(
      // One read that failed may be the one that would have told.
      report.checks.filter(sawAll).map(({ id }) => id),
    ),
    ...(power !== undefined && {
      power: power.onBattery ? { kind: 'battery', percent: power.percent } : { kind: 'mains' },
    }),
    ...(metered !== undefined && { metered }),
    ...(managed !== undefined && { managed }),
    ...(session !== undefined && { session }),
  };
};
