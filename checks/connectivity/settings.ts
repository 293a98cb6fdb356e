/** What the check may contact, and where it draws its lines. All of it can be changed in the configuration. */

/** Answers on TCP at an address: reached without any name. */
export type Anchor = {
  readonly owner: string;
  readonly ipv4?: string;
  readonly ipv6?: string;
  readonly port?: number;
};

/** A plain-HTTP page whose whole answer is known: anything else comes from somebody in between. */
export type Probe = { readonly url: string; readonly status?: number; readonly body?: string };

const anchors: readonly Anchor[] = [
  { owner: 'Cloudflare', ipv4: '1.1.1.1', ipv6: '2606:4700:4700::1111', port: 443 },
  { owner: 'Google', ipv4: '8.8.8.8', ipv6: '2001:4860:4860::8888', port: 443 },
  { owner: 'Quad9', ipv4: '9.9.9.9', ipv6: '2620:fe::fe', port: 443 },
  { owner: 'Yandex', ipv4: '77.88.8.8', ipv6: '2a02:6b8::feed:0ff', port: 443 },
];

const probes: readonly Probe[] = [
  { url: 'http://connectivitycheck.gstatic.com/generate_204', status: 204, body: '' },
  { url: 'http://www.msftconnecttest.com/connecttest.txt', status: 200, body: 'Microsoft Connect Test' },
  { url: 'http://detectportal.firefox.com/success.txt', status: 200, body: 'success' },
];

const webSites: readonly string[] = ['www.wikipedia.org', 'www.cloudflare.com', 'ya.ru'];

/** Independent name servers, of different owners. */
const resolvers: readonly string[] = ['9.9.9.9', '8.8.8.8', '77.88.8.8'];

/** The sites the person cares about, by name. */
const sites: readonly string[] = [];

export const settings = {
  targets: {
    anchors,
    probes,
    /** Sites with https that are nearly always up. */
    controls: webSites,
    resolvers,
    /** At least 1 MB; asked for only when something points to a slow line. Empty: never. */
    download: 'https://speed.cloudflare.com/__down?bytes=1000000',
  },
  sites,
  /** What macOS itself asks for to know whether it is online; asked for on a Mac alone. Empty: never. */
  macosProbe: 'http://captive.apple.com/hotspot-detect.html',
  /** Microsoft 365 media targets. */
  lossWarnPct: 1,
  lossCriticalPct: 60,
  latencyWarnMs: 100,
  latencyCriticalMs: 500,
  gatewayLatencyWarnMs: 30,
  jitterWarnMs: 30,
  /** Fault catalogue, dns-slow. */
  dnsSlowMs: 1000,
  /** Below it a system update of 500 MB takes over an hour; project policy, used where no plan is known. */
  slowMbps: 1,
  /** What the contract promises; 0: not known. */
  planMbps: 0,
  /** Cisco's voice-over-WLAN design guide. */
  wifiWeakDbm: -67,
  wifiVeryWeakDbm: -75,
  wifiNoisyDb: 25,
  /** Of the five that Windows shows, where it says no more; project policy. */
  wifiWeakBars: 2,
};

export type ConnectivitySettings = typeof settings;
