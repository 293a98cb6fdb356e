/** Where the connectivity check has nothing to prove, and why. */
import type { Missing } from '../evidence.ts';

export const connectivityMissing: Missing = {
  'connectivity/wifi-radio-off': { win32: 'the radio switches are not read yet' },
  'connectivity/wifi-auth-failed': {
    win32: 'the events of WLAN-AutoConfig are not read yet',
    darwin:
      'only the unified log tells of a refused key: to administrators alone, with the reason hidden as private, and after tens of seconds of searching; a Mac that is not joined says wifi-not-associated',
  },
  'connectivity/wifi-weak-signal': { win32: 'the signal is not read yet' },
  'connectivity/ncsi-false-alarm': { darwin: "the system's own probe is not asked for yet" },
};
