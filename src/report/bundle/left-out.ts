/** What a bundle is made without: at the person's wish, or for its size. */
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { bundleWords } from '../../language/bundle.ts';
import { oneLine } from '../../output/untrusted.ts';
import type { Report } from '../model.ts';
import type { Evidence } from './evidence.ts';
import type { LeftOut, Replayable } from './layout.ts';

export interface Exclusion {
  /** Evidence files, ids of reads, or what ids begin with: `evidence/net.ping_….txt`, `disk.fstab`, `net.ping`. */
  readonly reads: readonly string[];
  /** Codes of findings: what they rest on leaves. */
  readonly findings: readonly string[];
}

export interface Excluded {
  readonly leftOut: readonly LeftOut[];
  /** Names that nothing in the report bears. */
  readonly strange: readonly string[];
}

export const excluded = (
  { reads, findings }: Exclusion,
  { recording }: Replayable,
  report: Report,
  evidence: readonly Evidence[],
): Excluded => {
  const ids = Object.keys(recording.entries);
  const fileOf = new Map(evidence.map(({ source, name }) => [source, name]));
  const named = reads.map((name) => ({ name, ids: ids.filter((id) => isNamed(name, id, fileOf.get(id))) }));
  const told = report.checks.flatMap((check) => check.findings);
  const resting = findings.map((code) => {
    const meant = told.filter((finding) => finding.code === code);
    return { name: meant.length === 0 ? code : undefined, ids: meant.flatMap((one) => one.evidence) };
  });
  const gone = new Set([...named, ...resting].flatMap((one) => one.ids));
  return {
    leftOut: ids.filter((id) => gone.has(id)).map((source) => ({ source, what: 'read', why: 'excluded' })),
    strange: [
      ...named.filter((one) => one.ids.length === 0).map(({ name }) => name),
      ...resting.flatMap(({ name }) => name ?? []),
    ],
  };
};

const isNamed = (name: string, id: string, file: string | undefined): boolean =>
  name === id || id.startsWith(`${name}/`) || (file !== undefined && bare(name) === bare(file));

const bare = (file: string): string => file.replace(/^(?:\.\/)?evidence\//, '').replace(/\.txt$/, '');

/** The rest: what is left out of the recording is `unrecorded` from then on. */
export const without = (replayable: Replayable, leftOut: readonly LeftOut[]): Replayable => {
  const gone = new Set(leftOut.flatMap(({ source, what }) => (what === 'read' ? [source] : [])));
  if (gone.size === 0) return replayable;
  const { recording } = replayable;
  const entries = Object.fromEntries(Object.entries(recording.entries).filter(([id]) => !gone.has(id)));
  return { ...replayable, recording: { os: recording.os, entries } };
};

export const nothingOfThatName = (names: readonly string[]): UserError => {
  const [en, ru] = [bundleWords('en'), bundleWords('ru')];
  const list = names.map((name) => oneLine(name)).join(', ');
  return new UserError('E_REPORT_EXCLUDE', en.strange(list), en.strangeHint, {
    exitCode: EXIT.usage,
    ru: { message: ru.strange(list), hint: ru.strangeHint },
  });
};
