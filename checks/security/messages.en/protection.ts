import type { AntivirusOff, FirewallOff, Malware } from '../params.ts';

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

const firewallTitle = ({ system, product, profiles, ports }: FirewallOff): string => {
  if (system === 'windows') return `The Windows firewall is off for: ${profiles.join(', ')}`;
  if (system === 'macos') return 'The firewall of macOS is off';
  const what = product === '' ? 'No firewall is set up' : `The firewall (${product}) is off`;
  return ports.length === 0 ? what : `${what}, and others can reach port ${ports.join(', ')}`;
};

const firewallNext: Readonly<Record<FirewallOff['system'], string>> = {
  linux:
    'Switch it on with its default rules: sudo ufw enable. If you are signed in over ssh, first: sudo ufw allow OpenSSH',
  windows: 'Windows Security → Firewall & network protection → switch each network on',
  macos: 'System Settings → Network → Firewall → switch it on',
};

const defenderUpdate = 'Windows Security → Virus & threat protection → Check for updates';

const antivirusNext: Readonly<Record<string, string>> = {
  'Microsoft Defender/off':
    'Windows Security → Virus & threat protection → Manage settings → Real-time protection: On',
  'Microsoft Defender/old': defenderUpdate,
  'XProtect/old':
    'System Settings → General → Software Update → (i) → switch on “Install Security Responses and system files”',
  'Gatekeeper/off':
    'System Settings → Privacy & Security → Allow applications from: App Store & Known Developers',
  'System Integrity Protection/off': 'Start into Recovery, open Terminal there: csrutil enable',
  'ClamAV/old': 'sudo systemctl enable --now clamav-freshclam',
};

export const protection = {
  'security/firewall-off': {
    name: 'The firewall is off',
    means:
      'A firewall turns away connections that nobody here asked for. Without it everything that listens on this computer can be reached by everybody in the same network: at home that is the family, in a café it is strangers.',
    found:
      'Windows: each profile of the firewall, unless another firewall is registered; a warning when it is off for public networks or for the one in use. macOS: its own firewall. Linux: ufw, firewalld, nftables and their like; a warning only on a computer with a desktop where something listens to the network. Servers are left out.',
    say: (p: FirewallOff) => ({
      title: firewallTitle(p),
      why: `Programs that listen here can be reached by everybody in the same network.${p.seenRules ? '' : ' Rules that somebody made by hand are seen by the administrator only: run this check with sudo to have them looked at.'}`,
      next: firewallNext[p.system],
    }),
  },
  'security/antivirus-off': {
    name: 'Virus protection is off or out of date',
    means:
      'Nothing looks at what is opened and downloaded, or it knows only the viruses of some time ago. New ones appear every day.',
    found:
      'Windows: what its security centre knows and what Defender says of itself; off is critical, signatures older than 3 days are a warning, older than 14 days critical. macOS: the date of the newest XProtect data (90 days), Gatekeeper and System Integrity Protection. Linux needs none: only a ClamAV that is there is looked at.',
    say: (p: AntivirusOff) => ({
      title:
        p.state === 'off'
          ? `Protection is switched off: ${p.product}`
          : p.days === null
            ? `${p.product} knows no recent viruses`
            : `${p.product} has not learned of new viruses for ${days(p.days)}`,
      why: 'What is downloaded or plugged in is not checked for what is going around now.',
      next:
        antivirusNext[`${p.product}/${p.state}`] ??
        `Open ${p.product}: renew it or update it. If it has expired, remove it: Windows then switches its own protection on`,
    }),
  },
  'security/malware-detected': {
    name: 'Malware was found on this computer',
    means:
      'The protection of this computer has found a harmful program. Where it could not remove it, passwords and files may already be in other hands.',
    found:
      'Windows: detections of Defender by their status; those not remedied are critical, those cleaned within 30 days a note. Linux: files that ClamAV has named in its log and that are still there. macOS: what XProtect Remediator acted on in the last 7 days.',
    say: (p: Malware) => ({
      title: `${p.state === 'active' ? 'Malware is on this computer' : 'Malware was found and dealt with'}: ${p.name}${p.path === '' ? '' : ` (${p.path})`}`,
      why:
        p.state === 'active'
          ? 'It was found and not removed: it may read passwords, damage files and infect others.'
          : 'It was removed or locked away; it is worth knowing how it came here.',
      next:
        p.state === 'active'
          ? 'Disconnect from the network, start a full scan, and change your passwords from another device'
          : 'Start a full scan once, and do not open again what brought it',
    }),
  },
};
