/**
 * What the findings of this check carry; the words in each language are made from it.
 * Types, not interfaces: only those fit an open record such as Params.
 */

export type Crash = {
  readonly on: 'linux' | 'win32' | 'darwin';
  /** `now`: in this start, the system went on. `before`: it ended the previous start. */
  readonly when: 'now' | 'before' | 'earlier';
  /** `panic`, `oops`, `lockup`; `stop` of Windows. */
  readonly kind: string;
  /** What the kernel said, or the stop code: `0x9F`. */
  readonly line: string;
  /** `DRIVER_POWER_STATE_FAILURE`; '' where it is none of the known. */
  readonly name: string;
  /** `memory`, `disk`, `driver`, `graphics`, `processor`, `system-files`; '' where it is not told. */
  readonly class: string;
  /** Function and driver, file of the dump; '' where none is named. */
  readonly place: string;
  readonly count: number;
  readonly days: number;
  /** The system could not write down what happened. */
  readonly noDump: boolean;
};

export type Service = {
  readonly on: 'linux' | 'openrc' | 'win32' | 'darwin';
  /** `others`: what matters less, all in one. */
  readonly kind: 'failed' | 'loop' | 'others';
  readonly name: string;
  readonly description: string;
  readonly names: readonly string[];
  /** systemd's result: `exit-code`, `timeout`, `start-limit-hit`; '' where it is not told. */
  readonly result: string;
  readonly exitStatus: number | null;
  readonly restarts: number | null;
  /** Its last words. */
  readonly line: string;
};

export type Mode = {
  readonly on: 'linux' | 'win32' | 'darwin';
  readonly mode: 'rescue' | 'emergency' | 'minimal' | 'network' | 'safe';
  /** The word on the command line that asked for it; '' where somebody switched to it. */
  readonly word: string;
};

export type Entry = { readonly device: string; readonly path: string };
