/** docs/desks.md says of each desk what it can do, and has all of its keys. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Desk } from '../../../src/ticket/desk.ts';
import { deskSettings } from '../../../src/ticket/desks.ts';
import { httpSettings } from '../../../src/ticket/http/settings.ts';
import { deskAt, KINDS } from './kit.ts';

const text = readFileSync(fileURLToPath(new URL('../../../docs/desks.md', import.meta.url)), 'utf8');
const rows = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
const rowOf = (first: string): readonly string[] | undefined =>
  rows.find((cells) => cells[1] === first)?.slice(2, -1);

const COLUMNS: Readonly<Record<string, (desk: Desk) => boolean>> = {
  'looks first': ({ find }) => find !== undefined,
  reads: ({ read, conversation }) => read !== undefined && conversation !== undefined,
  attaches: ({ attach }) => attach !== undefined,
  comments: ({ comment }) => comment !== undefined,
  escalates: ({ escalate }) => escalate !== undefined,
  closes: ({ close }) => close !== undefined,
  reopens: ({ reopen }) => reopen !== undefined,
  rates: ({ rate }) => rate !== undefined,
  'lists its queue': ({ queue }) => queue !== undefined,
};

test.each(KINDS)('the table tells what %s can do', async (kind) => {
  const desk = await deskAt(kind, 'http://127.0.0.1:9');
  expect(rowOf('kind')).toEqual(Object.keys(COLUMNS));
  expect(rowOf(`\`${kind}\``)).toEqual(Object.values(COLUMNS).map((can) => (can(desk) ? 'yes' : 'no')));
});

const OWN_PAGE = ['email', 'file', 'module', 'redmine', 'webhook'];
const described = deskSettings.options.filter((one) => !OWN_PAGE.includes(one.shape.kind.value));

test.each(described.map((one) => [one.shape.kind.value, Object.keys(one.shape)] as const))(
  '%s has all of its keys there',
  (kind, keys) => {
    const section = text.split(/^## /m).find((one) => one.includes(`\`kind: ${kind}\``)) ?? '';
    const common = text.split(/^## /m).find((one) => one.startsWith('Keys of all')) ?? '';
    const missing = keys.filter((key) => {
      const where = key in httpSettings || key === 'secret' ? common : section;
      return key !== 'kind' && !where.includes(`\`${key}\``);
    });
    expect(missing).toEqual([]);
  },
);
