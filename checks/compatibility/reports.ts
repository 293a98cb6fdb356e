/** macOS: which crash reports there are, and which of them are read. */
import type { CompatibilityFacts } from './probe.ts';
import { type CrashReport, crashReports } from './reads/macos.ts';
import type { CompatibilitySettings } from './settings.ts';
import { isWithin } from './situation.ts';

/** The computer's own folder and the person's, with those that were sent to Apple already. */
export const reportFolders = ({ user }: CompatibilityFacts): readonly string[] => {
  const base = '/Library/Logs/DiagnosticReports';
  const own = user.status === 'ok' && user.value.home !== '' ? `${user.value.home}${base}` : null;
  return [base, ...(own === null ? [] : [own, `${own}/Retired`])];
};

export const reportsOf = (
  facts: CompatibilityFacts,
  { crashDays }: CompatibilitySettings,
): readonly (CrashReport & { readonly path: string; readonly from: string })[] =>
  reportFolders(facts).flatMap((folder) => {
    const reading = facts.get(crashReports(folder));
    return reading.status === 'ok'
      ? reading.value
          .filter(({ atMs }) => isWithin(atMs, crashDays, facts))
          .map((report) => ({ ...report, path: `${folder}/${report.file}`, from: reading.from }))
      : [];
  });

/** Each is as large as a picture. */
const MAX_READ = 4;

/** The newest report of each program that crashed, the newest first. */
export const reportsToRead = (
  facts: CompatibilityFacts,
  settings: CompatibilitySettings,
): readonly { readonly path: string; readonly program: string }[] => {
  const newest = new Map<
    string,
    { readonly path: string; readonly program: string; readonly atMs: number }
  >();
  for (const report of reportsOf(facts, settings)) {
    if (report.isHang) continue;
    const before = newest.get(report.program);
    if (before === undefined || before.atMs < report.atMs) newest.set(report.program, report);
  }
  return [...newest.values()].sort((a, b) => b.atMs - a.atMs).slice(0, MAX_READ);
};
