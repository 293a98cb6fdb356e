/** The exit status of `inspect -`: green only where the whole report was read. */
import { afterEach, expect, test, vi } from 'vitest';
import { inspectPastes, pastesIn } from '../../src/commands/inspect/paste.ts';
import { EXIT } from '../../src/exit.ts';
import { type Form, writeBlock } from '../../src/report/paste/block/write.ts';
import { reports } from '../report/paste/reports.ts';

const [some] = reports;
const linesOf = (form: Form): readonly string[] => {
  const lines = some === undefined ? undefined : writeBlock(some.report, form);
  if (lines === undefined) throw new Error('no block');
  return lines;
};

afterEach(() => vi.restoreAllMocks());

const statusOf = async (text: string): Promise<number> => {
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((_, ...rest) => {
      const done = rest.at(-1);
      if (typeof done === 'function') done();
      return true;
    });
  }
  return inspectPastes(pastesIn(Buffer.from(text)) ?? [], { format: 'text' }, 'en');
};

const whole = linesOf('whole').join('\n');
const codes = linesOf('codes').join('\n');

test('a paste that arrived whole is looked at', async () => {
  expect(await statusOf(whole)).toBe(EXIT.ok);
});

test.each([
  ['of which the end is lost', linesOf('whole').slice(0, -2).join('\n')],
  ['of which one line is left', linesOf('whole').at(-1) ?? ''],
  ['of codes alone', codes],
  ['of codes beside a whole one', `${whole}\n\n${codes}`],
])('a paste %s is not: unknown', async (_, text) => {
  expect(await statusOf(text)).toBe(EXIT.unknown);
});
