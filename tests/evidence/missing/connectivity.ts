/** Where the connectivity check has nothing to prove, and why. */
import type { Missing } from '../evidence.ts';

export const connectivityMissing: Missing = {
  'connectivity/wifi-auth-failed': {
    darwin:
      'only the unified log tells of a refused key: to administrators alone, with the reason hidden as private, and after tens of seconds of searching; a Mac that is not joined says wifi-not-associated',
  },
};
