/** Takes a report of this computer: examined, redacted, replayed, packed; not yet written anywhere. */
import type { AnyCheck, Host, Language, Settings } from '../contract.ts';
import { type Examination, examine } from '../examine.ts';
import { local } from '../host/local.ts';
import { replay } from '../host/replay.ts';
import { since } from '../host/since.ts';
import type { Limits } from '../limits.ts';
import type { RunEvent } from '../run.ts';
import { VERSION } from '../version.ts';
import type { Exclusion } from './bundle/left-out.ts';
import { type Bundle, makeBundle } from './bundle/write.ts';
import { isLog, type LogRead, readLogs } from './logs.ts';
import type { Report } from './model.ts';
import { redactorFor } from './redact/for-checks.ts';
import type { HiddenValue } from './redact/hidden.ts';
import { noRedactor } from './redact/none.ts';
import { ownNames } from './redact/own.ts';
import type { Redactor, RedactorOptions } from './redact/redactor.ts';

export interface TakeOptions {
  readonly checks: readonly AnyCheck[];
  readonly language: Language;
  readonly settings: Readonly<Record<string, Settings>>;
  readonly redact: Omit<RedactorOptions, 'key'>;
  /** Hides nothing at all. */
  readonly asItIs?: boolean;
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: RunEvent) => void;
  /** Logs begin there. */
  readonly since?: Date;
  /** Of the system's own logs, which no check asks for. */
  readonly logs?: readonly LogRead[];
  readonly exclude?: Exclusion;
  /** In the words of a person. */
  readonly description?: string;
  /** Of the last `diagnose`. */
  readonly diagnosis?: Report['diagnosis'];
  /** Of the packed file. */
  readonly maxBytes?: number;
}

export interface Taken {
  readonly bundle: Bundle;
  readonly examination: Examination;
  /** What each token in the bundle stands for: never part of it. */
  readonly values: readonly HiddenValue[];
  /** Where a secret still stands in a text that was made from the bundle. */
  readonly leaksIn: Redactor['leaksIn'];
  /** The same report with other things left out, or another description; nothing is read again. */
  readonly remake: (exclude: Exclusion, description: string) => Promise<Bundle>;
}

export const takeReport = async (options: TakeOptions): Promise<Taken> => {
  const { checks, language, redact, logs = [], signal = new AbortController().signal } = options;
  // Whole, so that a later version with other defaults concludes the same.
  const settings = Object.fromEntries(
    checks.map((check) => [check.id, { ...check.settings, ...options.settings[check.id] }]),
  );
  const common = { checks, language, version: VERSION };
  const examination = await examine({
    ...common,
    host: options.since === undefined ? local() : since(local(), options.since),
    settings,
    ...(options.limits !== undefined && { limits: options.limits }),
    signal,
    beside: (host: Host) => readLogs(logs, host, signal),
    ...(options.onEvent !== undefined && { onEvent: options.onEvent }),
  });
  const hide = options.asItIs === true ? noRedactor : redactorFor(checks, redact);
  hide.learn(await ownNames(local(), signal));
  const createdAt = new Date();
  const remake: Taken['remake'] = (exclude, description) =>
    makeBundle({
      recording: examination.recording,
      settings,
      report: examination.report,
      redactor: hide,
      rerun: async ({ recording, settings: hidden }) =>
        (await examine({ ...common, host: replay(recording), settings: hidden })).report,
      createdAt,
      exclude,
      description,
      diagnosis: options.diagnosis,
      isExtra: isLog,
      ...(options.since !== undefined && { since: options.since }),
      ...(options.maxBytes !== undefined && { maxBytes: options.maxBytes }),
    });
  const bundle = await remake(options.exclude ?? { reads: [], findings: [] }, options.description ?? '');
  return { bundle, examination, values: hide.values(), leaksIn: hide.leaksIn, remake };
};
