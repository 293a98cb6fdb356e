/** The kinds of help desks by their names: for the help, which loads none of their settings. A test holds the two together. */
import type { DeskKind } from './desks.ts';

export const DESK_KINDS = [
  'github',
  'jira',
  'jsm',
  'redmine',
  'rt',
  'webhook',
  'zendesk',
] as const satisfies readonly DeskKind[];
