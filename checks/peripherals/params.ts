/** What findings carry: the words of both languages are made from it. */
import type { OffReason } from './findings/bluetooth.ts';
import type { CameraBlock } from './findings/camera.ts';
import type { MissingInput } from './findings/inputs.ts';
import type { Closed } from './findings/storage.ts';

export interface SetUpFailure {
  readonly port: string;
  readonly errors: number;
  /** An errno of the kernel: -71, -110. */
  readonly error: number | null;
  readonly minutesAgo: number | null;
}

export interface Surge {
  readonly port: string;
  readonly times: number;
  readonly minutesAgo: number | null;
}

export interface Flapping {
  readonly port: string;
  readonly device: string | null;
  readonly times: number;
  readonly minutes: number;
  readonly minutesAgo: number | null;
}

export interface ClosedDisk {
  readonly disk: string;
  readonly device: string;
  /** What is opened: `/dev/sdb1`; null where the system does it by the disk, or nothing can be opened. */
  readonly volume: string | null;
  readonly bytes: number;
  readonly fileSystem: string | null;
  readonly reason: Closed;
}

export interface BluetoothOff {
  readonly reason: OffReason;
  readonly adapter: string | null;
}

export interface Unpaired {
  readonly device: string;
  readonly times: number;
  readonly why: string | null;
  readonly batteryPct: number | null;
}

export interface BlockedCamera {
  readonly reason: CameraBlock;
  readonly camera: string;
  /** The level of the setting, or the programs. */
  readonly by: string | null;
}

export interface InputTrouble {
  readonly what: MissingInput;
  readonly device: string | null;
}
