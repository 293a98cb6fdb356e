/** `desk add | list | test`: how they are called. What they do is in desk/. */
import { type Command, Option } from 'commander';
import { deskWords } from '../language/desk.ts';
import { DESK_KINDS } from '../ticket/desk-kinds.ts';
import type { DeskKind } from '../ticket/desks.ts';
import type { Context } from './context.ts';
import { oneMore } from './report/options.ts';

export interface AddOptions {
  readonly kind?: DeskKind;
  /** `key=value` */
  readonly set?: readonly string[];
  readonly secretEnv?: string;
  readonly secretCommand?: string;
  readonly secretFile?: string;
  readonly yes?: true;
}

export const registerDesk = (program: Command, context: Context): void => {
  const words = deskWords(context.language);
  const desk = program.command('desk').description(words.desk);
  desk
    .command('add')
    .description(words.add)
    .argument('[name]', words.name)
    .addOption(new Option('--kind <kind>', words.kind).choices(DESK_KINDS))
    .option('--set <key=value>', words.set, oneMore)
    .option('--secret-env <name>', words.secretEnv)
    .option('--secret-command <list>', words.secretCommand)
    .option('--secret-file <path>', words.secretFile)
    .option('--yes', words.yes)
    .action(async (name: string | undefined, options: AddOptions) => {
      const { add } = await import('./desk/add.ts');
      context.end(await add(name, options, context));
    });
  desk
    .command('list')
    .description(words.list)
    .action(async () => {
      const { list } = await import('./desk/list.ts');
      context.end(await list(context));
    });
  desk
    .command('test')
    .description(words.test)
    .argument('[name]', words.nameToTest)
    .action(async (name: string | undefined) => {
      const { test } = await import('./desk/test.ts');
      context.end(await test(name, context));
    });
};
