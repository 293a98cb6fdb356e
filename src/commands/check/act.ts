/** `check`: runs the modules and says what is wrong, what is fine, and what could not be told. */
import { checkIds, loadCheck } from '../../../checks/index.ts';
import { examine } from '../../examine.ts';
import { EXIT } from '../../exit.ts';
import { local } from '../../host/local.ts';
import { toJson } from '../../output/json.ts';
import { VERSION } from '../../version.ts';
import type { CheckOptions } from '../check.ts';
import type { Context } from '../context.ts';
import { print } from '../print.ts';

export const check = async (
  modules: readonly string[],
  _options: CheckOptions,
  context: Context,
): Promise<number> => {
  const wanted = modules.length === 0 ? checkIds : modules;
  const checks = await Promise.all(wanted.map(loadCheck));
  const { report } = await examine({ checks, host: local(), language: context.language, version: VERSION });
  await print(toJson(report));
  return EXIT[report.status];
};
