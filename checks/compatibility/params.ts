/** What the findings of this check carry; the words in each language are made from it. */

export type System = 'linux' | 'windows' | 'macos';

/** `built`: what it is built for, where that is told: `ARM64`, `x86-64`, `32-bit`, `16-bit`. `rosetta`: macOS could translate it. */
export type Mismatch = {
  readonly program: string;
  readonly built: string;
  readonly own: string;
  readonly rosetta: boolean;
  readonly system: System;
};

/** `component`: a library, or a version of one; empty where the system does not name it. */
export type Lacking = { readonly program: string; readonly component: string; readonly system: System };

/** `needs`: a version of the system, or of its C library; empty where it is not named. */
export type TooNew = {
  readonly program: string;
  readonly needs: string;
  readonly has: string;
  readonly system: System;
};

/** `others`: how many different programs crashed; `module`: where it crashed, empty where that is not told. */
export type Crashing = {
  readonly program: string;
  readonly times: number;
  readonly days: number;
  readonly module: string;
  readonly hangs: number;
  readonly others: readonly string[];
};

export type Blocked = {
  readonly program: string;
  readonly by:
    | 'selinux'
    | 'apparmor'
    | 'userns'
    | 'noexec'
    | 'applocker'
    | 'code-integrity'
    | 'asr'
    | 'gatekeeper';
  readonly detail: string;
};

export type Outdated = { readonly count: number; readonly names: readonly string[]; readonly from: string };

export type Miss =
  | { readonly what: 'memory' | 'disk'; readonly hasBytes: number; readonly needsBytes: number }
  | { readonly what: 'tpm' | 'secure-boot' | 'uefi' | 'cores' | 'bits' | 'model' }
  | { readonly what: 'processor'; readonly has: string }
  | { readonly what: 'level'; readonly needs: string };

export type Below = { readonly next: string; readonly misses: readonly Miss[]; readonly system: System };

export type Antiviruses = { readonly names: readonly string[]; readonly system: System };
