/** What is nobody's own: addresses, names and any other value, as a configuration writes them. */
import { parseIpv4 } from './ipv4.ts';
import { formatIpv6, parseIpv6 } from './ipv6.ts';

export const keptFrom = (keep: readonly string[]) => {
  const kept = {
    names: new Set<string>(),
    ipv4: new Set<number>(),
    ipv6: new Set<string>(),
    /** 12 hexadecimal digits. */
    macs: new Set<string>(),
    /** As they are written, in lower case. */
    values: new Set<string>(),
  };
  for (const entry of keep) {
    const [, host = entry] = /^[a-z][a-z0-9+.-]*:\/\/(\[[^\]]+\]|[^/:?#]+)/i.exec(entry) ?? [];
    const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
    const address = parseIpv4(bare);
    const groups = parseIpv6(bare);
    kept.values.add(entry.toLowerCase());
    if (address !== undefined) kept.ipv4.add(address);
    else if (groups !== undefined) kept.ipv6.add(formatIpv6(groups));
    else if (MAC.test(bare)) kept.macs.add(bare.replace(/[:.-]/g, ''));
    else kept.names.add(bare.replace(/:\d+$/, ''));
  }
  return kept;
};

const MAC = /^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$|^(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}$/;
