/** Words of what people paste, and of reading it back, in English. */
import { count } from './counted.ts';

export const en = {
  leftOut: (parts: number) =>
    `… ${count('en', parts, { one: 'part', other: 'parts' })} left out for want of room`,
  forTarget:
    'print it fitted to where it is pasted: github, gitlab, email, chat, forum, url (a link that opens a prefilled ticket)',
  below: {
    whole: 'The whole result follows; techsupport inspect - reads it from this message:',
    wordless: 'The whole result follows; techsupport inspect - reads it from this message:',
    codes: 'The verdict follows; techsupport inspect - reads it from this message:',
  },
  saidLeftOut: (parts: number) =>
    `Left out, because it is too long for that place: ${count('en', parts, { one: 'part', other: 'parts' })}, the least important ones.`,
  saidCodes:
    'It holds the codes of what was found, not the whole result: there is no room for that. For the whole: techsupport report --for email',
  noUrl: 'No address of a ticket form is configured.',
  noUrlHint:
    'Set report.url in the configuration, for example https://github.com/OWNER/REPOSITORY/issues/new',
  qr: 'draw a QR code for the phone: the prefilled ticket where report.url is configured, else the result in short',
  qrTicket: 'Scan it with a phone: it opens a filled-in ticket. Nothing is sent before you send it there.',
  qrBlock: {
    wordless:
      'Scan it with a phone and send the text to support: it is the whole result, techsupport inspect - reads it.',
    codes:
      'Scan it with a phone and send the text to support: it is the verdict, techsupport inspect - reads it. There was no room for the whole result.',
  },
  qrSpoken:
    'Scan it with a phone: the code for support and the verdict. There was no room for more; a larger window has it.',
  qrNoRoom: (verdict: string) =>
    `A QR code does not fit into this window: make it larger or its letters smaller. For support on the telephone: ${verdict}`,
  copy: 'with --for: also put the text on the clipboard',
  copied: (program: string) => `The text is on the clipboard (${program}).`,
  copySent:
    'The text was sent to the clipboard of your terminal. Whether it was taken the terminal does not say: try to paste it.',
  notCopied: (failed: string) =>
    `The text is not on the clipboard: ${failed === '' ? 'there is no program for it here' : `this failed: ${failed}`}. Copy it from above.`,
  copyAlone: '--copy says where to, but not what.',
  copyAloneHint: 'Add --for, for example: techsupport report --for email --copy',
  idle: (shown: string, idle: string) => `With ${shown} no file is written: ${idle} would do nothing.`,
  idleHint: {
    for: 'Leave it out; for the text in a file: techsupport report --for email > FILE. For the report as a file leave out --for.',
    qr: 'Leave it out, or add --output FILE: then the report is written too.',
  },
  arrivedWhole: (lines: number) =>
    `Read from a paste: all ${count('en', lines, { one: 'line', other: 'lines' })} are as they were written`,
  noEvidence: 'There is no evidence in a paste: this is what was concluded there; it cannot be run again.',
  onlyCodes: 'Only codes were sent, without values: what follows are the names of the findings.',
  lostLines: (missing: string, damaged: string, total: number) =>
    `Read from a paste that did not arrive whole. Of ${total} lines ${[
      ...(missing === '' ? [] : [`these are missing: ${missing}`]),
      ...(damaged === '' ? [] : [`these are damaged: ${damaged}`]),
    ].join('; ')}`,
  stillWhole: 'What they held is known from the other lines.',
  onlyVerdict: 'Only the verdict could be read: what follows are the names of the findings, without values.',
  nothingLeft: 'Nothing of it can be read. Ask for it again, as an attached file.',
  unreadable: 'The report in it is none that this version can read; only its verdict is shown.',
  spokenIs: (code: string, status: string) => `${code}: ${status}`,
  statuses: {
    ok: 'nothing wrong was found',
    warning: 'something will stop working, or works badly',
    critical: 'something does not work',
    unknown: 'not everything could be looked at',
  },
  noNumber: 'a finding that has no number',
  moreCauses: 'and further causes, which the code has no room for',
  spokenWrong: (code: string) => `${code} is no code: something in it was heard or typed wrong.`,
  spokenWrongHint: 'Have it read out again, character by character.',
  spokenNewer: (code: string) => `${code} is a code of a newer version.`,
  spokenNewerHint: 'Install a newer techsupport.',
  nth: (at: number, of: number) => `Report ${at} of ${of}`,
  more: (left: number) => `and ${count('en', left, { one: 'more finding', other: 'more findings' })}`,
  pasteNow: 'Paste the message here, then press Ctrl+D (on Windows Ctrl+Z, Enter).',
  noPaste: 'No report was found in this text.',
  noPasteHint: 'Paste all lines that begin with TSA or TSB, or give the file that techsupport report wrote.',
  newerPaste: 'The report in this text is of a newer version of techsupport.',
  newerPasteHint:
    'Install a newer techsupport: npm install -g techsupport@latest. Or ask for the file that techsupport report wrote.',
  tooLong: (limit: string) => `The text is longer than ${limit}.`,
  tooLongHint: 'Paste only the message with the report.',
};

export type PasteWords = typeof en;
