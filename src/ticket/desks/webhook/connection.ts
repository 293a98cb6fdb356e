/** The way to the desk: proxy, authorities, limits. */
import { readFile } from 'node:fs/promises';
import tls from 'node:tls';
import { EnvHttpProxyAgent } from 'undici';
import type { Failure } from '../../desk.ts';
import { errno } from '../../outbox/files.ts';
import type { Webhook } from './settings.ts';

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

export const connect = async (webhook: Webhook, env: Environment): Promise<Connection> => {
  const proxy = proxyFor(webhook, env);
  if (proxy !== '' && !URL.canParse(proxy)) return failed('misconfigured', 'the proxy is not a URL');
  let ca: string[] | undefined;
  if (webhook.url.startsWith('https:') || proxy.startsWith('https:')) {
    try {
      ca = await authorities(webhook.caFile, env);
    } catch (error) {
      return failed('ca-unreadable', `${webhook.caFile ?? ''}: ${errno(error) || 'no certificate in it'}`);
    }
  }
  // Said aloud, because NODE_TLS_REJECT_UNAUTHORIZED=0 would decide otherwise.
  const secure = { ...(ca && { ca }), rejectUnauthorized: true };
  return {
    status: 'ok',
    agent: new EnvHttpProxyAgent({
      httpProxy: proxy,
      httpsProxy: proxy,
      noProxy: `${env.no_proxy ?? env.NO_PROXY ?? ''},localhost,127.0.0.1,[::1]`,
      // Proxies take plain requests for http:// as they are; many refuse CONNECT to port 80.
      proxyTunnel: false,
      connect: { ...secure, timeout: webhook.connectTimeoutMs },
      requestTls: { ...secure, timeout: webhook.connectTimeoutMs },
      proxyTls: { ...secure, timeout: webhook.connectTimeoutMs },
      headersTimeout: webhook.answerTimeoutMs,
      bodyTimeout: webhook.answerTimeoutMs,
    }),
  };
};

/** '' for none: undefined would make undici read the environment itself. */
const proxyFor = ({ url, proxy }: Webhook, env: Environment): string => {
  const forHttp = env.http_proxy ?? env.HTTP_PROXY ?? '';
  const forHttps = env.https_proxy ?? env.HTTPS_PROXY ?? '';
  const chosen = proxy ?? (url.startsWith('https:') ? forHttps || forHttp : forHttp);
  if (chosen === '' || chosen === 'none') return '';
  return chosen.includes('://') ? chosen : `http://${chosen}`;
};

/** Naming any authority replaces Node's own list, so that list comes first. */
const authorities = async (caFile: string | undefined, env: Environment): Promise<string[]> => {
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
