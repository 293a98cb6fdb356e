/** Ctrl+C and its kind: the first one ends the work and tells what is known, the second one ends at once. */
import { EXIT } from '../../exit.ts';
import { leave } from '../../host/leave.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** 128 and the signal's number, as shells have it. */
const STATUS = { SIGINT: EXIT.interrupted, SIGTERM: 143, SIGHUP: 129 } as const;

export interface Interrupt {
  readonly signal: AbortSignal;
  /** The exit status, once it happened. */
  readonly status: () => number | undefined;
  readonly forget: () => void;
}

export const watchInterrupts = (): Interrupt => {
  const controller = new AbortController();
  let status: number | undefined;
  const listeners = SIGNALS.map((name) => {
    const listener = () => {
      if (status !== undefined) return void leave(STATUS[name]);
      status = STATUS[name];
      controller.abort();
    };
    process.on(name, listener);
    return () => process.off(name, listener);
  });
  return {
    signal: controller.signal,
    status: () => status,
    forget: () => {
      for (const forget of listeners) forget();
    },
  };
};
