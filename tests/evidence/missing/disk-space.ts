import type { Missing } from '../evidence.ts';

export const diskSpace: Missing = {
  'disk-space/esp-full': { darwin: 'The EFI partition takes no part in updates of a Mac with Apple silicon' },
  'disk-space/virtual-disk-bloat': {
    win32:
      'How much is used inside is known only inside: the same finding is made from within WSL, and asking wsl.exe would start the system',
    darwin: 'How much Docker uses inside of Docker.raw is known to Docker alone, and asking would start it',
  },
};
