/** Everything that is piped or pasted in, up to a limit. */
import { UserError } from '../errors.ts';
import { EXIT } from '../exit.ts';
import { pasteWords } from '../language/paste.ts';

const MAX_MIB = 64;

export const standardInput = async (): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of process.stdin) {
    // Without an encoding set, a stream of bytes gives bytes.
    const bytes = part as Buffer;
    length += bytes.length;
    if (length > MAX_MIB * 1024 * 1024) throw tooLong();
    parts.push(bytes);
  }
  return Buffer.concat(parts);
};

const tooLong = (): UserError => {
  const [en, ru] = [pasteWords('en'), pasteWords('ru')];
  return new UserError('E_INPUT_LONG', en.tooLong(`${MAX_MIB} MiB`), en.tooLongHint, {
    exitCode: EXIT.usage,
    ru: { message: ru.tooLong(`${MAX_MIB}\u00a0МиБ`), hint: ru.tooLongHint },
  });
};
