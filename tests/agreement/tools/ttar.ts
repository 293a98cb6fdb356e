/** ttar, node_exporter's plain-text archive of /sys: `Path:`, `Lines: 1`, the lines, `Mode:`; `SymlinkTo:`. */
import { readFileSync } from 'node:fs';
import type { Raw } from '../../../src/contract.ts';
import { hasShared, sharedDir } from '../../shared.ts';

type Entries = Raw['attributes']['entries'];

interface Archive {
  readonly files: ReadonlyMap<string, string>;
  readonly links: ReadonlyMap<string, string>;
}

const archiveOf = (text: string): Archive => {
  const files = new Map<string, string>();
  const links = new Map<string, string>();
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    const path = /^Path: (.+)$/.exec(line)?.[1];
    if (path === undefined) continue;
    const [, count] = /^Lines: (\d+)$/.exec(lines[at + 1] ?? '') ?? [];
    const [, target] = /^SymlinkTo: (.+)$/.exec(lines[at + 1] ?? '') ?? [];
    if (target !== undefined) links.set(path, target);
    else if (count !== undefined) {
      const content = lines.slice(at + 2, at + 2 + Number(count)).join('\n');
      files.set(path, content.replaceAll('NULLBYTE', '\0').replaceAll('EOF', ''));
    }
  }
  return { files, links };
};

const archive: Archive = hasShared
  ? archiveOf(readFileSync(sharedDir('corpus/sysfs/node_exporter/sys.ttar'), 'utf8'))
  : { files: new Map(), links: new Map() };

/** Where a path leads: a folder of a class is a link to its device. */
const resolved = (path: string): string => {
  for (let at = path, rest = ''; at !== ''; ) {
    const target = archive.links.get(at);
    if (target !== undefined) {
      const steps = `${at.split('/').slice(0, -1).join('/')}/${target}${rest}`.split('/');
      const flat = steps.reduce<string[]>((done, step) => {
        if (step === '..') done.pop();
        else if (step !== '.') done.push(step);
        return done;
      }, []);
      return resolved(flat.join('/'));
    }
    rest = `/${at.split('/').at(-1)}${rest}`;
    at = at.split('/').slice(0, -1).join('/');
  }
  return path;
};

/** As the host reads the attributes of each entry of a folder; `sys/class/power_supply`. */
export const entriesOf = (
  folder: string,
  names: readonly string[],
  links: readonly string[] = [],
): Entries => {
  const below = [...archive.files.keys(), ...archive.links.keys()]
    .filter((path) => path.startsWith(`${folder}/`))
    .map((path) => path.slice(folder.length + 1).split('/')[0] ?? '');
  const read = (entry: string, all: readonly string[], of: (path: string) => string | undefined) =>
    all.flatMap((name) => {
      const text = of(`${resolved(`${folder}/${entry}`)}/${name}`);
      return text === undefined ? [] : [[name, { text }] as const];
    });
  return Object.fromEntries(
    [...new Set(below)].map((entry) => [
      entry,
      Object.fromEntries([
        ...read(entry, names, (path) => archive.files.get(path)),
        ...read(entry, links, (path) => archive.links.get(path)),
      ]),
    ]),
  );
};
