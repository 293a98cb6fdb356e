/** Keeps what stands for what on the owner's disk, and tells where. */
import type { Config } from '../../config/load.ts';
import type { Language } from '../../contract.ts';
import { redactWords } from '../../language/redact.ts';
import { oneLine } from '../../output/untrusted.ts';
import { keepTokens, type TokenMap } from '../../report/redact/map.ts';
import { ownStateFolders } from '../../state.ts';
import { readSecret } from '../../ticket/secret.ts';
import { printError } from '../print.ts';

const PASSPHRASE_MS = 30_000;

export const keep = async (
  map: TokenMap,
  { tokens, passphrase }: Config['redact'],
  language: Language,
  signal: AbortSignal,
): Promise<void> => {
  if (tokens === 'forget' || map.values.length === 0) return;
  const words = redactWords(language);
  const secret = await passphraseOf(passphrase, signal);
  if (secret !== undefined && 'why' in secret) return printError(words.notLocked(oneLine(secret.why)));
  const path = await keepTokens(map, ownStateFolders(), secret?.secret);
  await printError(path === undefined ? words.notKept : words.kept(oneLine(path)));
};

export const passphraseOf = async (
  source: Config['redact']['passphrase'],
  signal: AbortSignal,
): Promise<{ readonly secret: string } | { readonly why: string } | undefined> => {
  if (source === undefined) return undefined;
  const read = await readSecret(source, { env: process.env, timeoutMs: PASSPHRASE_MS, signal });
  return read.status === 'ok' ? { secret: read.secret } : { why: read.failure.detail ?? read.failure.code };
};
