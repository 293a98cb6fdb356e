import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { en } from '../../src/ticket/messages.en.ts';
import { ru } from '../../src/ticket/messages.ru.ts';
import { bundleName, makeTicket, ticket, ticketSchema } from '../../src/ticket/model.ts';
import { verdictOf } from '../../src/ticket/verdict.ts';
import { sayTrouble } from '../../src/ticket/words.ts';
import { draft } from './samples.ts';

const validate = new Ajv2020.default({ formats: { 'date-time': true } }).compile(ticketSchema());

test('whatever the texts hold, the ticket fits its own schema and the published one', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(
      text,
      text,
      text,
      text,
      fc.nat({ max: 2_000_000_000_000 }),
      (subject, description, title, result, nowMs) => {
        const made = makeTicket(
          {
            ...draft,
            subject: subject.repeat(3),
            description,
            complaint: title,
            verdict: { status: 'critical', rootCauses: [{ code: title, severity: 'info', title, subject }] },
            tried: [{ step: title, result }],
          },
          nowMs,
        );
        expect(ticket.parse(made)).toEqual(made);
        const read: unknown = JSON.parse(JSON.stringify(made));
        expect(read).toEqual(made);
        if (!validate(read)) throw new Error(JSON.stringify(validate.errors));
      },
    ),
  );
});

test('the published schema refuses what is no ticket', () => {
  const made = makeTicket(draft, 0);
  expect(validate({ ...made, key: '../../etc' })).toBe(false);
  expect(validate({ ...made, extra: 1 })).toBe(false);
});

test('texts that are too long are cut, control characters are made visible', () => {
  const made = makeTicket({ ...draft, subject: `a\u001b[31m\nb\u202e${'x'.repeat(500)}` }, 0);
  expect(made.subject).toHaveLength(200);
  expect(made.subject).toMatch(/^a\\u001b\[31m b\\u202exx.*…$/);
});

test('a file name of a report is safe in a header and a path', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (path) => {
      expect(bundleName(path)).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/);
    }),
  );
  expect(bundleName('/home/анна/techsupport-1.tar.gz')).toBe('techsupport-1.tar.gz');
});

test.each(Object.keys(en))('the words for %s say what, why and what next in both languages', (code) => {
  const trouble = { target: 'https://desk.example/in', detail: 'HTTP 500 x' };
  for (const language of ['en', 'ru'] as const) {
    const words = sayTrouble(language, code, trouble);
    expect(words.title).not.toMatch(/[.!]$|oops|illegal|just|simply/i);
    expect(`${words.title}${words.why}${words.next}`).not.toMatch(/undefined|\[object/);
    for (const part of [words.title, words.why, words.next]) expect(part.length).toBeGreaterThan(10);
    if (language === 'ru') expect(words.title).toMatch(/[а-яё]/i);
  }
  expect(Object.keys(ru)).toContain(code);
});

test('a failure of a newer version still has words', () => {
  expect(sayTrouble('en', 'toString', { target: 't', detail: 'd' }).title).toContain('d');
});

test('the verdict holds the root causes, the gravest first', () => {
  const finding = { title: 't', why: 'w' };
  const verdict = verdictOf({
    status: 'critical',
    checks: [
      { findings: [{ ...finding, code: 'a/slow', severity: 'warning' }] },
      {
        findings: [
          { ...finding, code: 'b/note', severity: 'info' },
          { ...finding, code: 'b/consequence', severity: 'critical', causedBy: ['b/cause'] },
          { ...finding, code: 'b/cause', severity: 'critical', subject: 'eth0' },
        ],
      },
    ],
  });
  expect(verdict).toEqual({
    status: 'critical',
    rootCauses: [
      { code: 'b/cause', severity: 'critical', title: 't', subject: 'eth0' },
      { code: 'a/slow', severity: 'warning', title: 't' },
    ],
  });
});
