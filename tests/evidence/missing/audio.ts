import type { Missing } from '../evidence.ts';

export const audio: Missing = {
  'audio/mic-blocked': {
    darwin:
      'macOS shows its list of permissions (TCC) to nobody without Full Disk Access: a person is asked (mic-level)',
  },
};
