/** What of the Redmine desk can be seen without a Redmine; the rest is in real/. */
import { expect, test } from 'vitest';
import { unwrapped, verbatim } from '../../src/ticket/desks/redmine/text.ts';
import { makeRedmine } from '../../src/ticket/desks/redmine.ts';
import { deskSettings } from '../../src/ticket/desks.ts';
import { makeTicket } from '../../src/ticket/model.ts';
import { draft } from './samples.ts';

const FORMATTINGS = ['textile', 'markdown', undefined] as const;
const HOSTILE = [
  '</pre> @admin <PRE> <code>x</code> </notextile>',
  '```',
  '~~~~ @admin',
  '{{include(Secret)}} #1',
  '> quoted ',
].join('\n');

test.each(FORMATTINGS)('nothing in a text ends its block (%s)', (formatting) => {
  const text = verbatim(HOSTILE, formatting);
  expect(text.match(/<\/?(pre|code|notextile)/gi) ?? []).toEqual(
    formatting === 'markdown' ? [] : ['<pre', '</pre'],
  );
  expect(text.match(/`{3}|~{3}/g) ?? []).toEqual(formatting === 'textile' ? [] : ['```', '```']);
});

test.each(FORMATTINGS)('it is read back as it was written (%s)', (formatting) => {
  // Redmine keeps its lines with a carriage return.
  expect(unwrapped(verbatim(HOSTILE, formatting).replaceAll('\n', '\r\n'))).toBe(HOSTILE);
  expect(unwrapped('An answer\r\nof a person')).toBe('An answer\nof a person');
});

test('what would be sent is shown without the key', () => {
  const settings = {
    kind: 'redmine',
    url: 'https://r.example/redmine/',
    project: 'support',
    keyField: 7,
  } as const;
  const desk = makeRedmine(
    { ...settings, secret: { env: 'TOKEN' } },
    { env: { TOKEN: 'abc' }, toolVersion: '1' },
  );
  const ticket = makeTicket(draft, 0);
  const shown = desk.preview(ticket);
  expect(shown).toMatchObject({
    method: 'POST',
    url: 'https://r.example/redmine/issues.json',
    headers: { 'X-Redmine-API-Key': '***' },
    body: { issue: { project_id: 'support', custom_fields: [{ id: 7, value: ticket.key }] } },
  });
  expect(JSON.stringify(shown)).not.toContain('abc');
});

test('a project is named as in its address', () => {
  const settings = { kind: 'redmine', url: 'https://r.example', keyField: 7, secret: { env: 'TOKEN' } };
  expect(deskSettings.safeParse({ ...settings, project: 12 }).data).toMatchObject({ project: '12' });
  expect(deskSettings.safeParse({ ...settings, project: '../users' }).success).toBe(false);
});
