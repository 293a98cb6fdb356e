/** Today's checks on the evidence of a report, in the reader's language. */
import { checkIds, loadCheck } from '../../../checks/index.ts';
import type { Language } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { type Examination, examine } from '../../examine.ts';
import { EXIT } from '../../exit.ts';
import { replay } from '../../host/replay.ts';
import { reportWords } from '../../language/report.ts';
import type { OpenedBundle } from '../../report/bundle/open.ts';
import type { Report } from '../../report/model.ts';
import { VERSION } from '../../version.ts';

export const examineAgain = async (bundle: OpenedBundle, language: Language): Promise<Examination> => {
  const known = bundle.modules.filter((id) => checkIds.includes(id));
  if (known.length === 0) throw nothingKnown();
  const examination = await examine({
    checks: await Promise.all([...new Set(known)].map(loadCheck)),
    host: replay(bundle.recording),
    language,
    version: VERSION,
    settings: bundle.settings,
  });
  const { report } = examination;
  return { ...examination, report: { ...report, startedAt: startOf(bundle, report) } };
};

/** Modules of the report that this version does not have. */
export const strangeModules = ({ modules }: OpenedBundle): readonly string[] =>
  modules.filter((id) => !checkIds.includes(id));

const startOf = (bundle: OpenedBundle, report: Report): string => {
  const written = bundle.report?.startedAt ?? bundle.createdAt;
  return Number.isNaN(Date.parse(written)) ? report.startedAt : new Date(written).toISOString();
};

const nothingKnown = (): UserError => {
  const [en, ru] = [reportWords('en'), reportWords('ru')];
  return new UserError('E_BUNDLE_MODULES', en.noModules, en.noModulesHint, {
    exitCode: EXIT.usage,
    ru: { message: ru.noModules, hint: ru.noModulesHint },
  });
};
