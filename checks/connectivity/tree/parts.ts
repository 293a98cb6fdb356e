/** What the nodes of the tree are made of. */
import type { TreeNode, TreeView } from '../../../src/contract.ts';

export const code = (name: string): string => `connectivity/${name}`;

export const anyOpen =
  (...names: readonly string[]) =>
  ({ open }: TreeView): boolean =>
    names.some((name) => open(code(name)));

export const noneOpen =
  (...names: readonly string[]) =>
  (view: TreeView): boolean =>
    !anyOpen(...names)(view);

/** The first open root cause of these; where all are consequences, the engine names what explains them. */
export const causeAmong =
  (...names: readonly string[]) =>
  ({ firstOpen }: TreeView): string | undefined =>
    firstOpen(names.map(code));

export const conclude = (...names: readonly string[]): TreeNode => ({
  kind: 'conclude',
  finding: causeAmong(...names),
  outcome: 'cause',
});

/** Something to do until this holds; `otherwise` is where it did not help. */
export const until = (
  solved: (view: TreeView) => boolean,
  fixes: readonly string[],
  otherwise: string,
  to = 'NET.V',
): TreeNode => ({ kind: 'do', fixes, solved, to, otherwise });

/** The same, until none of these findings is open. */
export const against = (
  names: readonly string[],
  fixes: readonly string[],
  otherwise: string,
  to?: string,
): TreeNode => until(noneOpen(...names), fixes, otherwise, to);

export const ADAPTER = ['adapter-disabled', 'wifi-radio-off'];
export const WIFI = ['wifi-auth-failed', 'wifi-not-associated'];
export const ADDRESS = ['apipa-address', 'no-ip-address', 'duplicate-ip'];
export const NO_WAY = ['gateway-unreachable', 'no-default-route', 'internet-unreachable', 'ipv4-broken'];
export const NAMES = ['dns-hijack', 'dns-bad-answers', 'dns-unreachable'];
export const PROXY = ['proxy-misconfigured', 'proxy-auth-required'];
export const SECURE = ['https-blocked', 'tls-interception', 'tls-failure'];
export const ONE_SITE = ['hosts-override', 'site-certificate-invalid', 'site-down'];
export const POOR = [
  'wifi-weak-signal',
  'ethernet-slow-link',
  'path-quality-poor',
  'mtu-blackhole',
  'ipv6-broken',
  'dns-slow',
  'slow-throughput',
];
/** What a restarted router, a paid bill or a switched-off program may end. */
export const OUT = [
  ...ADDRESS,
  ...NO_WAY,
  ...NAMES,
  'wrong-subnet',
  'blocked-by-router',
  'vpn-blocking',
  'firewall-blocks',
];
export const ANY = [
  'no-adapter',
  'link-down',
  'wrong-default-route',
  'captive-portal',
  'dns-not-configured',
  ...ADAPTER,
  ...WIFI,
  ...OUT,
  ...PROXY,
  ...SECURE,
  ...ONE_SITE,
  ...POOR,
];

export const wrongClock = ({ open }: TreeView): boolean => open('clock/skew');

/** Where a person's answer decides, and nothing that was measured names it better. */
export const lineOrProvider: TreeNode = {
  kind: 'conclude',
  finding: (view) => causeAmong(...ADDRESS, ...NO_WAY)(view) ?? code('internet-unreachable'),
  outcome: 'cause',
};
