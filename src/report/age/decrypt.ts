/** Opens an encrypted report; what is not encrypted stays as it is. */
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { identityPath, noIdentity, noKeyIn, readIdentities } from './identity.ts';

const MAGIC = 'age-encryption.org/v1\n';
const ARMOUR = '-----BEGIN AGE ENCRYPTED FILE-----';

/** `identity`: a file that the person named. */
export const decrypted = async (content: Buffer, identity?: string): Promise<Buffer> => {
  if (!isEncrypted(content)) return content;
  const isArmoured = startsWith(content, ARMOUR);
  const path = identityPath(identity, process.env, process.platform);
  if (path === undefined) throw noIdentity(undefined);
  const keys = readIdentities(path);
  const { armor, Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  try {
    for (const key of keys) decrypter.addIdentity(key);
  } catch {
    // Without its cause: that may hold a part of the key.
    throw noKeyIn(path);
  }
  try {
    return Buffer.from(
      await decrypter.decrypt(isArmoured ? armor.decode(content.toString('latin1')) : content),
    );
  } catch (cause) {
    throw cause instanceof Error && cause.message.startsWith('no identity matched')
      ? notForUs(cause)
      : damaged(cause);
  }
};

export const isEncrypted = (content: Buffer): boolean =>
  startsWith(content, ARMOUR) || startsWith(content, MAGIC);

const startsWith = (content: Buffer, text: string): boolean =>
  content.subarray(0, text.length).toString('latin1') === text;

const notForUs = (cause: unknown): UserError =>
  new UserError(
    'E_AGE_NOT_FOR_US',
    'The report is encrypted for somebody else: none of your keys opens it.',
    'Name another identity with --identity FILE, or ask for a report that is encrypted for you.',
    {
      cause,
      exitCode: EXIT.usage,
      ru: {
        message: 'Отчёт зашифрован для кого-то другого: ни один из ваших ключей его не открывает.',
        hint: 'Укажите другой ключ (--identity ФАЙЛ) или попросите отчёт, зашифрованный для вас.',
      },
    },
  );

const damaged = (cause: unknown): UserError =>
  new UserError(
    'E_AGE_DAMAGED',
    'The encrypted report is damaged or not whole; nothing of it can be trusted.',
    'Ask for the file again, as it was written.',
    {
      cause,
      exitCode: EXIT.usage,
      ru: {
        message: 'Зашифрованный отчёт повреждён или неполон; доверять нельзя ничему в нём.',
        hint: 'Попросите прислать файл ещё раз, в том виде, в каком он был записан.',
      },
    },
  );
