/** `explain K7R-4M2`: what somebody read out on the telephone. */
import type { AnyCheck, Language } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { outputWords } from '../../language/output.ts';
import { pasteWords } from '../../language/paste.ts';
import { oneLine } from '../../output/untrusted.ts';
import { fromSpoken } from '../../report/spoken/code.ts';

export const explainSpoken = (
  text: string,
  checks: readonly AnyCheck[],
  language: Language,
): readonly string[] => {
  const words = pasteWords(language);
  const heard = fromSpoken(text);
  if (heard.kind !== 'verdict') throw refused(oneLine(text), heard.kind);
  const { status, causes, more } = heard.verdict;
  const [first] = causes.flatMap((code) => code ?? []);
  return [
    words.spokenIs(oneLine(text).toUpperCase(), words.statuses[status]),
    ...causes.map(
      (code) => `  ${code === undefined ? words.noNumber : `${code}: ${nameOf(code, checks, language)}`}`,
    ),
    ...(more ? [`  ${words.moreCauses}`] : []),
    ...(first === undefined ? [] : [outputWords(language).more(first)]),
  ];
};

const nameOf = (code: string, checks: readonly AnyCheck[], language: Language): string =>
  checks.find(({ catalogue }) => Object.hasOwn(catalogue, code))?.messages[language].findings[code]?.name ??
  '';

const refused = (text: string, kind: 'wrong' | 'newer'): UserError => {
  const [en, ru] = (['en', 'ru'] as const).map((language) => {
    const words = pasteWords(language);
    return kind === 'wrong'
      ? { message: words.spokenWrong(text), hint: words.spokenWrongHint }
      : { message: words.spokenNewer(text), hint: words.spokenNewerHint };
  });
  return new UserError(
    kind === 'wrong' ? 'E_SPOKEN_WRONG' : 'E_SPOKEN_NEWER',
    en?.message ?? text,
    en?.hint ?? '',
    {
      exitCode: EXIT.usage,
      ...(ru !== undefined && { ru }),
    },
  );
};
