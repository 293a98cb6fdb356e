/** The verdict of a report as it is told on the telephone. */
import { branches } from '../../output/order.ts';
import type { Report } from '../model.ts';
import { toSpoken } from './code.ts';

export const spokenCode = (report: Report): string => {
  const causes = branches(report).map(({ finding }) => finding.code);
  return toSpoken({ status: report.status, causes, more: causes.length > 3 });
};
