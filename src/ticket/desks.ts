/** The help desks that are known, each loaded only when it is used. A new one is its folder, and two lines here. */
import { z } from 'zod';
import type { Desk } from './desk.ts';
import { emailSettings } from './desks/email/settings.ts';
import { fileSettings } from './desks/file/settings.ts';
import { freshdeskSettings } from './desks/freshdesk/settings.ts';
import { githubSettings } from './desks/github/settings.ts';
import { gitlabSettings } from './desks/gitlab/settings.ts';
import { glpiSettings } from './desks/glpi/settings.ts';
import { jiraSettings } from './desks/jira/settings.ts';
import { jsmSettings } from './desks/jsm/settings.ts';
import { moduleSettings } from './desks/module/settings.ts';
import { osticketSettings } from './desks/osticket/settings.ts';
import { redmineSettings } from './desks/redmine/settings.ts';
import { rtSettings } from './desks/rt/settings.ts';
import { servicenowSettings } from './desks/servicenow/settings.ts';
import { webhookSettings } from './desks/webhook/settings.ts';
import { zammadSettings } from './desks/zammad/settings.ts';
import { zendeskSettings } from './desks/zendesk/settings.ts';
import type { DeskEnvironment } from './http/client.ts';

/** What may stand under `desks.NAME` in a configuration. */
export const deskSettings = z.discriminatedUnion('kind', [
  emailSettings,
  fileSettings,
  freshdeskSettings,
  githubSettings,
  gitlabSettings,
  glpiSettings,
  jiraSettings,
  jsmSettings,
  moduleSettings,
  osticketSettings,
  redmineSettings,
  rtSettings,
  servicenowSettings,
  webhookSettings,
  zammadSettings,
  zendeskSettings,
]);

export type DeskSettings = z.output<typeof deskSettings>;
export type DeskKind = DeskSettings['kind'];

type Makers = {
  readonly [K in DeskKind]: (
    settings: Extract<DeskSettings, { kind: K }>,
    environment: DeskEnvironment,
  ) => Promise<Desk>;
};

const makers: Makers = {
  email: async (settings, environment) => (await import('./desks/email.ts')).makeEmail(settings, environment),
  file: async (settings, environment) => (await import('./desks/file.ts')).makeFile(settings, environment),
  freshdesk: async (settings, environment) =>
    (await import('./desks/freshdesk.ts')).makeFreshdesk(settings, environment),
  github: async (settings, environment) =>
    (await import('./desks/github.ts')).makeGithub(settings, environment),
  gitlab: async (settings, environment) =>
    (await import('./desks/gitlab.ts')).makeGitlab(settings, environment),
  glpi: async (settings, environment) => (await import('./desks/glpi.ts')).makeGlpi(settings, environment),
  jira: async (settings, environment) => (await import('./desks/jira.ts')).makeJira(settings, environment),
  jsm: async (settings, environment) => (await import('./desks/jsm.ts')).makeJsm(settings, environment),
  module: async (settings, environment) =>
    (await import('./desks/module.ts')).makeModule(settings, environment),
  osticket: async (settings, environment) =>
    (await import('./desks/osticket.ts')).makeOsticket(settings, environment),
  redmine: async (settings, environment) =>
    (await import('./desks/redmine.ts')).makeRedmine(settings, environment),
  rt: async (settings, environment) => (await import('./desks/rt.ts')).makeRt(settings, environment),
  servicenow: async (settings, environment) =>
    (await import('./desks/servicenow.ts')).makeServicenow(settings, environment),
  webhook: async (settings, environment) =>
    (await import('./desks/webhook.ts')).makeWebhook(settings, environment),
  zammad: async (settings, environment) =>
    (await import('./desks/zammad.ts')).makeZammad(settings, environment),
  zendesk: async (settings, environment) =>
    (await import('./desks/zendesk.ts')).makeZendesk(settings, environment),
};

export const makeDesk = (settings: DeskSettings, environment: DeskEnvironment): Promise<Desk> => {
  // Kind and settings come from the same value.
  const make = makers[settings.kind] as (
    settings: DeskSettings,
    environment: DeskEnvironment,
  ) => Promise<Desk>;
  return make(settings, environment);
};
