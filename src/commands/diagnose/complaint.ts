/** From what a person says to the complaint it is about. */
import { checkIds } from '../../../checks/index.ts';
import type { Language } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { diagnoseWords } from '../../language/diagnose.ts';
import { oneLine } from '../../output/untrusted.ts';
import { findSymptoms, loadComplaints } from '../../symptoms/all.ts';
import { printError } from '../print.ts';
import type { Partner } from './partner.ts';

/** The id of a complaint or a module; nothing where the person left. `partner`: nothing where nobody can be asked. */
export const complaintFor = async (
  text: string,
  partner: Partner | undefined,
  language: Language,
): Promise<string | undefined> => {
  const words = diagnoseWords(language);
  const complaints = await loadComplaints();
  const choices = complaints.map(({ symptom: { id }, words: said }) => ({ id, name: said[language].name }));
  const said = text.trim();
  if (said === '') {
    if (partner === undefined) throw unclear('');
    return partner.choose(words.chooseComplaint, choices);
  }
  const exact = said.toLowerCase();
  if (checkIds.includes(exact) || choices.some(({ id }) => id === exact)) return exact;
  const { sure, candidates } = await findSymptoms(said);
  if (sure !== undefined) return sure;
  const meant = candidates.flatMap(({ id }) => choices.find((choice) => choice.id === id) ?? []);
  const [likeliest] = meant;
  if (likeliest === undefined) throw unclear(said);
  if (partner !== undefined) return partner.choose(words.didYouMean, meant);
  // What is measured is mostly the same, and names the cause whichever of them it was.
  await printError(words.takenFor(oneLine(likeliest.name), meant.map(({ id }) => id).join(', ')));
  return likeliest.id;
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
