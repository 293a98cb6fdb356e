/** What a parser of ours makes of outputs that others recorded, beside what they read in them. */
import { isDeepStrictEqual } from 'node:util';
import { attempt, flawsIn, type Sample } from '../sources/network/corpus.ts';

/** Reasons by file: the first pattern that fits its name. */
export type Reasons = readonly (readonly [name: RegExp, why: string])[];

/** Ours and theirs of the fields that both have; undefined where there is nothing to compare. */
export type Compared = readonly [ours: unknown, theirs: unknown] | undefined;

export interface Tool {
  readonly tool: string;
  readonly parser: string;
  readonly samples: readonly Sample[];
  /** Why files are refused: each one that is refused must fit, and none that is read may. */
  readonly refuses: Reasons;
  /** Why ours differs from theirs, likewise. */
  readonly differs: Reasons;
  readonly look: (sample: Sample) => Look;
}

export type Look =
  | { readonly status: 'refused'; readonly quoted: string }
  | {
      readonly status: 'read';
      readonly flaws: readonly string[];
      /** Null: nobody says what stands there. */
      readonly agrees: boolean | null;
      readonly difference: string;
    };

export const tool = <T>(
  name: string,
  parser: string,
  samples: readonly Sample[],
  parse: (text: string, sample: Sample) => T,
  more: {
    readonly refuses?: Reasons;
    readonly compare?: (value: T, sample: Sample) => Compared;
    readonly differs?: Reasons;
  } = {},
): Tool => ({
  tool: name,
  parser,
  samples,
  refuses: more.refuses ?? [],
  differs: more.differs ?? [],
  look: (sample) => {
    const tried = attempt(() => parse(sample.text, sample));
    if (tried.status === 'refused') return { status: 'refused', quoted: tried.why };
    const pair = more.compare?.(tried.value, sample);
    const flaws = flawsIn(tried.value);
    if (pair === undefined) return { status: 'read', flaws, agrees: null, difference: '' };
    const agrees = isDeepStrictEqual(plain(pair[0]), plain(pair[1]));
    return { status: 'read', flaws, agrees, difference: agrees ? '' : differenceOf(pair[0], pair[1]) };
  },
});

/** Objects without a prototype, and fields that are undefined, are no difference. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/** Of lists what only one side has, else both sides. */
const differenceOf = (ours: unknown, theirs: unknown): string => {
  const only = (one: readonly unknown[], other: readonly unknown[]): string =>
    one
      .map((entry) => JSON.stringify(entry))
      .filter((entry) => !other.some((all) => JSON.stringify(all) === entry))
      .join(', ');
  const [mine, others] =
    Array.isArray(ours) && Array.isArray(theirs)
      ? [only(ours, theirs), only(theirs, ours)]
      : [JSON.stringify(ours), JSON.stringify(theirs)];
  return `ours ${mine || '—'}, theirs ${others || '—'}`;
};

export const reasonFor = (reasons: Reasons, name: string): string | undefined =>
  reasons.find(([pattern]) => pattern.test(name))?.[1];

/** Of `ping/jc-pi/ping-ip-O-D.out`, or of a folder of one source. */
export const sourceOf = (name: string): string => {
  const [folder = '', under = ''] = name.split('/');
  if (folder === 'facter-fixtures') return 'facter';
  return SOURCES.find(([pattern]) => pattern.test(under))?.[1] ?? under;
};

const SOURCES: readonly (readonly [RegExp, string])[] = [
  [/^jc-/, 'jc'],
  [/^getmac-/, 'getmac'],
  [/^ntc-/, 'ntc-templates'],
  [/glpi/, 'glpi-agent'],
  [/^hotsos/, 'hotsos'],
  [/^linux-hw-probe/, 'linuxhw'],
  [/^bsd-hw-probe/, 'bsdhw'],
  [/^fwts-/, 'fwts'],
  [/^kernelci/, 'logspec'],
];
