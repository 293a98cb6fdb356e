/** What the configuration says about a project in Jira. */
import { z } from 'zod';
import { atlassianSettings, hasEmail, NO_EMAIL } from './auth.ts';

const name = z.string().min(1);

export const jiraSettings = z
  .strictObject({
    kind: z.literal('jira'),
    ...atlassianSettings,
    api: z.enum(['2', '3']).default('3').meta({ description: "'2' for Data Center" }),
    project: z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/),
    issueType: name.default('Task'),
    priorities: z
      .strictObject({ low: name, normal: name, high: name, urgent: name })
      .default({ low: 'Low', normal: 'Medium', high: 'High', urgent: 'Highest' })
      .meta({ description: "the site's names; left out where the project has no priorities" }),
    transitions: z
      .strictObject({ close: name.optional(), reopen: name.optional() })
      .default({})
      .meta({ description: 'by name, where the kind of status it leads to does not decide' }),
    levels: z
      .array(z.string().regex(/^\S+$/))
      .default([])
      .meta({ description: 'labels of the second, third … line of support' }),
  })
  .refine(hasEmail, NO_EMAIL);

export type JiraSettings = z.input<typeof jiraSettings>;
