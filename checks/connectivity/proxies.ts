/** The proxies in force, and how each of them did. */
import { endpoint, http, httpVia, tcp } from '../../src/sources/network/probes.ts';
import { hostAndPort, type ProxySetting } from '../../src/sources/network/proxy.ts';
import type { ConnectivityFacts } from './probe.ts';
import type { ConnectivitySettings } from './settings.ts';
import { pageVerdict, valueOr } from './view.ts';

export interface ProxyInForce extends ProxySetting {
  /** `host:port`; null for a script or what is no address. */
  readonly endpoint: string | null;
  readonly host: string;
}

/** Addresses of PAC scripts: fetched to see whether they are there, never run. */
export const scriptsOf = (facts: ConnectivityFacts): readonly ProxySetting[] =>
  valueOr(facts.systemProxies, []).filter(
    (proxy) => proxy.for === 'script' && /^https?:\/\//i.test(proxy.url),
  );

/** Environment first, as programs do; each address once. */
export const proxiesOf = (facts: ConnectivityFacts): readonly ProxyInForce[] =>
  [
    ...valueOr(facts.environmentProxies, []),
    ...valueOr(facts.sessionProxies, []),
    ...valueOr(facts.systemProxies, []),
  ]
    .filter((proxy) => proxy.for !== 'script' && !proxy.url.startsWith('socks'))
    .map((proxy) => {
      const place = hostAndPort(proxy.url);
      return {
        ...proxy,
        host: place?.host ?? proxy.url,
        endpoint: place === null ? null : endpoint(place.host, place.port),
      };
    })
    .filter((proxy, index, all) => all.findIndex((other) => other.endpoint === proxy.endpoint) === index);

export interface ProxyVerdict {
  readonly proxy: ProxyInForce;
  readonly state: 'works' | 'dead' | 'wants-sign-in' | 'answers-wrongly' | 'untold';
  /** refused, timeout, no-name … */
  readonly how: string;
  readonly evidence: readonly string[];
}

const PROXY_AUTHENTICATION_REQUIRED = 407;

export const judgeProxies = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
): readonly ProxyVerdict[] => [
  ...scriptsOf(facts).map((script) => judgeScript(facts, script)),
  ...proxiesOf(facts).map((proxy) => judgeProxy(facts, settings, proxy)),
];

const judgeScript = (facts: ConnectivityFacts, script: ProxySetting): ProxyVerdict => {
  const reading = facts.get(http(script.url));
  const proxy = { ...script, host: script.url, endpoint: null };
  if (reading.status !== 'ok') return { proxy, state: 'untold', how: reading.why, evidence: [] };
  const { outcome, status } = reading.value;
  const evidence = [reading.from];
  if (outcome !== 'answered') return { proxy, state: 'dead', how: outcome, evidence };
  // Only that the script is there is known of it: which proxies it names, only a browser can tell.
  return {
    proxy,
    state: status === 200 ? 'untold' : 'dead',
    how: status === 200 ? '' : `HTTP ${status}`,
    evidence,
  };
};

const judgeProxy = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
  proxy: ProxyInForce,
): ProxyVerdict => {
  const door = proxy.endpoint === null ? null : facts.get(tcp(proxy.endpoint));
  const pages = settings.targets.probes.slice(0, 2).map((probe) => {
    const reading = facts.get(httpVia(`${proxy.url} ${probe.url}`));
    return { reading, verdict: pageVerdict(probe, reading) };
  });
  const evidence = [door, ...pages.map(({ reading }) => reading)].flatMap((reading) =>
    reading?.status === 'ok' ? [reading.from] : [],
  );
  const told = (state: ProxyVerdict['state'], how = ''): ProxyVerdict => ({ proxy, state, how, evidence });
  if (door === null) return told('dead', 'not an address');
  if (door.status !== 'ok') return told('untold', door.why);
  const attempts = door.value.attempts;
  if (!attempts.some(({ outcome }) => outcome === 'connected')) return told('dead', attempts[0]?.outcome);
  const statuses = pages.flatMap(({ reading }) => (reading.status === 'ok' ? [reading.value.status] : []));
  if (statuses.length > 0 && statuses.every((status) => status === PROXY_AUTHENTICATION_REQUIRED)) {
    return told('wants-sign-in');
  }
  if (pages.some(({ verdict }) => verdict === 'right')) return told('works');
  return told(pages.every(({ verdict }) => verdict === 'untold') ? 'untold' : 'answers-wrongly');
};
