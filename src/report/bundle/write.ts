/** Makes a bundle: redacted, replayed, packed. Nothing touches the disk here. */
import type { Recording, Settings } from '../../contract.ts';
import type { Report } from '../model.ts';
import type { HiddenCounts } from '../redact/hidden.ts';
import type { Redactor } from '../redact/redactor.ts';
import { type Files, pack } from './archive.ts';
import { type Comparison, compare } from './compare.ts';
import { filesOf } from './contents.ts';
import { evidenceOf } from './evidence.ts';
import { candidatesFor, fit } from './fit.ts';
import { refuseLeaks } from './gate.ts';
import type { LeftOut, Replayable } from './layout.ts';
import { type Exclusion, excluded, nothingOfThatName, without } from './left-out.ts';

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
  /** In the words of a person; what is hidden elsewhere is hidden there. */
  readonly description?: string;
  /** Of the last `diagnose`: what was asked and tried. */
  readonly diagnosis?: Report['diagnosis'];
  readonly since?: Date;
  readonly exclude?: Exclusion;
  /** Of the packed file. */
  readonly maxBytes?: number;
  /** Whether a read is one that no check asked for. */
  readonly isExtra?: (id: string) => boolean;
}

export interface Bundle {
  /** `techsupport-host-k3m7pq-20260102T030405Z.tar.gz` */
  readonly name: string;
  readonly bytes: Buffer;
  /** As a reader of the bundle will see it: nothing personal in it. */
  readonly report: Report;
  /** Redacted, and without what is left out. */
  readonly recording: Recording;
  readonly comparison: Comparison;
  /** Undefined where nothing was to be hidden. */
  readonly hidden?: HiddenCounts;
  readonly leftOut: readonly LeftOut[];
  readonly since?: Date;
  /** What is inside, in order. */
  readonly files: Files;
}

export const makeBundle = async (input: BundleInput): Promise<Bundle> => {
  const { redactor, exclude = { reads: [], findings: [] }, maxBytes, isExtra = () => false } = input;
  redactor.learn(input.recording, input.settings);
  const whole: Replayable = {
    recording: redactor.recording(input.recording),
    settings: redactor.json(input.settings),
    modules: input.report.checks.map(({ id }) => id),
  };
  const report = await replayed(whole, input);
  const evidence = evidenceOf(whole.recording);
  const wished = excluded(exclude, whole, report, evidence);
  // Misspelt, it would leave what was not to leave.
  if (wished.strange.length > 0) throw nothingOfThatName(wished.strange);
  const rest = without(whole, wished.leftOut);
  const reportOfRest = rest === whole ? report : await replayed(rest, input);
  const base = { whole: rest, report: reportOfRest, wished: wished.leftOut, input };
  const made =
    maxBytes === undefined
      ? await packed(base, [])
      : await fit(maxBytes, candidatesFor(rest, reportOfRest, evidenceOf(rest.recording), isExtra), (more) =>
          packed(base, more),
        );
  const { since } = input;
  return {
    ...made,
    ...(redactor.hides && { hidden: redactor.counts() }),
    ...(since !== undefined && { since }),
  };
};

interface Base {
  readonly whole: Replayable;
  readonly report: Report;
  readonly wished: readonly LeftOut[];
  readonly input: BundleInput;
}

const packed = async ({ whole, wished, input, ...base }: Base, forSize: readonly LeftOut[]) => {
  const { redactor, createdAt, since } = input;
  const replayable = without(whole, forSize);
  const report = replayable === whole ? base.report : await replayed(replayable, input);
  const leftOut = [...wished, ...forSize];
  const files = filesOf({
    replayable,
    report,
    ...(redactor.hides && { hidden: { counts: redactor.counts(), reads: redactor.countsByRead() } }),
    leftOut,
    createdAt,
    ...(since !== undefined && { since }),
  });
  refuseLeaks(files, redactor);
  const name = bundleName(report, createdAt);
  return {
    name,
    bytes: pack(name.replace(/\.tar\.gz$/, ''), files, createdAt),
    report,
    recording: replayable.recording,
    comparison: compare(input.report, report),
    leftOut,
    files,
  };
};

const replayed = async (
  replayable: Replayable,
  { report, rerun, redactor, description = '', diagnosis }: BundleInput,
): Promise<Report> => ({
  ...(await rerun(replayable)),
  ...(description !== '' && { description: redactor.json(description) }),
  ...(diagnosis !== undefined && { diagnosis: redactor.json(diagnosis) }),
  startedAt: report.startedAt,
  durationMs: report.durationMs,
  ...(report.interrupted === true && { interrupted: true }),
});

const bundleName = (report: Report, createdAt: Date): string => {
  const who = report.host.name
    .toLowerCase()
    .split('.', 1)[0]
    ?.replace(/[^a-z0-9-]/g, '')
    .slice(0, 30);
  const time = createdAt.toISOString().replace(/[-:]|\.\d+/g, '');
  return `techsupport-${who === undefined || who === '' ? 'computer' : who}-${time}.tar.gz`;
};
