/** Attempts to get out, each by itself: TCP, TLS, HTTP, names. How they end is the evidence. */
import { everywhere, family, read } from '../../contract.ts';

/** `host:port`; an IPv6 address in brackets. */
export const endpoint = (host: string, port: number): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;

const split = (target: string): { readonly host: string; readonly port: number } => {
  const found = /^\[?(.+?)\]?:(\d+)$/.exec(target);
  return { host: found?.[1] ?? target, port: Number(found?.[2] ?? 0) };
};

/** Four connections at once: one lost packet is no outage, and one sent again shows as a second more. */
export const tcp = family('net.tcp', 'address:port', (target: string) => ({
  on: everywhere(read({ kind: 'tcp', ...split(target), times: 4 }, (raw) => raw)),
}));

/** Twenty at once: where no echo comes back, connections tell of loss. */
export const tcpSeries = family('net.tcp.series', 'address:port', (target: string) => ({
  on: everywhere(read({ kind: 'tcp', ...split(target), times: 20 }, (raw) => raw)),
}));

/** One connection from one of this computer's own addresses: `address:port from`, with a space between them. */
export const tcpFrom = family('net.tcp.from', 'address:port from', (target: string) => {
  const [place = '', from = ''] = target.split(' ');
  return { on: everywhere(read({ kind: 'tcp', ...split(place), from }, (raw) => raw)) };
});

/** A handshake with a site by its name. */
export const tls = family('net.tls', 'host', (host: string) => ({
  on: everywhere(read({ kind: 'tls', host, port: 443, servername: host }, (raw) => raw)),
}));

export const http = family('net.http', 'url', (url: string) => ({
  on: everywhere(read({ kind: 'http', url }, (raw) => raw)),
}));

/** The same address through a proxy: `proxy url`, with a space between them. */
export const httpVia = family('net.http.via', 'proxy url', (target: string) => {
  const [proxy = '', url = ''] = target.split(' ');
  return { on: everywhere(read({ kind: 'http', url, proxy }, (raw) => raw)) };
});

const DOWNLOAD_BYTES = 1_000_000;
const DOWNLOAD_MS = 4000;

/** A timed download, ended after 1 MB or four seconds: what came until then tells the speed. */
export const download = family('net.download', 'url', (url: string) => ({
  on: everywhere(read({ kind: 'http', url, maxBytes: DOWNLOAD_BYTES, timeoutMs: DOWNLOAD_MS }, (raw) => raw)),
}));

/** resolv.conf(5): what a program waits for one server before it tries again. */
const RESOLVE_MS = 5000;

/** A name asked of one server directly: `server name`. */
export const resolve = family('net.resolve', 'server name', (target: string) => {
  const [server = '', name = ''] = target.split(' ');
  return {
    on: everywhere(read({ kind: 'resolve', server, name, type: 'A', timeoutMs: RESOLVE_MS }, (raw) => raw)),
  };
});

/** A name through the system's own resolver, as every program asks. */
export const lookup = family('net.lookup', 'name', (name: string) => ({
  on: everywhere(read({ kind: 'lookup', name, timeoutMs: RESOLVE_MS }, (raw) => raw)),
}));
