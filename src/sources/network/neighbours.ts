/** Who answers on the local network: ARP and neighbour discovery. */
import { type Raw, read, type Source, source, sourceByOs, unparsable } from '../../contract.ts';
import { familyOf } from './ip.ts';
import { parseJsonArray } from './json.ts';
import { networkBatch, parseBatch } from './windows.ts';

export interface Neighbour {
  readonly address: string;
  readonly interface: string;
  readonly state: 'reachable' | 'stale' | 'delay' | 'probe' | 'incomplete' | 'failed' | 'permanent' | 'noarp';
  /** Announces itself as a router (IPv6). */
  readonly router: boolean;
}

const KNOWN: ReadonlySet<string> = new Set([
  'reachable',
  'stale',
  'delay',
  'probe',
  'incomplete',
  'failed',
  'permanent',
  'noarp',
]);

const isState = (state: string): state is Neighbour['state'] => KNOWN.has(state);

/** `ip -j neigh` */
export const parseIpNeigh = (text: string): readonly Neighbour[] =>
  parseJsonArray(text).flatMap((item): readonly Neighbour[] => {
    const { dst, dev, state } = item;
    if (typeof dst !== 'string' || familyOf(dst) === null || typeof dev !== 'string')
      throw unparsable(JSON.stringify(item));
    const last = Array.isArray(state) ? state.at(-1) : undefined;
    const name = typeof last === 'string' ? last.toLowerCase() : '';
    return isState(name) ? [{ address: dst, interface: dev, state: name, router: 'router' in item }] : [];
  });

const ATF_COMPLETE = 0x2;

/** /proc/net/arp: IPv4 only, and no more than whether somebody answered. */
export const parseProcArp = (text: string): readonly Neighbour[] => {
  const [head = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '');
  if (!head.startsWith('IP address')) throw unparsable(head);
  return lines.map((line) => {
    const [address = '', , flags = '', , , device] = line.trim().split(/\s+/);
    if (familyOf(address) === null || device === undefined || !/^0x[0-9a-f]+$/i.test(flags))
      throw unparsable(line);
    return {
      address,
      interface: device,
      state: (Number(flags) & ATF_COMPLETE) === 0 ? 'incomplete' : 'stale',
      router: false,
    };
  });
};

/** BSD `arp -an`. */
export const parseArp = (text: string): readonly Neighbour[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const found = /\((\S+)\) at (\S+)(?:.*? on (\S+))?/.exec(line);
      const [, address = '', mac = '', device = ''] = found ?? [];
      if (found === null || familyOf(address) === null) throw unparsable(line);
      const silent = mac.includes('incomplete');
      return { address, interface: device, state: silent ? 'incomplete' : 'stale', router: false };
    });

const procArp = (id: string): Source<readonly Neighbour[]> =>
  source({
    id: `${id}.proc`,
    os: ['linux'],
    request: { kind: 'file', path: '/proc/net/arp' },
    parse: ({ text }: Raw['file']) => parseProcArp(text),
  });

const neighboursAs = (id: string): Source<readonly Neighbour[]> =>
  sourceByOs<readonly Neighbour[]>(
    id,
    {
      linux: read({ kind: 'exec', argv: ['ip', '-j', 'neigh'] }, ({ stdout }) => parseIpNeigh(stdout)),
      darwin: read({ kind: 'exec', argv: ['arp', '-an'] }, ({ stdout }) => parseArp(stdout)),
      win32: read(networkBatch, ({ stdout }) => parseBatch(stdout).neighbours),
    },
    procArp(id),
  );

/** After the gateway was asked: only then does the table tell. */
export const neighbours = neighboursAs('net.neighbours');

/** Once more, seconds later, for entries that the system was still verifying. */
export const neighboursLater = neighboursAs('net.neighbours.later');
