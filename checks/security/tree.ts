/** "Am I protected?": fraud first, then what was found, then what is switched off. */
import type { Tree, TreeView } from '../../src/contract.ts';

const OFF = ['security/antivirus-off', 'security/firewall-off'] as const;

/** The most dangerous first. */
const REST = [
  'security/private-files-exposed',
  'security/remote-access-open',
  'security/unknown-root-ca',
  'security/disk-not-encrypted',
  'security/no-screen-lock',
  'security/secure-boot-stale',
  'security/remote-control-tool',
] as const;

const anyOpen =
  (codes: readonly string[]) =>
  ({ open }: TreeView): boolean =>
    codes.some(open);

export const tree: Tree = {
  start: 'SEC.0',
  nodes: {
    'SEC.0': {
      kind: 'measure',
      branches: [
        { when: ({ open }) => open('security/remote-control-tool'), to: 'SEC.TOOL' },
        { when: ({ open }) => open('security/malware-detected'), to: 'SEC.CLEAN' },
        { when: anyOpen(OFF), to: 'SEC.WHOSE' },
        { when: ({ open }) => open('security/no-backup'), to: 'SEC.BACKUP' },
        { when: anyOpen(REST), to: 'SEC.CAUSE' },
        { when: ({ looked }) => !looked, to: 'SEC.UNKNOWN' },
      ],
      otherwise: 'SEC.FINE',
    },
    'SEC.TOOL': {
      kind: 'ask',
      question: 'remote-tool',
      to: { mine: 'SEC.1', asked: 'SEC.FRAUD', unsure: 'SEC.FRAUD' },
    },
    'SEC.FRAUD': { kind: 'conclude', finding: 'security/remote-control-tool', outcome: 'cause' },
    'SEC.1': {
      kind: 'measure',
      branches: [
        { when: ({ open }) => open('security/malware-detected'), to: 'SEC.CLEAN' },
        { when: anyOpen(OFF), to: 'SEC.WHOSE' },
        { when: ({ open }) => open('security/no-backup'), to: 'SEC.BACKUP' },
      ],
      otherwise: 'SEC.CAUSE',
    },
    'SEC.CLEAN': {
      kind: 'do',
      fixes: ['disconnect-and-scan', 'update-signatures'],
      solved: ({ open }) => !open('security/malware-detected'),
      to: 'SEC.SOLVED',
      otherwise: 'SEC.INFECTED',
    },
    'SEC.INFECTED': { kind: 'conclude', finding: 'security/malware-detected', outcome: 'cause' },
    'SEC.WHOSE': { kind: 'ask', question: 'managed', to: { mine: 'SEC.PROTECT', work: 'SEC.MANAGED' } },
    'SEC.MANAGED': {
      kind: 'conclude',
      finding: ({ firstOpen }) => firstOpen(OFF),
      outcome: 'cause',
    },
    'SEC.PROTECT': {
      kind: 'do',
      fixes: [
        'enable-defender',
        'update-signatures',
        'enable-gatekeeper',
        'enable-ufw',
        'enable-windows-firewall',
        'enable-mac-firewall',
      ],
      solved: (view) => !anyOpen(OFF)(view),
      to: 'SEC.SOLVED',
      otherwise: 'SEC.UNPROTECTED',
    },
    'SEC.UNPROTECTED': { kind: 'conclude', finding: ({ firstOpen }) => firstOpen(OFF), outcome: 'cause' },
    'SEC.BACKUP': {
      kind: 'ask',
      question: 'backup',
      to: { yes: 'SEC.FINE', no: 'SEC.COPY', unsure: 'SEC.COPY' },
    },
    'SEC.COPY': {
      kind: 'do',
      fixes: ['copy-files-out'],
      solved: ({ open }) => !open('security/no-backup'),
      to: 'SEC.SOLVED',
      otherwise: 'SEC.UNSAVED',
    },
    'SEC.UNSAVED': { kind: 'conclude', finding: 'security/no-backup', outcome: 'cause' },
    'SEC.CAUSE': { kind: 'conclude', finding: ({ firstOpen }) => firstOpen(REST), outcome: 'cause' },
    'SEC.SOLVED': { kind: 'conclude', outcome: 'solved' },
    'SEC.FINE': { kind: 'conclude', outcome: 'fine' },
    'SEC.UNKNOWN': { kind: 'conclude', outcome: 'unexplained' },
  },
};
