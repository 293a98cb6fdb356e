/** No text, however monotonous, holds a parser or a form of output up. */
import { describe, expect, test } from 'vitest';
import { checkIds, loadCheck } from '../../checks/index.ts';
import type { AnyCheck, Raw, Source } from '../../src/contract.ts';
import { fenced, forHtml, forMarkdown, forTerminal, oneLine } from '../../src/output/untrusted.ts';
import { wrap } from '../../src/output/wrap.ts';
import { randomKey, redactor } from '../../src/report/redact/redactor.ts';
import { growsTooFast } from '../growth.ts';

/** A fifth of what is read of a file at most: what is quadratic takes 25 times as long there. */
const LENGTH = 200_000;

const PIECES = [
  ...[
    'a',
    ' ',
    '\n',
    '\r',
    '\t',
    '\r\n',
    'a\n',
    ' \n',
    'a ',
    '1',
    '1.',
    '1-',
    '0a',
    'ff:',
    '[',
    '{"a":',
    '"',
  ],
  ...[
    '\\',
    '\\"',
    '/',
    '(',
    '-',
    '- ',
    '=',
    ': ',
    '.a',
    '@',
    'a@',
    '%',
    '`',
    '! ',
    '<a ',
    '\u001b[',
    'Я',
    '😀',
  ],
  ...[
    '::',
    ', ',
    '://',
    '/home/',
    'C:\\Users\\',
    'user ',
    'serial ',
    'password=',
    'version ',
    '255.',
    '10.0.0.1 ',
  ],
  ...['iface ', 'nameserver ', 'deb ', 'proxy ', '-----BEGIN CERTIFICATE-----', 'Log started: '],
];

const floods = PIECES.map((piece) => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH));

const slowOn = (act: (text: string) => unknown): readonly string[] =>
  floods.flatMap((flood, at) => (growsTooFast(act, flood) ? [JSON.stringify(PIECES[at])] : []));

type Parser = readonly [id: string, parse: (text: string) => unknown];

const parsersOf = (source: Source<unknown>): readonly Parser[] => [
  ...Object.entries(source.on).flatMap(([os, { request, parse }]): readonly Parser[] => {
    const id = `${source.id} on ${os}`;
    const printed = (stdout: string, stderr: string): Raw['exec'] => ({ stdout, stderr, exitCode: 1 });
    if (request.kind === 'file') return [[id, (text) => parse({ text }, request)]];
    return request.kind !== 'exec'
      ? []
      : [
          [id, (text) => parse(printed(text, ''), request)],
          [`${id}, stderr`, (text) => parse(printed('', text), request)],
        ];
  }),
  ...(source.otherwise === undefined ? [] : parsersOf(source.otherwise)),
];

const PARAMETERS = ['/etc/x.list', '/etc/x.sources', '192.0.2.1', 'eth0'];

const made = (family: AnyCheck['families'][number]): readonly Source<unknown>[] => {
  if ('on' in family) return [family];
  const make: unknown = family;
  if (typeof make !== 'function') return [];
  return PARAMETERS.flatMap((parameter) => {
    try {
      return [make(parameter)];
    } catch {
      return [];
    }
  });
};

const checks = await Promise.all(checkIds.map(loadCheck));
const parsers = new Map(
  checks.flatMap(({ reads, families }) =>
    [...Object.values(reads), ...families.flatMap(made)].flatMap(parsersOf),
  ),
);

describe('a text that repeats itself', () => {
  test('holds no parser up', { timeout: 600_000 }, () => {
    expect(parsers.size).toBeGreaterThan(40);
    const slow = [...parsers].flatMap(([id, parse]) => slowOn(parse).map((one) => `${id}: ${one}`));
    expect(slow).toEqual([]);
  });

  test.each([
    ['a terminal', forTerminal],
    ['a line', oneLine],
    ['lines of a terminal', (text: string) => wrap(text, 80)],
    ['Markdown', forMarkdown],
    ['a block of code', (text: string) => fenced(text)],
    ['HTML', forHtml],
    ['redaction', (text: string) => redactor({ key: randomKey() }).text(text)],
  ])('does not hold %s up', { timeout: 600_000 }, (_, act) => {
    expect(slowOn(act)).toEqual([]);
  });
});
