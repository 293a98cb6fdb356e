/** One whole examination: ask, record, conclude, put into words. Of this computer, or of a recorded one. */
import type {
  Answer,
  AnyCheck,
  Host,
  Language,
  Reading,
  Recording,
  Request,
  Settings,
  Source,
} from './contract.ts';
import { messageOf, understand } from './gather.ts';
import { recording } from './host/recording.ts';
import { sharing } from './host/sharing.ts';
import type { Limits } from './limits.ts';
import { build, hostFrom } from './report/build.ts';
import type { Report } from './report/model.ts';
import { type RunEvent, type RunResult, run } from './run.ts';
import { platform } from './sources/system.ts';

export interface ExamineOptions {
  readonly checks: readonly AnyCheck[];
  readonly host: Host;
  readonly language: Language;
  readonly version: string;
  readonly settings?: Readonly<Record<string, Settings>>;
  readonly limits?: Partial<Limits>;
  /** Leaves out reads that are slow. */
  readonly quick?: boolean;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: RunEvent) => void;
  /** Reads more, for the recording alone. */
  readonly beside?: (host: Host) => Promise<void>;
  /** An earlier one: what its other checks saw is not looked at again, and stays in the report. */
  readonly before?: Examination;
}

export interface Examination {
  readonly report: Report;
  readonly result: RunResult;
  /** Everything the host answered: what a bundle is made of. */
  readonly recording: Recording;
}

export const examine = async (options: ExamineOptions): Promise<Examination> => {
  const { host, recorded } = recording(sharing(options.host));
  const { before } = options;
  const again = new Set(options.checks.map(({ id }) => id));
  const kept = before?.result.outcomes.filter(({ check }) => !again.has(check.id)) ?? [];
  const [result, system] = await Promise.all([
    run(options.checks, host, { ...options, kept }),
    read(platform, host),
    options.beside?.(host),
  ]);
  const taken = over(before?.recording, recorded());
  const report = build(inOrderOf(before?.result.outcomes, result), {
    language: options.language,
    version: options.version,
    host: hostFrom(system),
    requestOf: (id): Request | undefined => taken.entries[id]?.request,
  });
  return { report, result: inOrderOf(before?.result.outcomes, result), recording: taken };
};

const over = (before: Recording | undefined, now: Recording): Recording =>
  before === undefined ? now : { ...now, entries: { ...before.entries, ...now.entries } };

/** A check that is looked at again keeps its place. */
const inOrderOf = (before: RunResult['outcomes'] | undefined, result: RunResult): RunResult => {
  if (before === undefined) return result;
  const place = (id: string): number => {
    const at = before.findIndex(({ check }) => check.id === id);
    return at === -1 ? before.length : at;
  };
  return {
    ...result,
    outcomes: [...result.outcomes].sort((a, b) => place(a.check.id) - place(b.check.id)),
  };
};

const OWN_NAME_MS = 1000;

/** One read outside the run: asked for even where every check was interrupted. */
const read = async <T>({ id, on }: Source<T>, host: Host): Promise<Reading<T>> => {
  const way = on[host.os];
  if (way === undefined) return { status: 'unsupported', why: host.os, from: id };
  const limits = { timeoutMs: OWN_NAME_MS, signal: AbortSignal.timeout(OWN_NAME_MS) };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Answer>((resolve) => {
    const answer = {
      status: 'timeout',
      why: `no answer within ${OWN_NAME_MS / 1000} s`,
      ms: OWN_NAME_MS,
    } as const;
    // Twice its time, for a host that keeps its limits a little late.
    timer = setTimeout(() => resolve(answer), 2 * OWN_NAME_MS);
  });
  const asked = host
    .ask(id, way.request, limits)
    .catch((cause: unknown): Answer => ({ status: 'failed', why: `internal: ${messageOf(cause)}`, ms: 0 }));
  return understand(id, way, await Promise.race([asked, late]).finally(() => clearTimeout(timer)));
};
