/**
 * What the DHCP server gave, as systemd-networkd keeps it. The form of the file is its own affair and
 * may change; a file in another form is `unparsable`, and nothing is concluded from it.
 */
import { family, read, source, unparsable } from '../../contract.ts';
import { parseAssignments } from '../os-release.ts';

const FOLDER = '/run/systemd/netif/leases';

export interface Lease {
  readonly address: string;
  /** False where the server named no router: the network it hands out has no way to others. */
  readonly router: boolean;
}

/** One file for each interface, named by its number. */
export const leases = source({
  id: 'net.leases',
  os: ['linux'],
  request: { kind: 'list', path: FOLDER },
  parse: ({ names }) => names.filter((name) => /^\d{1,9}$/.test(name)),
});

export const lease = family('net.lease', 'interface', (index) => ({
  on: { linux: read({ kind: 'file', path: `${FOLDER}/${index}` }, ({ text }) => parseLease(text)) },
}));

export const parseLease = (text: string): Lease => {
  const { ADDRESS: address, ROUTER: router = '' } = parseAssignments(text);
  if (address === undefined) throw unparsable(text);
  return { address, router: router !== '' };
};
