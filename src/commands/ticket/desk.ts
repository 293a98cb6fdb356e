/** The desk that the configuration names. */
import type { Config } from '../../config/load.ts';
import type { Desk } from '../../ticket/desk.ts';
import { type WebhookSettings, webhookSettings } from '../../ticket/desks/webhook/settings.ts';
import { makeWebhook } from '../../ticket/desks/webhook.ts';
import { VERSION } from '../../version.ts';

export interface ConfiguredDesk {
  readonly desk: Desk;
  readonly settings: WebhookSettings;
}

export const configuredDesk = ({ desk }: Config): ConfiguredDesk | undefined => {
  if (desk === undefined) return undefined;
  // The configuration was checked against the same schema when it was read.
  const settings = webhookSettings.parse(desk);
  return { desk: makeWebhook(settings, { env: process.env, toolVersion: VERSION }), settings };
};
