/** How much room there is, and what takes it. */
import { family, source } from '../contract.ts';

/** A disk answers in a millisecond, a share across the ocean in half a second. */
const APART_MS = 2000;

const USAGE_MS = 4000;

export const space = family('disk.space', 'mount point', (path) =>
  source({ id: '', request: { kind: 'space', path }, parse: (raw) => raw }),
);

/** The same for what may never answer: a network share, a stick that was pulled out. */
export const spaceApart: typeof space = family('disk.space', 'mount point', (path) =>
  source({ id: '', request: { kind: 'space', path, apart: true, timeoutMs: APART_MS }, parse: (raw) => raw }),
);

/** Asked when the first time-out may have been bad luck. */
export const spaceAgain = family('disk.space.again', 'mount point', (path) =>
  source({ id: '', request: { kind: 'space', path, apart: true, timeoutMs: APART_MS }, parse: (raw) => raw }),
);

export const usage = family('disk.usage', 'folder', (path) =>
  source({ id: '', request: { kind: 'usage', path, timeoutMs: USAGE_MS }, parse: (raw) => raw }),
);

export const fileStat = family('disk.stat', 'file', (path) =>
  source({ id: '', request: { kind: 'stat', path }, parse: (raw) => raw }),
);

export const writable = family('disk.writable', 'mount point', (path) =>
  source({ id: '', request: { kind: 'writable', path }, parse: (raw) => raw }),
);

export const deletedFiles = family('disk.deleted-files', 'owner', () =>
  source({ id: '', request: { kind: 'deleted-files' }, parse: (raw) => raw }),
);
