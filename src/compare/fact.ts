/** What two computers, or one computer at two times, can be compared by. */
import type { Reading, Reason, Recording, Source } from '../contract.ts';

/** What a fact is about; the words for it are in the language files. */
export const AREAS = [
  ...['system', 'kernel', 'architecture', 'computer', 'rights', 'zone'],
  ...['disk', 'space', 'mount', 'adapter', 'link', 'speed', 'ipv4', 'ipv6', 'gateway', 'dns', 'proxy'],
  ...['card', 'usb', 'screen', 'driver', 'device-problem', 'failed-service'],
  ...['installed-kernel', 'package', 'module'],
  // Of one computer at two times only: reports hide them, or need not tell them.
  ...['router', 'wifi-name', 'bluetooth', 'driver-version', 'update', 'antivirus'],
] as const;
export type Area = (typeof AREAS)[number];

/** One thing about a computer that stays what it is until somebody or something changes it: no times, no counters. */
export interface Fact {
  /** What it is of: an adapter, a package, a mount point; empty where there is one only. */
  readonly key: string;
  /** Null: it is there, and no more is known. */
  readonly value: string | null;
  /** Room on a disk: a little more or less of it is no difference. */
  readonly room?: Room;
}

export interface Room {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

export type RowReading =
  | { readonly status: 'ok'; readonly facts: ReadonlyMap<string, Fact> }
  | { readonly status: Reason; readonly why: string };

export type Look = <T>(source: Source<T>) => Promise<Reading<T>>;

/** A read, and the facts in it. */
export interface Row {
  readonly area: Area;
  /** The read that the facts are from. */
  readonly source: string;
  /** What is on one side only is told by another area: only changes count. */
  readonly changesOnly?: true;
  readonly read: (look: Look, recording: Recording) => Promise<RowReading>;
}

export interface RowOptions {
  /** Where the file or program is not there, there is nothing of the kind: no bus, no such package manager. */
  readonly absentIsNone?: true;
  readonly changesOnly?: true;
}
