/** Exactly what is sent to the desks that could not be tried otherwise; made up from their documentation. */
import { describe, expect, test } from 'vitest';
import { BODIES, HEADERS, LINES, REPLIES, SYS_ID } from './expected.ts';
import {
  type Asked,
  deskAt,
  everyCall,
  file,
  fileContent,
  ID_OF,
  type Kind,
  SECRET,
  startFake,
  ticket,
} from './kit.ts';

const six = ['gitlab', 'zammad', 'glpi', 'freshdesk', 'servicenow', 'osticket'] as const;

const sentBy = async (kind: Kind, more: object = {}) => {
  const fake = await startFake(REPLIES[kind] ?? (() => ({ status: 404 })));
  const desk = await deskAt(kind, fake.url, more);
  const sent: Record<string, readonly Asked[]> = {};
  const failures: unknown[] = [];
  for (const [name, call] of everyCall(desk, ID_OF[kind])) {
    const before = fake.asked.length;
    const result = await call();
    if ('failure' in result) failures.push([name, result.failure]);
    sent[name] = fake.asked.slice(before);
  }
  expect(failures).toEqual([]);
  return sent;
};

const lines = (all: readonly Asked[] = []): readonly string[] =>
  all.map(({ method, path, query }) => {
    const text = Object.entries(query)
      .map(([name, value]) => `${name}=${value}`)
      .join('&');
    return `${method} ${path}${text === '' ? '' : `?${text}`}`;
  });
describe('what is sent', () => {
  test.each(six)('to %s', async (kind) => {
    const sent = await sentBy(kind);
    for (const [name, expected] of Object.entries(LINES[kind] ?? {}))
      expect([name, lines(sent[name])]).toEqual([name, expected]);
    for (const [name, expected] of Object.entries(BODIES[kind] ?? {})) {
      expect([name, sent[name]?.at(-1)?.json]).toEqual([name, expected]);
    }
    for (const asked of Object.values(sent).flat()) {
      expect(asked.headers).toMatchObject({
        ...HEADERS[kind],
        'user-agent': 'techsupport/0.1.0',
        accept: 'application/json',
      });
      if (asked.json !== undefined) expect(asked.headers['content-type']).toBe('application/json');
    }
  });

  test('to GLPI, within a session', async () => {
    const sent = await sentBy('glpi', { appToken: { env: 'TOKEN' }, levels: [12] });
    const json = (name: string, at: number) => sent[name]?.[at]?.json;
    expect(json('create', 1)).toEqual({
      input: {
        name: ticket.subject,
        content: expect.stringContaining('<p>Nothing opens.<br>'),
        type: 1,
        urgency: 4,
        impact: 2,
      },
    });
    expect(json('attach', 2)).toEqual({ input: { documents_id: 7, itemtype: 'Ticket', items_id: 7 } });
    expect(json('comment', 1)).toEqual({
      input: {
        itemtype: 'Ticket',
        items_id: 7,
        content: '<p>Still not working.<br><br>[ts-1f0c8f7e-1]</p>',
        is_private: 0,
      },
    });
    expect(json('internal comment', 1)).toMatchObject({ input: { is_private: 1 } });
    expect(json('escalate', 1)).toEqual({ input: { tickets_id: 7, groups_id: 12, type: 2 } });
    expect(json('close', 1)).toEqual({ input: { status: 5 } });
    expect(json('reopen', 1)).toEqual({ input: { status: 2 } });
    const [first, ...rest] = Object.values(sent)
      .flat()
      .filter(({ path }) => !path.endsWith('/initSession'));
    for (const asked of [first, ...rest])
      expect(asked?.headers).toMatchObject({ 'session-token': 'session0123456789', 'app-token': SECRET });
  });

  test('a file, as each wants it', async () => {
    const parts = (asked: Asked | undefined) => asked?.text ?? '';
    const disposition = (name: string) =>
      `name="${name}"; filename="${file.name}"\r\nContent-Type: application/gzip\r\n\r\n${fileContent.toString('utf8')}\r\n--`;
    expect(parts((await sentBy('gitlab')).attach?.[0])).toContain(disposition('file'));
    const freshdesk = parts((await sentBy('freshdesk')).attach?.[0]);
    expect(freshdesk).toContain(disposition('attachments[]'));
    expect(freshdesk).toContain('name="private"\r\n\r\ntrue\r\n');
    const glpi = parts((await sentBy('glpi')).attach?.[1]);
    expect(glpi).toContain(disposition('filename[0]'));
    expect(glpi).toContain(
      `name="uploadManifest"\r\nContent-Type: application/json\r\n\r\n{"input":{"name":"${file.name}","_filename":["${file.name}"]}}`,
    );
    const servicenow = (await sentBy('servicenow')).attach?.[1];
    expect(lines(servicenow && [servicenow])).toEqual([
      `POST /api/now/attachment/file?table_name=incident&table_sys_id=${SYS_ID}&file_name=${file.name}`,
    ]);
    expect(servicenow?.text).toBe(fileContent.toString('utf8'));
    expect(servicenow?.headers['content-type']).toBe('application/gzip');
  });
});
