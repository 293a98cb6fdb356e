/** Plans that a person agrees to. Protection is only ever switched on, never off. */
import type { Chance, Effort, Fix, Os, Touch } from '../../src/contract.ts';

const EVERYWHERE = ['linux', 'darwin', 'win32', 'other'] as const;

const MALWARE = ['security/malware-detected'] as const;
const ANTIVIRUS = ['security/antivirus-off'] as const;
const FIREWALL = ['security/firewall-off'] as const;

const byHand = (
  id: string,
  codes: readonly string[],
  cost: Effort,
  chance: Chance,
  os: readonly Os[] = EVERYWHERE,
): Fix => ({ id, for: codes, os, steps: [], needs: 'person', risk: 'likely', cost, chance });

const powershell = (command: string): readonly string[] => ['powershell', '-NoProfile', '-Command', command];

const withRights = (
  id: string,
  os: Os,
  codes: readonly string[],
  steps: Fix['steps'],
  rest: {
    readonly undo?: Fix['steps'];
    readonly seconds: number;
    readonly chance: Chance;
    readonly touches: readonly Touch[];
    readonly risk?: Fix['risk'];
  },
): Fix => ({
  id,
  for: codes,
  os: [os],
  steps,
  needs: 'root',
  risk: rest.risk ?? 'likely',
  ...(rest.undo !== undefined && { undo: rest.undo }),
  cost: { seconds: rest.seconds, admin: true },
  chance: rest.chance,
  touches: rest.touches,
});

const REMOTE_DESKTOP = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server';

const denyRemoteDesktop = (value: '0' | '1'): readonly string[] => [
  ...['reg.exe', 'add', REMOTE_DESKTOP, '/v', 'fDenyTSConnections'],
  ...['/t', 'REG_DWORD', '/d', value, '/f'],
];

const IDLE = ['org.gnome.desktop.session', 'idle-delay'] as const;
const LOCK = ['org.gnome.desktop.screensaver', 'lock-enabled'] as const;

export const fixes: readonly Fix[] = [
  withRights('update-signatures', 'win32', [...ANTIVIRUS, ...MALWARE], [powershell('Update-MpSignature')], {
    seconds: 60,
    chance: 'half',
    touches: ['download'],
    risk: 'safe',
  }),
  withRights('update-clamav', 'linux', [...ANTIVIRUS, ...MALWARE], [['freshclam']], {
    seconds: 60,
    chance: 'half',
    touches: ['download'],
    risk: 'safe',
  }),
  withRights(
    'enable-defender',
    'win32',
    ANTIVIRUS,
    [powershell('Set-MpPreference -DisableRealtimeMonitoring $false')],
    { seconds: 20, chance: 'mostly', touches: ['policy'] },
  ),
  withRights('full-scan', 'win32', MALWARE, [powershell('Start-MpScan -ScanType FullScan')], {
    seconds: 2400,
    chance: 'mostly',
    touches: [],
  }),
  withRights('offline-scan', 'win32', MALWARE, [powershell('Start-MpWDOScan')], {
    seconds: 1200,
    chance: 'mostly',
    touches: ['session', 'boot'],
  }),
  withRights(
    'enable-ufw',
    'linux',
    FIREWALL,
    // OpenSSH is let in first: otherwise a person who is signed in over the network locks himself out.
    [
      ['ufw', 'allow', 'OpenSSH'],
      ['ufw', '--force', 'enable'],
    ],
    { undo: [['ufw', 'disable']], seconds: 15, chance: 'surely', touches: ['network', 'policy'] },
  ),
  withRights(
    'enable-windows-firewall',
    'win32',
    FIREWALL,
    [powershell('Set-NetFirewallProfile -All -Enabled True')],
    {
      undo: [powershell('Set-NetFirewallProfile -All -Enabled False')],
      seconds: 15,
      chance: 'surely',
      touches: ['network', 'policy'],
    },
  ),
  withRights(
    'enable-mac-firewall',
    'darwin',
    FIREWALL,
    [['/usr/libexec/ApplicationFirewall/socketfilterfw', '--setglobalstate', 'on']],
    {
      undo: [['/usr/libexec/ApplicationFirewall/socketfilterfw', '--setglobalstate', 'off']],
      seconds: 15,
      chance: 'surely',
      touches: ['network', 'policy'],
    },
  ),
  withRights('enable-gatekeeper', 'darwin', ANTIVIRUS, [['spctl', '--global-enable']], {
    undo: [['spctl', '--global-disable']],
    seconds: 15,
    chance: 'mostly',
    touches: ['policy'],
  }),
  withRights(
    'disable-smb1',
    'win32',
    ['security/private-files-exposed'],
    [powershell('Disable-WindowsOptionalFeature -Online -FeatureName SMB1Protocol -NoRestart')],
    {
      undo: [powershell('Enable-WindowsOptionalFeature -Online -FeatureName SMB1Protocol -NoRestart')],
      seconds: 60,
      chance: 'mostly',
      touches: ['network', 'policy'],
    },
  ),
  withRights('close-remote-desktop', 'win32', ['security/remote-access-open'], [denyRemoteDesktop('1')], {
    undo: [denyRemoteDesktop('0')],
    seconds: 10,
    chance: 'mostly',
    touches: ['network', 'policy'],
  }),
  {
    id: 'lock-screen-gnome',
    for: ['security/no-screen-lock'],
    os: ['linux'],
    steps: [
      ['gsettings', 'set', ...IDLE, '600'],
      ['gsettings', 'set', ...LOCK, 'true'],
    ],
    needs: 'user',
    risk: 'likely',
    undo: [
      ['gsettings', 'reset', ...IDLE],
      ['gsettings', 'reset', ...LOCK],
    ],
    cost: { seconds: 5 },
    chance: 'half',
    touches: ['policy'],
  },
  {
    id: 'close-key',
    for: ['security/private-files-exposed'],
    os: ['linux', 'darwin'],
    // For a share there is no {mode}: then it is not filled in.
    steps: [['chmod', '600', '{name}']],
    undo: [['chmod', '{mode}', '{name}']],
    needs: 'user',
    risk: 'safe',
    cost: { seconds: 5 },
    chance: 'surely',
  },
  byHand('tighten-key', ['security/private-files-exposed'], { seconds: 30 }, 'mostly'),
  byHand('disconnect-and-scan', MALWARE, { seconds: 2400 }, 'mostly'),
  byHand('scan-by-hand', MALWARE, { seconds: 2400 }, 'half', ['linux', 'darwin', 'other']),
  byHand('stop-notifications', MALWARE, { seconds: 120 }, 'half'),
  byHand('remove-extensions', MALWARE, { seconds: 180 }, 'half'),
  byHand('remove-new-program', MALWARE, { seconds: 300, risk: 'some' }, 'half'),
  byHand('renew-antivirus', ANTIVIRUS, { seconds: 900 }, 'mostly'),
  byHand(
    'remove-interference',
    ['connectivity/proxy-misconfigured', 'connectivity/hosts-override', 'connectivity/dns-hijack'],
    { seconds: 300, risk: 'some' },
    'half',
  ),
  byHand('copy-files-out', ['security/no-backup'], { seconds: 1800 }, 'mostly'),
  byHand('end-remote-control', ['security/remote-control-tool'], { seconds: 600 }, 'mostly'),
  byHand('close-remote-access', ['security/remote-access-open'], { seconds: 120 }, 'mostly'),
  byHand('lock-screen', ['security/no-screen-lock'], { seconds: 60 }, 'mostly'),
  byHand('encrypt-disk', ['security/disk-not-encrypted'], { seconds: 7200, risk: 'some' }, 'mostly'),
  byHand('update-firmware', ['security/secure-boot-stale'], { seconds: 1800, risk: 'some' }, 'half'),
  byHand('remove-authority', ['security/unknown-root-ca'], { seconds: 300, risk: 'some' }, 'mostly'),
];
