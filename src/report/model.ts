/** The result of a run, as JSON: the schema is made from these types (`report.schema.json`). */
import { z } from 'zod';
import { SCHEMA_VERSION } from './version.ts';

export { SCHEMA_VERSION };

const severity = z.enum(['critical', 'warning', 'info']);
/** Why there is no value, as the contract names it. */
export const reason = z.enum([
  'absent',
  'denied',
  'timeout',
  'failed',
  'unsupported',
  'unparsable',
  'unrecorded',
  'unanswered',
  'interrupted',
  'left-out',
]);

const finding = z.strictObject({
  code: z.string().meta({ description: 'stable id: module/finding' }),
  severity,
  subject: z.string().optional().meta({ description: 'what it is about, where there may be several' }),
  causedBy: z.array(z.string()).optional().meta({ description: 'absent for a root cause' }),
  explains: z.array(z.string()).optional(),
  raisedBy: z
    .array(z.string())
    .optional()
    .meta({ description: 'findings beside which it is critical; they are told first' }),
  title: z.string(),
  why: z.string(),
  next: z.string(),
  params: z.record(z.string(), z.json()),
  evidence: z.array(z.string()).meta({ description: 'ids of the reads it rests on' }),
});

const unknown = z.strictObject({
  source: z.string().meta({ description: 'the read that failed' }),
  reason,
  why: z.string(),
  remedy: z.string().meta({ description: 'what would let us look' }),
});

const metric = z.strictObject({
  name: z.string(),
  value: z.number(),
  unit: z.enum(['s', 'ms', '%', 'B', 'c', '']),
  warning: z.number().optional(),
  critical: z.number().optional(),
});

const advice = z.strictObject({
  id: z.string().meta({ description: 'stable id: module/advice' }),
  title: z.string(),
  steps: z.array(z.string()).meta({ description: 'in the order they are taken' }),
  params: z.record(z.string(), z.json()),
  evidence: z.array(z.string()).meta({ description: 'ids of the reads it rests on' }),
});

const check = z.strictObject({
  id: z.string(),
  name: z.string(),
  status: z.enum(['ok', 'warning', 'critical', 'unknown', 'skipped']),
  fine: z.string().optional().meta({ description: 'in words, when the status is ok' }),
  durationMs: z.number().int().nonnegative(),
  findings: z.array(finding),
  unknown: z.array(unknown),
  leftOut: z.array(z.string()).optional().meta({ description: 'slow reads that a quick look did without' }),
  metrics: z.array(metric),
  advice: z
    .array(advice)
    .optional()
    .meta({ description: 'how something is done on exactly this machine; no fault' }),
  skipped: z.string().optional().meta({ description: 'why it does not apply here' }),
});

const diagnosis = z.strictObject({
  complaint: z.string().meta({ description: 'the complaint, or the module where none was named' }),
  module: z.string().optional().meta({ description: 'whose tree was walked' }),
  conclusion: z.strictObject({
    outcome: z.enum(['cause', 'solved', 'unexplained', 'fine', 'unfinished']),
    node: z.string().meta({ description: 'where in the tree it ended' }),
    finding: z.string().optional().meta({ description: 'the root cause, when there is one' }),
    said: z.string().optional(),
  }),
  path: z.array(z.record(z.string(), z.json())).meta({ description: 'every step, in order' }),
  tried: z.array(z.strictObject({ step: z.string(), result: z.string() })),
  changes: z
    .array(z.strictObject({ kind: z.string(), text: z.string() }))
    .optional()
    .meta({ description: 'what changed since it was last seen well, the likeliest cause first' }),
  next: z
    .record(z.string(), z.json())
    .optional()
    .meta({ description: 'the question or step that waits for a person' }),
});

export const report = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool: z.strictObject({ name: z.literal('techsupport'), version: z.string() }),
  language: z.enum(['en', 'ru']),
  startedAt: z.iso.datetime(),
  durationMs: z.number().int().nonnegative(),
  status: z.enum(['ok', 'warning', 'critical', 'unknown']),
  interrupted: z.boolean().optional().meta({ description: 'the run was ended before its time' }),
  host: z.strictObject({
    os: z.string(),
    release: z.string(),
    arch: z.string(),
    name: z.string(),
  }),
  description: z.string().optional().meta({ description: 'what happened, in the words of a person' }),
  checks: z.array(check),
  diagnosis: diagnosis.optional().meta({ description: 'of `diagnose`: the way through the decision tree' }),
});

export type Report = Readonly<z.infer<typeof report>>;
export type ReportCheck = z.infer<typeof check>;
export type ReportFinding = z.infer<typeof finding>;
export type ReportAdvice = z.infer<typeof advice>;
export type ReportUnknown = z.infer<typeof unknown>;
export type Status = Report['status'];

/** The published JSON Schema (draft 2020-12). */
export const reportSchema = (): object => ({
  $id: `https://techsupport.invalid/report.schema.v${SCHEMA_VERSION}.json`,
  title: 'techsupport report',
  ...z.toJSONSchema(report),
});
