import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import type { SosWords } from '../../language/sos.en.ts';
import { sosWords } from '../../language/sos.ts';

/** Why an archive of sos is not read. */
export const refused = (why: keyof SosWords['why'], cause?: unknown): UserError => {
  const [en, ru] = [sosWords('en'), sosWords('ru')];
  return new UserError('E_SOS_REFUSED', en.refused(en.why[why]), en.refusedHint, {
    cause,
    exitCode: EXIT.usage,
    ru: { message: ru.refused(ru.why[why]), hint: ru.refusedHint },
  });
};

/** `file` is shown within a command to copy. */
export const withoutXz = (file: string): UserError => {
  const [en, ru] = [sosWords('en'), sosWords('ru')];
  return new UserError('E_SOS_XZ', en.noXz, en.noXzHint(file), {
    exitCode: EXIT.usage,
    ru: { message: ru.noXz, hint: ru.noXzHint(file) },
  });
};
