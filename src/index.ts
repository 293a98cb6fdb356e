/** What a check made by others imports: the same contract the built-in ones use. */
export * from './contract.ts';
export type { Report, ReportAdvice, ReportCheck, ReportFinding, ReportUnknown } from './report/model.ts';
