/** Names of hosts and domains, hidden label by label: what shares a domain goes on sharing it. */
import type { Known } from './known.ts';
import type { Prf } from './prf.ts';
import { isNameToken, nameToken } from './token.ts';
import { TELLING_LABELS } from './vocabulary.ts';

export interface Names {
  /** A host's name, with or without a domain. */
  readonly host: (name: string) => string;
  /** A word by itself that may be a label, a user … */
  readonly label: (label: string) => string;
  readonly isKept: (name: string) => boolean;
}

export const names = (random: Prf, known: Known, keep: ReadonlySet<string>): Names => {
  const isKept = (name: string): boolean => {
    const labels = name.toLowerCase().split('.');
    return labels.some((_, at) => keep.has(labels.slice(at).join('.')));
  };
  const label = (text: string): string =>
    isNameToken(text)
      ? text
      : nameToken(
          random,
          known.words.get(text.toLowerCase()) ?? known.common.get(text.toLowerCase()) ?? 'name',
          text,
        );

  const host = (name: string): string => {
    if (isKept(name)) return name;
    const labels = name.split('.');
    if (labels.length === 1) return label(name);
    return labels
      .map((part, at) => {
        // The last one says only which kind of name it is: .com, .local.
        const isEnd =
          at === labels.length - 1 ||
          (at === labels.length - 2 && part === 'home' && labels.at(-1) === 'arpa');
        // Counted from the end: a name made by putting a label before another name stays beneath it.
        const isTelling = at < labels.length - 2 && TELLING_LABELS.has(part.toLowerCase());
        return part === '' || isEnd || isTelling || part === '*' || OURS.test(part) ? part : label(part);
      })
      .join('.');
  };
  return { host, label, isKept };
};

/** Names that we made up to see whether a server lies about what does not exist. */
const OURS = /^ts-[a-z0-9]{1,16}$/;
