/** Linux: what the root volume lies on, and where snapshots of it are kept. */
import { family, source } from '../../../src/contract.ts';

/** Devices below a device: what a volume group or a RAID lies on. */
export const partsOf = family('start.parts', 'device', (device) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'list', path: `/sys/block/${device}/slaves` },
    parse: ({ names }) => names,
  }),
);

export const snapshotFolder = family('start.snapshots', 'path', (path) =>
  source({ id: '', os: ['linux'], request: { kind: 'list', path }, parse: ({ names }) => names }),
);
