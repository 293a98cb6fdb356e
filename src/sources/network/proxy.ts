/** Proxies that programs on this computer are told to use. */
import { type Raw, read, type Source, source, sourceByOs, unparsable } from '../../contract.ts';
import { networkBatch, parseBatch } from './windows.ts';

export interface ProxySetting {
  /** Which addresses go through it; `script`: a PAC file decides. */
  readonly for: 'http' | 'https' | 'all' | 'script';
  readonly url: string;
  /** Where it is set: an environment variable, a settings panel, a file. */
  readonly setIn: string;
}

const VARIABLES = [
  'http_proxy',
  'https_proxy',
  'all_proxy',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'no_proxy',
  'NO_PROXY',
];

export const environmentProxies: Source<readonly ProxySetting[]> = source({
  id: 'net.proxy.environment',
  request: { kind: 'env', names: VARIABLES },
  parse: ({ values }: Raw['env']) => fromVariables(values),
});

const fromVariables = (values: Readonly<Record<string, string>>): readonly ProxySetting[] =>
  Object.entries(values).flatMap(([variable, value]): readonly ProxySetting[] => {
    const scheme = /^(http|https|all)_proxy$/i.exec(variable)?.[1]?.toLowerCase();
    return (scheme === 'http' || scheme === 'https' || scheme === 'all') && value.trim() !== ''
      ? [{ for: scheme, url: withScheme(value.trim()), setIn: variable }]
      : [];
  });

const withScheme = (proxy: string): string => (/^[a-z0-9]+:\/\//i.test(proxy) ? proxy : `http://${proxy}`);

/** /etc/environment, read by pam_env: what the next session will be told. */
export const sessionProxies: Source<readonly ProxySetting[]> = source({
  id: 'net.proxy.session',
  os: ['linux'],
  request: { kind: 'file', path: '/etc/environment' },
  parse: ({ text }: Raw['file']) =>
    fromVariables(
      Object.fromEntries(
        text.split('\n').flatMap((line) => {
          const found = /^\s*(?:export\s+)?([A-Za-z_]+)=["']?(.*?)["']?\s*$/.exec(line);
          return found === null ? [] : [[found[1] ?? '', found[2] ?? '']];
        }),
      ),
    ).map((proxy) => ({ ...proxy, setIn: '/etc/environment' })),
});

/** `gsettings list-recursively org.gnome.system.proxy` */
export const parseGsettingsProxy = (text: string): readonly ProxySetting[] => {
  const values = new Map(
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): [string, string] => {
        const found = /^org\.gnome\.system\.(proxy\S*) (\S+) (.*)$/.exec(line.trim());
        if (found === null) throw unparsable(line);
        return [`${found[1]} ${found[2]}`, (found[3] ?? '').replace(/^'(.*)'$/, '$1')];
      }),
  );
  const setIn = 'org.gnome.system.proxy';
  const script = values.get('proxy autoconfig-url') ?? '';
  if (values.get('proxy mode') === 'auto')
    return script === '' ? [] : [{ for: 'script', url: script, setIn }];
  if (values.get('proxy mode') !== 'manual') return [];
  return (['http', 'https'] as const).flatMap((scheme) => {
    const host = values.get(`proxy.${scheme} host`) ?? '';
    const port = values.get(`proxy.${scheme} port`) ?? '0';
    return host === '' || port === '0' ? [] : [{ for: scheme, url: `http://${host}:${port}`, setIn }];
  });
};

/** macOS `scutil --proxy` */
export const parseScutilProxy = (text: string): readonly ProxySetting[] => {
  if (!text.includes('<dictionary>')) throw unparsable(text.trim());
  const value = (key: string): string | undefined =>
    new RegExp(`^\\s*${key} : (.+)$`, 'm').exec(text)?.[1]?.trim();
  const setIn = 'System Settings';
  const script = value('ProxyAutoConfigURLString');
  return [
    ...(['HTTP', 'HTTPS'] as const).flatMap((scheme): readonly ProxySetting[] => {
      const host = value(`${scheme}Proxy`);
      const port = value(`${scheme}Port`);
      return value(`${scheme}Enable`) === '1' && host !== undefined
        ? [{ for: scheme === 'HTTP' ? 'http' : 'https', url: `http://${host}:${port ?? '80'}`, setIn }]
        : [];
    }),
    ...(value('ProxyAutoConfigEnable') === '1' && script !== undefined
      ? [{ for: 'script', url: script, setIn } as const]
      : []),
  ];
};

/** What the desktop's own settings say. */
export const systemProxies = sourceByOs<readonly ProxySetting[]>('net.proxy.system', {
  linux: read(
    { kind: 'exec', argv: ['gsettings', 'list-recursively', 'org.gnome.system.proxy'] },
    ({ stdout, exitCode }) => (exitCode === 0 ? parseGsettingsProxy(stdout) : []),
  ),
  darwin: read({ kind: 'exec', argv: ['scutil', '--proxy'] }, ({ stdout }) => parseScutilProxy(stdout)),
  win32: read(networkBatch, ({ stdout }) => parseBatch(stdout).proxies),
});

/** Host and port of a proxy's URL, and the name with which it signs in taken away. */
export const hostAndPort = (url: string): { readonly host: string; readonly port: number } | null => {
  const found = /^([a-z0-9]+):\/\/(?:[^@/]*@)?(\[[^\]]+\]|[^:/]+)(?::(\d+))?/i.exec(url);
  if (found === null) return null;
  const [, scheme = '', host = '', port] = found;
  const standard = scheme.startsWith('socks') ? 1080 : scheme === 'https' ? 443 : 80;
  return { host: host.replace(/^\[|\]$/g, ''), port: port === undefined ? standard : Number(port) };
};
