/** What a desk says when it refuses: its own words, and the fields it wants, whatever form it gives them. */
import type { Failed } from '../desk.ts';
import { plainLine } from '../plain.ts';
import { type Answer, refusalOf } from './answer.ts';

interface Said {
  /** The desk's own name of it. */
  readonly field?: string;
  readonly text: string;
}

const MAX_SAID = 20;
const MAX_DEPTH = 6;
/** Keys that hold words, or more of the same; other keys within `errors` are names of fields. */
const WORDS = new Set([
  ...['message', 'error', 'error_description', 'errorMessage', 'errorMessages', 'description'],
  ...['detail', 'details', 'error_human', 'code', 'title'],
]);
const FIELDS_BELOW = new Set(['errors', 'details', 'message']);
const WANTS = /required|mandatory|missing|blank|must be (filled|given|set)|can.?t be empty|обязател/i;

/** A refusal in the desk's own words; 'field-missing' names what it wants. */
export const refusalInWords = (answer: Answer): Failed => {
  const said = saidIn(answer.text ?? '');
  const refusal = refusalOf(answer, said.length === 0 ? undefined : said.map(inWords).join('; '));
  const wanted = said.filter(({ field, text }) => field !== undefined && WANTS.test(text));
  if (![400, 422].includes(answer.status) || wanted.length === 0) return refusal;
  const detail = plainLine(wanted.map(inWords).join('; '), 300);
  return {
    status: 'failed',
    failure: {
      ...refusal.failure,
      code: 'field-missing',
      certainty: 'not-received',
      again: 'person',
      detail,
    },
  };
};

const inWords = ({ field, text }: Said): string => (field === undefined ? text : `${field}: ${text}`);

export const saidIn = (text: string): readonly Said[] => {
  try {
    return collect(JSON.parse(text), undefined, 0).slice(0, MAX_SAID);
  } catch {
    return [];
  }
};

const collect = (value: unknown, field: string | undefined, depth: number): readonly Said[] => {
  if (typeof value === 'string') {
    return value.trim() === '' ? [] : [{ text: value, ...(field !== undefined && { field }) }];
  }
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) {
    return value.slice(0, MAX_SAID).flatMap((one) => collect(one, field, depth + 1));
  }
  const entries = Object.entries(value).slice(0, 100);
  const own = textOf(entries, ['field', 'field_key', 'fieldId']) ?? field;
  if (own !== field) {
    const words = [textOf(entries, ['message', 'description', 'error']), textOf(entries, ['code'])];
    const text = words.filter((word) => word !== undefined).join(' ');
    return [{ field: own ?? '', text: text || 'refused' }];
  }
  return entries.flatMap(([key, inner]) => {
    if (key === 'code' || key === 'title') return [];
    if (FIELDS_BELOW.has(key) && isRecord(inner)) {
      return Object.entries(inner).flatMap(([name, one]) =>
        collect(one, isField(key, name) ? name : field, depth + 1),
      );
    }
    return WORDS.has(key) || key === 'errors' ? collect(inner, field, depth + 1) : [];
  });
};

/** `details` is said to hold words as well; elsewhere every name is one of a field. */
const isField = (key: string, name: string): boolean =>
  name !== 'base' && (key !== 'details' || !WORDS.has(name));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (
  entries: readonly (readonly [string, unknown])[],
  names: readonly string[],
): string | undefined => {
  const found = entries.find(([key, value]) => names.includes(key) && typeof value === 'string');
  return found === undefined ? undefined : String(found[1]);
};
