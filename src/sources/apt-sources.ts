/** apt's source lists as files: which address stands where, and which key it is to be signed with. */
import { family, source, unparsable } from '../contract.ts';

export interface AptSource {
  /** Line of a `.list`, stanza of a `.sources`; counted from 1, as apt does. */
  readonly entry: number;
  readonly uris: readonly string[];
  /** Key files; fingerprints and keys written into the file itself are left out. */
  readonly keyFiles: readonly string[];
  /** Signatures are not looked at. */
  readonly trusted: boolean;
}

export const SOURCE_LIST = '/etc/apt/sources.list';
const SOURCE_PARTS = '/etc/apt/sources.list.d';

export const aptSourceFiles = source({
  id: 'packages.apt-source-files',
  os: ['linux'],
  request: { kind: 'list', path: SOURCE_PARTS },
  parse: ({ names }) =>
    names.filter((name) => /^[\w.-]+\.(list|sources)$/.test(name)).map((name) => `${SOURCE_PARTS}/${name}`),
});

export const aptSourceFile = family('packages.apt-source-file', 'file', (path) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'file', path },
    parse: ({ text }) => (path.endsWith('.sources') ? parseDeb822(text) : parseSourceList(text)),
  }),
);

/** `deb [arch=amd64 signed-by=/usr/share/keyrings/x.gpg] https://… stable main` */
export const parseSourceList = (text: string): readonly AptSource[] =>
  text.split('\n').flatMap((whole, at) => {
    const line = whole.replace(/#.*$/, '').trim();
    if (line === '') return [];
    const found = /^deb(?:-src)?\s+(?:\[([^\]]*)\]\s*)?(\S+)\s+\S+/.exec(line);
    if (found === null) throw unparsable(line);
    const options = new Map((found[1] ?? '').split(/\s+/).map((pair) => splitAt(pair, '=')));
    return [
      { entry: at + 1, uris: [found[2] ?? ''], ...signing(options.get('signed-by'), options.get('trusted')) },
    ];
  });

/** Stanzas of `Name: value`, continued on lines that begin with a space. */
export const parseDeb822 = (text: string): readonly AptSource[] => {
  const lines = text.split('\n').filter((line) => !line.startsWith('#'));
  const stanzas = lines.join('\n').split(/\n(?:[ \t]*\n)+/);
  return stanzas
    .filter((stanza) => stanza.trim() !== '')
    .flatMap((stanza, at) => {
      const fields = new Map<string, string>();
      for (const field of stanza.replace(/\n[ \t]+/g, ' ').split('\n')) {
        if (field.trim() === '') continue;
        const [name, value] = splitAt(field, ':');
        if (!/^[A-Za-z-]+$/.test(name)) throw unparsable(field);
        fields.set(name.toLowerCase(), value.trim());
      }
      if (fields.get('enabled') === 'no') return [];
      const uris = (fields.get('uris') ?? '').split(/\s+/).filter((uri) => uri !== '');
      return [{ entry: at + 1, uris, ...signing(fields.get('signed-by'), fields.get('trusted')) }];
    });
};

const signing = (signedBy = '', trusted = ''): Pick<AptSource, 'keyFiles' | 'trusted'> => ({
  keyFiles: signedBy
    .split(/[\s,]+/)
    .filter((word) => /^\/\S+$/.test(word) && !signedBy.includes('-----BEGIN')),
  trusted: trusted === 'yes',
});

const splitAt = (text: string, mark: string): readonly [string, string] => {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};
