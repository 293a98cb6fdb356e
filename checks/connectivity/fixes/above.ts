/** Names, proxies and sites. */
import type { Fix } from '../../../src/contract.ts';
import { byHand, coded, NAMES, QUICK, QUICK_ADMIN } from './parts.ts';

const INTERNET_SETTINGS = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';

/** Names that were wrong may be remembered for a while after they were put right. */
const REMEMBERED = coded(...NAMES, 'hosts-override', 'site-down');

const SERVED = coded(...NAMES, 'dns-slow', 'site-down');

const names: readonly Fix[] = [
  {
    id: 'flush-names-linux',
    for: REMEMBERED,
    os: ['linux'],
    steps: [['resolvectl', 'flush-caches']],
    needs: 'user',
    risk: 'safe',
    cost: QUICK,
    chance: 'seldom',
  },
  {
    id: 'flush-names-windows',
    for: REMEMBERED,
    os: ['win32'],
    steps: [['ipconfig', '/flushdns']],
    needs: 'user',
    risk: 'safe',
    cost: QUICK,
    chance: 'seldom',
  },
  {
    id: 'flush-names-macos',
    for: REMEMBERED,
    os: ['darwin'],
    steps: [
      ['dscacheutil', '-flushcache'],
      ['killall', '-HUP', 'mDNSResponder'],
    ],
    needs: 'root',
    risk: 'safe',
    cost: QUICK_ADMIN,
    chance: 'seldom',
  },
  {
    id: 'restart-resolver',
    for: coded(...NAMES),
    os: ['linux'],
    steps: [['systemctl', 'restart', 'systemd-resolved.service']],
    needs: 'root',
    risk: 'likely',
    cost: QUICK_ADMIN,
    chance: 'seldom',
  },
  {
    id: 'other-name-server-linux',
    for: SERVED,
    os: ['linux'],
    steps: [['resolvectl', 'dns', '{adapter}', '9.9.9.9']],
    needs: 'root',
    risk: 'likely',
    undo: [['resolvectl', 'revert', '{adapter}']],
    cost: QUICK_ADMIN,
    chance: 'mostly',
    touches: ['policy'],
  },
  {
    id: 'other-name-server-windows',
    for: SERVED,
    os: ['win32'],
    steps: [['netsh', 'interface', 'ip', 'set', 'dns', 'name={adapter}', 'static', '9.9.9.9']],
    needs: 'root',
    risk: 'likely',
    undo: [['netsh', 'interface', 'ip', 'set', 'dns', 'name={adapter}', 'dhcp']],
    cost: QUICK_ADMIN,
    chance: 'mostly',
    touches: ['policy'],
  },
  {
    id: 'other-name-server-macos',
    for: SERVED,
    os: ['darwin'],
    // The service may be called otherwise.
    steps: [['networksetup', '-setdnsservers', 'Wi-Fi', '9.9.9.9']],
    needs: 'root',
    risk: 'example',
    undo: [['networksetup', '-setdnsservers', 'Wi-Fi', 'empty']],
    cost: QUICK_ADMIN,
    chance: 'mostly',
    touches: ['policy'],
  },
  {
    id: 'comment-hosts-line',
    for: coded('hosts-override'),
    os: ['linux'],
    // Only where the line still holds that address: somebody may have edited the file since.
    steps: [
      ['cp', '-p', '/etc/hosts', '/etc/hosts.techsupport-backup'],
      ['sed', '-i', '{line}s/^[[:space:]]*{address}[[:space:]]/# &/', '/etc/hosts'],
    ],
    undo: [
      ['rm', '-f', '/etc/hosts.techsupport-backup'],
      ['cp', '-p', '/etc/hosts.techsupport-backup', '/etc/hosts'],
    ],
    needs: 'root',
    risk: 'likely',
    cost: { seconds: 15, admin: true },
    chance: 'mostly',
    touches: ['policy'],
  },
  byHand('remove-hosts-lines', { seconds: 120, admin: true, risk: 'some' }, 'mostly', ['hosts-override']),
];

const portal: readonly Fix[] = [
  {
    id: 'open-sign-in-linux',
    for: coded('captive-portal'),
    os: ['linux'],
    steps: [['xdg-open', 'http://detectportal.firefox.com/canonical.html']],
    needs: 'user',
    risk: 'safe',
    cost: QUICK,
    chance: 'half',
  },
  {
    id: 'open-sign-in-windows',
    for: coded('captive-portal'),
    os: ['win32'],
    steps: [['rundll32.exe', 'url.dll,FileProtocolHandler', 'http://www.msftconnecttest.com/redirect']],
    needs: 'user',
    risk: 'safe',
    cost: QUICK,
    chance: 'half',
  },
  {
    id: 'open-sign-in-macos',
    for: coded('captive-portal'),
    os: ['darwin'],
    steps: [['open', 'http://captive.apple.com/hotspot-detect.html']],
    needs: 'user',
    risk: 'safe',
    cost: QUICK,
    chance: 'half',
  },
  byHand('sign-in', { seconds: 60 }, 'surely', ['captive-portal']),
];

const proxies: readonly Fix[] = [
  {
    id: 'proxy-off-gnome',
    for: coded('proxy-misconfigured'),
    os: ['linux'],
    steps: [['gsettings', 'set', 'org.gnome.system.proxy', 'mode', 'none']],
    needs: 'user',
    risk: 'likely',
    undo: [['gsettings', 'set', 'org.gnome.system.proxy', 'mode', 'manual']],
    cost: QUICK,
    chance: 'half',
    touches: ['policy'],
  },
  {
    id: 'proxy-off-windows',
    for: coded('proxy-misconfigured'),
    os: ['win32'],
    steps: [['reg', 'add', INTERNET_SETTINGS, '/v', 'ProxyEnable', '/t', 'REG_DWORD', '/d', '0', '/f']],
    needs: 'user',
    risk: 'likely',
    undo: [['reg', 'add', INTERNET_SETTINGS, '/v', 'ProxyEnable', '/t', 'REG_DWORD', '/d', '1', '/f']],
    cost: QUICK,
    chance: 'mostly',
    touches: ['policy'],
  },
  {
    id: 'proxy-off-macos',
    for: coded('proxy-misconfigured'),
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
    cost: QUICK_ADMIN,
    chance: 'mostly',
    touches: ['policy'],
  },
  {
    id: 'reset-service-proxy',
    for: coded('proxy-misconfigured'),
    os: ['win32'],
    steps: [['netsh', 'winhttp', 'reset', 'proxy']],
    needs: 'root',
    risk: 'likely',
    cost: QUICK_ADMIN,
    chance: 'seldom',
    touches: ['policy'],
  },
  byHand('remove-proxy-variable', { seconds: 120 }, 'half', ['proxy-misconfigured'], { touches: ['policy'] }),
  byHand('sign-in-to-proxy', { seconds: 60 }, 'mostly', ['proxy-auth-required']),
];

const sites: readonly Fix[] = [
  byHand('check-https-scanning', { seconds: 180, risk: 'some' }, 'half', ['tls-failure', 'tls-interception']),
  byHand('clear-site-data', { seconds: 60 }, 'half', ['site-down']),
  byHand('wait-for-site', { seconds: 900 }, 'half', ['site-down', 'site-certificate-invalid']),
  byHand('let-probe-through', { seconds: 180 }, 'half', ['ncsi-false-alarm']),
];

export const above: readonly Fix[] = [...names, ...portal, ...proxies, ...sites];
