/** What may end a finding, least invasive first. Braces stand for what the finding names: such a fix is an example. */
import type { Fix, Os } from '../../src/contract.ts';

const EVERY: readonly Os[] = ['linux', 'darwin', 'win32', 'other'];

/** Only a person can do it. */
const byHand = (id: string, ...codes: readonly string[]): Fix => ({
  id,
  for: codes.map((code) => `connectivity/${code}`),
  os: EVERY,
  steps: [],
  needs: 'person',
  risk: 'likely',
});

const INTERNET_SETTINGS = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';
const IPV6_PARAMETERS = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip6\\Parameters';
const NAME_TROUBLE = [
  'connectivity/dns-unreachable',
  'connectivity/dns-bad-answers',
  'connectivity/dns-hijack',
];
const NO_ADDRESS = ['connectivity/apipa-address', 'connectivity/no-ip-address', 'connectivity/duplicate-ip'];

/** Link and address. */
const near: readonly Fix[] = [
  byHand('replug-adapter', 'no-adapter'),
  {
    id: 'enable-adapter',
    for: ['connectivity/adapter-disabled'],
    os: ['linux'],
    steps: [['ip', 'link', 'set', '{adapter}', 'up']],
    needs: 'root',
    risk: 'example',
    undo: [['ip', 'link', 'set', '{adapter}', 'down']],
  },
  {
    id: 'enable-networking',
    for: ['connectivity/adapter-disabled'],
    os: ['linux'],
    steps: [['nmcli', 'networking', 'on']],
    needs: 'user',
    risk: 'safe',
    undo: [['nmcli', 'networking', 'off']],
  },
  {
    id: 'unblock-wifi',
    for: ['connectivity/wifi-radio-off'],
    os: ['linux'],
    steps: [['rfkill', 'unblock', 'wlan']],
    needs: 'user',
    risk: 'safe',
    undo: [['rfkill', 'block', 'wlan']],
  },
  {
    id: 'unblock-wifi-macos',
    for: ['connectivity/wifi-radio-off'],
    os: ['darwin'],
    steps: [['networksetup', '-setairportpower', 'en0', 'on']],
    needs: 'user',
    risk: 'safe',
    undo: [['networksetup', '-setairportpower', 'en0', 'off']],
  },
  byHand('press-airplane-key', 'wifi-radio-off'),
  byHand('reseat-cable', 'link-down'),
  byHand('join-wifi', 'wifi-not-associated', 'wifi-auth-failed'),
  byHand('move-closer', 'wifi-weak-signal', 'path-quality-poor'),
  byHand('replace-cable', 'ethernet-slow-link', 'link-down'),
  {
    id: 'renew-lease-windows',
    for: NO_ADDRESS,
    os: ['win32'],
    steps: [['ipconfig', '/renew']],
    needs: 'user',
    risk: 'likely',
  },
  {
    id: 'renew-lease-linux',
    for: NO_ADDRESS,
    os: ['linux'],
    steps: [['nmcli', 'device', 'reapply', '{adapter}']],
    needs: 'user',
    risk: 'example',
  },
  {
    id: 'renew-lease-macos',
    for: NO_ADDRESS,
    os: ['darwin'],
    steps: [['ipconfig', 'set', '{adapter}', 'DHCP']],
    needs: 'root',
    risk: 'example',
  },
  byHand(
    'set-automatic-address',
    'no-ip-address',
    'duplicate-ip',
    'wrong-subnet',
    'no-default-route',
    'dns-not-configured',
  ),
];

/** Routes, router and provider. */
const beyond: readonly Fix[] = [
  {
    id: 'disconnect-wrong-way',
    for: ['connectivity/wrong-default-route'],
    os: ['linux'],
    steps: [['nmcli', 'device', 'disconnect', '{used}']],
    needs: 'user',
    risk: 'example',
    undo: [['nmcli', 'device', 'connect', '{used}']],
  },
  byHand('disconnect-vpn', 'vpn-blocking', 'mtu-blackhole'),
  byHand(
    'restart-router',
    'gateway-unreachable',
    'internet-unreachable',
    'apipa-address',
    'dns-unreachable',
    'dns-slow',
    'ipv4-broken',
    'ipv6-broken',
    'slow-throughput',
  ),
  byHand('check-router-rules', 'blocked-by-router', 'https-blocked'),
  byHand('call-provider', 'internet-unreachable', 'ipv4-broken', 'path-quality-poor', 'slow-throughput'),
  {
    id: 'prefer-ipv4',
    for: ['connectivity/ipv6-broken'],
    os: ['win32'],
    steps: [['reg', 'add', IPV6_PARAMETERS, '/v', 'DisabledComponents', '/t', 'REG_DWORD', '/d', '32', '/f']],
    needs: 'root',
    risk: 'example',
    undo: [['reg', 'delete', IPV6_PARAMETERS, '/v', 'DisabledComponents', '/f']],
  },
  byHand('allow-in-firewall', 'firewall-blocks'),
  {
    id: 'set-mtu',
    for: ['connectivity/mtu-blackhole'],
    os: ['linux'],
    steps: [['ip', 'link', 'set', 'dev', '{adapter}', 'mtu', '{working}']],
    needs: 'root',
    risk: 'example',
    undo: [['ip', 'link', 'set', 'dev', '{adapter}', 'mtu', '1500']],
  },
];

/** Names, proxies and sites. */
const above: readonly Fix[] = [
  {
    id: 'flush-names-linux',
    for: NAME_TROUBLE,
    os: ['linux'],
    steps: [['resolvectl', 'flush-caches']],
    needs: 'user',
    risk: 'safe',
  },
  {
    id: 'flush-names-windows',
    for: NAME_TROUBLE,
    os: ['win32'],
    steps: [['ipconfig', '/flushdns']],
    needs: 'user',
    risk: 'safe',
  },
  {
    id: 'flush-names-macos',
    for: NAME_TROUBLE,
    os: ['darwin'],
    steps: [
      ['dscacheutil', '-flushcache'],
      ['killall', '-HUP', 'mDNSResponder'],
    ],
    needs: 'root',
    risk: 'safe',
  },
  {
    id: 'other-name-server-linux',
    for: [...NAME_TROUBLE, 'connectivity/dns-slow'],
    os: ['linux'],
    steps: [['resolvectl', 'dns', '{adapter}', '9.9.9.9']],
    needs: 'root',
    risk: 'example',
    undo: [['resolvectl', 'revert', '{adapter}']],
  },
  {
    id: 'other-name-server-windows',
    for: [...NAME_TROUBLE, 'connectivity/dns-slow'],
    os: ['win32'],
    steps: [['netsh', 'interface', 'ip', 'set', 'dns', 'name={adapter}', 'static', '9.9.9.9']],
    needs: 'root',
    risk: 'example',
    undo: [['netsh', 'interface', 'ip', 'set', 'dns', 'name={adapter}', 'dhcp']],
  },
  {
    id: 'other-name-server-macos',
    for: [...NAME_TROUBLE, 'connectivity/dns-slow'],
    os: ['darwin'],
    steps: [['networksetup', '-setdnsservers', 'Wi-Fi', '9.9.9.9']],
    needs: 'root',
    risk: 'example',
    undo: [['networksetup', '-setdnsservers', 'Wi-Fi', 'empty']],
  },
  byHand('remove-hosts-lines', 'hosts-override'),
  byHand('sign-in', 'captive-portal'),
  {
    id: 'proxy-off-gnome',
    for: ['connectivity/proxy-misconfigured'],
    os: ['linux'],
    steps: [['gsettings', 'set', 'org.gnome.system.proxy', 'mode', 'none']],
    needs: 'user',
    risk: 'likely',
    undo: [['gsettings', 'set', 'org.gnome.system.proxy', 'mode', 'manual']],
  },
  {
    id: 'proxy-off-windows',
    for: ['connectivity/proxy-misconfigured'],
    os: ['win32'],
    steps: [['reg', 'add', INTERNET_SETTINGS, '/v', 'ProxyEnable', '/t', 'REG_DWORD', '/d', '0', '/f']],
    needs: 'user',
    risk: 'likely',
    undo: [['reg', 'add', INTERNET_SETTINGS, '/v', 'ProxyEnable', '/t', 'REG_DWORD', '/d', '1', '/f']],
  },
  {
    id: 'proxy-off-macos',
    for: ['connectivity/proxy-misconfigured'],
    os: ['darwin'],
    steps: [
      ['networksetup', '-setwebproxystate', 'Wi-Fi', 'off'],
      ['networksetup', '-setsecurewebproxystate', 'Wi-Fi', 'off'],
    ],
    needs: 'root',
    risk: 'example',
    undo: [
      ['networksetup', '-setwebproxystate', 'Wi-Fi', 'on'],
      ['networksetup', '-setsecurewebproxystate', 'Wi-Fi', 'on'],
    ],
  },
  byHand('remove-proxy-variable', 'proxy-misconfigured'),
  byHand('sign-in-to-proxy', 'proxy-auth-required'),
  byHand('check-https-scanning', 'tls-failure', 'tls-interception'),
  byHand('wait-for-site', 'site-down', 'site-certificate-invalid'),
];

export const fixes: readonly Fix[] = [...near, ...beyond, ...above];
