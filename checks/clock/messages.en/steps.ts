/** Fixes, questions and steps of the clock check, in English. */

const NO_LOSS = 'the right time is no loss';

export const fixes = {
  'sync-clock-linux': { title: 'Switch automatic time on' },
  'sync-clock-windows': { title: 'Set the time by the time server', noUndo: NO_LOSS },
  'enable-time-windows': { title: 'Switch automatic time on, with the server time.windows.com' },
  'enable-time-macos': { title: 'Switch automatic time on' },
  'sync-clock-macos': { title: 'Set the time by the time server', noUndo: NO_LOSS },
  'other-server-windows': { title: 'Name another time server, pool.ntp.org' },
  'set-clock-by-hand': { title: 'Set date and time by hand, by your phone', noUndo: NO_LOSS },
  'choose-time-server': {
    title: 'Name another time server, such as pool.ntp.org or your provider’s, in the settings of the time',
    noUndo: 'the former server can be named again in the same place',
  },
  'set-time-zone': {
    title: 'Choose the time zone of the place where you are, in the settings of date and time',
    noUndo: 'the former zone can be chosen again in the same place',
  },
  'update-zone-data': {
    title: 'Bring the data of the time zones up to date',
    noUndo: 'the older data are wrong',
  },
  'keep-chip-in-utc': { title: 'Keep the clock chip in UTC' },
  'keep-chip-in-utc-windows': { title: 'Tell Windows that the clock chip is kept in UTC' },
  'replace-clock-battery': {
    title:
      'Have the battery on the board (CR2032) replaced: note the firmware settings first, have the key of an encrypted disk at hand, and pull the mains plug. Laptops often have none that can be changed',
    noUndo: 'a fresh battery is no loss',
  },
};

export const questions = {
  'phone-time': {
    text: 'What date and time does your phone show right now, compared with this computer?',
    answers: {
      same: 'The same',
      hours: 'It differs by whole or half hours',
      minutes: 'It differs by minutes',
      date: 'The date differs too',
    },
  },
  unplugged: {
    text: 'Does the clock go wrong after the computer was unplugged from the mains?',
    answers: { yes: 'Yes', no: 'No', unsure: 'Not sure' },
  },
  still: { text: 'Is the problem still there?', answers: { yes: 'Yes', no: 'No' } },
};

export const nodes = {
  'TIME.0': 'The clock, its chip and what keeps it right are looked at',
  'TIME.SET': 'The clock is set right once',
  'TIME.SYNC': 'Automatic time is switched on',
  'TIME.SYNC.CAUSE': 'Nothing keeps the clock right',
  'TIME.CHIP': 'Both systems are told to keep the clock chip in UTC',
  'TIME.CHIP.CAUSE': 'Another system on this computer keeps the clock chip in its own way',
  'TIME.ZONE': 'The time zone is put right',
  'TIME.ZONE.CAUSE': 'The time zone that is set cannot be followed',
  'TIME.BATTERY.SET': 'The clock is set right, until the computer is without power again',
  'TIME.BATTERY': 'The battery that keeps the clock alive without power is empty',
  'TIME.PERSON.SET': 'Date and time are set by hand, by the phone',
  'TIME.SKEW.CAUSE': 'The clock of this computer is wrong',
  'TIME.SOLVED': 'The clock is right again',
  'TIME.FINE': 'The clock of this computer is right',
  'TIME.V': 'Whether the time is right now is looked at',
  'TIME.1H': 'Whether another system keeps the chip differently is looked at',
  'TIME.5': 'What is left is looked at',
  'TIME.PERSON.ZONE': 'Choose the zone of the place where you are, in the settings of date and time',
  'TIME.PERSON.ZONED': 'The clock was right, the time zone was not',
  'TIME.PERSON.ZONE.CAUSE':
    'The clock is right, and the time zone is not: somebody, or a program, sets another one',
  'TIME.UNKNOWN':
    'Nothing says that the clock is wrong, and nothing that it is right: support needs the report',
};
