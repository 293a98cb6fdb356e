/** What only one desk does. */
import { describe, expect, test } from 'vitest';
import { createAt, deskAt, file, options, preparing, startFake, ticket } from './kit.ts';

describe('what only one of them does', () => {
  test('Jira without a priority on its form is asked again without one', async () => {
    const fake = await startFake(({ text }) =>
      text.includes('"priority"')
        ? {
            status: 400,
            json: {
              errors: { priority: "Field 'priority' cannot be set. It is not on the appropriate screen" },
            },
          }
        : { status: 201, json: { key: 'SUP-7' } },
    );
    const desk = await deskAt('jira', fake.url);
    expect(await desk.create(ticket, undefined, options)).toMatchObject({ status: 'sent', id: 'SUP-7' });
    expect(fake.asked).toHaveLength(2);
  });

  test('Service Management names the fields of its form that nobody gives, before anything is filed', async () => {
    const requestTypeFields = [
      { fieldId: 'summary', name: 'Summary', required: true },
      { fieldId: 'customfield_1', name: 'Room', required: true },
      { fieldId: 'customfield_2', name: 'Floor', required: true },
    ];
    const fake = await startFake(({ path }) =>
      path.endsWith('/field')
        ? { json: { requestTypeFields } }
        : { status: 201, json: { issueKey: 'SUP-7' } },
    );
    const desk = await deskAt('jsm', fake.url, { fields: { customfield_2: '3' } });
    expect(await desk.create(ticket, undefined, options)).toMatchObject({
      failure: { code: 'field-missing', detail: 'Room (customfield_1)' },
    });
    expect(fake.asked.map(({ method }) => method)).toEqual(['GET']);
    const filled = await deskAt('jsm', fake.url, { fields: { customfield_1: 'x', customfield_2: '3' } });
    expect(await filled.create(ticket, undefined, options)).toMatchObject({ status: 'sent', id: 'SUP-7' });
  });

  test('Zendesk tells that it had the ticket already', async () => {
    const reply = { status: 201, json: { ticket: { id: 7 } }, headers: { 'x-idempotency-lookup': 'hit' } };
    expect(await createAt('zendesk', reply)).toMatchObject({ status: 'sent', id: '7', existing: true });
  });

  test('osTicket calls its number a web page, and its errors too', async () => {
    const headers = { 'content-type': 'text/html; charset=UTF-8' };
    expect(await createAt('osticket', { status: 201, text: '123456\n', headers })).toMatchObject({
      status: 'sent',
      id: '123456',
    });
    expect(
      await createAt('osticket', { status: 400, text: 'Unexpected or invalid data received', headers }),
    ).toMatchObject({
      failure: { code: 'rejected', detail: 'HTTP 400 Unexpected or invalid data received' },
    });
  });

  test('osTicket gets a report that is too large as a word about where it is', async () => {
    const fake = await startFake(() => ({ status: 201, text: '1' }));
    const desk = await deskAt('osticket', fake.url, { maxReportBytes: 10 });
    await desk.create(ticket, file, options);
    expect(fake.asked[0]?.json).toMatchObject({ message: expect.stringContaining(file.sha256) });
    expect(fake.asked[0]?.text).not.toContain('attachments');
  });

  test.each(['osticket', 'freshdesk'] as const)(
    '%s is not asked without an address to answer to',
    async (kind) => {
      const fake = await startFake(() => ({ status: 500 }));
      const nobody = { ...ticket, contact: { name: '', email: '', phone: '' } };
      const desk = await deskAt(kind, fake.url);
      expect(await desk.create(nobody, undefined, options)).toMatchObject({
        failure: { code: 'field-missing', detail: 'email' },
      });
      expect(fake.asked).toEqual([]);
    },
  );

  test('GLPI answers 200 and has not changed it', async () => {
    const fake = await startFake(
      ({ path, method }) =>
        preparing('glpi', path) ?? {
          status: method === 'PUT' ? 207 : 200,
          json: [{ 7: false, message: 'Item not found' }],
        },
    );
    const desk = await deskAt('glpi', fake.url);
    expect(await desk.close?.('7', options)).toMatchObject({
      failure: { code: 'not-changed', detail: expect.stringContaining('Item not found') },
    });
  });

  test('the session of GLPI is not told, whoever echoes it', async () => {
    const fake = await startFake(
      ({ path }) =>
        preparing('glpi', path) ?? { status: 400, json: ['ERROR', 'no right for session0123456789'] },
    );
    const desk = await deskAt('glpi', fake.url);
    const outcome = await desk.create(ticket, undefined, options);
    expect(outcome).toMatchObject({ failure: { detail: 'HTTP 400 ERROR; no right for ***' } });
    const strange = await startFake(() => ({ json: { session_token: 'sess ion-0123456789' } }));
    expect(
      JSON.stringify(await (await deskAt('glpi', strange.url)).create(ticket, undefined, options)),
    ).not.toContain('0123456789');
  });

  test('ServiceNow that leaves out our query is not believed', async () => {
    const row = { sys_id: '0'.repeat(32), number: 'INC0000001', correlation_id: 'another' };
    const fake = await startFake(() => ({ json: { result: [row] } }));
    const desk = await deskAt('servicenow', fake.url);
    expect(await desk.read?.('INC0000007', options)).toMatchObject({ failure: { code: 'not-found' } });
    expect(await desk.find?.(ticket.key, options)).toEqual({ status: 'none' });
  });

  test('a line that is an order to GitLab is none when we write it', async () => {
    const fake = await startFake(() => ({ status: 201, json: { iid: 7 } }));
    const desk = await deskAt('gitlab', fake.url);
    await desk.create({ ...ticket, description: 'It hangs.\n/close\n  /assign @boss' }, undefined, options);
    await desk.comment?.(
      '7',
      { text: '/close\n\n[ts-1f0c8f7e-1]', mark: '[ts-1f0c8f7e-1]', internal: false },
      options,
    );
    const sent = fake.asked.map(({ json }) => Object.values(json ?? {}).join('\n')).join('\n');
    expect(sent).toContain('\\/close');
    expect(sent).not.toMatch(/^\s*\/(close|assign)/m);
  });
});
