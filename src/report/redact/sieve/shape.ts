/** What a line looks like at a glance: of what addresses and numbers it could hold. */

export const SHAPE = {
  /** Four numbers with dots between, as in 192.0.2.1. */
  dotted: 1,
  /** Two colons in a row, or six among hexadecimal digits. */
  colons: 2,
  /** Five pairs of digits with a sign between them, or three groups of four. */
  pairs: 4,
  /** Eight hexadecimal digits and a dash. */
  dashedHex: 8,
  /** Ten decimal digits, whatever stands between them. */
  digits: 16,
  /** Two capitals and two digits. */
  account: 32,
} as const;

const [ZERO, NINE, DOT, COLON, DASH, UNDERSCORE] = [48, 57, 46, 58, 45, 95];

export const shapeOf = (text: string, from: number, to: number): number => {
  let [dots, colons, pairs, quads, digits, hexes] = [0, 0, 0, 0, 0, 0];
  let shape = 0;
  let before = 0;
  for (let at = from; at < to; at++) {
    const sign = text.charCodeAt(at);
    if (sign >= ZERO && sign <= NINE) {
      digits++;
      hexes++;
      if (isCapital(before) && isCapital(text.charCodeAt(at - 2)) && isDigit(text.charCodeAt(at + 1)))
        shape |= SHAPE.account;
    } else if ((sign | 32) >= 97 && (sign | 32) <= 102) {
      hexes++;
      dots = 0;
    } else if (sign === DOT) {
      if (isDigit(before) && ++dots === 3) shape |= SHAPE.dotted;
      if (hexes >= 4 && ++quads === 2) shape |= SHAPE.pairs;
      hexes = 0;
    } else if (sign === COLON) {
      if (before === COLON || ++colons === 6) shape |= SHAPE.colons;
      if (hexes > 0 && ++pairs === 5) shape |= SHAPE.pairs;
      dots = 0;
      hexes = 0;
    } else if (sign === DASH || sign === UNDERSCORE) {
      if (hexes > 0 && ++pairs === 5) shape |= SHAPE.pairs;
      if (hexes >= 8) shape |= SHAPE.dashedHex;
      dots = 0;
      colons = 0;
      hexes = 0;
    } else {
      dots = 0;
      colons = 0;
      pairs = 0;
      quads = 0;
      hexes = 0;
    }
    before = sign;
  }
  return digits >= 10 ? shape | SHAPE.digits : shape;
};

const isDigit = (unit: number): boolean => unit >= ZERO && unit <= NINE;
const isCapital = (unit: number): boolean => unit >= 65 && unit <= 90;
