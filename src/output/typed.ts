/** A command as it would be typed. */
import type { Os } from '../contract.ts';

/** To be copied: the words that a shell would take apart are quoted as that system's shell wants it. */
export const typed = (argv: readonly string[], os: Os = 'linux'): string =>
  argv.map((word) => (PLAIN.test(word) ? word : quoted(word, os))).join(' ');

const PLAIN = /^[\w@%+=:,./<>{}-]+$/;

const quoted = (word: string, os: Os): string =>
  os === 'win32' ? `"${word.replaceAll('"', '\\"')}"` : `'${word.replaceAll("'", `'\\''`)}'`;
