/** What may stand under `desk`. */
import { webhookSettings } from '../ticket/desks/webhook/settings.ts';

export const deskSchema = webhookSettings;
