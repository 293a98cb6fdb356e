/** The proxies set for updates, and which of them do not answer. */
import type { Reading } from '../../src/contract.ts';
import type { UpdateProxy } from '../../src/sources/update-proxy.ts';
import {
  addressText,
  aptConfFile,
  aptConfFiles,
  aptProxies,
  aptServers,
  directConnection,
  proxyConnection,
  proxyOf,
} from '../../src/sources/update-proxy.ts';
import type { UpdateFacts } from './probe.ts';

export const APT_CONF = '/etc/apt/apt.conf.d';

export const proxiesOf = (facts: UpdateFacts): readonly UpdateProxy[] => {
  const all = [
    ...(facts.aptConfig.status === 'ok' ? aptProxies(facts.aptConfig.value) : []),
    ...(facts.dnfProxy.status === 'ok' ? facts.dnfProxy.value : []),
    ...(facts.windowsUpdate.status === 'ok' ? proxyOf(facts.windowsUpdate.value.proxy, 'WinHTTP') : []),
  ];
  return [...new Map(all.map((proxy) => [addressText(proxy), proxy])).values()];
};

export interface DeadProxy {
  readonly proxy: UpdateProxy;
  readonly outcome: string;
  readonly from: string;
}

export const deadProxies = (facts: UpdateFacts): readonly DeadProxy[] =>
  proxiesOf(facts).flatMap((proxy) => {
    const reading = facts.get(proxyConnection(addressText(proxy)));
    if (reading.status !== 'ok') return [];
    const { attempts } = reading.value;
    const outcome = attempts[0]?.outcome;
    return outcome === undefined || attempts.some((attempt) => attempt.outcome === 'connected')
      ? []
      : [{ proxy, outcome, from: reading.from }];
  });

/** Whether the network itself works: a refusal came from somewhere, or the update server answers directly. */
export const isProxyAtFault = ({ outcome }: DeadProxy, facts: UpdateFacts): boolean => {
  if (outcome === 'refused' || outcome === 'reset') return true;
  return directReadings(facts).some(
    (reading) => reading.status === 'ok' && reading.value.attempts.some((one) => one.outcome === 'connected'),
  );
};

export const directReadings = (facts: UpdateFacts) => {
  const servers = facts.get(aptServers('apt'));
  return servers.status === 'ok'
    ? servers.value.map((server) => facts.get(directConnection(addressText(server))))
    : [];
};

/** The file whose option names the proxy; empty where none was found. */
export const fileNaming = ({ host }: UpdateProxy, facts: UpdateFacts): string => {
  const names: Reading<readonly string[]> = facts.get(aptConfFiles(APT_CONF));
  if (names.status !== 'ok') return '';
  const paths = names.value.map((name) => `${APT_CONF}/${name}`);
  // Later files overrule earlier ones.
  return (
    paths.findLast((path) => {
      const file = facts.get(aptConfFile(path));
      return file.status === 'ok' && /proxy/i.test(file.value) && file.value.includes(host);
    }) ?? ''
  );
};
