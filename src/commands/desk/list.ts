/** `desk list`: what is configured, and where it leads. */
import { EXIT } from '../../exit.ts';
import { deskWords } from '../../language/desk.ts';
import { oneLine } from '../../output/untrusted.ts';
import type { Context } from '../context.ts';
import { print } from '../print.ts';
import { setUp } from '../setup.ts';
import { allDesks } from '../ticket/desk.ts';

export const list = async (context: Context): Promise<number> => {
  const { config, language } = await setUp(context);
  const words = deskWords(language);
  const desks = await allDesks(config);
  const lines = desks.map(({ name, desk }, at) =>
    oneLine(
      `${name}  ${desk.name}  ${desk.target}${at === 0 && desks.length > 1 ? `  (${words.first})` : ''}`,
    ),
  );
  await print(`${lines.length === 0 ? words.none : lines.join('\n')}\n`);
  return EXIT.ok;
};
