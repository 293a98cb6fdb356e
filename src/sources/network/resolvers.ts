/** Which name servers this computer is told to ask. */
import { type Raw, read, source, sourceByOs, unparsable } from '../../contract.ts';
import { familyOf } from './ip.ts';
import { networkBatch, parseBatch } from './windows.ts';

/** resolv.conf(5): the servers in their order. glibc takes the first three. */
export const parseResolvConf = (text: string): readonly string[] => {
  const servers: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const found = /^\s*nameserver[ \t]+(\S+)/.exec(line);
    if (found === null) {
      // A file that is no resolv.conf at all holds no keyword this one knows.
      if (!KNOWN_LINE.test(line)) throw unparsable(line);
      continue;
    }
    const server = (found[1] ?? '').split('%')[0] ?? '';
    if (familyOf(server) === null) throw unparsable(line);
    servers.push(server);
  }
  return servers;
};

const KNOWN_LINE = /^\s*($|[#;]|nameserver\b|domain\b|search\b|sortlist\b|options\b|lookup\b|family\b)/;

/** macOS `scutil --dns`: the servers of the default resolver, and of those bound to an interface. */
export const parseScutilDns = (text: string): readonly string[] => {
  if (!text.includes('DNS configuration')) throw unparsable(text.trim());
  const found = [...text.matchAll(/^[ \t]*nameserver\[\d+\][ \t]*:[ \t]*(\S+)/gm)].map(
    (match) => match[1] ?? '',
  );
  return [...new Set(found.map((server) => server.split('%')[0] ?? ''))].filter(
    (server) => familyOf(server) !== null,
  );
};

export const resolvers = sourceByOs<readonly string[]>('net.resolvers', {
  linux: read({ kind: 'file', path: '/etc/resolv.conf' }, ({ text }) => parseResolvConf(text)),
  darwin: read({ kind: 'exec', argv: ['scutil', '--dns'] }, ({ stdout }) => parseScutilDns(stdout)),
  win32: read(networkBatch, ({ stdout }) => parseBatch(stdout).resolvers),
});

/** The servers behind systemd-resolved's local stub (127.0.0.53), as it writes them down. */
export const upstreamResolvers = source({
  id: 'net.resolvers.upstream',
  os: ['linux'],
  request: { kind: 'file', path: '/run/systemd/resolve/resolv.conf' },
  parse: ({ text }: Raw['file']) => parseResolvConf(text),
});
