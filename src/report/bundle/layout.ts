/** What is inside a bundle, and what opening one accepts. */
import { z } from 'zod';
import type { Recording, Settings } from '../../contract.ts';
import { reason } from '../model.ts';

/** Raised when an older version could no longer open what this one writes. */
export const BUNDLE_VERSION = 1;

export const README = 'README.txt';
export const REPORT = 'report.json';
export const REPORT_TEXT = 'report.md';
export const REPORT_PAGE = 'report.html';
export const RECORDING = 'recording.json';
export const MANIFEST = 'manifest.json';
export const HIDDEN = 'hidden.json';
export const SEAL = 'SEAL';
export const EVIDENCE = 'evidence/';

export const MAX_PACKED_BYTES = 64 * 1024 * 1024;
export const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;
export const MAX_ENTRIES = 5000;
/** Text packs 5 to 30 times; what goes far beyond that is made to fill memory. */
export const MAX_RATIO = 200;
/** Below it no ratio does harm: a short report of blanks is no attack. */
export const RATIO_FROM_BYTES = 16 * 1024 * 1024;

const version = z.strictObject({ name: z.string().max(100), version: z.string().max(100) });

const connection = z.enum([
  'connected',
  'refused',
  'reset',
  'timeout',
  'unreachable',
  'denied',
  'no-name',
  'failed',
]);
const milliseconds = z.number();
const text = z.string();

/** One shape for each kind of request; what a newer version adds is left out. */
const RAW = {
  exec: z.object({
    stdout: text,
    stderr: text,
    exitCode: z.number().nullable(),
    droppedBytes: z.number().optional(),
  }),
  file: z.object({ text, droppedBytes: z.number().optional() }),
  list: z.object({ names: z.array(text) }),
  attributes: z.object({
    entries: z.record(
      text,
      z.record(text, z.union([z.strictObject({ text }), z.strictObject({ error: text })])),
    ),
  }),
  space: z.object({
    totalBytes: z.number(),
    freeBytes: z.number(),
    availableBytes: z.number(),
    files: z.number(),
    freeFiles: z.number(),
  }),
  usage: z.object({
    bytes: z.number(),
    files: z.number(),
    complete: z.boolean(),
    largest: z.array(z.object({ path: text, bytes: z.number(), modifiedAt: text })),
  }),
  stat: z.object({
    type: z.enum(['file', 'folder', 'link', 'other']),
    bytes: z.number(),
    inode: z.number(),
    modifiedAt: text,
    mode: z.number().optional(),
    uid: z.number().optional(),
  }),
  writable: z.object({ error: text.optional() }),
  'deleted-files': z.object({
    files: z.array(z.object({ pid: z.number(), program: text, path: text, bytes: z.number() })),
    hiddenProcesses: z.number(),
  }),
  holders: z.object({
    holders: z.array(z.object({ pid: z.number(), program: text, path: text })),
    hiddenProcesses: z.number(),
  }),
  lookup: z.object({
    outcome: z.enum(['found', 'not-found', 'timeout', 'failed']),
    code: text.optional(),
    addresses: z.array(text),
    ms: milliseconds,
  }),
  resolve: z.object({
    outcome: z.enum(['answered', 'timeout', 'refused', 'unreachable', 'denied', 'failed']),
    rcode: text.optional(),
    addresses: z.array(text),
    extendedErrors: z.array(z.number()),
    code: text.optional(),
    ms: milliseconds,
  }),
  tcp: z.object({
    attempts: z.array(z.object({ outcome: connection, code: text.optional(), ms: milliseconds })),
    localAddress: text.optional(),
  }),
  tls: z.object({
    outcome: z.enum(['secure', 'untrusted', 'tcp-failed', 'handshake-timeout', 'handshake-failed']),
    connection,
    code: text.optional(),
    connectMs: milliseconds.optional(),
    ms: milliseconds,
    chain: z.array(
      z.object({ subject: text, issuer: text, validFrom: text, validTo: text, fingerprint: text }),
    ),
  }),
  http: z.object({
    outcome: z.enum([...connection.options, 'answered', 'stalled']),
    code: text.optional(),
    status: z.number().optional(),
    headers: z.record(text, text),
    body: text,
    bodyBytes: z.number(),
    complete: z.boolean(),
    connectMs: milliseconds.optional(),
    firstByteMs: milliseconds.optional(),
    ms: milliseconds,
    receivedAtMs: milliseconds.optional(),
  }),
  interfaces: z.object({
    addresses: z.array(
      z.object({ interface: text, address: text, prefix: z.number(), mac: text, internal: z.boolean() }),
    ),
  }),
  inventory: z.object({ value: z.unknown() }),
  clock: z.object({ epochMs: z.number(), timeZone: text }),
  user: z.object({ name: text, home: text, uid: z.number(), elevated: z.boolean().nullable() }),
  system: z.object({
    platform: text,
    release: text,
    arch: text,
    hostname: text,
    bootedSecondsAgo: z.number(),
  }),
  env: z.object({ values: z.record(text, text) }),
} as const;

const entry = z.union(
  Object.entries(RAW).map(([kind, raw]) =>
    z.object({
      // Nothing is asked by a request of a bundle; it is shown, and parsers look at its words.
      request: z.looseObject({ kind: z.literal(kind) }),
      startedAt: text,
      answer: z.union([
        z.object({ status: z.literal('ok'), raw, ms: milliseconds }),
        z.object({ status: reason, why: text, ms: milliseconds, partial: raw.optional() }),
      ]),
    }),
  ),
);

export const recordingFile = z.object({
  schemaVersion: z.literal(BUNDLE_VERSION),
  tool: version,
  language: z.enum(['en', 'ru']),
  createdAt: text,
  modules: z.array(text),
  settings: z.record(text, z.record(text, z.json())),
  recording: z.object({ os: z.enum(['linux', 'darwin', 'win32', 'other']), entries: z.record(text, entry) }),
});

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const fileEntry = z.object({ name: text, bytes: z.number(), sha256: hash });

/** A read that is not inside, or whose text stands in the recording alone. */
const leftOut = z.object({ source: text, what: z.enum(['read', 'text']), why: z.enum(['size', 'excluded']) });

export type LeftOut = Readonly<z.infer<typeof leftOut>>;

export const manifestFile = z.object({
  schemaVersion: z.literal(BUNDLE_VERSION),
  tool: version,
  createdAt: text,
  redacted: z.boolean(),
  /** Of the logs nothing older was read. */
  since: text.optional(),
  files: z.array(fileEntry),
  reads: z.array(
    z.object({
      source: text,
      request: z.looseObject({ kind: text }),
      status: text,
      startedAt: text,
      ms: milliseconds,
      exitCode: z.number().nullable().optional(),
      bytes: z.number(),
      truncated: z.boolean().optional(),
      file: text.optional(),
      sha256: hash.optional(),
    }),
  ),
  leftOut: z.array(leftOut).optional(),
});

const counts = z.record(text, z.number());

export const hiddenFile = z.object({
  counts,
  /** Reads in which something was hidden, by id. Absent in older bundles. */
  reads: z.record(text, z.object({ file: text.optional(), counts })).optional(),
});

export type Manifest = Readonly<z.infer<typeof manifestFile>>;

/** What replay needs: the answers, and how they were looked at. */
export interface Replayable {
  readonly recording: Recording;
  /** By check id. */
  readonly settings: Readonly<Record<string, Settings>>;
  /** The checks that ran. */
  readonly modules: readonly string[];
}
