/** Which disks and volumes udev lists. */
import { family, source } from '../../../src/contract.ts';

/** Names below /dev/disk: `by-uuid`, `by-label`. */
export const deviceNames = family('start.device-names', 'folder', (folder) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'list', path: `/dev/disk/${folder}` },
    parse: ({ names }) => names,
  }),
);

export const deviceFile = family('start.device', 'path', (path) =>
  source({ id: '', os: ['linux'], request: { kind: 'stat', path }, parse: () => true }),
);
