/** What a line looks like at a glance: of what addresses and numbers it could hold. */

export const SHAPE = {
  /** Three dots behind digits, as in 192.0.2.1. */
  dotted: 1,
  /** Three dashes behind digits, as in ip-192-0-2-1. */
  dashed: 32,
  /** Two colons in a row, or six colons. */
  colons: 2,
  /** Five pairs of digits with a sign between them, or three groups of four. */
  pairs: 4,
  /** Eight hexadecimal digits in a row. */
  hex: 8,
  /** Ten decimal digits, whatever stands between them. */
  digits: 16,
} as const;

const [ZERO, NINE, DOT, COLON, DASH, UNDERSCORE] = [48, 57, 46, 58, 45, 95];

export const shapeOf = (text: string, from: number, to: number): number => {
  let [dots, dashes, colons, pairs, quads, digits, hexes] = [0, 0, 0, 0, 0, 0, 0];
  let shape = 0;
  let before = 0;
  for (let at = from; at < to; at++) {
    const sign = text.charCodeAt(at);
    if (sign >= ZERO && sign <= NINE) {
      digits++;
      hexes++;
    } else if ((sign | 32) >= 97 && (sign | 32) <= 102) hexes++;
    else {
      if (sign === DOT) {
        if (before >= ZERO && before <= NINE) dots++;
        if (hexes >= 4) quads++;
      } else if (sign === COLON) {
        colons++;
        if (before === COLON) shape |= SHAPE.colons;
        if (hexes > 0) pairs++;
      } else if (sign === DASH && before >= ZERO && before <= NINE) {
        dashes++;
        pairs++;
      } else if ((sign === DASH || sign === UNDERSCORE) && hexes > 0) pairs++;
      hexes = 0;
    }
    if (hexes >= 8) shape |= SHAPE.hex;
    before = sign;
  }
  if (dots >= 3) shape |= SHAPE.dotted;
  if (dashes >= 3) shape |= SHAPE.dashed;
  if (colons >= 6) shape |= SHAPE.colons;
  if (pairs >= 5 || quads >= 2) shape |= SHAPE.pairs;
  if (digits >= 10) shape |= SHAPE.digits;
  return shape;
};
