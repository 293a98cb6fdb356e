/** Words of what sos wrote, in English. */
import { count } from './counted.ts';

export const en = {
  from: (host: string, version: string, at: string) =>
    `Not a report of techsupport: sos ${version} of ${host}, ${at}`,
  fromUnknownTime: (host: string, version: string) =>
    `Not a report of techsupport: sos ${version} of ${host}, at a time that it does not tell`,
  unknownVersion: '(unknown version)',
  read: (number: number) =>
    `Found in it: ${count('en', number, { one: 'read', other: 'reads' })}. What sos does not collect is unknown below, and nobody was asked for it.`,
  notRedacted: 'NOT REDACTED by techsupport: sos keeps names and addresses. Keep it as such.',
  refused: (why: string) => `This archive of sos is not read: ${why}.`,
  refusedHint: 'Ask for the file again, as sos wrote it.',
  why: {
    notRegular: 'it is no regular file',
    packed: 'it is larger than 1 GiB',
    unpacked: 'it unpacks to more than 4 GiB',
    ratio: 'it unpacks to far more than logs do',
    kept: 'its files outside the logs are larger than 256 MiB',
    entries: 'it holds more than 100,000 files',
    name: 'a name in it leads elsewhere',
    twice: 'it holds a file twice',
    depth: 'its folders are nested too deeply',
    damaged: 'it is damaged',
    noTar: 'there is no tar archive in it',
    notSos: 'there is nothing in it that sos writes',
  },
  noXz: 'This archive is packed with xz, and the program xz is not here.',
  noXzHint: (file: string) => `Unpack it, and name the folder: tar -xf ${file}`,
};

export type SosWords = typeof en;
