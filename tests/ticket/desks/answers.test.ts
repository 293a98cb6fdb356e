/** How answers are understood. Shapes are made up from the vendors' documentation. */
import { describe, expect, test } from 'vitest';
import { createAt, deskAt, ID_OF, KINDS, options, preparing, startFake, ticket } from './kit.ts';

const kinds = KINDS.filter((kind) => kind !== 'webhook' && kind !== 'redmine');

describe.each(kinds)('a ticket for %s', (kind) => {
  const html = { text: '<!doctype html><title>Sign in</title>', headers: { 'content-type': 'text/html' } };

  test.each([
    [401, { json: { message: 'Unauthorized' } }, 'unauthorized', 'not-received', 'person'],
    [
      403,
      { json: { message: 'Forbidden' } },
      kind === 'rt' ? 'queue-missing' : 'forbidden',
      'not-received',
      'person',
    ],
    [413, { text: 'too large' }, 'too-large', 'not-received', 'person'],
    [429, { text: 'Retry later', headers: { 'retry-after': '7' } }, 'too-many', 'not-received', 'soon'],
    [500, { json: { error: 'Internal' } }, 'desk-trouble', 'unclear', 'soon'],
    [503, html, 'desk-trouble', 'unclear', 'soon'],
    [
      302,
      { text: '', headers: { location: 'https://elsewhere.example/login' } },
      'redirect',
      'unclear',
      'later',
    ],
    [201, html, 'html', 'unclear', 'later'],
    [201, { json: { message: 'thank you' } }, 'answer-unclear', 'unclear', 'later'],
    [201, { text: '{"id": 7' }, 'answer-unclear', 'unclear', 'later'],
  ] as const)('%i is understood', async (status, reply, code, certainty, again) => {
    const outcome = await createAt(kind, { status, ...reply });
    expect(outcome).toMatchObject({
      status: 'failed',
      failure: { code, certainty, again, httpStatus: status },
    });
    if (status === 429) expect(outcome).toMatchObject({ failure: { retryAfterMs: 7000 } });
  });
});

test.each([
  ['github', 404, { message: 'Not Found' }, 'queue-missing', 'acme/support: HTTP 404 Not Found'],
  [
    'github',
    422,
    { message: 'Validation Failed', errors: [{ resource: 'Issue', field: 'title', code: 'missing_field' }] },
    'field-missing',
    'title: missing_field',
  ],
  [
    'gitlab',
    404,
    { message: '404 Project Not Found' },
    'queue-missing',
    'acme/support: HTTP 404 404 Project Not Found',
  ],
  ['gitlab', 400, { message: { title: ["can't be blank"] } }, 'field-missing', "title: can't be blank"],
  [
    'zendesk',
    422,
    {
      error: 'RecordInvalid',
      description: 'Record validation errors',
      details: {
        base: [{ description: 'Room: is required when solving', error: 'BlankValue', field_key: 360001 }],
      },
    },
    'rejected',
    'HTTP 422 RecordInvalid; Record validation errors; Room: is required when solving; BlankValue',
  ],
  [
    'zendesk',
    422,
    {
      error: 'RecordInvalid',
      details: { requester: [{ description: 'Requester: Email: cannot be blank' }] },
    },
    'field-missing',
    'requester: Requester: Email: cannot be blank',
  ],
  [
    'zendesk',
    400,
    { error: { title: 'IdempotentRequestError', message: 'Idempotency-Key was used with other parameters' } },
    'conflict',
    'HTTP 400 Idempotency-Key was used with other parameters',
  ],
  [
    'jira',
    400,
    { errorMessages: [], errors: { customfield_10010: 'Steps is required.' } },
    'field-missing',
    'customfield_10010: Steps is required.',
  ],
  [
    'jira',
    400,
    { errorMessages: [], errors: { project: 'valid project is required' } },
    'queue-missing',
    'SUP: project: valid project is required',
  ],
  [
    'jsm',
    400,
    { errorMessage: 'Your request could not be created.', i18nErrorMessage: {} },
    'rejected',
    'HTTP 400 Your request could not be created.',
  ],
  [
    'zammad',
    422,
    { error: "Missing required value for field 'room'!", error_human: 'Missing' },
    'rejected',
    "HTTP 422 Missing required value for field 'room'!; Missing",
  ],
  [
    'glpi',
    400,
    ['ERROR_GLPI_ADD', 'Mandatory fields are not filled. Please correct: Category'],
    'field-missing',
    'HTTP 400 ERROR_GLPI_ADD; Mandatory fields are not filled. Please correct: Category',
  ],
  [
    'glpi',
    401,
    ['ERROR_RIGHT_MISSING', "You don't have permission"],
    'forbidden',
    "HTTP 401 ERROR_RIGHT_MISSING; You don't have permission",
  ],
  [
    'freshdesk',
    400,
    {
      description: 'Validation failed',
      errors: [{ field: 'cf_room', message: 'It should not be blank', code: 'missing_field' }],
    },
    'field-missing',
    'cf_room: It should not be blank missing_field',
  ],
  [
    'servicenow',
    403,
    { error: { message: 'Operation Failed', detail: 'ACL Exception Insert Failed' }, status: 'failure' },
    'forbidden',
    'HTTP 403 Operation Failed; ACL Exception Insert Failed',
  ],
] as const)('%s says %i in its own words', async (kind, status, json, code, detail) => {
  expect(await createAt(kind, { status, json })).toMatchObject({
    status: 'failed',
    failure: { code, detail },
  });
});

test.each(kinds.filter((kind) => kind !== 'osticket'))(
  'a look at %s that fails has done nothing',
  async (kind) => {
    const fake = await startFake(({ path }) => preparing(kind, path) ?? { status: 502, text: 'bad gateway' });
    const desk = await deskAt(kind, fake.url);
    for (const result of [await desk.find?.(ticket.key, options), await desk.read?.(ID_OF[kind], options)]) {
      expect(result).toMatchObject({
        status: 'failed',
        failure: { certainty: 'not-received', again: 'soon' },
      });
    }
  },
);
