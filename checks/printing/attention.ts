/** What a printer asks a person for, by RFC 8011's reasons and by Windows' numbers. */
import type { Severity } from '../../src/contract.ts';

export type Need =
  | 'paper'
  | 'paper-low'
  | 'jam'
  | 'ink'
  | 'ink-low'
  | 'cover'
  | 'output'
  | 'tray'
  | 'waste'
  | 'service';

export interface Attention {
  readonly what: Need;
  readonly severity: Severity;
}

/** Keywords of RFC 8011 section 5.4.12 and PWG 5100.9, without their suffix. */
const KEYWORDS: Readonly<Record<string, Need>> = {
  'media-empty': 'paper',
  'media-needed': 'paper',
  'media-low': 'paper-low',
  'media-jam': 'jam',
  'toner-empty': 'ink',
  'marker-supply-empty': 'ink',
  'marker-supply-depleted': 'ink',
  'marker-supply-missing': 'ink',
  'developer-empty': 'ink',
  'toner-low': 'ink-low',
  'marker-supply-low': 'ink-low',
  'developer-low': 'ink-low',
  'cover-open': 'cover',
  'door-open': 'cover',
  'interlock-open': 'cover',
  'output-area-full': 'output',
  'output-tray-missing': 'output',
  'input-tray-missing': 'tray',
  'marker-waste-full': 'waste',
  'marker-waste-almost-full': 'waste',
  'opc-life-over': 'service',
  'fuser-over-temp': 'service',
  'fuser-under-temp': 'service',
};

/** RFC 8011: a reason without a suffix is an error. What runs low still prints: drivers leave the suffix out there. */
export const reasonsOf = (reasons: readonly string[]): readonly Attention[] =>
  reasons.flatMap((reason): readonly Attention[] => {
    const [, keyword = '', suffix] = /^(.+?)(?:-(report|warning|error))?$/.exec(reason) ?? [];
    const what = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword] : undefined;
    if (what === undefined) return [];
    if (suffix === 'report') return [{ what, severity: 'info' }];
    if (suffix === 'warning') return [{ what, severity: 'warning' }];
    return [
      {
        what,
        severity: suffix === undefined && /-(low|almost-full)$/.test(keyword) ? 'warning' : 'critical',
      },
    ];
  });

/** Win32_Printer.DetectedErrorState. */
export const errorStateOf = (state: number): readonly Attention[] => {
  switch (state) {
    case 3:
      return [{ what: 'paper-low', severity: 'warning' }];
    case 4:
      return [{ what: 'paper', severity: 'critical' }];
    case 5:
      return [{ what: 'ink-low', severity: 'warning' }];
    case 6:
      return [{ what: 'ink', severity: 'critical' }];
    case 7:
      return [{ what: 'cover', severity: 'critical' }];
    case 8:
      return [{ what: 'jam', severity: 'critical' }];
    case 10:
      return [{ what: 'service', severity: 'warning' }];
    case 11:
      return [{ what: 'output', severity: 'critical' }];
    default:
      return [];
  }
};

/** PRINTER_STATUS_… of winspool.h. */
const BITS: readonly (readonly [bit: number, what: Need, severity: Severity])[] = [
  [0x8, 'jam', 'critical'],
  [0x10, 'paper', 'critical'],
  [0x40, 'paper', 'critical'],
  [0x800, 'output', 'critical'],
  [0x2_0000, 'ink-low', 'warning'],
  [0x4_0000, 'ink', 'critical'],
  [0x10_0000, 'service', 'warning'],
  [0x40_0000, 'cover', 'critical'],
];

export const stateBits = (state: number): readonly Attention[] =>
  BITS.filter(([bit]) => (state & bit) !== 0).map(([, what, severity]) => ({ what, severity }));
