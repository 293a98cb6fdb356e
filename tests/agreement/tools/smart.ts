/** The labelled reports of smartctl: what the label says, and what we say. */
import { readFileSync } from 'node:fs';
import { nvmeBits, signsOf } from '../../../checks/hardware/drives.ts';
import { settings } from '../../../checks/hardware/settings.ts';
import type { DriveHealth, SmartAnswer } from '../../../src/sources/smart.ts';
import { parseSmartText } from '../../../src/sources/smart-text.ts';
import { hasShared, sharedDir } from '../../shared.ts';
import { type Sample, samples } from '../../sources/network/corpus.ts';
import { type Compared, type Tool, tool } from '../agreement.ts';

export type Verdict = 'failing' | 'warning' | 'healthy';

interface Label {
  readonly file: string;
  readonly verdict: string;
}

/** Given by rules over the raw text that the corpus describes. */
const labels: ReadonlyMap<string, string> = new Map(
  hasShared
    ? (JSON.parse(readFileSync(sharedDir('corpus/smartctl/labels.json'), 'utf8')) as readonly Label[]).map(
        ({ file, verdict }) => [`smartctl/${file}`, verdict],
      )
    : [],
);

/** As the check judges: the disk's own word first, then its counters and its wear. */
export const verdictOf = (health: DriveHealth): Verdict => {
  if (health.passed === false || nvmeBits(health.nvme?.criticalWarning ?? 0).length > 0) return 'failing';
  const isWorn = (health.usedPct ?? 0) >= settings.warnUsedPct;
  return signsOf(health, settings).length > 0 || isWorn ? 'warning' : 'healthy';
};

export const healthOf = (answer: SmartAnswer): DriveHealth => {
  if (answer.state !== 'read') throw new Error('asleep');
  return answer.health;
};

/** A note is no alarm, and a disk that tells no attribute is taken at its word. */
const ALARM: Readonly<Record<string, string>> = { note: 'healthy', unknown: 'healthy' };

const judged = (text: string): SmartAnswer => parseSmartText(text, '/dev/sda');

const labelled = (answer: SmartAnswer, { name }: Sample): Compared => {
  const label = labels.get(name);
  return label === undefined ? undefined : [verdictOf(healthOf(answer)), ALARM[label] ?? label];
};

const reports = samples('smartctl', /^(linux|bsd)-hw-probe\//);

export const smart: readonly Tool[] = [
  tool('smartctl -x', 'parseSmartText', reports, judged, {
    compare: labelled,
    differs: [
      [
        /840_EVO/,
        'its life counter stands at 7 of 100: we warn of a used-up life, and the label looks at other rows',
      ],
    ],
  }),
  tool('smartctl -a', 'parseSmartText', samples('smartctl', /^linux-glpi/), judged, {
    refuses: [
      [/sample4/, 'an enclosure, which has no SMART'],
      [/sample9/, 'a CD drive without a disc'],
      [/./, 'only `-i` was asked, which holds no health'],
    ],
  }),
];

const VERDICTS: readonly Verdict[] = ['failing', 'warning', 'healthy'];

/** How many reports of each label we call what. */
export const verdicts = (): Readonly<Record<string, Readonly<Record<Verdict, number>>>> => {
  const counts: Record<string, Record<Verdict, number>> = {};
  for (const { name, text } of reports) {
    const label = labels.get(name) ?? 'not labelled';
    counts[label] ??= { failing: 0, warning: 0, healthy: 0 };
    counts[label][verdictOf(healthOf(judged(text)))] += 1;
  }
  return counts;
};

export const smartSection = (): readonly string[] => {
  const counts = verdicts();
  return [
    '## Disks: 136 labelled reports',
    '',
    'What the label says, and what the check says. `note` is a cable’s errors, or an attribute that was once at its',
    'limit; `unknown` a disk that tells no attributes.',
    '',
    `| label | reports | ${VERDICTS.map((one) => `we say ${one}`).join(' | ')} |`,
    '| --- | --- | --- | --- | --- |',
    ...['failing', 'warning', 'note', 'healthy', 'unknown'].map((label) => {
      const row = counts[label] ?? { failing: 0, warning: 0, healthy: 0 };
      const all = VERDICTS.reduce((sum, one) => sum + row[one], 0);
      return `| ${label} | ${all} | ${VERDICTS.map((one) => row[one]).join(' | ')} |`;
    }),
    '',
  ];
};
