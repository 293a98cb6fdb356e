/** The files of a bundle, in their order, with the manifest over them and the seal over the manifest. */
import { createHash } from 'node:crypto';
import type { Language, RecordedEntry } from '../../contract.ts';
import { forJson } from '../../output/untrusted.ts';
import type { Report } from '../model.ts';
import { page } from '../page.tsx';
import { toMarkdown } from '../paste/markdown.ts';
import type { HiddenCounts } from '../redact/hidden.ts';
import type { Files } from './archive.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import {
  BUNDLE_VERSION,
  HIDDEN,
  type LeftOut,
  MANIFEST,
  type Manifest,
  README,
  RECORDING,
  REPORT,
  REPORT_PAGE,
  REPORT_TEXT,
  type Replayable,
  SEAL,
} from './layout.ts';
import { rawOf } from './readable.ts';
import { readme } from './readme.ts';

export interface Contents {
  readonly replayable: Replayable;
  readonly report: Report;
  /** Undefined where nothing was hidden. */
  readonly hidden?: AllHidden;
  readonly leftOut: readonly LeftOut[];
  readonly createdAt: Date;
  /** Nothing of the logs that is older is inside. */
  readonly since?: Date;
}

export interface AllHidden {
  readonly counts: HiddenCounts;
  /** By the id of the read. */
  readonly reads: Readonly<Record<string, HiddenCounts>>;
}

export const filesOf = ({ replayable, report, hidden, leftOut, createdAt, since }: Contents): Files => {
  const { tool, language } = report;
  const about = { schemaVersion: BUNDLE_VERSION, tool, createdAt: createdAt.toISOString() } as const;
  const withoutText = new Set(leftOut.map(({ source }) => source));
  const { os, entries } = replayable.recording;
  const shown = Object.entries(entries).filter(([source]) => !withoutText.has(source));
  const withText = { os, entries: Object.fromEntries(shown) };
  const evidence = evidenceOf(replayable.recording).filter(({ source }) => !withoutText.has(source));
  const files = new Map<string, Buffer>([
    [README, Buffer.from(readme(language, hidden !== undefined))],
    [REPORT_TEXT, Buffer.from(toMarkdown(report))],
    [
      REPORT_PAGE,
      Buffer.from(
        page(report, { recording: withText, ...(hidden !== undefined && { hidden: hidden.counts }) }),
      ),
    ],
    [REPORT, Buffer.from(`${forJson(report, 2)}\n`)],
    [HIDDEN, Buffer.from(asJson(hiddenIn(hidden ?? NOTHING, replayable, evidence)))],
    [RECORDING, Buffer.from(asJson({ ...about, language, ...replayable }))],
  ]);
  for (const { name, content } of evidence) files.set(name, content);
  const manifest: Manifest = {
    ...about,
    redacted: hidden !== undefined,
    ...(since !== undefined && { since: since.toISOString() }),
    files: [...files].map(([name, content]) => ({ name, bytes: content.length, sha256: sha256(content) })),
    reads: Object.entries(replayable.recording.entries).map(([source, entry]) => ({
      source,
      ...facts(entry),
      ...fileOf(evidence, source),
    })),
    ...(leftOut.length > 0 && { leftOut: [...leftOut] }),
  };
  const sealed = Buffer.from(asJson(manifest));
  return files.set(MANIFEST, sealed).set(SEAL, Buffer.from(seal(sealed, language)));
};

const NOTHING: AllHidden = { counts: {}, reads: {} };

const hiddenIn = (
  { counts, reads }: AllHidden,
  { recording }: Replayable,
  evidence: readonly Evidence[],
) => ({
  counts,
  reads: Object.fromEntries(
    Object.entries(reads).flatMap(([source, own]) => {
      if (!Object.hasOwn(recording.entries, source)) return [];
      const file = evidence.find((one) => one.source === source)?.name;
      return [[source, { ...(file !== undefined && { file }), counts: own }]];
    }),
  ),
});

/** Lossless, and safe to print: what a terminal obeys stands there as \uXXXX. */
const asJson = (value: unknown): string =>
  `${JSON.stringify(value, undefined, 1).replace(
    /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )}\n`;

export const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

const seal = (manifest: Buffer, language: Language): string =>
  `${sha256(manifest)}  ${MANIFEST}\n\n${
    language === 'ru'
      ? 'Контрольная сумма показывает, что после записи в отчёте ничего не изменилось. Кто его написал, она не доказывает.'
      : 'This checksum tells that nothing in the report changed since it was written. It does not prove who wrote it.'
  }\n`;

const facts = ({ request, answer, startedAt }: RecordedEntry) => {
  const raw = rawOf(answer);
  const dropped = raw !== undefined && 'droppedBytes' in raw ? raw.droppedBytes : undefined;
  return {
    request: { ...request },
    status: answer.status,
    startedAt,
    ms: answer.ms,
    ...(raw !== undefined && 'exitCode' in raw && { exitCode: raw.exitCode }),
    bytes: raw === undefined ? 0 : Buffer.byteLength(JSON.stringify(raw)),
    ...(dropped !== undefined && { truncated: true }),
  };
};

const fileOf = (evidence: readonly Evidence[], source: string) => {
  const found = evidence.find((one) => one.source === source);
  return found === undefined ? {} : { file: found.name, sha256: sha256(found.content) };
};
