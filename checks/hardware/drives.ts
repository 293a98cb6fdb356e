/** What a disk's own figures mean. */
import type { DriveHealth } from '../../src/sources/smart.ts';
import type { HardwareSettings } from './settings.ts';

/** An early sign of failure, and how much of it there is. */
export interface Sign {
  readonly sign: SignName;
  readonly count: number;
  /** The maker's name of the counter, where it has one. */
  readonly name: string;
}

export type SignName =
  | 'failing-now'
  | 'reallocated'
  | 'reported'
  | 'timeouts'
  | 'pending'
  | 'uncorrectable'
  | 'self-test'
  | 'media-errors'
  | 'grown-defects'
  | 'bad-sectors'
  | 'read-errors'
  | 'windows-warning';

/**
 * The counters that Backblaze found to foretell failures; a raw read error rate of millions is not
 * among them. The name has to fit: makers of SSDs use the numbers for other things.
 */
const COUNTERS: readonly (readonly [id: number, sign: SignName, name: RegExp])[] = [
  [197, 'pending', /pending/i],
  [198, 'uncorrectable', /uncorrect/i],
  [187, 'reported', /uncorrect/i],
  [5, 'reallocated', /realloc|retired|bad_block/i],
];

/** Data that could not be read is lost already: these two are critical on a disk with platters. */
const LOST: ReadonlySet<SignName> = new Set(['pending', 'uncorrectable']);

export const signsOf = (health: DriveHealth, limits: HardwareSettings): readonly Sign[] => {
  const signs = [
    ...health.attributes
      .filter(({ failed, name }) => failed === 'now' && !isLifeLeft(name))
      .map(({ name, raw }) => ({ sign: 'failing-now' as const, count: raw ?? 0, name })),
    ...COUNTERS.flatMap(([id, sign, named]) => counterSign(health, id, sign, named)),
    ...counted('self-test', health.failedSelfTests, 0),
    ...counted('media-errors', health.nvme?.mediaErrors ?? 0, 0),
    ...counted('uncorrectable', health.scsi?.uncorrectedErrors ?? 0, 0),
    ...counted('grown-defects', health.scsi?.grownDefects ?? 0, limits.warnGrownDefects),
  ];
  // Timed-out commands come from cables and sleep as well: beside another sign they weigh, alone they do not.
  return signs.length === 0 ? [] : [...signs, ...counterSign(health, 188, 'timeouts', /timeout/i)];
};

const counterSign = (
  { attributes }: DriveHealth,
  id: number,
  sign: SignName,
  named: RegExp,
): readonly Sign[] =>
  attributes
    .filter((one) => one.id === id && (one.name === '' || named.test(one.name)) && exceeds(one.raw, 0))
    .map(({ name, raw }) => ({ sign, count: raw ?? 0, name }));

export const isLosing = (health: DriveHealth, signs: readonly Sign[]): boolean =>
  health.rotational !== false && signs.some(({ sign }) => LOST.has(sign));

/** Drives without the counter answer with all bits set, or with rubbish in the high bytes. */
const IMPLAUSIBLE = 2 ** 32 - 1;

const exceeds = (raw: number | null, limit: number): boolean =>
  raw !== null && raw > limit && raw < IMPLAUSIBLE;

const counted = (sign: SignName, count: number, limit: number): readonly Sign[] =>
  exceeds(count, limit) ? [{ sign, count, name: '' }] : [];

/** A life counter at its end means wear, which is told as such. */
const isLifeLeft = (name: string): boolean => /life|wear/i.test(name);

/** Of an NVMe disk's critical warning (NVM Express, log 02h, byte 0); bits that are not known yet are a warning too. */
export const NVME_BITS = [
  'spare',
  'temperature',
  'reliability',
  'read-only',
  'backup',
  'pmr',
  'personality',
  'unknown',
] as const;
export type NvmeBit = (typeof NVME_BITS)[number];

export const nvmeBits = (criticalWarning: number): readonly NvmeBit[] =>
  NVME_BITS.filter((_, bit) => Math.floor(criticalWarning / 2 ** bit) % 2 === 1);
