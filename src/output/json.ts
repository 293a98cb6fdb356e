/** The report as JSON: exactly the report, one object, its text harmless. */
import type { Report } from '../report/model.ts';
import { forJson } from './untrusted.ts';

export const toJson = (report: Report): string => `${forJson(report, 2)}\n`;
