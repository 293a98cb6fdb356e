/** Which keys open the setup of the firmware and its boot menu, after the makers' support pages where these were found, else after common manuals; data that age. */
import type { Press } from '../way-params.ts';

/** The day the table was made: older than half a year it is told as a guess. */
export const AS_OF = '2026-11-24';

export interface FirmwareKeys {
  /** The computer's maker, or that of its board where the computer names none. */
  readonly maker: RegExp;
  readonly model?: RegExp;
  readonly laptop?: boolean;
  readonly setup: readonly Press[];
  readonly menu: readonly Press[];
  readonly menuIsOff?: true;
}

/** Any of these, again and again. */
const tap = (...keys: readonly string[]): readonly Press[] => [{ how: 'tap', keys }];
const after = (first: string, second: string): Press => ({ how: 'then', keys: [first, second] });
const held = (...keys: readonly string[]): Press => ({ how: 'hold', keys });
/** Lenovo's small button beside the socket or the power button: pressed while the computer is off. */
const NOVO: Press = { how: 'then', keys: ['Novo'] };

/** The first that fits counts: what is special stands before what is usual. */
export const FIRMWARE_KEYS: readonly FirmwareKeys[] = [
  { maker: /^dell/i, model: /^PowerEdge/i, setup: tap('F2'), menu: tap('F11') },
  { maker: /^(?:dell|alienware)/i, setup: tap('F2'), menu: tap('F12') },
  { maker: /^(?:hp|hpe|hewlett)/i, model: /^ProLiant/i, setup: tap('F9'), menu: tap('F11') },
  {
    maker: /^(?:hp\b|hewlett-packard)/i,
    setup: [after('Esc', 'F10')],
    menu: [after('Esc', 'F9')],
  },
  {
    maker: /^lenovo\b/i,
    model: /ThinkPad/i,
    setup: [after('Enter', 'F1'), ...tap('F1')],
    menu: tap('F12'),
  },
  {
    maker: /^(?:lenovo|ibm)\b/i,
    model: /ThinkCentre|ThinkStation|ThinkSystem|System x|eServer/i,
    setup: tap('F1'),
    menu: tap('F12'),
  },
  {
    maker: /^lenovo\b/i,
    model: /IdeaPad|IdeaCentre|Yoga|Legion|LOQ|ThinkBook|Flex|Slim/i,
    setup: [...tap('F2', 'Fn+F2'), NOVO],
    menu: [...tap('F12'), NOVO],
  },
  { maker: /^asus/i, laptop: true, setup: tap('F2'), menu: tap('Esc') },
  { maker: /^asus/i, laptop: false, setup: tap('Del', 'F2'), menu: tap('F8') },
  { maker: /^(?:acer|packard bell|gateway)\b/i, setup: tap('F2'), menu: tap('F12'), menuIsOff: true },
  { maker: /^(?:micro-star|msi\b)/i, setup: tap('Del'), menu: tap('F11') },
  { maker: /^gigabyte\b/i, setup: tap('Del'), menu: tap('F12') },
  { maker: /^asrock\b/i, setup: tap('F2', 'Del'), menu: tap('F11') },
  { maker: /^supermicro\b/i, setup: tap('Del'), menu: tap('F11') },
  { maker: /^samsung\b/i, setup: tap('F2'), menu: tap('Esc', 'F10') },
  { maker: /^(?:toshiba|dynabook)\b/i, setup: tap('F2'), menu: tap('F12') },
  { maker: /^(?:huawei|honor|xiaomi|timi)\b/i, setup: tap('F2'), menu: tap('F12') },
  { maker: /^(?:framework|fujitsu)\b/i, setup: tap('F2'), menu: tap('F12') },
  {
    maker: /^microsoft corporation$/i,
    model: /^Surface/i,
    setup: [held('VolumeUp', 'Power')],
    menu: [held('VolumeDown', 'Power')],
  },
];

/** What to try on a computer whose maker is not in the table. */
export const USUAL: Pick<FirmwareKeys, 'setup' | 'menu'> = {
  setup: tap('Del', 'F2', 'F10', 'Esc'),
  menu: tap('F12', 'F11', 'F8', 'Esc'),
};
