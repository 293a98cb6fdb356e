/** Names: which servers were asked for what, and how each of them did. */
import type { Raw, Reading, Source } from '../../src/contract.ts';
import { familyOf } from '../../src/sources/network/ip.ts';
import { lookup, resolve } from '../../src/sources/network/probes.ts';
import type { ConnectivityFacts } from './probe.ts';
import type { ConnectivitySettings } from './settings.ts';
import { hostOf, valueOr } from './view.ts';

/** glibc asks no more than three. */
const MAX_SERVERS = 3;

export const serversOf = (facts: ConnectivityFacts): readonly string[] =>
  [...new Set(valueOr(facts.resolvers, []))].slice(0, MAX_SERVERS);

/** Names to ask DNS for: known to exist, of different owners. */
export const canaries = ({ targets }: ConnectivitySettings): readonly string[] =>
  [...new Set([...targets.probes.map(({ url }) => hostOf(url)), ...targets.controls.map(hostOf)])]
    .filter((name) => familyOf(name) === null)
    .slice(0, 3);

/**
 * Names that cannot exist, another one each second: `.invalid` by RFC 6761, and one below a real
 * domain, because some servers lie only about those.
 */
export const suspiciousNames = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
): readonly string[] => {
  const stamp = Math.floor(valueOr(facts.clock, { epochMs: 0, timeZone: '' }).epochMs / 1000).toString(36);
  const [domain = 'example.com'] = canaries(settings);
  return [`ts-${stamp}.invalid`, `ts-${stamp}.${domain}`];
};

export const questionsTo = (
  servers: readonly string[],
  names: readonly string[],
): readonly Source<unknown>[] =>
  servers.flatMap((server) => names.map((name) => resolve(`${server} ${name}`)));

export interface ServerVerdict {
  readonly server: string;
  readonly answers: readonly Raw['resolve'][];
  readonly evidence: readonly string[];
  /** Nothing came back for any name. */
  readonly silent: boolean;
  /** How many of the names it knew. */
  readonly good: number;
  readonly wrong: readonly Raw['resolve'][];
  readonly medianMs: number | null;
}

export const judgeServer = (
  facts: ConnectivityFacts,
  server: string,
  names: readonly string[],
): ServerVerdict => {
  const readings: readonly Reading<Raw['resolve']>[] = names.map((name) =>
    facts.get(resolve(`${server} ${name}`)),
  );
  const answers = readings.flatMap((reading) => (reading.status === 'ok' ? [reading.value] : []));
  const answered = answers.filter(({ outcome }) => outcome === 'answered');
  const good = answered.filter(({ rcode, addresses }) => rcode === 'NOERROR' && addresses.length > 0);
  return {
    server,
    answers,
    evidence: readings.filter(({ status }) => status === 'ok').map(({ from }) => from),
    silent: answers.length > 0 && answered.length === 0,
    good: good.length,
    wrong: answered.filter(({ rcode }) => WRONG.has(rcode ?? '')),
    medianMs: median(good.map(({ ms }) => ms)),
  };
};

/** For a name that exists. */
const WRONG: ReadonlySet<string> = new Set(['SERVFAIL', 'REFUSED', 'NOTIMP', 'NXDOMAIN', 'FORMERR']);

export const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
};

export const configuredServers = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
): readonly ServerVerdict[] =>
  serversOf(facts).map((server) => judgeServer(facts, server, canaries(settings)));

/** Servers that do not belong to this network, to tell a dead server from a dead line. */
export const independentServers = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
): readonly ServerVerdict[] =>
  settings.targets.resolvers
    .map((server) => judgeServer(facts, server, canaries(settings)))
    .filter(({ answers }) => answers.length > 0);

/** The one address that a server gives for all names of different owners; null where they differ. */
export const oneForAll = ({ answers }: ServerVerdict): string | null => {
  const given = answers.flatMap(({ addresses }) => addresses.slice(0, 1));
  const [first] = given;
  return first !== undefined && given.length >= 2 && given.every((address) => address === first)
    ? first
    : null;
};

export const silentOrWrong = (facts: ConnectivityFacts, settings: ConnectivitySettings): boolean =>
  serversOf(facts).length === 0 ||
  configuredServers(facts, settings).some(
    (server) => server.good < server.answers.length || oneForAll(server) !== null,
  ) ||
  canaries(settings).some((name) => {
    const found = facts.get(lookup(name));
    return found.status === 'ok' && found.value.outcome !== 'found';
  });
