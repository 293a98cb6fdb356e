/** Where the hardware check has nothing to prove, and why. */
import type { Missing } from '../evidence.ts';

export const hardwareMissing: Missing = {
  'hardware/filesystem-errors': {
    darwin:
      'diskutil verifyVolume pauses every program while it looks: it is offered as a step to agree to, and never run by a check',
  },
};
