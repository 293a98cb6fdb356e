/** The kinds of help desks by their names: for the help, which loads none of their settings. */
import type { DeskKind } from './desks.ts';

/** As their makers call them. */
export const DESK_NAMES: Readonly<Record<DeskKind, string>> = {
  email: 'E-mail (SMTP)',
  file: 'Folder or share',
  freshdesk: 'Freshdesk',
  github: 'GitHub issues',
  gitlab: 'GitLab issues',
  glpi: 'GLPI',
  jira: 'Jira',
  jsm: 'Jira Service Management',
  module: 'A file of your own (docs/desks-of-your-own.md)',
  osticket: 'osTicket',
  redmine: 'Redmine',
  rt: 'Request Tracker',
  servicenow: 'ServiceNow',
  webhook: 'Webhook (docs/webhook.md)',
  zammad: 'Zammad',
  zendesk: 'Zendesk',
};

// Its keys are just those of the type.
export const DESK_KINDS = Object.keys(DESK_NAMES) as readonly DeskKind[];
