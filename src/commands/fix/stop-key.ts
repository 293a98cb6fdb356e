/** Enter or c ends a wait early. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface StopKey {
  readonly isPressed: () => boolean;
  /** Until the time is over or the key is pressed. */
  readonly pause: (ms: number) => Promise<void>;
  readonly forget: () => void;
}

/** Line by line where the terminal has no raw mode: then it is Enter. */
export const stopKey = (signal: AbortSignal, input: NodeJS.ReadStream = process.stdin): StopKey => {
  const pressed = new AbortController();
  const isRaw = input.isTTY === true && typeof input.setRawMode === 'function';
  const listen = (chunk: Buffer): void => {
    const text = chunk.toString('latin1');
    // In raw mode Ctrl-C is a key like any other.
    if (isRaw && text.includes('\u0003')) process.kill(process.pid, 'SIGINT');
    if (/[\r\ncC\u0003]/.test(text)) pressed.abort();
  };
  if (isRaw) input.setRawMode(true);
  input.on('data', listen);
  input.resume();
  return {
    isPressed: () => pressed.signal.aborted,
    pause: async (ms) => {
      await sleep(ms, undefined, { signal: AbortSignal.any([pressed.signal, signal]) }).catch(() => {});
    },
    forget: () => {
      input.off('data', listen);
      if (isRaw) input.setRawMode(false);
      input.pause();
    },
  };
};
