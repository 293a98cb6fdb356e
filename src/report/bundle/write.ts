/** Makes a bundle: redacted, replayed, packed. Nothing touches the disk here. */
import { createHash } from 'node:crypto';
import type { Language, RecordedEntry, Recording, Settings } from '../../contract.ts';
import { forJson } from '../../output/untrusted.ts';
import type { Report } from '../model.ts';
import { paste } from '../paste.ts';
import type { HiddenCounts } from '../redact/hidden.ts';
import type { Redactor } from '../redact/redactor.ts';
import { type Files, pack } from './archive.ts';
import { type Comparison, compare } from './compare.ts';
import {
  BUNDLE_VERSION,
  EVIDENCE,
  HIDDEN,
  MANIFEST,
  type Manifest,
  README,
  RECORDING,
  REPORT,
  REPORT_TEXT,
  type Replayable,
  SEAL,
} from './layout.ts';
import { rawOf, readable } from './readable.ts';
import { readme } from './readme.ts';

export interface BundleInput {
  /** As it was taken: it is redacted here and nowhere else. */
  readonly recording: Recording;
  readonly settings: Readonly<Record<string, Settings>>;
  /** What the run on the machine concluded. */
  readonly report: Report;
  readonly redactor: Redactor;
  /** Examines the redacted recording with the redacted settings, in the language of the report. */
  readonly rerun: (replayable: Replayable) => Promise<Report>;
  readonly createdAt: Date;
}

export interface Bundle {
  /** `techsupport-host-k3m7pq-20260102T030405Z.tar.gz` */
  readonly name: string;
  readonly bytes: Buffer;
  /** As a reader of the bundle will see it: nothing personal in it. */
  readonly report: Report;
  readonly comparison: Comparison;
  readonly hidden: HiddenCounts;
  /** What is inside, in order. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

export const makeBundle = async (input: BundleInput): Promise<Bundle> => {
  const { redactor, createdAt } = input;
  redactor.learn(input.recording, input.settings);
  const replayable: Replayable = {
    recording: redactor.recording(input.recording),
    settings: redactor.json(input.settings),
    modules: input.report.checks.map(({ id }) => id),
  };
  const again = await input.rerun(replayable);
  const report: Report = {
    ...again,
    startedAt: input.report.startedAt,
    durationMs: input.report.durationMs,
    ...(input.report.interrupted === true && { interrupted: true }),
  };
  const hidden = redactor.counts();
  const files = filesOf(replayable, report, { counts: hidden, reads: redactor.countsByRead() }, createdAt);
  const name = bundleName(report, createdAt);
  return {
    name,
    bytes: pack(name.replace(/\.tar\.gz$/, ''), files, createdAt),
    report,
    comparison: compare(input.report, report),
    hidden,
    files: [...files].map(([own, { length }]) => ({ name: own, bytes: length })),
  };
};

const bundleName = (report: Report, createdAt: Date): string => {
  const who = report.host.name
    .toLowerCase()
    .split('.', 1)[0]
    ?.replace(/[^a-z0-9-]/g, '')
    .slice(0, 30);
  const time = createdAt.toISOString().replace(/[-:]|\.\d+/g, '');
  return `techsupport-${who === undefined || who === '' ? 'computer' : who}-${time}.tar.gz`;
};

interface AllHidden {
  readonly counts: HiddenCounts;
  readonly reads: Readonly<Record<string, HiddenCounts>>;
}

const filesOf = (replayable: Replayable, report: Report, hidden: AllHidden, createdAt: Date): Files => {
  const { tool, language } = report;
  const about = { schemaVersion: BUNDLE_VERSION, tool, createdAt: createdAt.toISOString() } as const;
  const evidence = evidenceOf(replayable.recording);
  const files = new Map<string, Buffer>([
    [README, Buffer.from(readme(language))],
    [REPORT_TEXT, Buffer.from(`${paste(report)}\n`)],
    [REPORT, Buffer.from(`${forJson(report, 2)}\n`)],
    [HIDDEN, Buffer.from(asJson(hiddenIn(hidden, evidence)))],
    [RECORDING, Buffer.from(asJson({ ...about, language, ...replayable }))],
  ]);
  for (const { name, content } of evidence) files.set(name, content);
  const manifest: Manifest = {
    ...about,
    redacted: true,
    files: [...files].map(([name, content]) => ({ name, bytes: content.length, sha256: sha256(content) })),
    reads: Object.entries(replayable.recording.entries).map(([source, entry]) => ({
      source,
      ...facts(entry),
      ...fileOf(evidence, source),
    })),
  };
  const sealed = Buffer.from(asJson(manifest));
  return files.set(MANIFEST, sealed).set(SEAL, Buffer.from(seal(sealed, language)));
};

const hiddenIn = ({ counts, reads }: AllHidden, evidence: readonly Evidence[]) => ({
  counts,
  reads: Object.fromEntries(
    Object.entries(reads).map(([source, own]) => {
      const file = evidence.find((one) => one.source === source)?.name;
      return [source, { ...(file !== undefined && { file }), counts: own }];
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

interface Evidence {
  readonly source: string;
  readonly name: string;
  readonly content: Buffer;
}

/** What programs printed and files held, for a person with nothing but an editor. */
const evidenceOf = ({ entries }: Recording): readonly Evidence[] => {
  const taken = new Set<string>();
  return Object.entries(entries).flatMap(([source, entry]) => {
    const text = readable(entry);
    if (text === undefined) return [];
    const plain =
      source
        .replace(/[^A-Za-z0-9.-]+/g, '_')
        .replace(/^[._]+/, '')
        .slice(0, 60) || 'read';
    let name = plain;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${plain}-${count}`;
    taken.add(name.toLowerCase());
    return [{ source, name: `${EVIDENCE}${name}.txt`, content: Buffer.from(text) }];
  });
};

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
