/** The disks come first: nothing may be tried on a failing one (HW.0 to HW.4). */
import { cause, isOpen, type TreeNode } from '../../../src/contract.ts';
import { anyOpen, DISK, felt, first } from './shared.ts';

const LINK = 'hardware/disk-link-resets';
const FILES = 'hardware/filesystem-errors';
const NO_BACKUP = 'security/no-backup';

/** Nobody repairs what lies on one of these. */
const FAILING = DISK.filter((code) => code !== FILES);

export const disks: Readonly<Record<string, TreeNode>> = {
  // Fear for the disk alone: nothing else is asked about.
  'HW.0.DISK': {
    kind: 'measure',
    branches: [
      { when: anyOpen(DISK), to: 'HW.1' },
      { when: isOpen(LINK), to: 'HW.3' },
    ],
    otherwise: 'HW.0.NOISES',
  },
  'HW.0.NOISES': {
    kind: 'ask',
    question: 'noises',
    to: { none: 'HW.0.BACKUP', clicking: 'HW.1.OFF.HEARD', beeps: 'HW.30.BEEPS' },
    unsure: 'HW.0.BACKUP',
    points: { clicking: ['hardware/disk-smart-predictive', 'hardware/disk-io-errors'] },
  },
  'HW.0.BACKUP': {
    kind: 'ask',
    question: 'backup',
    known: ({ open }) => (open(NO_BACKUP) ? 'no' : undefined),
    to: { yes: 'HW.DISK', no: 'HW.0.COPY', unsure: 'HW.0.COPY' },
    points: { no: [NO_BACKUP] },
  },
  'HW.0.COPY': {
    kind: 'do',
    fixes: ['copy-files'],
    solved: () => false,
    to: 'HW.0.COPIED',
    otherwise: 'HW.0.COPIED',
  },
  'HW.0.COPIED': {
    kind: 'measure',
    branches: [{ when: isOpen(NO_BACKUP), to: 'HW.0.UNSAVED' }],
    otherwise: 'HW.DISK',
  },
  'HW.0.UNSAVED': cause(NO_BACKUP),
  'HW.1': {
    kind: 'ask',
    question: 'backup',
    known: ({ open }) => (open(NO_BACKUP) ? 'no' : undefined),
    to: { yes: 'HW.1.COPIED', no: 'HW.1.NOISES', unsure: 'HW.1.NOISES' },
  },
  'HW.1.NOISES': {
    kind: 'ask',
    question: 'noises',
    to: { none: 'HW.1.COPY', beeps: 'HW.1.COPY', clicking: 'HW.1.OFF' },
    unsure: 'HW.1.COPY',
    points: { clicking: ['hardware/disk-smart-failing', 'hardware/disk-io-errors'] },
  },
  'HW.1.COPY': {
    kind: 'do',
    fixes: ['copy-files'],
    solved: (view) => !anyOpen(DISK)(view),
    to: 'HW.SOLVED',
    otherwise: 'HW.1.COPIED',
  },
  'HW.1.OFF': first(DISK),
  'HW.1.OFF.HEARD': cause('hardware/disk-smart-predictive'),
  'HW.1.COPIED': {
    kind: 'measure',
    branches: [
      { when: anyOpen(FAILING), to: 'HW.4' },
      { when: isOpen(LINK), to: 'HW.3' },
    ],
    otherwise: 'HW.4.REPAIR',
  },
  'HW.3': felt(['reseat-cable'], 'HW.CABLE'),
  'HW.CABLE': cause(LINK),
  'HW.4': first(DISK),
  'HW.4.REPAIR': {
    kind: 'do',
    fixes: ['scan-volume', 'verify-volume', 'repair-file-system'],
    solved: ({ open }) => !open(FILES),
    to: 'HW.SOLVED',
    otherwise: 'HW.4',
  },
  'HW.DISK': {
    kind: 'measure',
    branches: [{ when: ({ looked }) => looked, to: 'HW.DISK.FINE' }],
    otherwise: 'HW.UNEXPLAINED',
  },
  'HW.DISK.FINE': { kind: 'conclude', outcome: 'fine' },
};
