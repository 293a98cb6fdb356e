import type { Missing } from '../evidence.ts';

const DOWN =
  'The computer is down: it is concluded by the guided search from the words on its screen, and proved in tests/checks/safe-mode/tree.test.ts';

export const safeMode: Missing = {
  'safe-mode/bootloader-damaged': { win32: DOWN, darwin: DOWN },
  'safe-mode/slow-start': {
    darwin: 'macOS tells nobody how long its start took: the catalogue says «not exposed»',
  },
};
