/** What a command needs before it begins: the configuration and the language. */
import { checkIds, loadCheck } from '../../checks/index.ts';
import { type Config, loadConfig } from '../config/load.ts';
import type { Language } from '../contract.ts';
import { commandWords } from '../language/commands.ts';
import { forTerminal } from '../output/untrusted.ts';
import type { Context } from './context.ts';
import { leaveDeadFolders } from './dead-folders.ts';
import { printError } from './print.ts';

export interface Setup {
  readonly config: Config;
  readonly language: Language;
}

/** `--lang`, then the configuration, then the environment decide about the language. */
export const setUp = async ({ globals, language }: Context): Promise<Setup> => {
  for (const path of await leaveDeadFolders()) {
    await printError(forTerminal(commandWords(language).deadFolder(path)));
  }
  const { lang, config: file } = globals();
  const named = file ?? process.env.TECHSUPPORT_CONFIG;
  const config = await loadConfig({
    ...(named !== undefined && named !== '' && { named }),
    env: process.env,
    platform: process.platform,
    cwd: workingFolder(),
    uid: process.getuid?.() ?? -1,
    checkIds,
    defaultsOf: async (id) => (await loadCheck(id)).settings,
    language,
  });
  for (const path of config.distrusted) {
    await printError(forTerminal(commandWords(language).distrusted(path)));
  }
  return { config, language: lang ?? config.language ?? language };
};

/** The folder may have been removed under our feet. */
const workingFolder = (): string => {
  try {
    return process.cwd();
  } catch {
    return '/';
  }
};
