/** What the configuration says about a Redmine. Its numbers stand in the addresses of its administration pages. */
import { z } from 'zod';
import { httpSettings } from '../../http/settings.ts';
import { PRIORITIES } from '../../priorities.ts';
import { secretSource } from '../../secret-source.ts';

const id = z.number().int().positive();

export const redmineSettings = z.strictObject({
  kind: z.literal('redmine'),
  ...httpSettings,
  secret: secretSource.meta({ description: 'the API access key of an account of Redmine' }),
  project: z
    .union([z.string().regex(/^[\w-]{1,100}$/), id.transform(String)])
    .meta({ description: 'identifier of the project, as in its address' }),
  keyField: id.meta({
    description: 'number of the custom field for the key: a text, for all projects, used as a filter',
  }),
  tracker: id.optional().meta({ description: 'number of the tracker; otherwise the first of the project' }),
  categories: z
    .record(z.string(), id)
    .default({})
    .meta({ description: 'category of ours to the number of one of the project' }),
  priorities: z
    .partialRecord(z.enum(PRIORITIES), id)
    .default({})
    .meta({ description: 'low, normal, high, urgent to a number; otherwise by their order' }),
  levels: z
    .array(z.strictObject({ assignee: id.optional(), tracker: id.optional(), category: id.optional() }))
    .default([])
    .meta({ description: 'who has the second, third … line of support: a user or group, a tracker' }),
  closedStatus: id.optional().meta({ description: 'otherwise the first one that closes' }),
  reopenedStatus: id.optional().meta({ description: 'otherwise the first one that is open' }),
  solvedStatus: id.optional().meta({ description: 'solved, and not closed yet' }),
  waitingStatus: id.optional().meta({ description: 'waiting for the person' }),
  textFormatting: z
    .enum(['textile', 'markdown'])
    .optional()
    .meta({ description: 'of the site; without it texts bear the marks of both' }),
});

export type RedmineSettings = z.input<typeof redmineSettings>;
export type Redmine = z.output<typeof redmineSettings>;
