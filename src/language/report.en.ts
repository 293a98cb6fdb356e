/** Words of `report` and `inspect`, in English. */
import { count } from './counted.ts';

export const en = {
  report: 'make a report for support: redacted, sealed, for you to read first',
  inspect: 'open a report and run the checks on its evidence',
  to: 'write to FILE or into FOLDER; - for the standard output',
  written: (path: string) => `The report is in ${path}`,
  streamed: 'The report is on the standard output.',
  notThere: (list: string) => `Not written, because it was not possible there: ${list}`,
  nowhere:
    'No folder takes the report. Here is its short form; redirect the output into a file for the whole one.',
  inside: (files: number, bytes: string) => `Inside: ${files} files, ${bytes}`,
  hidden: (list: string) => `Hidden: ${list}`,
  nothingHidden: 'Hidden: nothing personal was found',
  kinds: {
    ipv4: 'IPv4 addresses',
    ipv6: 'IPv6 addresses',
    mac: 'MAC addresses',
    uuid: 'UUIDs',
    secret: 'secrets',
    host: 'host names',
    user: 'user names',
    mail: 'e-mail addresses',
    ssid: 'Wi-Fi names',
    serial: 'serial numbers',
    id: 'machine ids',
    sid: 'account ids',
    word: 'words of yours',
    person: 'names',
    file: 'names of files',
  } as Readonly<Record<string, string>>, // kinds that have no word are told by their name
  same: 'Replayed before sealing: the checks conclude the same from it as on this computer.',
  lost: (codes: string) => `Replayed before sealing: these findings are not in it: ${codes}`,
  added: (codes: string) => `Replayed before sealing: these findings are only in it: ${codes}`,
  look: (path: string) => `Look inside: techsupport inspect ${path}`,
  from: (name: string, version: string, when: string) =>
    `Report of ${name}, made ${when} by techsupport ${version}`,
  seals: {
    intact: 'Seal: nothing changed since it was written',
    broken: 'Seal: BROKEN, something was changed since it was written',
    absent: 'Seal: there is none',
  },
  damaged: (names: string) => `Changed: ${names}`,
  strangeModules: (names: string) => `Not run again, because this version has no such module: ${names}`,
  noModules: 'No module of this report is known to this version.',
  noModulesHint: 'Install a newer techsupport.',
  size: (bytes: number) =>
    bytes < 10_000 ? count('en', bytes, { one: 'byte', other: 'bytes' }) : `${Math.round(bytes / 1000)} kB`,
};

export type ReportWords = typeof en;
