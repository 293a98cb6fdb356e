/** What the findings of this check carry; the words in each language are made from it. */

export type System = 'linux' | 'windows' | 'macos';

export type Skew = { readonly offsetSeconds: number; readonly source: string };

/** `off`: switched off; `none`: there is no program for it; `failing`: it is on, and no server is followed. */
export type Sync = { readonly state: 'off' | 'none' | 'failing'; readonly system: System };

/**
 * `no-data`: the zone that is set has no data here; `old-rules`: its country has changed its clocks since;
 * `no-summer-time`: the zone has summer time, and Windows was told not to follow it.
 */
export type Zone = {
  readonly problem: 'no-data' | 'old-rules' | 'no-summer-time';
  readonly zone: string;
  readonly system: System;
};

/** `kept`: this system keeps the chip in local time; `other`: another system does, and this one does not. */
export type Chip = {
  readonly how: 'kept' | 'other';
  readonly offsetMinutes: number;
  readonly system: System;
};

/** In how many starts the chip had lost the time; `beganMs`: where it stood then, null where that is not told. */
export type Battery = { readonly starts: number; readonly beganMs: number | null; readonly isDead: boolean };
