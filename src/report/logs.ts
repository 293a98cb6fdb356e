/** `--logs`: the last of the system's own logs, for a person to read. No check asks for them. */
import type { Answer, Host, Request } from '../contract.ts';

export interface LogRead {
  readonly id: string;
  readonly request: Request;
  /** Asked where this one gives nothing. */
  readonly otherwise?: LogRead;
}

const TIMEOUT_MS = 10_000;

export const isLog = (id: string): boolean => id.startsWith('logs.');

/** Through the same door as all reads: what records it and what cuts it sees these too. */
export const readLogs = async (logs: readonly LogRead[], host: Host, signal: AbortSignal): Promise<void> => {
  await Promise.all(logs.map((log) => readLog(log, host, signal)));
};

const readLog = async (
  { id, request, otherwise }: LogRead,
  host: Host,
  signal: AbortSignal,
): Promise<void> => {
  const answer = await host.ask(id, request, { timeoutMs: TIMEOUT_MS, signal });
  if (otherwise !== undefined && isNothing(answer)) await readLog(otherwise, host, signal);
};

/** journalctl ends well where it may see nothing. */
const isNothing = (answer: Answer): boolean =>
  answer.status !== 'ok' || ('stdout' in answer.raw && answer.raw.stdout.trim() === '');
