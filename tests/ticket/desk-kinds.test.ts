import { expect, test } from 'vitest';
import { DESK_KINDS } from '../../src/ticket/desk-kinds.ts';
import { deskSettings } from '../../src/ticket/desks.ts';

test('every desk that is known can be added by its name', () => {
  const kinds = deskSettings.options.map(({ shape }) => shape.kind.value);
  expect([...DESK_KINDS].sort()).toEqual([...kinds].sort());
});
