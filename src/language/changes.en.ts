/** Words of `changes`, and of what a conclusion tells of the time before, in English. */
export const en = {
  changes: 'what changed on this computer since it last worked',
  about: 'a module or a finding; what is wrong now where none is named',
  since: 'since a date, or for so long: 7d, 36h; whatever was wrong',
  all: 'everything, however much it is',
  statuses:
    'Exit status: 0 nothing changed, 1 something did, 3 that cannot be told: too little is remembered, or not everything was looked at both times',
  none: 'Nothing can be compared yet: this takes two looks at the computer. Each check, diagnose and report keeps one.',
  off: 'Runs are not remembered: history: off in the configuration.',
  isWell: (name: string, when: string) => `${name} was well at the last look, ${when}.`,
  notLooked: (name: string) => `No run that is remembered looked at ${name}.`,
  nothingWrong: (when: string) => `Nothing was wrong at the last look, ${when}.`,
  brokeBetween: (well: string, ill: string) => `Last seen well ${well}; seen to be wrong ${ill}`,
  between: (from: string, to: string) => `Between the looks of ${from} and ${to}`,
  brokeAfter: 'It broke after',
  changed: 'What changed',
  later: 'Changed later, and hardly the cause',
  nothingChanged: 'Nothing changed of what was looked at both times.',
  nothingBefore: 'Nothing changed before it, of what was looked at both times.',
  never: (since: string) => `There at every look since ${since}; what changed before nobody saw:`,
  unseen: (areas: string) => `Not read both times, so nobody can tell: ${areas}`,
  more: (number: number, packages: number) =>
    packages === number ? `… and ${number} more packages: --all` : `… and ${number} more: --all`,
  came: 'new',
  went: 'gone',
  on: (day: string) => `on ${day}`,
  fromTo: (from: string, to: string) => `between ${from} and ${to}`,
  notProof: 'What came before it need not be its cause; it is where to look first.',
};

export type ChangesWords = typeof en;
