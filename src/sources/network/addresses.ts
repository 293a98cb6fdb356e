/** The addresses of this computer, by interface. */
import { read, source, sourceByOs, unparsable } from '../../contract.ts';
import { type Family, familyOf, prefixOf } from './ip.ts';
import { parseJsonArray } from './json.ts';
import { networkBatch, parseBatch } from './windows.ts';

export interface Address {
  readonly interface: string;
  readonly family: Family;
  readonly address: string;
  /** Bits of the network part. */
  readonly prefix: number;
  /** Duplicate address detection found another owner. */
  readonly duplicate: boolean;
}

/** `ip -j addr`. */
export const parseIpAddr = (text: string): readonly Address[] =>
  parseJsonArray(text).flatMap((link) => {
    const name = link.ifname;
    if (typeof name !== 'string') return [];
    const list = Array.isArray(link.addr_info) ? link.addr_info : [];
    return list.flatMap((entry): readonly Address[] => {
      const { local, prefixlen, dadfailed } = entry ?? {};
      if (typeof local !== 'string' || typeof prefixlen !== 'number') return [];
      const family = familyOf(local);
      if (family === null) throw unparsable(local);
      return [{ interface: name, family, address: local, prefix: prefixlen, duplicate: dadfailed === true }];
    });
  });

/** BSD `ifconfig -a`, as macOS prints it. */
export const parseIfconfigAddresses = (text: string): readonly Address[] => {
  let current: string | null = null;
  const found: Address[] = [];
  for (const line of text.split('\n')) {
    const head = /^([A-Za-z0-9._-]+): flags=/.exec(line);
    if (head !== null) {
      current = head[1] ?? null;
      continue;
    }
    // A head of another form: what stands below it is not of the interface before.
    if (/^\S/.test(line)) throw unparsable(line);
    const inet = /^\s+inet6?\s+(\S+)(.*)$/.exec(line);
    if (inet === null) continue;
    if (current === null) throw unparsable(line);
    const address = (inet[1] ?? '').split('%')[0] ?? '';
    const family = familyOf(address);
    const rest = inet[2] ?? '';
    const prefix =
      family === 4
        ? prefixOf(/netmask\s+(\S+)/.exec(rest)?.[1] ?? '')
        : Number(/prefixlen\s+(\d+)/.exec(rest)?.[1] ?? Number.NaN);
    if (family === null || prefix === null || Number.isNaN(prefix)) throw unparsable(line);
    found.push({ interface: current, family, address, prefix, duplicate: /\bduplicated\b/.test(rest) });
  }
  if (current === null && text.trim() !== '') throw unparsable(text.trim());
  return found;
};

/** As the runtime sees them: only interfaces that are up, and no duplicate mark. */
const fromRuntime = source({
  id: 'net.addresses.runtime',
  request: { kind: 'interfaces' },
  parse: ({ addresses }): readonly Address[] =>
    addresses.map((entry) => {
      const family = familyOf(entry.address);
      if (family === null) throw unparsable(entry.address);
      return {
        interface: entry.interface,
        family,
        address: entry.address,
        prefix: entry.prefix,
        duplicate: false,
      };
    }),
});

export const addresses = sourceByOs<readonly Address[]>(
  'net.addresses',
  {
    linux: read({ kind: 'exec', argv: ['ip', '-j', 'addr'] }, ({ stdout }) => parseIpAddr(stdout)),
    darwin: read({ kind: 'exec', argv: ['ifconfig', '-a'] }, ({ stdout }) => parseIfconfigAddresses(stdout)),
    win32: read(networkBatch, ({ stdout }) => parseBatch(stdout).addresses),
  },
  fromRuntime,
);
