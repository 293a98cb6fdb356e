/** Words of `watch`, in English. */

/** How often each happened. */
export interface Happened {
  readonly appeared: number;
  readonly gone: number;
  readonly errors: number;
  readonly troubles: number;
}

export interface WatchWords {
  readonly there: string;
  readonly nothing: string;
  readonly blind: string;
  readonly noLog: string;
  readonly error: string;
  readonly buses: Readonly<Record<'usb' | 'bluetooth' | 'screen' | 'camera' | 'input' | 'other', string>>;
  readonly kinds: Readonly<Record<'appeared' | 'gone' | 'changed' | 'trouble', string>>;
  readonly troubles: Readonly<
    Record<'no-driver' | 'kept-out' | 'not-configured' | 'problem-code' | 'no-edid', string>
  >;
  readonly plugIn: (seconds: number | undefined) => string;
  readonly after: (seconds: number) => string;
  readonly speed: (mbps: number) => string;
  readonly driver: (names: string) => string;
  readonly summary: (counts: Happened, seconds: number) => readonly string[];
}

const plural = new Intl.PluralRules('en');
const of = (count: number, one: string, other: string): string =>
  `${count} ${plural.select(count) === 'one' ? one : other}`;

export const en: WatchWords = {
  there: 'Connected now',
  nothing: 'nothing',
  blind:
    'Nothing can be followed here: neither USB nor screens, inputs or Bluetooth can be read. In a container they belong to the computer outside.',
  noLog:
    'The kernel log cannot be read: errors of ports will not be shown. sudo techsupport watch shows them.',
  error: 'ERROR   ',
  buses: {
    usb: 'USB',
    bluetooth: 'Bluetooth',
    screen: 'Screen',
    camera: 'Camera',
    input: 'Input',
    other: 'Other',
  },
  kinds: { appeared: 'appeared', gone: 'gone    ', changed: 'changed ', trouble: 'TROUBLE ' },
  troubles: {
    'no-driver': 'no driver took it',
    'kept-out': 'kept out by a rule of this system',
    'not-configured': 'seen, but not switched on (too little power?)',
    'problem-code': 'Windows reports a problem with it',
    'no-edid': 'tells nothing of itself (cable or adapter)',
  },
  plugIn: (seconds) =>
    seconds === undefined
      ? 'Plug it in now. Ctrl+C ends.'
      : `Plug it in now. Ends after ${seconds} s, or with Ctrl+C.`,
  after: (seconds) => `+${seconds.toFixed(1)} s`.padStart(9),
  speed: (mbps) => (mbps >= 1000 ? `${mbps / 1000} Gbit/s` : `${mbps} Mbit/s`),
  driver: (names) => `driver ${names}`,
  summary: ({ appeared, gone, errors, troubles }, seconds) =>
    appeared + gone + errors === 0
      ? [
          `Nothing new appeared in ${seconds} s, and no port reported an error.`,
          'If something was plugged in meanwhile, the computer does not notice it: try another cable (those that only charge carry no data), another port without a hub, then another computer. More: techsupport explain peripherals/not-detected',
        ]
      : [
          `In ${seconds} s: ${of(appeared, 'thing', 'things')} appeared, ${gone} went, ${of(errors, 'error', 'errors')} of ports.`,
          ...(troubles > 0 ? ['What is wrong with it: techsupport check drivers peripherals'] : []),
          ...(errors > 0 ? ['What the ports went through: techsupport check peripherals'] : []),
        ],
};
