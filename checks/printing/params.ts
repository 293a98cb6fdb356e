/** What the findings of this check carry; the words in each language are made from it. */

export type Stopped = { readonly service: string; readonly isOff: boolean; readonly isFailed: boolean };

export type Paused = {
  readonly printer: string;
  readonly how: 'paused' | 'refusing' | 'offline-mode';
  readonly message: string;
  readonly waiting: number;
  readonly system: 'cups' | 'windows';
};

export type Stuck = {
  readonly printer: string;
  readonly jobs: number;
  readonly minutes: number;
  readonly id: string;
  readonly system: 'cups' | 'windows';
};

export type Offline = {
  readonly printer: string;
  readonly how: 'usb' | 'timeout' | 'refused' | 'unreachable' | 'said';
  readonly address: string;
  readonly waiting: number;
};

export type Failing = {
  readonly printer: string;
  readonly driver: string;
  readonly failed: number;
  readonly message: string;
  readonly system: 'cups' | 'windows';
};

export type Default = {
  readonly why: 'none' | 'virtual' | 'offline';
  readonly chosen: string;
  readonly better: string;
  readonly isManaged: boolean;
  readonly system: 'cups' | 'windows';
};
