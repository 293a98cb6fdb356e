/** What checks and help desks made by others import: the same contracts the built-in ones use. */
export * from './contract.ts';
export type { Report, ReportAdvice, ReportCheck, ReportFinding, ReportUnknown } from './report/model.ts';
export type * from './ticket/desk.ts';
export type { Ticket, TicketBundle } from './ticket/model.ts';
