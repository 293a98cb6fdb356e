/** Named reads: a request and how its answer is understood. */
import type { Reason } from './machine.ts';
import type { Raw } from './raw.ts';
import type { Kind, Os, Request } from './request.ts';

export type Reading<T> = { readonly status: 'ok'; readonly value: T; readonly from: string } | Unread;

export interface Unread {
  readonly status: Reason;
  /** The technical detail: an errno, the seconds given, the line that was not understood. */
  readonly why: string;
  readonly from: string;
}

/** One way to read something: the request, and how its answer is understood. */
export interface Read<T> {
  readonly request: Request;
  readonly parse: (raw: Raw[Kind], asked: Request) => T;
}

/** A named read. The id is for ever; what stands behind it may change and differs between systems. */
export interface Source<T> {
  readonly id: string;
  readonly on: Partial<Readonly<Record<Os, Read<T>>>>;
  /** Asked when this one is absent, unsupported or unparsable. */
  readonly otherwise?: Source<T>;
  /** `slow`: takes longer than about 150 ms on an ordinary computer. A quick look leaves it out. */
  readonly cost?: Cost;
}

export type Cost = 'slow';

/** Thrown by a parser: the text was not understood, or says itself why there is nothing to see. */
export class Unreadable extends Error {
  constructor(
    readonly status: Extract<Reason, 'unparsable' | 'denied' | 'absent' | 'failed' | 'unsupported'>,
    why: string,
  ) {
    super(why);
  }
}

/** For a parser that meets a line it does not know: quotes the line. */
export const unparsable = (line: string): Unreadable =>
  new Unreadable('unparsable', line.length > 200 ? `${line.slice(0, 200)}…` : line);

export const read = <K extends Kind, T>(
  request: Extract<Request, { kind: K }>,
  parse: (raw: Raw[K], asked: Extract<Request, { kind: K }>) => T,
): Read<T> => ({
  request,
  // A host answers a request of kind K with Raw[K]: the pair is made here and nowhere taken apart.
  parse: parse as unknown as Read<T>['parse'],
});

const EVERYWHERE: readonly Os[] = ['linux', 'darwin', 'win32', 'other'];

/** The same read on every system. */
export const everywhere = <T>(one: Read<T>): Source<T>['on'] =>
  Object.fromEntries(EVERYWHERE.map((os) => [os, one]));

/** A source that is read in the same way wherever it can be read. */
export const source = <K extends Kind, T>(definition: {
  readonly id: string;
  readonly request: Extract<Request, { kind: K }>;
  readonly parse: (raw: Raw[K], asked: Extract<Request, { kind: K }>) => T;
  readonly os?: readonly Os[];
  readonly otherwise?: Source<T>;
  readonly cost?: Cost;
}): Source<T> => {
  const one = read<K, T>(definition.request, definition.parse);
  return {
    id: definition.id,
    on: Object.fromEntries((definition.os ?? EVERYWHERE).map((os) => [os, one])),
    ...(definition.otherwise && { otherwise: definition.otherwise }),
    ...(definition.cost && { cost: definition.cost }),
  };
};

/** A source that each system is asked for in its own way. */
export const sourceByOs = <T>(
  id: string,
  on: Partial<Readonly<Record<Os, Read<T>>>>,
  otherwise?: Source<T>,
  cost?: Cost,
): Source<T> => ({ id, on, ...(otherwise && { otherwise }), ...(cost && { cost }) });

/** Reads that depend on another one: the parameter becomes part of the id (`net.ping/192.0.2.1`). */
export interface Family<P extends string, T> {
  (parameter: P): Source<T>;
  readonly id: string;
  /** What the parameter is, for `plan`: 'gateway', 'address'. */
  readonly parameter: string;
}

export const family = <T, P extends string = string>(
  id: string,
  parameter: string,
  make: (parameter: P) => Omit<Source<T>, 'id'>,
): Family<P, T> =>
  Object.assign((value: P): Source<T> => ({ ...make(value), id: `${id}/${value}` }), {
    id,
    parameter,
  });

export type Sources = Readonly<Record<string, Source<unknown>>>;

/** What was read: the named sources, and by `get` those asked for in follow-up rounds. */
export type Facts<R extends Sources> = {
  readonly [N in keyof R]: R[N] extends Source<infer T> ? Reading<T> : never;
} & {
  /** The reading of a follow-up source; `unrecorded` when it was not asked for. */
  get<T>(source: Source<T>): Reading<T>;
  /** Whether that source was asked for in an earlier round. */
  asked(source: Source<unknown>): boolean;
};
