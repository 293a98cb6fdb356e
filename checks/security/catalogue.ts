/** Where each rule comes from. None of these is certain to explain another finding. */
import type { CatalogueEntry } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';

export const catalogue = {
  'security/firewall-off': { reference: 'Microsoft MSFT_NetFirewallProfile; ufw(8); socketfilterfw' },
  'security/antivirus-off': {
    reference: 'Microsoft MSFT_MpComputerStatus; Apple Platform Security, XProtect',
  },
  'security/malware-detected': { reference: 'Microsoft MSFT_MpThreatDetection; clamd.conf(5)' },
  'security/disk-not-encrypted': { reference: 'NIST SP 800-111; dm-crypt; fdesetup(8)' },
  'security/no-backup': {
    criticalBeside: [
      'hardware/disk-smart-failing',
      'hardware/disk-smart-predictive',
      'hardware/disk-io-errors',
      'hardware/nvme-critical-warning',
    ],
    reference: 'NIST SP 1800-25; tmutil(8)',
  },
  'security/no-screen-lock': { reference: 'CIS Benchmarks' },
  'security/remote-access-open': { reference: 'CIS Benchmarks; sshd_config(5)' },
  'security/remote-control-tool': { reference: 'CISA and FTC on tech-support scams' },
  'security/secure-boot-stale': { reference: 'Microsoft KB5062713, KB5068202' },
  'security/unknown-root-ca': { reference: 'update-ca-certificates(8)' },
  'security/private-files-exposed': { reference: 'ssh(1); Microsoft on SMB 1; smb.conf(5)' },
} satisfies Readonly<Record<keyof Messages['findings'], CatalogueEntry>>;
