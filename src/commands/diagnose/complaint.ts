/** From what a person says to what is diagnosed. */
import { checkIds } from '../../../checks/index.ts';
import type { Language } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { diagnoseWords } from '../../language/diagnose.ts';
import { oneLine } from '../../output/untrusted.ts';
import { complaintsOf, indexed } from '../../symptoms/all.ts';
import { findIn } from '../../symptoms/find.ts';
import { printError } from '../print.ts';
import type { Case } from './case.ts';
import type { Partner } from './partner.ts';

/** One of the cases; nothing where the person left. `partner`: nothing where nobody can be asked. */
export const caseFor = async (
  text: string,
  cases: readonly Case[],
  partner: Partner | undefined,
  language: Language,
): Promise<Case | undefined> => {
  const words = diagnoseWords(language);
  const choices = cases.flatMap(({ id, check, symptom }) =>
    symptom === undefined ? [] : [{ id, name: check.messages[language].symptoms?.[id]?.name ?? id }],
  );
  const named = (id: string | undefined): Case | undefined => cases.find((one) => one.id === id);
  const said = text.trim();
  if (said === '') {
    if (partner === undefined) throw unclear('');
    return named(await partner.choose(words.chooseComplaint, choices));
  }
  const exact = named(said.toLowerCase());
  if (exact !== undefined) return exact;
  const known = complaintsOf(cases.flatMap(({ check, symptom }) => (symptom === undefined ? [] : [check])));
  const { sure, candidates } = findIn(
    indexed([...new Map(known.map((one) => [one.symptom.id, one])).values()]),
    said,
  );
  if (sure !== undefined) return named(sure);
  const meant = candidates.flatMap(({ id }) => choices.find((choice) => choice.id === id) ?? []);
  const [likeliest] = meant;
  if (likeliest === undefined) {
    if (partner === undefined) throw unclear(said);
    await partner.tell({ kind: 'note', text: words.noComplaint(oneLine(said)) });
    return named(await partner.choose(words.chooseComplaint, choices));
  }
  if (partner !== undefined) return named(await partner.choose(words.didYouMean, meant));
  // What is measured is mostly the same, and names the cause whichever of them it was.
  await printError(words.takenFor(oneLine(likeliest.name), meant.map(({ id }) => id).join(', ')));
  return named(likeliest.id);
};

/** `complaint` is empty where nobody named one. */
export const unclear = (complaint: string): UserError => {
  const say = (language: Language) => {
    const words = diagnoseWords(language);
    return {
      message: complaint === '' ? words.sayComplaint : words.noComplaint(complaint),
      hint: words.complaintsAre(checkIds.join(', ')),
    };
  };
  const { message, hint } = say('en');
  return new UserError('E_COMPLAINT', message, hint, { exitCode: EXIT.usage, ru: say('ru') });
};
