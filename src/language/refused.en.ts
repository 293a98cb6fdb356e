/** Why a file is not opened as a report, in English. Each follows a colon. */
export const en = {
  tooMany: (count: number) => `it holds more than ${count} files`,
  badSize: 'a file in it has an impossible size',
  cut: 'it ends in the middle of a file',
  strange: (type: string) => `it holds a ${type}`,
  twice: (name: string) => `it holds ${name} twice`,
  empty: 'there are no files in it',
  large: 'it is larger than 64 MiB',
  encrypted: 'it is encrypted, and only inspect opens what is encrypted',
  noGzip: 'it is no gzip file',
  ratio: 'it unpacks to far more than a report holds',
  damaged: 'it is damaged',
  name: (path: string) => `a name in it leads elsewhere: ${path}`,
  notRegular: 'it is no regular file',
  missing: (name: string) => `${name} is missing`,
  noJson: (name: string) => `${name} is no JSON that can be read`,
  prototype: (name: string) => `${name} holds a key that no report has: __proto__`,
  invalid: (name: string, where: string, what: string) => `${name}: ${where}: ${what}`,
  unclear: (name: string) => `${name} cannot be understood`,
  noVersion: (name: string) => `${name} does not tell its version`,
};

export type RefusedWords = typeof en;
