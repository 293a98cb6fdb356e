/** A ticket: what a help desk gets. Its key is known before the first byte leaves. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { plain, plainLine } from './plain.ts';
import { IMPACTS, PRIORITIES, URGENCIES } from './priorities.ts';
import { categoryOf, fingerprintOf, priorityOf, urgencyOf } from './proposal.ts';

/** Raised when something is removed or changes its meaning; additions do not raise it. */
export const TICKET_SCHEMA_VERSION = 1;

const MAX_SUBJECT = 200;
const MAX_DESCRIPTION = 20_000;
const MAX_LINE = 1_000;
const MAX_ENTRIES = 200;

/** Letters, digits and '-' only: safe in a path, a header and every desk's query language. */
export const KEY_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const line = z
  .string()
  .max(MAX_LINE)
  .regex(/^[^\u0000-\u001f\u007f-\u009f]*$/);

const bundle = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/)
    .meta({ description: 'file name of the report' }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().nonnegative(),
});

export const ticket = z.strictObject({
  schemaVersion: z.literal(TICKET_SCHEMA_VERSION),
  key: z.string().regex(KEY_PATTERN).meta({ description: 'the same for every attempt to file this ticket' }),
  subject: line.min(1).max(MAX_SUBJECT),
  description: z.string().max(MAX_DESCRIPTION).meta({ description: 'in the words of the person' }),
  complaint: line.meta({ description: 'the symptom it began with; empty when none was given' }),
  language: z.enum(['en', 'ru']),
  category: line
    .default('')
    .meta({ description: 'the module of the root cause; empty when nothing was found' }),
  priority: z
    .enum(PRIORITIES)
    .default('normal')
    .meta({ description: 'from impact and urgency, unless the person chose' }),
  impact: z.enum(IMPACTS).default('one').meta({ description: 'how many people it keeps from working' }),
  urgency: z.enum(URGENCIES).default('medium'),
  since: line.default('').meta({ description: 'since when, in the words of the person' }),
  contact: z
    .strictObject({ name: line.default(''), email: line.default(''), phone: line.default('') })
    .default({ name: '', email: '', phone: '' })
    .meta({ description: 'how the person wants to be reached; as they gave it' }),
  level: z.number().int().min(1).max(9).default(1).meta({ description: 'the line of support' }),
  fingerprint: line.default('').meta({ description: 'the same for tickets about the same root causes' }),
  verdict: z.strictObject({
    status: z.enum(['ok', 'warning', 'critical', 'unknown']),
    rootCauses: z
      .array(
        z.strictObject({
          code: line.meta({ description: 'stable id: module/finding' }),
          severity: z.enum(['critical', 'warning', 'info']),
          title: line.meta({ description: 'in the language of the ticket' }),
          subject: line.optional().meta({ description: 'what it is about, where there may be several' }),
        }),
      )
      .max(MAX_ENTRIES),
  }),
  tried: z
    .array(z.strictObject({ step: line, result: line }))
    .max(MAX_ENTRIES)
    .meta({ description: 'what was tried, and what came of it' }),
  tool: z.strictObject({ name: z.literal('techsupport'), version: line }),
  createdAt: z.iso.datetime().meta({ description: "by the computer's own clock, which may be wrong" }),
  bundle: bundle.optional().meta({ description: 'the report that goes with it; absent when there is none' }),
});

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

export type Ticket = DeepReadonly<z.infer<typeof ticket>>;
export type TicketBundle = NonNullable<Ticket['bundle']>;

/** What the caller knows; texts may be of any length and hold anything. What is left out follows from the rest. */
export type Draft = Pick<Ticket, 'subject' | 'description' | 'complaint' | 'language' | 'verdict' | 'tried'> &
  Partial<Pick<Ticket, 'category' | 'priority' | 'impact' | 'urgency' | 'since' | 'contact' | 'level'>> & {
    readonly toolVersion: string;
  };

/** Gives the draft its key and brings its texts within what a desk takes. */
export const makeTicket = (draft: Draft, nowMs: number, key: string = randomUUID()): Ticket => {
  const { verdict, impact = 'one', urgency = urgencyOf(verdict.status), contact } = draft;
  return {
    schemaVersion: TICKET_SCHEMA_VERSION,
    key,
    subject: plainLine(draft.subject, MAX_SUBJECT) || 'techsupport',
    description: plain(draft.description, MAX_DESCRIPTION),
    complaint: plainLine(draft.complaint, MAX_LINE),
    language: draft.language,
    category: plainLine(draft.category ?? categoryOf(verdict), MAX_LINE),
    priority: draft.priority ?? priorityOf(impact, urgency),
    impact,
    urgency,
    since: plainLine(draft.since ?? '', MAX_LINE),
    contact: {
      name: plainLine(contact?.name ?? '', MAX_LINE),
      email: plainLine(contact?.email ?? '', MAX_LINE),
      phone: plainLine(contact?.phone ?? '', MAX_LINE),
    },
    level: draft.level ?? 1,
    fingerprint: fingerprintOf(verdict),
    verdict: {
      status: draft.verdict.status,
      rootCauses: draft.verdict.rootCauses.slice(0, MAX_ENTRIES).map((cause) => ({
        code: plainLine(cause.code, MAX_LINE),
        severity: cause.severity,
        title: plainLine(cause.title, MAX_LINE),
        ...(cause.subject !== undefined && { subject: plainLine(cause.subject, MAX_LINE) }),
      })),
    },
    tried: draft.tried
      .slice(0, MAX_ENTRIES)
      .map(({ step, result }) => ({ step: plainLine(step, MAX_LINE), result: plainLine(result, MAX_LINE) })),
    tool: { name: 'techsupport', version: plainLine(draft.toolVersion, MAX_LINE) },
    createdAt: new Date(nowMs).toISOString(),
  };
};

/** A file name that every desk and header takes. */
export const bundleName = (path: string): string => {
  const last = path.split(/[\\/]/).at(-1) ?? '';
  const safe = last.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '');
  return safe.slice(-128) || 'techsupport-report.tar.gz';
};

/** The published JSON Schema (draft 2020-12). */
export const ticketSchema = (): object => ({
  $id: `https://techsupport.invalid/ticket.schema.v${TICKET_SCHEMA_VERSION}.json`,
  title: 'techsupport ticket',
  ...z.toJSONSchema(ticket),
});
