/** `history`: the line of health over time; or forgets it. */
import { checkIds } from '../../../checks/index.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { healthOf } from '../../history/health.ts';
import { forgetHistory, loadHistory } from '../../history/store.ts';
import { historyWords } from '../../language/history.ts';
import { forJson } from '../../output/untrusted.ts';
import { wrap } from '../../output/wrap.ts';
import { VERSION } from '../../version.ts';
import type { Context } from '../context.ts';
import type { HistoryOptions } from '../history.ts';
import { notThere } from '../modules.ts';
import { print, printError } from '../print.ts';
import { setUp } from '../setup.ts';
import { screenOf } from '../terminal.ts';
import { findingNames } from './names.ts';
import { historyText } from './text.ts';

export const HISTORY_VERSION = 1;

export const history = async (
  module: string | undefined,
  { format, all, forget }: HistoryOptions,
  context: Context,
): Promise<number> => {
  if (module !== undefined && !checkIds.includes(module)) throw notThere('E_MODULE', module, checkIds);
  const { config, language } = await setUp(context);
  const words = historyWords(language);
  if (forget === true) {
    await print(`${words.forgotten(forgotten())}\n`);
    return EXIT.ok;
  }
  const { snapshots, unreadable } = loadHistory();
  const points = healthOf(snapshots, module);
  if (format === 'json') {
    await print(
      `${forJson(
        {
          schemaVersion: HISTORY_VERSION,
          tool: { name: 'techsupport', version: VERSION },
          history: config.history,
          ...(module !== undefined && { module }),
          runs: points,
          unreadable,
        },
        2,
      )}\n`,
    );
    return points.length === 0 ? EXIT.unknown : EXIT.ok;
  }
  const screen = screenOf(process.stdout, process.env);
  if (config.history === 'off') await printError(wrap(words.off, screen.width).join('\n'));
  if (unreadable > 0) await printError(wrap(words.unreadable(unreadable), screen.width).join('\n'));
  const names = await findingNames(
    points.flatMap(({ appeared, gone }) => [...appeared, ...gone]),
    language,
  );
  await print(historyText({ points, module, names, words, screen, all: all === true }));
  return points.length === 0 ? EXIT.unknown : EXIT.ok;
};

const forgotten = (): number => {
  try {
    return forgetHistory();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const [en, ru] = [historyWords('en'), historyWords('ru')];
    throw new UserError('E_HISTORY', en.notForgotten(why), en.notForgottenHint, {
      cause,
      ru: { message: ru.notForgotten(why), hint: ru.notForgottenHint },
    });
  }
};
