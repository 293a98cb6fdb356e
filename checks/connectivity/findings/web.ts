/** Proxies, secure connections, and the one site that fails. */
import type { Finding } from '../../../src/contract.ts';
import { http, lookup } from '../../../src/sources/network/probes.ts';
import type { Messages } from '../messages.en.ts';
import type { ConnectivityFacts } from '../probe.ts';
import { judgeProxies } from '../proxies.ts';
import type { ConnectivitySettings } from '../settings.ts';
import { type SiteTried, sitesTried } from '../signs.ts';
import { frontPage, type SiteTry } from '../view.ts';
import type { Outside } from './internet.ts';

type Found = readonly Finding<Messages>[];

export const diagnoseProxy = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
  out: Outside,
): Found =>
  judgeProxies(facts, settings).flatMap(({ proxy, state, how, evidence }): Found => {
    const where = { proxy: proxy.endpoint ?? proxy.host, setIn: proxy.setIn };
    if (state === 'wants-sign-in') {
      return [{ code: 'connectivity/proxy-auth-required', severity: 'critical', params: where, evidence }];
    }
    // A listener that refuses is gone whatever else works; silence alone may be the line's.
    const dead = state === 'dead' && (out.works || how === 'refused' || how === 'not an address');
    const useless = state === 'answers-wrongly' && out.works;
    if (!dead && !useless) return [];
    return [
      {
        code: 'connectivity/proxy-misconfigured',
        severity: 'critical',
        params: { ...where, how: dead ? how : 'answers wrongly' },
        evidence,
      },
    ];
  });

const CLOCK_CODES: ReadonlySet<string> = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);

/** Handshakes that fail although TCP connects: for one site, or for many. */
export const diagnoseTls = (facts: ConnectivityFacts, settings: ConnectivitySettings): Found => {
  const sites = sitesTried(facts, settings).filter(({ value }) => value.connection === 'connected');
  const secure = sites.filter(({ value }) => value.outcome === 'secure');
  const failed = sites.filter(({ value }) => value.outcome !== 'secure');
  const untrusted = failed.filter(({ value }) => value.outcome === 'untrusted');
  const foreign = intercepted(untrusted);
  if (foreign !== null) {
    return [
      {
        code: 'connectivity/tls-interception',
        severity: 'warning',
        params: { issuer: foreign.issuer, hosts: names(foreign.sites) },
        evidence: ids(foreign.sites),
      },
    ];
  }
  if (failed.length >= 2 && secure.length <= failed.length) {
    const [first] = failed;
    return [
      {
        code: 'connectivity/tls-failure',
        severity: 'critical',
        params: {
          hosts: names(failed),
          code: first?.value.code ?? first?.value.outcome ?? '',
          failed: failed.length,
          tried: sites.length,
        },
        evidence: ids(failed),
      },
    ];
  }
  if (secure.length === 0) return [];
  return untrusted.map(({ host, value, reading }) => ({
    code: 'connectivity/site-certificate-invalid',
    severity: 'warning',
    subject: host,
    params: {
      host,
      code: value.code ?? '',
      validTo: value.chain[0]?.validTo ?? '',
      issuer: value.chain[0]?.issuer ?? '',
    },
    evidence: [reading.from],
  }));
};

/** One unknown authority in place of the real ones of several unrelated sites. */
const intercepted = (
  untrusted: readonly SiteTried[],
): { issuer: string; sites: readonly SiteTried[] } | null => {
  const strangers = untrusted.filter(
    ({ value }) => !CLOCK_CODES.has(value.code ?? '') && value.code !== 'ERR_TLS_CERT_ALTNAME_INVALID',
  );
  const top = ({ value }: SiteTried): string => value.chain.at(-1)?.issuer ?? '';
  const [first] = strangers;
  if (first === undefined || top(first) === '') return null;
  const same = strangers.filter((site) => top(site) === top(first));
  return same.length >= 2 ? { issuer: top(first), sites: same } : null;
};

const names = (sites: readonly SiteTry[]): string => sites.map(({ host }) => host).join(', ');
const ids = (sites: readonly SiteTry[]): readonly string[] => sites.map(({ reading }) => reading.from);

/** A site that fails while the others work: theirs is the trouble. Unless names come late: then its own may be on its way. */
export const diagnoseSites = (
  facts: ConnectivityFacts,
  settings: ConnectivitySettings,
  out: Outside,
  namesAreSlow: boolean,
): Found => {
  const sites = sitesTried(facts, settings);
  const controls = sites.filter(({ own, value }) => !own && value.outcome === 'secure');
  // With most of the others failing too, it is not this one site's trouble.
  const failing = sites.filter(
    ({ value }) =>
      value.outcome !== 'secure' && value.outcome !== 'untrusted' && !(namesAreSlow && ranOut(value)),
  );
  if (!out.works || controls.length === 0 || failing.length > controls.length) return [];
  const silent = failing.map(({ host, value, reading }): Found[number] => {
    const found = facts.get(lookup(host));
    const noName =
      value.connection === 'no-name' || (found.status === 'ok' && found.value.outcome !== 'found');
    return {
      code: 'connectivity/site-down',
      severity: 'warning',
      subject: host,
      params: {
        host,
        layer: noName ? 'dns' : value.connection === 'connected' ? 'tls' : 'tcp',
        how: value.connection === 'connected' ? (value.code ?? value.outcome) : value.connection,
      },
      evidence: [reading.from],
    };
  });
  return [...silent, ...sites.flatMap((site) => erring(facts, site))];
};

/** The time limit ended it, in the search for the name or after it. */
const ranOut = ({ connection, code }: SiteTried['value']): boolean =>
  connection === 'timeout' || code === 'ETIMEOUT';

/** A site that answers, and says itself that it has an error (RFC 9110, 5xx). */
const erring = (facts: ConnectivityFacts, { host, own, value }: SiteTried): Found => {
  const page = facts.get(http(frontPage(host)));
  if (!own || value.outcome !== 'secure' || page.status !== 'ok') return [];
  const { status = 0 } = page.value;
  return status < SERVER_ERROR
    ? []
    : [
        {
          code: 'connectivity/site-down',
          severity: 'warning',
          subject: host,
          params: { host, layer: 'http', how: `${status}` },
          evidence: [page.from],
        },
      ];
};

const SERVER_ERROR = 500;
