import { describe, expect, test } from 'vitest';
import { leaksIn } from '../../../src/report/redact/gate.ts';
import { redactor } from '../../../src/report/redact/redactor.ts';

const KEY = new Uint8Array(32).fill(7);
/** Put together here, so that none stands in the file. */
const TOKEN = ['ghp', 'a1B2c3D4e5F6'.repeat(3)].join('_');

describe('the last look', () => {
  test('names the line of what still looks like a secret', () => {
    expect(leaksIn(`one\n"token": "${TOKEN}"\nthree\n`, [])).toEqual([2]);
  });

  test('and of a value that was a secret elsewhere', () => {
    expect(leaksIn('a\nb\n-p Qr7xWm2pLk9\n', ['Qr7xWm2pLk9'])).toEqual([3]);
  });

  test('finds nothing in what the redactor let through', () => {
    const text = `export API_TOKEN=Zx81kqPwLm4u\n\ncurl -u anna:Qr7xWm2pLk9 https://x.example\n"k": "${TOKEN}"\n`;
    const hide = redactor({ key: KEY });
    expect(hide.leaksIn(text)).toEqual([1, 3, 4]);
    expect(hide.leaksIn(hide.text(text))).toEqual([]);
  });
});

test('what is a secret in one place is hidden in every other one, also within a word', () => {
  const hide = redactor({ key: KEY });
  const got = hide.text('login failed for Qr7xWm2pLk9 and xQr7xWm2pLk9y\npassword=Qr7xWm2pLk9\n');
  expect(got).toBe('login failed for [secret] and x[secret]y\npassword=[secret]\n');
});
