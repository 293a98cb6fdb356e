/** What members of a group share, as a list: how many of them, how many of the others. */
import type { SharedFact } from '../../compare/shared.ts';
import type { CompareWords } from '../../language/compare.en.ts';
import { wrap } from '../../output/wrap.ts';
import type { Screen } from '../terminal.ts';
import { sayName, sayValue } from './say.ts';

/** The clearest; further ones say the same once more. */
const MAX_SHOWN = 15;
/** The usual bound below which chance is no good explanation. */
const CHANCE = 0.05;

export const sharedText = (
  shared: readonly SharedFact[],
  words: CompareWords,
  { width }: Screen,
): readonly string[] => {
  const [clearest] = shared;
  if (clearest === undefined) return wrap(words.nothingShared, width, '  ');
  const shown = shared.slice(0, MAX_SHOWN);
  const isLikelyChance = clearest.byChance > CHANCE;
  const asClear = shared.filter(({ byChance }) => byChance <= clearest.byChance).length;
  return [
    ...shown.flatMap((fact) => wrap(sayShared(fact, words), width, '      ', '    ')),
    ...(shown.length < shared.length ? wrap(words.more(shared.length - shown.length), width, '    ') : []),
    ...wrap(isLikelyChance ? words.mayBeChance(asClear) : words.notProof, width, '  '),
  ];
};

const sayShared = ({ area, key, value, absent, group, others }: SharedFact, words: CompareWords): string => {
  const told = absent ? words.absent : sayValue(area, { value }, words);
  const portions = [group, others].map(({ having, of }) => words.portion(having, of)).join(' / ');
  return `${portions}  ${sayName(area, key, words)}${told === '' ? '' : `: ${told}`}`;
};

export const sharedJson = (shared: readonly SharedFact[]) =>
  shared.map(({ byChance, ...fact }) => ({ ...fact, byChance: Number(byChance.toPrecision(3)) }));
