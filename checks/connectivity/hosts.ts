/** Lines of the hosts file that could stand in the way. */

import type { HostsEntry } from '../../src/sources/network/hosts.ts';
import { scopeOf } from '../../src/sources/network/ip.ts';
import type { ConnectivityFacts } from './probe.ts';
import type { ConnectivitySettings } from './settings.ts';
import { hostOf, siteHosts, valueOr } from './view.ts';

/** A block list of thousands of names is asked about by a few of them. */
const MAX_CHECKED = 8;

/** Names that are never public: RFC 6762, RFC 8375, RFC 6761 (but not `.test`: developers use it, so DNS decides). */
const LOCAL_ENDS =
  /(^|\.)(localhost|localdomain|local|lan|home|internal|intranet|corp|private|home\.arpa|arpa)$/;

export const isSinkhole = (address: string): boolean =>
  ['loopback', 'unspecified'].includes(scopeOf(address) ?? '');

/** Public names in the hosts file: the person's own sites and our targets first, sinkholes last. */
export const overridesToCheck = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
): readonly HostsEntry[] => {
  const ours = new Set([
    ...siteHosts(settings).map(({ host }) => host),
    ...settings.targets.probes.map(({ url }) => hostOf(url)),
  ]);
  const own = facts.platform.status === 'ok' ? facts.platform.value.hostname.toLowerCase() : '';
  const rank = ({ name, address }: HostsEntry) => (ours.has(name) ? 0 : isSinkhole(address) ? 2 : 1);
  return valueOr(facts.hosts, [])
    .filter(
      ({ name }) =>
        name.includes('.') && !LOCAL_ENDS.test(name) && name !== own && name.split('.')[0] !== own,
    )
    .filter((entry, index, all) => all.findIndex(({ name }) => name === entry.name) === index)
    .map((entry) => ({ entry, rank: rank(entry) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MAX_CHECKED)
    .map(({ entry }) => entry);
};
