/** "Am I protected?": fraud first, then what was found, then what is switched off. */
import { cause, isOpen, type Tree, type TreeNode, type TreeView } from '../../src/contract.ts';

const OFF = ['security/antivirus-off', 'security/firewall-off'] as const;
const TOOL = 'security/remote-control-tool';
const MALWARE = 'security/malware-detected';
const ACCESS = 'security/remote-access-open';
const NO_BACKUP = 'security/no-backup';
const LOAD = 'performance/runaway-process';

/** What leads a browser elsewhere: left by a program, or put there by one. */
const INTERFERENCE = [
  'connectivity/proxy-misconfigured',
  'connectivity/hosts-override',
  'connectivity/dns-hijack',
  'security/unknown-root-ca',
] as const;

/** The most dangerous first. */
const REST = [
  'security/private-files-exposed',
  ACCESS,
  'security/unknown-root-ca',
  'security/disk-not-encrypted',
  'security/no-screen-lock',
  'security/secure-boot-stale',
  TOOL,
] as const;

const anyOpen =
  (codes: readonly string[]) =>
  ({ open }: TreeView): boolean =>
    codes.some(open);

const first = (codes: readonly string[]): TreeNode => ({
  kind: 'conclude',
  finding: ({ firstOpen }) => firstOpen(codes),
  outcome: 'cause',
});

/** Only the person sees whether the adverts are gone. */
const felt = (fixes: readonly string[], otherwise: string): TreeNode => ({
  kind: 'do',
  fixes,
  solved: () => false,
  asks: 'still',
  to: 'SEC.SOLVED',
  otherwise,
});

export const tree: Tree = {
  start: 'SEC.0',
  // A scan that finds nothing proves little, and who connected may have removed the tool.
  unseen: [MALWARE, TOOL],
  nodes: {
    'SEC.0': {
      kind: 'measure',
      branches: [
        { when: isOpen(TOOL), to: 'SEC.TOOL' },
        { when: isOpen(MALWARE), to: 'SEC.CLEAN' },
        { when: anyOpen(OFF), to: 'SEC.WHOSE' },
        { when: isOpen(NO_BACKUP), to: 'SEC.BACKUP' },
        { when: anyOpen(REST), to: 'SEC.CAUSE' },
        { when: ({ looked }) => !looked, to: 'SEC.UNKNOWN' },
      ],
      otherwise: 'SEC.FINE',
    },
    'SEC.0.VIRUS': {
      kind: 'measure',
      branches: [
        { when: isOpen(MALWARE), to: 'SEC.CLEAN' },
        { when: isOpen('security/antivirus-off'), to: 'SEC.WHOSE' },
        { when: anyOpen(INTERFERENCE), to: 'SEC.INTERFERENCE' },
        { when: isOpen(TOOL), to: 'SEC.TOOL' },
        { when: isOpen(LOAD), to: 'SEC.LOAD' },
      ],
      otherwise: 'SEC.ADVERTS',
    },
    'SEC.0.REMOTE': {
      kind: 'measure',
      branches: [{ when: isOpen(TOOL), to: 'SEC.TOOL' }],
      otherwise: 'SEC.CALLED',
    },
    'SEC.TOOL': {
      kind: 'ask',
      question: 'remote-tool',
      to: { mine: 'SEC.1', asked: 'SEC.FRAUD', unsure: 'SEC.FRAUD' },
      points: { asked: [TOOL], unsure: [TOOL] },
    },
    'SEC.CALLED': {
      kind: 'ask',
      question: 'called',
      to: { yes: 'SEC.FRAUD', no: 'SEC.1' },
      unsure: 'SEC.FRAUD',
      points: { yes: [TOOL] },
    },
    'SEC.FRAUD': {
      kind: 'do',
      fixes: ['end-remote-control'],
      solved: () => false,
      to: 'SEC.AFTER',
      otherwise: 'SEC.AFTER',
    },
    'SEC.AFTER': {
      kind: 'measure',
      branches: [{ when: isOpen(MALWARE), to: 'SEC.CLEAN' }],
      otherwise: 'SEC.FRAUD.END',
    },
    'SEC.FRAUD.END': cause(TOOL),
    'SEC.1': {
      kind: 'measure',
      branches: [
        { when: isOpen(MALWARE), to: 'SEC.CLEAN' },
        { when: isOpen('security/antivirus-off'), to: 'SEC.WHOSE' },
        { when: anyOpen(INTERFERENCE), to: 'SEC.INTERFERENCE' },
        { when: isOpen(ACCESS), to: 'SEC.ACCESS' },
        { when: anyOpen(OFF), to: 'SEC.WHOSE' },
        { when: isOpen(NO_BACKUP), to: 'SEC.BACKUP' },
      ],
      otherwise: 'SEC.REST',
    },
    'SEC.REST': {
      kind: 'measure',
      branches: [{ when: anyOpen(REST), to: 'SEC.CAUSE' }],
      otherwise: 'SEC.FINE',
    },
    'SEC.CLEAN': {
      kind: 'do',
      fixes: ['update-signatures', 'update-clamav', 'disconnect-and-scan', 'full-scan', 'offline-scan'],
      solved: ({ open }) => !open(MALWARE),
      to: 'SEC.SOLVED',
      otherwise: 'SEC.INFECTED',
    },
    'SEC.INFECTED': cause(MALWARE),
    'SEC.WHOSE': {
      kind: 'ask',
      question: 'managed',
      to: { mine: 'SEC.PROTECT', work: 'SEC.MANAGED' },
      unsure: 'SEC.MANAGED',
    },
    'SEC.MANAGED': first(OFF),
    'SEC.PROTECT': {
      kind: 'do',
      fixes: [
        'enable-defender',
        'update-signatures',
        'update-clamav',
        'renew-antivirus',
        'enable-gatekeeper',
        'enable-ufw',
        'enable-windows-firewall',
        'enable-mac-firewall',
      ],
      solved: (view) => !anyOpen(OFF)(view),
      to: 'SEC.SOLVED',
      otherwise: 'SEC.UNPROTECTED',
    },
    'SEC.UNPROTECTED': first(OFF),
    'SEC.INTERFERENCE': {
      kind: 'do',
      fixes: ['remove-interference', 'remove-authority'],
      solved: (view) => !anyOpen(INTERFERENCE)(view),
      to: 'SEC.SOLVED',
      otherwise: 'SEC.LED',
    },
    'SEC.LED': first(INTERFERENCE),
    'SEC.LOAD': cause(LOAD),
    'SEC.ACCESS': {
      kind: 'do',
      fixes: ['close-remote-desktop', 'close-remote-access'],
      solved: ({ open }) => !open(ACCESS),
      to: 'SEC.SOLVED',
      otherwise: 'SEC.OPEN',
    },
    'SEC.OPEN': cause(ACCESS),
    'SEC.ADVERTS': {
      kind: 'ask',
      question: 'adverts',
      to: { page: 'SEC.PAGE', corner: 'SEC.NOTIFY', desktop: 'SEC.EXTRA' },
      unsure: 'SEC.NOTIFY',
      points: { desktop: [MALWARE] },
    },
    'SEC.PAGE': { kind: 'conclude', outcome: 'fine' },
    'SEC.NOTIFY': felt(['stop-notifications'], 'SEC.EXTRA'),
    'SEC.EXTRA': {
      kind: 'choose',
      among: ['SEC.EXTRA.BROWSER', 'SEC.EXTRA.PROGRAM', 'SEC.EXTRA.SCAN'],
      otherwise: 'SEC.UNEXPLAINED',
    },
    'SEC.EXTRA.BROWSER': felt(['remove-extensions'], 'SEC.EXTRA'),
    'SEC.EXTRA.PROGRAM': felt(['remove-new-program'], 'SEC.EXTRA'),
    'SEC.EXTRA.SCAN': felt(['full-scan', 'scan-by-hand'], 'SEC.EXTRA'),
    'SEC.UNEXPLAINED': { kind: 'conclude', outcome: 'unexplained' },
    'SEC.BACKUP': {
      kind: 'ask',
      question: 'backup',
      to: { yes: 'SEC.REST', no: 'SEC.COPY', unsure: 'SEC.COPY' },
      points: { no: [NO_BACKUP] },
    },
    'SEC.COPY': {
      kind: 'do',
      fixes: ['copy-files-out'],
      solved: ({ open }) => !open(NO_BACKUP),
      to: 'SEC.SOLVED',
      otherwise: 'SEC.UNSAVED',
    },
    'SEC.UNSAVED': cause(NO_BACKUP),
    'SEC.CAUSE': first(REST),
    'SEC.SOLVED': { kind: 'conclude', outcome: 'solved' },
    'SEC.FINE': { kind: 'conclude', outcome: 'fine' },
    'SEC.UNKNOWN': { kind: 'conclude', outcome: 'unexplained' },
  },
};
