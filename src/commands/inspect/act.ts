/** `inspect`: opens a report of another computer and runs today's checks on its evidence. */
import { checkIds, loadCheck } from '../../../checks/index.ts';
import { UserError } from '../../errors.ts';
import { examine } from '../../examine.ts';
import { EXIT } from '../../exit.ts';
import { replay } from '../../host/replay.ts';
import type { ReportWords } from '../../language/report.en.ts';
import { reportWords } from '../../language/report.ts';
import { oneLine } from '../../output/untrusted.ts';
import { compare } from '../../report/bundle/compare.ts';
import { type OpenedBundle, openBundle } from '../../report/bundle/open.ts';
import type { Report } from '../../report/model.ts';
import { VERSION } from '../../version.ts';
import { formatted } from '../check/format.ts';
import type { Context } from '../context.ts';
import type { InspectOptions } from '../inspect.ts';
import { print, printError } from '../print.ts';

export const inspect = async (file: string, options: InspectOptions, context: Context): Promise<number> => {
  // The reader's own configuration says nothing about another computer: only the language counts.
  const language = context.globals().lang ?? context.language;
  const words = reportWords(language);
  const bundle = openBundle(file);
  const known = bundle.modules.filter((id) => checkIds.includes(id));
  if (known.length === 0) throw nothingKnown();
  const { report } = await examine({
    checks: await Promise.all([...new Set(known)].map(loadCheck)),
    host: replay(bundle.recording),
    language,
    version: VERSION,
    settings: bundle.settings,
  });
  const dated: Report = { ...report, startedAt: startOf(bundle, report) };
  const about = provenance(bundle, dated, words);
  if (options.format === 'text') await print(`${about.join('\n')}\n\n`);
  else await printError(about.join('\n'));
  await print(await formatted(dated, dated.status, options));
  return EXIT.ok;
};

const startOf = (bundle: OpenedBundle, report: Report): string => {
  const written = bundle.report?.startedAt ?? bundle.createdAt;
  return Number.isNaN(Date.parse(written)) ? report.startedAt : new Date(written).toISOString();
};

const provenance = (bundle: OpenedBundle, report: Report, words: ReportWords): readonly string[] => {
  const strange = bundle.modules.filter((id) => !checkIds.includes(id));
  const hidden = Object.entries(bundle.hidden).map(
    ([kind, many]) => `${words.kinds[kind] ?? oneLine(kind)} ${many}`,
  );
  const difference = bundle.report === undefined ? undefined : compare(bundle.report, report);
  const codes = (list: readonly { readonly code: string }[]): string =>
    list.map(({ code }) => oneLine(code)).join(', ');
  return [
    words.from(oneLine(report.host.name), oneLine(bundle.tool.version), report.startedAt),
    words.seals[bundle.seal],
    ...(bundle.damaged.length > 0 ? [words.damaged(bundle.damaged.map(oneLine).join(', '))] : []),
    hidden.length === 0 ? words.nothingHidden : words.hidden(hidden.join(', ')),
    ...(strange.length > 0 ? [words.strangeModules(strange.map(oneLine).join(', '))] : []),
    ...(difference !== undefined && !difference.same
      ? [words.differs(codes(difference.lost), codes(difference.added))]
      : []),
  ];
};

const nothingKnown = (): UserError => {
  const [en, ru] = [reportWords('en'), reportWords('ru')];
  return new UserError('E_BUNDLE_MODULES', en.noModules, en.noModulesHint, {
    exitCode: EXIT.usage,
    ru: { message: ru.noModules, hint: ru.noModulesHint },
  });
};
