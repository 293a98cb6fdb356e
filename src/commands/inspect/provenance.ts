/** Where a report comes from: who wrote it, when and where, what was hidden, and whether it is whole. */
import type { Language } from '../../contract.ts';
import { inspectWords } from '../../language/inspect.ts';
import { reportWords } from '../../language/report.ts';
import { oneLine } from '../../output/untrusted.ts';
import type { OpenedBundle } from '../../report/bundle/open.ts';
import type { Report } from '../../report/model.ts';
import { hiddenLine } from '../hidden-line.ts';
import { strangeModules } from './again.ts';

/** `report`: as it is seen now; `system`: what it calls itself, where that is known. */
export const provenance = (
  bundle: OpenedBundle,
  report: Report,
  language: Language,
  system?: string,
): readonly string[] => {
  const [general, words] = [reportWords(language), inspectWords(language)];
  const strange = strangeModules(bundle);
  const { os, release, arch, name } = report.host;
  return [
    general.from(oneLine(name), oneLine(bundle.tool.version), report.startedAt),
    words.ranOn(oneLine(system ?? ''), oneLine(os), oneLine(release), oneLine(arch)),
    words.ranIn(...effort(bundle)),
    ...(bundle.report?.description === undefined
      ? []
      : [words.described(oneLine(bundle.report.description).slice(0, MAX_SHOWN))]),
    ...(bundle.report?.diagnosis?.tried ?? [])
      .slice(0, MAX_TRIED)
      .map(({ step, result }) => words.tried(oneLine(step), oneLine(result)).slice(0, MAX_SHOWN)),
    ...(bundle.report?.interrupted === true ? [words.interrupted] : []),
    ...cut(bundle, words.cut),
    general.seals[bundle.seal],
    ...(bundle.damaged.length > 0 ? [general.damaged(bundle.damaged.map(oneLine).join(', '))] : []),
    bundle.manifest?.redacted === false
      ? words.notRedacted
      : hiddenLine(bundle.hidden, reportWords(language)),
    ...(strange.length > 0 ? [general.strangeModules(strange.map(oneLine).join(', '))] : []),
  ];
};

/** The whole stands in report.md. */
const MAX_SHOWN = 1000;
const MAX_TRIED = 40;

const effort = ({ recording: { entries }, report }: OpenedBundle): [string, number, number] => {
  const answers = Object.values(entries).map(({ answer }) => answer);
  const spentMs = report?.durationMs ?? Math.max(0, ...answers.map(({ ms }) => ms));
  return [
    (spentMs / 1000).toFixed(1),
    answers.filter(({ status }) => status === 'ok').length,
    answers.length,
  ];
};

const cut = (
  { recording: { entries } }: OpenedBundle,
  say: (number: number) => string,
): readonly string[] => {
  const many = Object.values(entries).filter(
    ({ answer }) => answer.status === 'ok' && 'droppedBytes' in answer.raw,
  ).length;
  return many === 0 ? [] : [say(many)];
};
