/** Encrypts a report for those who may read it (age-encryption.org). */
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { oneLine } from '../../output/untrusted.ts';

export type Encrypt = (bytes: Buffer) => Promise<Buffer>;

/** Refuses what is no recipient before anything is read; what it gives encrypts for all of them. */
export const encryptFor = async (recipients: readonly string[]): Promise<Encrypt> => {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient.trim());
    } catch (cause) {
      throw noRecipient(recipient, cause);
    }
  }
  return async (bytes) => Buffer.from(await encrypter.encrypt(bytes));
};

const noRecipient = (recipient: string, cause: unknown): UserError => {
  // Whoever pastes the wrong one of the two lines must not find it in a log.
  const isSecret = /SECRET-KEY/i.test(recipient);
  const told = isSecret ? 'AGE-SECRET-KEY-…' : oneLine(recipient).slice(0, 80);
  return new UserError(
    'E_AGE_RECIPIENT',
    `This is no recipient that a report can be encrypted for: ${told}`,
    isSecret
      ? 'This is the secret half. Name the public one, which begins with age1: age-keygen -y FILE prints it.'
      : 'Name the public key that support gave you; it begins with age1.',
    {
      cause,
      exitCode: EXIT.usage,
      ru: {
        message: `Для такого получателя отчёт зашифровать нельзя: ${told}`,
        hint: isSecret
          ? 'Это секретная половина. Укажите открытую, она начинается с age1: её выводит age-keygen -y ФАЙЛ.'
          : 'Укажите открытый ключ, который дала поддержка; он начинается с age1.',
      },
    },
  );
};
