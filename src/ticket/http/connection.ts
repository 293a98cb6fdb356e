/** The way to the desk: proxy, authorities, addresses, limits. */
import { type LookupAddress, lookup as resolve } from 'node:dns';
import { readFile } from 'node:fs/promises';
import { isIP, type LookupFunction } from 'node:net';
import tls from 'node:tls';
import ipaddr from 'ipaddr.js';
import { EnvHttpProxyAgent } from 'undici';
import { errno } from '../../durable-files.ts';
import type { Failure } from '../desk.ts';
import { type HttpSettings, isLoopback } from './settings.ts';

/** Where Linux distributions and BSDs keep the authorities their administrator added to. */
const SYSTEM_AUTHORITIES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

type Environment = Readonly<Record<string, string | undefined>>;

export type Connection =
  | { readonly status: 'ok'; readonly agent: EnvHttpProxyAgent }
  | { readonly status: 'failed'; readonly failure: Failure };

export const connect = async (settings: HttpSettings, env: Environment): Promise<Connection> => {
  const proxy = proxyFor(settings, env);
  if (proxy !== '' && !URL.canParse(proxy)) return failed('misconfigured', 'the proxy is not a URL');
  let ca: string[] | undefined;
  if (settings.url.startsWith('https:') || proxy.startsWith('https:')) {
    try {
      ca = await authorities(settings.caFile, env);
    } catch (error) {
      return failed('ca-unreadable', `${settings.caFile ?? ''}: ${errno(error) || 'no certificate in it'}`);
    }
  }
  // Said aloud, because NODE_TLS_REJECT_UNAUTHORIZED=0 would decide otherwise.
  const secure = { ...(ca && { ca }), rejectUnauthorized: true };
  const timeout = settings.connectTimeoutMs;
  return {
    status: 'ok',
    agent: new EnvHttpProxyAgent({
      httpProxy: proxy,
      httpsProxy: proxy,
      noProxy: `${env.no_proxy ?? env.NO_PROXY ?? ''},localhost,127.0.0.1,[::1]`,
      // Proxies take plain requests for http:// as they are; many refuse CONNECT to port 80.
      proxyTunnel: false,
      // Of the direct way alone: where a proxy is, it looks up the name.
      connect: { ...secure, timeout, ...(mayBePrivate(settings) ? {} : { lookup: publicOnly }) },
      requestTls: { ...secure, timeout },
      proxyTls: { ...secure, timeout },
      headersTimeout: settings.answerTimeoutMs,
      bodyTimeout: settings.answerTimeoutMs,
    }),
  };
};

/** An address that stands in the configuration itself was meant. */
const mayBePrivate = ({ url, privateNetwork }: HttpSettings): boolean =>
  privateNetwork || isLoopback(url) || isIP(new URL(url).hostname.replace(/^\[|\]$/g, '')) !== 0;

export const PRIVATE_ADDRESS = 'EPRIVATE';

/** A public name that leads to this computer or into its network is no help desk: whoever answers DNS made it up. */
export const publicOnly: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    const wrong = error === null ? addresses.find(({ address }) => !isPublic(address)) : undefined;
    if (wrong !== undefined) {
      const refusal = new Error(`${hostname} is ${wrong.address}, an address of a private network`);
      callback(Object.assign(refusal, { code: PRIVATE_ADDRESS }), []);
    } else if (error !== null || options.all === true) callback(error, addresses);
    else {
      const [first]: (LookupAddress | undefined)[] = addresses;
      callback(null, first?.address ?? '', first?.family);
    }
  });
};

const isPublic = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

/** '' for none: undefined would make undici read the environment itself. */
const proxyFor = ({ url, proxy }: HttpSettings, env: Environment): string => {
  const forHttp = env.http_proxy ?? env.HTTP_PROXY ?? '';
  const forHttps = env.https_proxy ?? env.HTTPS_PROXY ?? '';
  const chosen = proxy ?? (url.startsWith('https:') ? forHttps || forHttp : forHttp);
  if (chosen === '' || chosen === 'none') return '';
  return chosen.includes('://') ? chosen : `http://${chosen}`;
};

/** Naming any authority replaces Node's own list, so that list comes first. */
export const authorities = async (caFile: string | undefined, env: Environment): Promise<string[]> => {
  const extra = env.NODE_EXTRA_CA_CERTS;
  const found = await Promise.all(
    [...SYSTEM_AUTHORITIES, ...(extra === undefined ? [] : [extra])].map((path) =>
      readFile(path, 'utf8').catch(() => ''),
    ),
  );
  const own = caFile === undefined ? '' : await readFile(caFile, 'utf8');
  if (caFile !== undefined && !own.includes('-----BEGIN CERTIFICATE-----')) throw new Error('no certificate');
  return [...tls.rootCertificates, ...found, own].filter((pem) => pem.trim() !== '');
};

const failed = (code: Failure['code'], detail: string): Connection => ({
  status: 'failed',
  failure: { code, certainty: 'not-received', again: 'later', detail },
});
