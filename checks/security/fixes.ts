/** Plans that a person agrees to. Protection is only ever switched on, never off. */
import type { Fix } from '../../src/contract.ts';

const EVERYWHERE = ['linux', 'darwin', 'win32', 'other'] as const;

const byHand = (id: string, ...codes: readonly string[]): Fix => ({
  id,
  for: codes,
  os: EVERYWHERE,
  steps: [],
  needs: 'person',
  risk: 'likely',
});

const powershell = (command: string): readonly string[] => ['powershell', '-NoProfile', '-Command', command];

export const fixes: readonly Fix[] = [
  {
    id: 'update-signatures',
    for: ['security/antivirus-off'],
    os: ['win32'],
    steps: [powershell('Update-MpSignature')],
    needs: 'root',
    risk: 'safe',
  },
  {
    id: 'enable-defender',
    for: ['security/antivirus-off'],
    os: ['win32'],
    steps: [powershell('Set-MpPreference -DisableRealtimeMonitoring $false')],
    needs: 'root',
    risk: 'likely',
  },
  {
    id: 'enable-ufw',
    for: ['security/firewall-off'],
    os: ['linux'],
    // OpenSSH is let in first: otherwise a person who is signed in over the network locks himself out.
    steps: [
      ['ufw', 'allow', 'OpenSSH'],
      ['ufw', '--force', 'enable'],
    ],
    needs: 'root',
    risk: 'likely',
    undo: [['ufw', 'disable']],
  },
  {
    id: 'enable-windows-firewall',
    for: ['security/firewall-off'],
    os: ['win32'],
    steps: [powershell('Set-NetFirewallProfile -All -Enabled True')],
    needs: 'root',
    risk: 'likely',
    undo: [powershell('Set-NetFirewallProfile -All -Enabled False')],
  },
  {
    id: 'enable-mac-firewall',
    for: ['security/firewall-off'],
    os: ['darwin'],
    steps: [['/usr/libexec/ApplicationFirewall/socketfilterfw', '--setglobalstate', 'on']],
    needs: 'root',
    risk: 'likely',
    undo: [['/usr/libexec/ApplicationFirewall/socketfilterfw', '--setglobalstate', 'off']],
  },
  {
    id: 'enable-gatekeeper',
    for: ['security/antivirus-off'],
    os: ['darwin'],
    steps: [['spctl', '--global-enable']],
    needs: 'root',
    risk: 'likely',
    undo: [['spctl', '--global-disable']],
  },
  {
    id: 'disable-smb1',
    for: ['security/private-files-exposed'],
    os: ['win32'],
    steps: [powershell('Disable-WindowsOptionalFeature -Online -FeatureName SMB1Protocol -NoRestart')],
    needs: 'root',
    risk: 'likely',
    undo: [powershell('Enable-WindowsOptionalFeature -Online -FeatureName SMB1Protocol -NoRestart')],
  },
  byHand('tighten-key', 'security/private-files-exposed'),
  byHand('disconnect-and-scan', 'security/malware-detected'),
  byHand('copy-files-out', 'security/no-backup'),
  byHand('end-remote-control', 'security/remote-control-tool'),
  byHand('close-remote-access', 'security/remote-access-open'),
  byHand('lock-screen', 'security/no-screen-lock'),
  byHand('encrypt-disk', 'security/disk-not-encrypted'),
  byHand('update-firmware', 'security/secure-boot-stale'),
  byHand('remove-authority', 'security/unknown-root-ca'),
];
