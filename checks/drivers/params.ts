/** What the findings carry; words are made from it. */
import type { ProblemAction } from './data/problems.ts';

/** What a device is for, as people name it. */
export type DeviceKind =
  | 'network'
  | 'wifi'
  | 'bluetooth'
  | 'modem'
  | 'graphics'
  | 'sound'
  | 'camera'
  | 'multimedia'
  | 'storage'
  | 'usb-controller'
  | 'input'
  | 'printer'
  | 'other';

/** A type, not an interface: params are plain data by index too. */
export type DeviceParams = {
  readonly kind: DeviceKind;
  /** As the machine's own list names it; '' where it has none. */
  readonly name: string;
  /** `8086:15f3`; '' where it has none. */
  readonly id: string;
  /** `0000:00:1f.6`, `1-4`, or Windows' instance. */
  readonly where: string;
  /** '' where no official source is known, or the table is too old. */
  readonly maker: string;
  readonly url: string;
  /** Who built this computer, and what it is called, where its page comes first; '' otherwise. */
  readonly computer: string;
};

/** Which commands and clicks there are. */
export type System = 'windows' | 'ubuntu' | 'linux' | 'macos';

export type NoDriver = DeviceParams & {
  /** Modules of this kernel that know the device: '' none, or nobody could tell. */
  readonly module: string;
  /** The line that keeps the module from loading, and its file. */
  readonly blockedBy: string;
  /** It is loaded all the same, and has not taken the device. */
  readonly loaded: boolean;
  /** The modules of the running kernel are gone from the disk: after a restart they are there. */
  readonly modulesGone: boolean;
  /** Windows' problem code; 0 elsewhere. */
  readonly problem: number;
  readonly system: System;
};

/** A device that Windows marks, or the Linux kernel gave up. */
export type Trouble = DeviceParams & {
  /** Windows' problem code and its name; 0 and '' on Linux. */
  readonly problem: number;
  readonly symbol: string;
  readonly action: ProblemAction;
  /** NTSTATUS or errno in the form people search for: `0xC0000001`, `-110`; '' where there is none. */
  readonly status: string;
  readonly driver: string;
  readonly version: string;
  readonly date: string;
};

export type Firmware = DeviceParams & {
  readonly driver: string;
  /** The last that the driver would take stands last. */
  readonly files: readonly string[];
  /** '' where the table does not know this distribution. */
  readonly package: string;
  readonly install: string;
};

export type LoadFailed =
  | {
      readonly on: 'linux';
      readonly module: string;
      readonly reason: 'unknown-symbol' | 'symbol-version' | 'other-kernel';
      readonly detail: string;
      readonly kernel: string;
    }
  | ({ readonly on: 'windows' } & Trouble);

/** Module of the Linux kernel, device of Windows, extension of macOS. */
export type Refused =
  | {
      readonly on: 'linux';
      readonly line: string;
      readonly modules: readonly string[];
      readonly secureBoot: boolean;
    }
  | ({ readonly on: 'windows' } & Trouble)
  | { readonly on: 'windows-file'; readonly file: string }
  | { readonly on: 'macos'; readonly bundle: string; readonly name: string };

export type Conflict =
  | { readonly on: 'interrupt'; readonly irq: number; readonly handlers: readonly string[] }
  | ({ readonly on: 'device' } & Trouble);

export type Fallback = DeviceParams & {
  /** `simple-framebuffer`, `BasicDisplay`. */
  readonly driver: string;
  readonly nomodeset: boolean;
  readonly system: System;
};

export type Resets = {
  readonly driver: string;
  readonly name: string;
  readonly count: number;
  readonly days: number;
  /** NVIDIA's numbers, each once. */
  readonly xids: readonly number[];
  readonly bugcheck: string;
};

export type Unbuilt = {
  readonly module: string;
  readonly version: string;
  readonly kernel: string;
  readonly headersMissing: boolean;
  readonly failed: boolean;
};

export type Offers = {
  readonly from: 'fwupd' | 'ubuntu' | 'windows-update';
  readonly offers: readonly { readonly device: string; readonly version: string; readonly newer: string }[];
};

export type Taint = {
  readonly value: number;
  readonly flags: readonly { readonly bit: number; readonly letter: string }[];
  readonly extensions: readonly string[];
};
