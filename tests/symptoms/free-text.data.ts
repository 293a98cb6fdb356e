import { readFileSync } from 'node:fs';

/** What somebody wrote, and the complaint a supporter would hear in it; none for what is no complaint about a computer. */
export interface Saying {
  readonly text: string;
  readonly symptom: string | undefined;
}

/** The index was tuned on the first half only; the second was measured when that was done. */
export type Half = 'tuned' | 'held-back';

/**
 * `# symptom` and under it what people say, `# -` for what fits none. Written before there was an index; every second
 * line belongs to the half that was held back.
 */
export const sayings = (lang: 'en' | 'ru', half?: Half): readonly Saying[] => {
  const text = readFileSync(new URL(`./free-text.${lang}.txt`, import.meta.url), 'utf8');
  return text
    .split(/^# /m)
    .slice(1)
    .flatMap(section)
    .filter((_, index) => half === undefined || half === halfOf(index));
};

const section = (text: string): readonly Saying[] => {
  const [id, ...lines] = text.trimEnd().split('\n');
  return lines.map((line) => ({ text: line, symptom: id === '-' ? undefined : id }));
};

// Sections hold an even number of lines, so the halves have the same number for each symptom.
const halfOf = (index: number): Half => (index % 2 === 0 ? 'tuned' : 'held-back');
