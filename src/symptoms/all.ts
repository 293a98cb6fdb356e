/** The complaints that people come with, in the order they are offered, and the one that a text is about. */
import { checkIds, loadCheck } from '../../checks/index.ts';
import type { AnyCheck, CheckMessages, Symptom, SymptomWords } from '../contract.ts';
import { type Found, findIn } from './find.ts';
import { type Index, indexOf } from './index.ts';

export interface Complaint {
  readonly symptom: Symptom;
  /** The one whose tree answers it. */
  readonly check: AnyCheck;
  readonly words: { readonly en: SymptomWords; readonly ru: SymptomWords };
}

/** The most frequent first. Others follow in the order of their checks. */
const ORDER: readonly string[] = [
  'internet-down',
  'internet-slow',
  'computer-slow',
  'wifi-drops',
  'freezes',
  'program-crashes',
  'updates-fail',
  'virus-suspected',
  'does-not-print',
  'blue-screen',
  'does-not-start',
  'no-sound',
  'disk-full',
  'drive-not-seen',
  'one-site',
  'battery',
  'new-device',
  'switches-off',
  'disk-failing',
  'cannot-sign-in',
  'slow-start',
  'after-update',
  'no-picture',
  'bluetooth',
  'camera-or-microphone',
  'keyboard-or-mouse',
  'wrong-time',
  'hot-and-loud',
  'not-private',
  'remote-control',
];

/** Loads all checks: about as long as `list` takes. */
export const loadComplaints = async (): Promise<readonly Complaint[]> =>
  complaintsOf(await Promise.all(checkIds.map(loadCheck)));

export const complaintsOf = (checks: readonly AnyCheck[]): readonly Complaint[] => {
  const all = checks.flatMap((check) =>
    (check.symptoms ?? []).flatMap((symptom) => {
      const { en, ru }: { readonly en: CheckMessages; readonly ru: CheckMessages } = check.messages;
      const words = { en: en.symptoms?.[symptom.id], ru: ru.symptoms?.[symptom.id] };
      return words.en === undefined || words.ru === undefined
        ? []
        : [{ symptom, check, words: { en: words.en, ru: words.ru } }];
    }),
  );
  return all.sort((a, b) => rankOf(a.symptom.id) - rankOf(b.symptom.id));
};

const rankOf = (id: string): number => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);

/** Offline, in English, in Russian, or in both at once. */
export const findSymptoms = async (text: string): Promise<Found> => {
  loaded ??= loadComplaints().then(indexed);
  return findIn(await loaded, text);
};

export const indexed = (complaints: readonly Complaint[]): Index =>
  indexOf(
    complaints.map(({ symptom, words: { en, ru } }) => ({
      id: symptom.id,
      phrasings: [en.name, ru.name, ...en.phrasings, ...ru.phrasings],
    })),
  );

let loaded: Promise<Index> | undefined;
