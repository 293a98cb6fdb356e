import type { Missing } from '../evidence.ts';

export const updates: Missing = {
  'updates/upgrade-blocked': {
    darwin:
      'Which Mac may run which macOS is told by Apple’s server alone: softwareupdate offers nothing, and says nothing of the reason',
  },
};
