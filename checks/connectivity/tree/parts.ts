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
/** Below names and sites: while one of them is open, nothing above can be well. */
export const LOWER = [
  'no-adapter',
  'link-down',
  'wrong-default-route',
  'wrong-subnet',
  'blocked-by-router',
  'vpn-blocking',
  ...ADAPTER,
  ...WIFI,
  ...ADDRESS,
  ...NO_WAY,
];
/** What the ladder from the adapter to secure sites looks for. */
export const BROKEN = [
  'captive-portal',
  'dns-not-configured',
  'firewall-blocks',
  ...LOWER,
  ...NAMES,
  ...PROXY,
  ...SECURE,
];
export const ANY = [...BROKEN, ...ONE_SITE, ...POOR];

/** Findings of other modules, measured where a complaint asks for them. */
export const SAFE_MODE = 'safe-mode/safe-mode-active';
export const OWN_BUSY = 'performance/background-maintenance';
export const POWER_SAVER = 'performance/power-saver';
export const DRIVERS = ['drivers/device-start-failed', 'drivers/firmware-missing'];
export const CERTIFICATES = ['security/unknown-root-ca', 'updates/release-eol'];

/** Whether one of these, of whichever module, is open and no consequence. */
export const firstOf =
  (codes: readonly string[]) =>
  ({ firstOpen }: TreeView): boolean =>
    firstOpen(codes) !== undefined;

/** The first open of these, of whichever module. */
export const named = (codes: readonly string[]): TreeNode => ({
  kind: 'conclude',
  finding: ({ firstOpen }) => firstOpen(codes),
  outcome: 'cause',
});

/** Whether the person said so: then there is nothing to be tried. */
export const said =
  (question: string, ...answers: readonly string[]) =>
  ({ answer }: TreeView): boolean =>
    answers.includes(answer(question) ?? '');

/** Something whose effect no machine sees: the person is asked after it. Not done where it is needless. */
export const tryOut = (
  fixes: readonly string[],
  to: string,
  otherwise: string,
  needless: (view: TreeView) => boolean = () => false,
): TreeNode => ({ kind: 'do', fixes, solved: needless, asks: 'still', to, otherwise });

export const NO_VPN = said('vpn', 'no', 'must');
export const NO_ANTIVIRUS = said('av', 'cannot', 'none');

/** It is over, and this was it. */
export const was = (name: string): TreeNode => ({ kind: 'conclude', finding: code(name), outcome: 'solved' });

export const wrongClock = ({ open }: TreeView): boolean => open('clock/skew');

/** Where a person's answer decides, and nothing that was measured names it better. */
export const lineOrProvider: TreeNode = {
  kind: 'conclude',
  finding: (view) => causeAmong(...ADDRESS, ...NO_WAY)(view) ?? code('internet-unreachable'),
  outcome: 'cause',
};
