import { expect, test } from 'vitest';
import { parseLease } from '../../../src/sources/network/leases.ts';

/** Captured from systemd-networkd 252 in a virtual machine. */
const LEASE = `# This is private data. Do not parse.
ADDRESS=10.0.2.15
NETMASK=255.255.255.0
SERVER_ADDRESS=10.0.2.2
NEXT_SERVER=10.0.2.2
T1=43200
T2=75600
LIFETIME=86400
CLIENTID=ffc272f60900020000ab11097d9e8665d98c0e
`;

test('a lease tells whether a router came with the address', () => {
  expect(parseLease(LEASE)).toEqual({ address: '10.0.2.15', router: false });
  expect(parseLease(`${LEASE}ROUTER=10.0.2.2\n`)).toEqual({ address: '10.0.2.15', router: true });
});

test.each(['', 'LEASE 10.0.2.15', 'ROUTER=10.0.2.2\n'])('%j is no lease', (text) => {
  expect(() => parseLease(text)).toThrow();
});
