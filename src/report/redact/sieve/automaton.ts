/**
 * Finds which of many words stand in a text, in one pass (Aho and Corasick 1975: Efficient string matching).
 * The words are folded, and the text is read so.
 */
export interface Automaton {
  /** Calls `seen` with the number of each word that ends within text[from, to), and where it ends. */
  readonly scan: (text: string, from: number, to: number, seen: (word: number, end: number) => void) => void;
}

const ROOT = 0;
const [ZERO, NINE] = [48, 57];

export const automaton = (words: readonly string[]): Automaton => {
  const { symbols, width } = alphabet(words);
  const children: Map<number, number>[] = [new Map()];
  const ends: number[][] = [[]];
  words.forEach((word, number) => {
    let state = ROOT;
    for (let at = 0; at < word.length; at++) {
      const symbol = symbols[word.charCodeAt(at)] ?? 0;
      const next = children[state]?.get(symbol) ?? children.length;
      if (next === children.length) {
        children.push(new Map());
        ends.push([]);
        children[state]?.set(symbol, next);
      }
      state = next;
    }
    ends[state]?.push(number);
  });
  const next = transitions(children, ends, width);
  const found = ends.map((list) => [...new Set(list)]);
  return {
    scan: (text, from, to, seen) => {
      let state = ROOT;
      for (let at = from; at < to; at++) {
        const entry = next[state + (symbols[text.charCodeAt(at)] ?? 0)] ?? ROOT;
        state = entry >>> 1;
        if ((entry & 1) === 1) for (const word of found[state / width] ?? []) seen(word, at + 1);
      }
    },
  };
};

/** What a regular expression takes for one of these too, when case is nothing to it. */
const ALSO: ReadonlyMap<string, string> = new Map([
  ['k', '\u212a'],
  ['s', '\u017f'],
  ['å', '\u212b'],
]);

/** Each character that stands in a word has a number of its own; all others are 0. */
const alphabet = (words: readonly string[]) => {
  const symbols = new Uint16Array(0x10000);
  const signs = new Set(words.join('').split(''));
  let width = 1;
  for (const sign of signs) {
    const forms = [sign, sign.toUpperCase(), ALSO.get(sign) ?? sign];
    for (const form of forms) if (form.length === 1) symbols[form.charCodeAt(0)] = width;
    width++;
  }
  return { symbols: symbols.fill(symbols[ZERO] ?? 0, ZERO, NINE + 1), width };
};

/**
 * Where no child leads on, the longest end of what was read that begins a word does. An entry is twice the place of
 * the next state's own entries, and odd where a word ends there.
 */
const transitions = (
  children: readonly Map<number, number>[],
  ends: number[][],
  width: number,
): Uint32Array => {
  const next = new Uint32Array(children.length * width);
  const fails = new Uint32Array(children.length);
  const queue: number[] = [ROOT];
  for (let first = 0; first < queue.length; first++) {
    const state = queue[first] ?? ROOT;
    const fail = fails[state] ?? ROOT;
    for (let symbol = 0; symbol < width; symbol++) {
      const beyond = state === ROOT ? ROOT : (next[fail * width + symbol] ?? ROOT);
      const child = children[state]?.get(symbol);
      next[state * width + symbol] = child ?? beyond;
      if (child === undefined) continue;
      fails[child] = beyond;
      ends[child]?.push(...(ends[beyond] ?? []));
      queue.push(child);
    }
  }
  return next.map((state) => state * width * 2 + Math.min(ends[state]?.length ?? 0, 1));
};
