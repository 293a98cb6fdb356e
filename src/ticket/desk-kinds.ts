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

/** As their makers call them. */
export const DESK_NAMES: Readonly<Record<DeskKind, string>> = {
  freshdesk: 'Freshdesk',
  github: 'GitHub issues',
  gitlab: 'GitLab issues',
  glpi: 'GLPI',
  jira: 'Jira',
  jsm: 'Jira Service Management',
  osticket: 'osTicket',
  redmine: 'Redmine',
  rt: 'Request Tracker',
  servicenow: 'ServiceNow',
  webhook: 'Webhook (docs/webhook.md)',
  zammad: 'Zammad',
  zendesk: 'Zendesk',
};
