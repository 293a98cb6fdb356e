/** How people say it, in English. */
import type { SymptomWords } from '../../../src/contract.ts';

export const symptoms = {
  'wrong-time': {
    name: 'The time or date is wrong',
    phrasings: [
      'The time or date is wrong',
      'The clock is always off',
      'The clock is an hour ahead',
      'My computer shows yesterday’s date',
      'The clock resets to 2001 or 1970 after every shutdown',
      'Time zone keeps changing by itself',
      'Clock loses minutes every day',
      'Daylight saving time did not switch',
      'Windows shows another hour than Linux (dual boot)',
      'Calendar appointments come at a false hour',
      'Cannot synchronize with the time server',
      'Timestamps of files are in the future',
      'CMOS battery dead, BIOS date lost',
      'It runs slow or fast compared with my phone',
      'Year is incorrect in the taskbar',
    ],
  },
} satisfies Readonly<Record<string, SymptomWords>>;
