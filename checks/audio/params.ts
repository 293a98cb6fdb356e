/** What the findings of this check carry; the words in each language are made from it. */

export type System = 'linux' | 'windows' | 'macos';

export type Down = { readonly service: string; readonly system: System; readonly isOff: boolean };

/**
 * `unused`: cards are there, and the sound server uses none of them; `no-driver`: a sound chip that no
 * driver took; `disabled` and `unplugged`: as the system says.
 */
export type Lack = 'unused' | 'no-driver' | 'disabled' | 'unplugged' | 'none';

export type NoOutput = { readonly lack: Lack; readonly device: string };

export type Muted = {
  readonly device: string;
  readonly isMuted: boolean;
  readonly volumePct: number;
  readonly system: System;
};

export type Wrong = {
  readonly device: string;
  readonly better: string;
  readonly why: 'unplugged' | 'virtual' | 'monitor';
};

export type Blocked = {
  readonly by: 'policy' | 'machine' | 'user' | 'desktop-programs' | 'gnome' | 'portal';
  readonly apps: readonly string[];
};

export type Quiet = {
  readonly device: string;
  readonly how: 'muted' | 'quiet' | 'disabled';
  readonly volumePct: number;
  readonly system: System;
};

export type Telephone = { readonly device: string; readonly program: string; readonly system: System };
