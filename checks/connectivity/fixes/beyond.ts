/** Routes, router and provider. */
import type { Fix } from '../../../src/contract.ts';
import { byHand, coded, QUICK } from './parts.ts';

const IPV6_PARAMETERS = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip6\\Parameters';

const TUNNEL_ROUTES = [
  ['-4', '0.0.0.0/1'],
  ['-4', '128.0.0.0/1'],
  ['-6', '2000::/3'],
] as const;

/** What of this computer may stand between it and an internet that others reach. */
const ONLY_HERE = ['internet-unreachable', 'blocked-by-router', 'firewall-blocks', 'vpn-blocking'];

export const beyond: readonly Fix[] = [
  {
    id: 'disconnect-wrong-way',
    for: coded('wrong-default-route'),
    os: ['linux'],
    steps: [['nmcli', 'device', 'disconnect', '{used}']],
    needs: 'user',
    risk: 'likely',
    undo: [['nmcli', 'device', 'connect', '{used}']],
    cost: QUICK,
    chance: 'mostly',
    touches: ['network'],
  },
  byHand(
    'disconnect-wrong-way-by-hand',
    { seconds: 30 },
    'mostly',
    ['wrong-default-route'],
    // Linux has a command for it.
    { os: ['win32', 'darwin', 'other'], touches: ['network'] },
  ),
  byHand('disconnect-vpn', { seconds: 60 }, 'mostly', ['vpn-blocking', 'mtu-blackhole', 'no-default-route'], {
    touches: ['network'],
  }),
  {
    id: 'disconnect-tunnel',
    for: coded('vpn-blocking'),
    os: ['linux'],
    steps: [['nmcli', 'device', 'disconnect', '{tunnel}']],
    needs: 'user',
    risk: 'likely',
    undo: [['nmcli', 'device', 'connect', '{tunnel}']],
    cost: QUICK,
    chance: 'half',
    touches: ['network'],
  },
  {
    id: 'lift-tunnel-routes',
    for: coded('vpn-blocking'),
    os: ['linux'],
    // The halves by which OpenVPN and its like go before the default route. Where there is none nothing is done.
    steps: TUNNEL_ROUTES.map(([family, route]) => [
      'ip',
      family,
      'route',
      'flush',
      'exact',
      route,
      'dev',
      '{tunnel}',
    ]),
    undo: TUNNEL_ROUTES.map(([family, route]) => [
      'ip',
      family,
      'route',
      'replace',
      route,
      'dev',
      '{tunnel}',
    ]),
    needs: 'root',
    risk: 'likely',
    cost: { seconds: 15, admin: true },
    chance: 'mostly',
    touches: ['network'],
  },
  byHand('restart-router', { seconds: 270, away: true }, 'half', [
    'gateway-unreachable',
    'internet-unreachable',
    'apipa-address',
    'dns-unreachable',
    'dns-slow',
    'ipv4-broken',
    'ipv6-broken',
    'slow-throughput',
    'path-quality-poor',
    'wifi-auth-failed',
  ]),
  byHand('check-router-rules', { seconds: 300, away: true }, 'half', ['blocked-by-router', 'https-blocked']),
  byHand('check-router-names', { seconds: 300, away: true, risk: 'some' }, 'half', ['dns-hijack']),
  byHand('call-provider', { seconds: 900 }, 'mostly', [
    'internet-unreachable',
    'ipv4-broken',
    'path-quality-poor',
    'slow-throughput',
  ]),
  byHand('pause-transfers', { seconds: 60 }, 'half', ['path-quality-poor', 'slow-throughput']),
  {
    id: 'prefer-ipv4',
    for: coded('ipv6-broken'),
    os: ['win32'],
    steps: [['reg', 'add', IPV6_PARAMETERS, '/v', 'DisabledComponents', '/t', 'REG_DWORD', '/d', '32', '/f']],
    needs: 'root',
    risk: 'likely',
    undo: [['reg', 'delete', IPV6_PARAMETERS, '/v', 'DisabledComponents', '/f']],
    cost: { seconds: 15, admin: true, opening: 'restart' },
    chance: 'mostly',
    touches: ['network'],
  },
  byHand('allow-in-firewall', { seconds: 120, admin: true }, 'mostly', ['firewall-blocks'], {
    touches: ['policy'],
  }),
  byHand('pause-antivirus', { seconds: 90, risk: 'some' }, 'half', [
    'internet-unreachable',
    'firewall-blocks',
    'tls-interception',
    'tls-failure',
    'site-down',
  ]),
  byHand('resume-antivirus', { seconds: 20 }, 'surely', ['firewall-blocks', 'tls-interception']),
  {
    id: 'reset-network-windows',
    for: coded(...ONLY_HERE, 'no-ip-address', 'apipa-address'),
    os: ['win32'],
    steps: [
      ['netsh', 'winsock', 'reset'],
      ['netsh', 'int', 'ip', 'reset'],
    ],
    needs: 'root',
    risk: 'likely',
    cost: { seconds: 30, admin: true, risk: 'some', opening: 'restart' },
    chance: 'seldom',
    touches: ['network', 'policy'],
  },
  byHand(
    'reset-network',
    { seconds: 120, admin: true, risk: 'some', opening: 'restart' },
    'seldom',
    ONLY_HERE,
    {
      os: ['linux', 'darwin', 'other'],
      touches: ['network', 'policy'],
    },
  ),
  {
    id: 'set-mtu',
    for: coded('mtu-blackhole'),
    os: ['linux'],
    steps: [['ip', 'link', 'set', 'dev', '{adapter}', 'mtu', '{working}']],
    needs: 'root',
    risk: 'likely',
    undo: [['ip', 'link', 'set', 'dev', '{adapter}', 'mtu', '1500']],
    cost: { seconds: 15, admin: true },
    chance: 'mostly',
    touches: ['network'],
  },
];
