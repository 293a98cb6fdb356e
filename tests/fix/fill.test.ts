import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Param } from '../../src/contract.ts';
import { filled } from '../../src/fix/fill.ts';

const fillOne = (word: string, value: Param) => filled(['tool', word], { value });

describe('what a finding names, put into a command', () => {
  test.each<[string, Param, string]>([
    ['{value}', 'eth0', 'eth0'],
    ['{value}', 'Local Area Connection 2', 'Local Area Connection 2'],
    ['name={value}', 'Ethernet (2)', 'name=Ethernet (2)'],
    ['{value}', 1400, '1400'],
    ['{value}', '192.0.2.0/24', '192.0.2.0/24'],
    ['{value}', '2001:db8::1', '2001:db8::1'],
    ['{value}.techsupport-backup', '/etc/apt/sources.list', '/etc/apt/sources.list.techsupport-backup'],
    ['{value}', 'C:\\Users\\Ann\\x.log', 'C:\\Users\\Ann\\x.log'],
    ['{value}s/^/#/', 12, '12s/^/#/'],
  ])('%s takes %s', (word, value, expected) => {
    expect(fillOne(word, value)).toEqual({ status: 'filled', argv: ['tool', expected] });
  });

  test.each<[string, Param]>([
    ['{value}', '-rf'],
    ['{value}', ''],
    ['{value}', ' eth0'],
    ['{value}', 'eth0\n'],
    ['{value}', 'eth0;reboot'],
    ['{value}', '$(reboot)'],
    ['{value}', '`reboot`'],
    ['{value}', '{other}'],
    ['{value}', 'a\u202eb'],
    ['{value}', '../etc/shadow'],
    ['{value}', '/tmp/../etc/shadow'],
    ['{value}', 'etc/shadow'],
    ['{value}', '//server/share'],
    ['{value}', '*'],
    ['{value}', '%PATH%'],
    ['{value}', 'x'.repeat(201)],
    ['{value}', -1],
    ['{value}', 1.5],
    ['{value}', null],
    ['{value}', ['eth0']],
    ['{value}s/^/#/', '1e reboot;'],
    ['/{value}/d', 'a/e reboot'],
    ['Enable-NetAdapter -Name {value}', 'a b'],
    ['{value}d', '/etc/hosts'],
  ])('%s refuses %j', (word, value) => {
    expect(fillOne(word, value)).toMatchObject({ status: 'unfilled', name: 'value' });
  });

  test('what is missing and what is harmful are told apart', () => {
    expect(filled(['x', '{gone}'], {})).toMatchObject({ why: 'missing' });
    expect(filled(['x', '{constructor}'], {})).toMatchObject({ why: 'missing' });
    expect(filled(['x', '{here}'], { here: '-x' })).toMatchObject({ why: 'harmful' });
  });

  test('an entry of bcdedit is no placeholder', () => {
    const argv = ['bcdedit', '/deletevalue', '{current}', 'safeboot'];
    expect(filled(argv, { current: 'other' })).toEqual({ status: 'filled', argv });
  });

  test('whatever is measured, a command keeps its number of words, its program, and no word gains a meaning', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.stringMatching(/^[\w./ -]{0,40}$/)),
        fc.constantFrom('{value}', 'name={value}', '{value}.bak', '{value}d', '/{value}/d', 'do {value}'),
        (value, word) => {
          const result = fillOne(word, value);
          if (result.status === 'unfilled') return;
          const [program, text = '', ...more] = result.argv;
          expect([program, more]).toEqual(['tool', []]);
          expect(value).not.toMatch(/^-|[\p{C}{}"'`$;&|<>*?!\n]|(?:^|[\\/])\.\.?(?:[\\/]|$)/u);
          expect(text).toBe(word.replace('{value}', () => value));
          if (!/^(?:name=)?\{value\}(?:\.bak)?$/.test(word)) expect(value).not.toMatch(/[\s/\\]/);
        },
      ),
      { numRuns: 500 },
    );
  });
});
