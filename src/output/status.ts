/** What the exit status is made from. */
import type { Report, ReportCheck, Status } from '../report/model.ts';

export type FailOn = 'warning' | 'critical';

/** With `critical`, warnings count as fine; what could not be told still does not. */
export const statusFor = (report: Report, failOn: FailOn = 'warning'): Status => {
  if (failOn === 'warning' || report.status !== 'warning') return report.status;
  return report.checks.some(isUntold) ? 'unknown' : 'ok';
};

const isUntold = ({ unknown }: ReportCheck): boolean => unknown.length > 0;
