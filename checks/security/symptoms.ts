/** The complaints that this tree answers, and what is behind them how often: in the order of the fault catalogue. */
import type { Symptom } from '../../src/contract.ts';

export const symptoms: readonly Symptom[] = [
  {
    id: 'virus-suspected',
    entry: 'SEC.0.VIRUS',
    with: ['connectivity', 'performance'],
    suspects: {
      'security/antivirus-off': 'common',
      'security/malware-detected': 'usual',
      'connectivity/proxy-misconfigured': 'uncommon',
      'connectivity/hosts-override': 'rare',
      'connectivity/dns-hijack': 'rare',
      'security/unknown-root-ca': 'uncommon',
      'security/remote-control-tool': 'uncommon',
      'performance/runaway-process': 'uncommon',
    },
  },
  {
    id: 'remote-control',
    entry: 'SEC.0.REMOTE',
    with: ['connectivity'],
    suspects: {
      'security/remote-control-tool': 'usual',
      'security/malware-detected': 'common',
      'security/antivirus-off': 'uncommon',
      'connectivity/proxy-misconfigured': 'rare',
      'security/unknown-root-ca': 'rare',
      'security/remote-access-open': 'uncommon',
      'security/no-backup': 'uncommon',
    },
  },
];
