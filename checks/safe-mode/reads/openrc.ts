/** Services of OpenRC (Alpine, Gentoo): it keeps a name in a folder for each that failed. */
import { source } from '../../../src/contract.ts';

export const openRcReads = {
  openRcFailed: source({
    id: 'start.openrc-failed',
    os: ['linux'],
    request: { kind: 'list', path: '/run/openrc/failed' },
    parse: ({ names }) => [...names].sort(),
  }),
};
