/** The proxies that package managers were told to use. */
import { family, source } from '../contract.ts';

export interface UpdateProxy {
  readonly host: string;
  readonly port: number;
  /** The option that sets it. */
  readonly setBy: string;
}

/** `Acquire::http::Proxy` and its kin, from the options by lower-case name. */
export const aptProxies = (options: Readonly<Record<string, string>>): readonly UpdateProxy[] =>
  Object.entries(options).flatMap(([name, value]) =>
    /^acquire::https?::proxy(::[^:]+)?$/.test(name) ? proxyOf(value, name) : [],
  );

/** `proxy=http://…` of dnf and yum. */
export const dnfProxies = (text: string): readonly UpdateProxy[] => {
  const value = /^[ \t]*proxy[ \t]*=[ \t]*(\S+)[ \t\r]*$/m.exec(text)?.[1];
  return value === undefined || value === '_none_' ? [] : proxyOf(value, 'proxy');
};

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, socks5h: 1080, socks5: 1080 };

/** `false`, `DIRECT` and nothing mean none. The name and password in the URL are left where they are. */
export const proxyOf = (value: string, setBy: string): readonly UpdateProxy[] => {
  const found = /^(?:([a-z0-9]+):\/\/)?(?:[^@/]*@)?(\[[0-9a-fA-F:]+\]|[^:/[\]\s]+)(?::(\d{1,5}))?\/?$/.exec(
    value.trim(),
  );
  if (found === null || /^(false|direct|none)$/i.test(value.trim())) return [];
  const [, scheme = 'http', host = '', port] = found;
  return [{ host: host.replace(/^\[|\]$/g, ''), port: Number(port ?? DEFAULT_PORTS[scheme] ?? 80), setBy }];
};

export const dnfProxy = source({
  id: 'packages.dnf-config',
  os: ['linux'],
  request: { kind: 'file', path: '/etc/dnf/dnf.conf' },
  parse: ({ text }) => dnfProxies(text),
});

/** `192.0.2.1:3128`, `[2001:db8::1]:3128` */
export const addressText = ({ host, port }: Pick<UpdateProxy, 'host' | 'port'>): string =>
  `${host.includes(':') ? `[${host}]` : host}:${port}`;

const hostAndPort = (address: string): { readonly host: string; readonly port: number } => {
  const at = address.lastIndexOf(':');
  return { host: address.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(address.slice(at + 1)) };
};

export const proxyConnection = family('updates.proxy', 'proxy', (address) =>
  source({ id: '', request: { kind: 'tcp', ...hostAndPort(address) }, parse: (raw) => raw }),
);

/** The update server without a proxy: tells a dead proxy from a dead network. */
export const directConnection = family('updates.server', 'server', (address) =>
  source({ id: '', request: { kind: 'tcp', ...hostAndPort(address) }, parse: (raw) => raw }),
);

/** The servers in apt's sources, each once, in their order. */
export const aptServers = family('packages.apt-servers', 'package manager', (_: 'apt') =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'exec', argv: ['apt-get', 'indextargets', '--format', '$(SITE)'] },
    parse: ({ stdout }) => parseServers(stdout),
  }),
);

export const parseServers = (text: string): readonly Pick<UpdateProxy, 'host' | 'port'>[] => {
  const sites = [
    ...new Set(text.split('\n').map((line) => /^https?:\/\/[^/\s]+/.exec(line.trim())?.[0] ?? '')),
  ];
  return sites
    .flatMap((site) => (site === '' ? [] : proxyOf(site, '')))
    .map(({ host, port }) => ({ host, port }));
};

/** Files of apt's configuration: which of them names the proxy. */
export const aptConfFiles = family('packages.apt-conf', 'folder', (path) =>
  source({ id: '', os: ['linux'], request: { kind: 'list', path }, parse: ({ names }) => names }),
);

export const aptConfFile = family('packages.apt-conf-file', 'file', (path) =>
  source({ id: '', os: ['linux'], request: { kind: 'file', path }, parse: ({ text }) => text }),
);
