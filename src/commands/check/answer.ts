/** Gives the answer to where it was asked for: a file, or stdout. */
import { UserError } from '../../errors.ts';
import { commandWords } from '../../language/commands.ts';
import { print } from '../print.ts';
import { writeWhole } from './write.ts';

export const answer = async (text: string, { output }: { readonly output?: string }): Promise<void> => {
  if (output === undefined) return print(text);
  try {
    await writeWhole(output, text);
  } catch (cause) {
    // What was found out is not lost with it.
    await print(text);
    const why = cause instanceof Error ? cause.message : String(cause);
    const [en, ru] = [commandWords('en'), commandWords('ru')];
    throw new UserError('E_OUTPUT', en.notWritten(output, why), en.notWrittenHint, {
      cause,
      ru: { message: ru.notWritten(output, why), hint: ru.notWrittenHint },
    });
  }
};
