/** Sound as the rules see it, whichever system it is of. */

export interface Sound {
  readonly outputs: readonly Output[];
  readonly defaultOutput: Output | null;
  readonly defaultInput: Input | null;
  /** Endpoints that are there and cannot be used, by the reason. */
  readonly disabled: readonly string[];
  readonly unplugged: readonly string[];
  /** All microphones are switched off in the settings. */
  readonly disabledInputs: readonly string[];
  readonly headset: Headset | null;
  /** What it rests on. */
  readonly evidence: readonly string[];
}

export interface Output extends Input {
  /** Where the sound goes: to a monitor, through Bluetooth, nowhere but into a program. */
  readonly kind: 'speakers' | 'headphones' | 'monitor' | 'bluetooth' | 'virtual' | 'other';
  /** False: the plug in use is empty. Null where nobody can tell. */
  readonly isPlugged: boolean | null;
}

export interface Input {
  readonly name: string;
  /** Null where its level was not read. */
  readonly isMuted: boolean | null;
  readonly volumePct: number | null;
}

/** A Bluetooth headset in the mode of telephones. */
export interface Headset {
  readonly name: string;
  /** The program that listens to it; null where that cannot be seen. */
  readonly program: string | null;
}
