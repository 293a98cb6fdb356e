/** Words of `redact` and of what tokens stand for, in English. */

export const en = {
  redact: 'hide what is personal in a text: FILE or the standard input to the standard output',
  file: 'a text file, such as a log; without it the standard input is read',
  level: 'how much is hidden: standard, or strict: also public names and addresses that many know',
  typing: 'Paste the text and end it with Ctrl+D (on Windows Ctrl+Z and Enter).',
  kept: (path: string) =>
    `What stands for what is kept on this computer only, in ${path}: techsupport report --reveal TOKEN`,
  notKept: 'What stands for what could not be kept anywhere: nobody can undo it, you included.',
  notLocked: (why: string) =>
    `What stands for what was not kept, because the passphrase could not be read: ${why}`,
  locked: (why: string) =>
    `The passphrase could not be read, so only what is not encrypted is looked into: ${why}`,
  reveal: 'tell what a token of a report stands for, on the computer where it was made',
  stands: (token: string, kind: string, value: string, about: string) =>
    `${token}: ${value} (${kind}, ${about})`,
  noToken: (token: string) => `Nothing is known here that ${token} stands for`,
  noTokenHint:
    'Only the computer and the user that made the report know it, for the last 30 reports. A secret is kept nowhere.',
  unreadable: (file: string, why: string) => `Cannot read ${file}: ${why}`,
  unreadableHint: 'Name a text file, or send the text to the standard input.',
  text: 'a text',
  pasteLeaks: (places: string) =>
    `A secret still stands in the text made from the report, so it was neither shown nor copied: ${places}`,
  pasteLeaksHint:
    'Leave that out (techsupport report --exclude NAME), or name its words under redact.words in the configuration.',
  wordsLeak: (places: string) => `What looks like a secret stands in the words for the ticket: ${places}`,
  wordsLeakHint: 'Nothing was sent. Write [secret] in its place, and change it if somebody saw it already.',
  fileLeaks: (places: string) => `What looks like a secret stands in the file: ${places}`,
  fileLeaksHint: 'Nothing was sent. Attach what techsupport redact FILE gives in its place.',
  withheld: '[a line was withheld here: a secret still stands on it]',
  saidWithheld: (lines: string) => `Withheld, because a secret still stands there: lines ${lines}`,
};

export type RedactWords = typeof en;
