/** What of `drivers` is not proved on a system, and why. */
import type { Missing } from '../evidence.ts';

export const drivers: Missing = {
  'drivers/device-no-driver': {
    darwin:
      'macOS lists no device without a driver: the catalogue says «not applicable». Extensions that wait are drivers/signature-blocked',
  },
  'drivers/device-load-failed': {
    darwin:
      'kmutil log needs an administrator and prints free text that Apple does not document; no output of it was at hand',
  },
  'drivers/update-available': {
    darwin: 'drivers of macOS come with its system updates: module updates',
  },
};
