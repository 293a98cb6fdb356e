/** `report --reveal`: what a token stands for, for the owner. */
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { redactWords } from '../../language/redact.ts';
import { reportWords } from '../../language/report.ts';
import { oneLine } from '../../output/untrusted.ts';
import { reveal } from '../../report/redact/map.ts';
import { ownStateFolders } from '../../state.ts';
import { print, printError } from '../print.ts';
import { passphraseOf } from '../redact/keep.ts';
import type { Setup } from '../setup.ts';

export const tellMeaning = async (
  token: string,
  { config, language }: Setup,
  signal: AbortSignal,
): Promise<number> => {
  const [words, { kinds }] = [redactWords(language), reportWords(language)];
  const secret = await passphraseOf(config.redact.passphrase, signal);
  if (secret !== undefined && 'why' in secret) await printError(words.locked(oneLine(secret.why)));
  const found = await reveal(
    token,
    ownStateFolders(),
    secret !== undefined && 'secret' in secret ? secret.secret : undefined,
  );
  if (found.length === 0) throw unknownToken(token);
  const lines = found.map(({ token: known, kind, value, about }) =>
    oneLine(words.stands(known, kinds[kind] ?? kind, value, about)),
  );
  await print(`${lines.join('\n')}\n`);
  return EXIT.ok;
};

const unknownToken = (token: string): UserError => {
  const [en, ru] = [redactWords('en'), redactWords('ru')];
  return new UserError('E_TOKEN', en.noToken(oneLine(token)), en.noTokenHint, {
    exitCode: EXIT.usage,
    ru: { message: ru.noToken(oneLine(token)), hint: ru.noTokenHint },
  });
};
