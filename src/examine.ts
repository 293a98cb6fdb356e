/** One whole examination: ask, record, conclude, put into words. Of this computer, or of a recorded one. */
import type { AnyCheck, Host, Language, Reading, Recording, Request, Settings, Source } from './contract.ts';
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
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: RunEvent) => void;
}

export interface Examination {
  readonly report: Report;
  readonly result: RunResult;
  /** Everything the host answered: what a bundle is made of. */
  readonly recording: Recording;
}

export const examine = async (options: ExamineOptions): Promise<Examination> => {
  const { host, recorded } = recording(sharing(options.host));
  const [result, system] = await Promise.all([run(options.checks, host, options), read(platform, host)]);
  const taken = recorded();
  const report = build(result, {
    language: options.language,
    version: options.version,
    host: hostFrom(system),
    requestOf: (id): Request | undefined => taken.entries[id]?.request,
  });
  return { report, result, recording: taken };
};

const OWN_NAME_MS = 1000;

/** One read outside the run: asked for even where every check was interrupted. */
const read = async <T>({ id, on }: Source<T>, host: Host): Promise<Reading<T>> => {
  const way = on[host.os];
  if (way === undefined) return { status: 'unsupported', why: host.os, from: id };
  const limits = { timeoutMs: OWN_NAME_MS, signal: AbortSignal.timeout(OWN_NAME_MS) };
  const answer = await host.ask(id, way.request, limits);
  return answer.status === 'ok'
    ? { status: 'ok', value: way.parse(answer.raw, way.request), from: id }
    : { status: answer.status, why: answer.why, from: id };
};
