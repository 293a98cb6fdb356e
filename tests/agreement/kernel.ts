/** Kernel logs that others labelled: which of the labels a check of ours claims to know, and how well it does. */
import { readdirSync, readFileSync } from 'node:fs';
import { firmwareLosses, probeFailures } from '../../checks/drivers/log.ts';
import { signOf } from '../../checks/hardware/kernel.ts';
import { killsIn } from '../../checks/performance/oom.ts';
import { crashesIn } from '../../checks/safe-mode/oops.ts';
import type { KernelLine } from '../../src/sources/kernel-log.ts';
import { hasShared, sharedDir } from '../shared.ts';
import { type Reasons, reasonFor } from './agreement.ts';

interface Log {
  /** `syzkaller/100.txt` */
  readonly name: string;
  readonly lines: readonly KernelLine[];
}

/** What others say of a log, or of a line in it. */
export interface Label {
  readonly of: string;
  readonly says: string;
}

export interface Claim {
  readonly class: string;
  readonly check: string;
  /** What is counted: whole logs, or what stands in one line. */
  readonly unit: string;
  /** Labels of others that mean this. */
  readonly means: RegExp;
  readonly found: readonly string[];
  /** Why we say less than they do, and why more. */
  readonly missed: Reasons;
  readonly beyond: Reasons;
}

/** Without what syslog, dmesg and the kernel's options put before a line. */
const bare = (line: string): string =>
  line
    .replace(/^.*? kernel: /, '')
    .replace(/^\s*(?:<\d+>)?\[ *[\d.]+\] */, '')
    .replace(/^\[ *[TC]\d+\] */, '')
    .trim();

const read = (...path: readonly string[]): string => readFileSync(sharedDir('corpus', ...path), 'latin1');

const linesOf = (text: string): readonly KernelLine[] =>
  text.split('\n').map((line) => ({ seconds: null, level: null, text: bare(line) }));

const FOLDERS = ['cases/hotsos', 'dmesg/fwts-oops', 'dmesg/kernelci', 'dmesg/syzkaller', 'dmesg/fwts-klog'];

export const logs: readonly Log[] = hasShared
  ? FOLDERS.flatMap((folder) =>
      readdirSync(sharedDir('corpus', folder))
        .filter((name) => !name.endsWith('.json'))
        .sort()
        .map((name) => ({
          name: `${folder.split('/').at(-1)}/${name}`,
          lines: linesOf(read(folder, name)),
        })),
    )
  : [];

/** As logspec writes it. */
interface Boot {
  readonly errors: readonly { readonly error_type: string; readonly error_summary: string }[];
}

const labelsOf = ({ name, lines }: Log): readonly Label[] => {
  const [source, file = ''] = name.split('/');
  const texts = lines.map(({ text }) => text);
  if (source === 'syzkaller') {
    return texts.filter((text) => /^(?:TITLE|PANICKED): /.test(text)).map((says) => ({ of: name, says }));
  }
  if (source === 'fwts-oops') return [{ of: name, says: 'OOPS: a bug report of one' }];
  if (source === 'kernelci') {
    const { errors } = JSON.parse(read('dmesg/kernelci', `${file}.expected.json`)) as Boot;
    return errors.map((one) => ({ of: name, says: `${one.error_type}: ${one.error_summary}` }));
  }
  if (file === 'klog-0001.txt') {
    const rows = JSON.parse(read('dmesg/fwts-klog/klog-0001.expected.json')) as readonly { label: string }[];
    return rows.map(({ label }) => ({ of: name, says: label }));
  }
  if (file === 'klog-0002.txt')
    return texts.filter((text) => text !== '').map((says) => ({ of: name, says }));
  const at = texts.findIndex((text) => text.startsWith('raised-issues:'));
  const said = at < 0 ? [] : texts.slice(at + 1).filter((text) => text !== '' && !text.startsWith('#'));
  return said.length === 0 ? [] : [{ of: name, says: said.join(' ') }];
};

export const labels: readonly Label[] = logs.flatMap(labelsOf);

const having = (kind: string): readonly string[] =>
  logs.filter(({ lines }) => lines.some(({ text }) => signOf(text)?.kind === kind)).map(({ name }) => name);

const boots = logs.filter(({ name }) => name.startsWith('kernelci/'));
const FIRMWARE = /Direct firmware load for (\S+) failed/;
const PROBE = /probe (?:of|with driver) (\S+) failed with error (-\d+)/;

/** Of a log as a whole; of firmware and probes what the line names. */
const keyOf = ({ of, says }: Label): string => {
  const named = FIRMWARE.exec(says) ?? PROBE.exec(says);
  return named === null ? of : `${of} ${named.slice(1).join(' ')}`;
};

const distinct = (keys: readonly string[]): readonly string[] => [...new Set(keys)];

export const claims: readonly Claim[] = [
  {
    class: 'disk: read and write errors',
    check: 'hardware',
    unit: 'logs',
    means: /critical medium error|Block I\/O error/,
    found: having('io'),
    missed: [],
    beyond: [],
  },
  {
    class: 'damaged file system',
    check: 'hardware',
    unit: 'logs',
    means: /^$/,
    found: having('file-system'),
    missed: [],
    beyond: [
      [/syzkaller/, 'a file system that the fuzzer damaged; the title tells of the crash that came after'],
    ],
  },
  ...(['link', 'machine-check', 'memory', 'too-hot'] as const).map((kind) => ({
    class: {
      link: 'disk: its connection',
      'machine-check': 'machine check',
      memory: 'memory (EDAC)',
      'too-hot': 'heat: shut down',
    }[kind],
    check: 'hardware',
    unit: 'logs',
    means: /^$/,
    found: having(kind),
    missed: [],
    beyond: [],
  })),
  {
    class: 'heat: slowed down',
    check: 'hardware',
    unit: 'lines',
    means: /Temperature above threshold/,
    found: logs.flatMap(({ name, lines }) =>
      lines.flatMap(({ text }) => (signOf(text)?.kind === 'throttle' ? [`${name} ${text}`] : [])),
    ),
    missed: [],
    beyond: [],
  },
  {
    class: 'crash: oops, panic, lockup',
    check: 'safe-mode',
    unit: 'logs',
    means:
      /^OOPS:|^PANICKED: Y|linux\.kernel\.panic|^TITLE: (?:general protection fault|BUG: unable to handle|BUG: soft lockup|kernel BUG|kernel panic|divide error|stack segment fault)/,
    found: logs.filter(({ lines }) => crashesIn(lines).length > 0).map(({ name }) => name),
    missed: [],
    beyond: [],
  },
  {
    class: 'programs ended because memory ran out',
    check: 'performance',
    unit: 'logs',
    means: /oom-killer invoked/,
    found: logs.filter(({ lines }) => killsIn(lines).length > 0).map(({ name }) => name),
    missed: [],
    beyond: [],
  },
  {
    class: 'firmware that is missing',
    check: 'drivers',
    unit: 'files in a log',
    means: FIRMWARE,
    found: boots.flatMap(({ name, lines }) =>
      firmwareLosses(lines).flatMap(({ files, gaveUp }) =>
        (gaveUp ? files : []).map((file) => `${name} ${file}`),
      ),
    ),
    missed: [
      [
        /regulatory\.db|rtl_nic|raven_dmcu/,
        'every file that is not there is an error to logspec; the device works without this one',
      ],
    ],
    beyond: [[/rampatch/, 'the log says so (`QCA Failed to request file`); logspec leaves it out']],
  },
  {
    class: 'driver that gave a device up',
    check: 'drivers',
    unit: 'devices in a log',
    means: PROBE,
    found: boots.flatMap(({ name, lines }) => {
      const said = labels.filter(({ of }) => of === name).map(keyOf);
      return probeFailures(lines).map(({ device, driver, error }) => {
        const [byDevice, byDriver] = [`${name} ${device} ${error}`, `${name} ${driver} ${error}`];
        return said.includes(byDevice) ? byDevice : byDriver;
      });
    }),
    missed: [],
    beyond: [],
  },
];

/** Labels that no check of ours judges, on purpose. */
export const unjudged: Reasons = [
  [
    /^Klog(?:Acpi|Bios|DuplicateACPI)/,
    'faults in the tables of the firmware: nobody can mend them but its maker, and most do no harm; newer firmware is offered whatever they say',
  ],
  [/^Disabling IRQ/, 'names no device: the line before it (`irq 18: nobody cared`) is judged instead'],
  [/^TITLE: KASAN/, 'sanitizers, which only kernels made for tests have; what they end in a panic is judged'],
  [/^TITLE: (?:INFO: rcu|WARNING)/, 'a stall or a warning ends nothing; what it ends in a panic is judged'],
  [
    /^TITLE: VFS:|Bad page state/,
    'a kernel that the fuzzer had corrupted; the taint flag for a bad page is read',
  ],
  [
    /task hung|hung tasks|fanotify/,
    'a program that waits for a disk or a share: processes that wait now are judged, not old lines',
  ],
  [/reports of stacktraces/, 'a trace alone does not tell whether anything ended'],
  [
    /^NetworkWarning|TCP memory|UDP memory|^KernelWarning: >- The qla2xxx/,
    'servers: tables and adapters that home and office computers do not fill',
  ],
  [/^(?:LXD|SOSReport|Bcache|System|SSSD)Warning/, 'configuration of servers, not a line of the kernel'],
  [/No irq handler for vector/, 'a message of some AMD firmware at each start, without an effect'],
];

export const relevant = ({ means, unit }: Claim): readonly string[] =>
  distinct(
    labels
      .filter(({ says }) => means.test(says))
      .map((label) => (unit === 'lines' ? `${label.of} ${label.says}` : keyOf(label))),
  );

export const measured = (claim: Claim) => {
  const said = relevant(claim);
  const found = distinct(claim.found);
  return {
    said,
    found,
    both: found.filter((one) => said.includes(one)),
    missed: said.filter((one) => !found.includes(one)),
    beyond: found.filter((one) => !said.includes(one)),
  };
};

export const isClaimed = ({ says }: Label): boolean => claims.some(({ means }) => means.test(says));
export const whyUnjudged = ({ says }: Label): string | undefined => reasonFor(unjudged, says);

const share = (part: number, of: number): string =>
  of === 0 ? '—' : `${Math.round((1000 * part) / of) / 10} %`;

const reasonsOf = (keys: readonly string[], reasons: Reasons, word: string): readonly string[] =>
  keys.map((key) => `${word} \`${key}\`: ${reasonFor(reasons, key) ?? 'not explained'}`);

export const kernelSection = (): readonly string[] => {
  const counts = new Map<string, number>();
  for (const label of labels.filter((one) => !isClaimed(one))) {
    const why = whyUnjudged(label) ?? 'not explained';
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  const explained = claims.flatMap((claim) => {
    const { missed, beyond } = measured(claim);
    return [
      ...reasonsOf(missed, claim.missed, 'not said of'),
      ...reasonsOf(beyond, claim.beyond, 'said of'),
    ].map((why) => `- ${claim.class}: ${why}`);
  });
  return [
    '## Kernel logs',
    '',
    `${logs.length} logs, ${labels.length} labels of others. Precision: of what we say, what they say too; recall: of what`,
    'they say, what we say too. Where nobody labelled a class, only false alarms show.',
    '',
    '| class | check | counted | labelled | we say | both | precision | recall |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...claims.map((claim) => {
      const { said, found, both } = measured(claim);
      return `| ${[claim.class, claim.check, claim.unit, said.length, found.length, both.length, share(both.length, found.length), share(both.length, said.length)].join(' | ')} |`;
    }),
    '',
    ...explained,
    '',
    'Labels that are not judged, on purpose:',
    '',
    ...[...counts].sort(([, one], [, other]) => other - one).map(([why, count]) => `- ${count}: ${why}`),
    '',
  ];
};
