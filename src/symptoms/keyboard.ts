/** What was meant, where somebody typed Russian with Latin letters, or either with the other's keyboard layout. */

const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const CYRILLIC = 'йцукенгшщзхъфывапролджэячсмитьбюё';
/** The same keys with shift, which are no letters in the Latin layout. */
const SHIFTED = '{}:"<>~';
const SHIFTED_CYRILLIC = 'хъжэбюё';

const pairs = (from: string, to: string) =>
  [...from].map((letter, at) => [letter, to[at] ?? letter] as const);

const TO_CYRILLIC = new Map([...pairs(LATIN, CYRILLIC), ...pairs(SHIFTED, SHIFTED_CYRILLIC)]);
const TO_LATIN = new Map(pairs(CYRILLIC, LATIN));

/** The same keys in the other layout; `text` in lower case. */
export const otherLayout = (text: string): string => {
  const keys = /\p{Script=Cyrillic}/u.test(text) ? TO_LATIN : TO_CYRILLIC;
  return Array.from(text, (letter) => keys.get(letter) ?? letter).join('');
};

/** Longer ones first. What sounds alike is left to the spelling: `y` is ы here, and й there. */
const SOUNDS: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['yo', 'е'],
  ['jo', 'е'],
  ['yu', 'ю'],
  ['ju', 'ю'],
  ['ya', 'я'],
  ['ja', 'я'],
  ['ye', 'е'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ...pairs('abvgdezijklmnoprstufhcywxq', 'абвгдезийклмнопрстуфхцыввк'),
];
const SOUND = new Map(SOUNDS);
const A_SOUND = new RegExp(SOUNDS.map(([sound]) => sound).join('|'), 'g');

/** `printer ne pechataet`: Russian in Latin letters; `text` in lower case. */
export const fromTransliteration = (text: string): string =>
  text.replace(A_SOUND, (sound) => SOUND.get(sound) ?? sound);
