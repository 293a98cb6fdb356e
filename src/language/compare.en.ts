/** Words of `compare`, and of `inspect` of many reports, in English. */
import { count } from './counted.ts';

const reports = (number: number): string => count('en', number, { one: 'report', other: 'reports' });
const facts = (number: number): string => count('en', number, { one: 'fact', other: 'facts' });

export const en = {
  compare: 'show what changed between two reports, or what a broken computer has and a healthy one has not',
  first: 'a report, a paste of one, or a folder of them',
  second: 'another one',
  all: 'everything, however much it is',
  statuses:
    'Exit status: 0 the same, 1 different, 3 no difference was seen, but not everything could be compared, 64 a report could not be opened',
  side: (label: string, name: string, when: string, version: string, file: string) =>
    `${label}  ${name}, ${when}, techsupport ${version} (${file})`,
  hiddenNames:
    'Names and addresses are hidden under other tokens in each report: what differs only in them is not told.',
  findings: 'Findings',
  facts: 'Facts',
  incomparable: 'What cannot be compared',
  signs: '- only in A   + only in B   ~ in both, and different',
  notRead: (label: string, why: string) => `${label} did not read it (${why})`,
  seenOnly: (label: string, other: string, reads: string) =>
    `seen in ${label}; ${other} did not look (${reads})`,
  more: (number: number) => `… and ${number} more: --all`,
  same: 'No difference was seen in anything that was compared.',
  sameSoFar: 'No difference was seen, but not everything could be compared.',
  room: (free: string, total: string) => `${free} free of ${total}`,
  gigabytes: (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`,
  reasons: {
    absent: 'it is not there',
    denied: 'no right',
    timeout: 'no answer in time',
    failed: 'it failed',
    unsupported: 'no such read on that system',
    unparsable: 'it was not understood, or cut',
    unrecorded: 'not in the report',
    unanswered: 'nobody answered',
    interrupted: 'interrupted',
    'left-out': 'left out',
  },
  areas: {
    system: 'System',
    kernel: 'Kernel',
    architecture: 'Architecture',
    computer: 'Computer',
    rights: 'Taken with the rights of',
    zone: 'Time zone',
    disk: 'Disk, GB',
    space: 'Room on',
    mount: 'Mounted on',
    adapter: 'Network adapter',
    link: 'Link of',
    speed: 'Speed in Mbit/s of',
    ipv4: 'IPv4 address of',
    ipv6: 'IPv6 address of',
    gateway: 'Way out by',
    dns: 'Name servers',
    proxy: 'Proxy in',
    card: 'Driver of the card',
    usb: 'USB',
    screen: 'Screen',
    driver: 'Driver of',
    'device-problem': 'Problem code of',
    'failed-service': 'Failed service',
    'installed-kernel': 'Installed kernel',
    package: 'Package',
    module: 'Kernel module',
  },
  values: {
    administrator: 'an administrator',
    user: 'an ordinary user',
    wired: 'by cable',
    wireless: 'wireless',
    tunnel: 'tunnel',
    up: 'there',
    down: 'none',
    off: 'switched off',
    private: 'private',
    global: 'public',
    'link-local': 'link-local',
    router: 'the router',
    outside: 'gateway outside its own networks',
    none: 'none',
    'no-driver': 'none',
    'read-only': 'read-only',
  } as Readonly<Record<string, string>>, // values that have no word are the machine's own
  files:
    'a report, as techsupport report wrote it or somebody pasted it; several, or a folder, are grouped by cause; - for the standard input',
  opened: (number: number) => `${reports(number)} opened`,
  unreadable: 'Could not be opened',
  causes: 'By cause',
  nothingWrong: 'nothing wrong',
  ofReports: (number: number) => reports(number),
  shares: (cause: string, having: number, others: number) =>
    `What the ${having} with ${cause} share and ${others === 1 ? 'the other one has' : `the ${others} others have`} not`,
  sharesGroups: 'What the reports of one side share and those of the other have not',
  notAmong: (number: number) =>
    `${reports(number)} could not tell whether it has this cause, and ${number === 1 ? 'is' : 'are'} not counted.`,
  tooFew: 'Too few to compare: two with it and two without it are the least.',
  nothingShared: 'Nothing among what is compared sets them apart.',
  absent: 'not there',
  portion: (having: number, of: number) => `${having} of ${of}`,
  mayBeChance: (number: number) =>
    `With so few reports, and ${facts(number)} that differ as clearly, this may be chance: a place to look, no proof.`,
  notProof: 'This is hardly chance, but what goes together need not be the cause.',
};

export type CompareWords = typeof en;
