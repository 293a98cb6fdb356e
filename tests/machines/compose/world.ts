/**
 * A computer put together from what its programs print and its files hold, asked like any other host. What
 * such a computer does not have is absent; what nobody said of a program that it has is `unrecorded`.
 */
import type { Answer, Host, Kind, Os, Raw, Request } from '../../../src/contract.ts';
import { exec, none, raw } from '../../evidence/evidence.ts';

type Of<K extends Kind> = Extract<Request, { kind: K }>;

/** What a program prints; by its arguments where that differs. */
export type Program = string | Answer | ((argv: readonly string[]) => string | Answer);

export interface World {
  readonly os: Exclude<Os, 'other'>;
  /** By command line, or by the beginning of one: the longest that fits answers. */
  readonly programs: Readonly<Record<string, Program>>;
  /** Text by path: read as files, listed as folders, found by `stat`, taken apart as attributes. An answer where it cannot be read. */
  readonly files: Readonly<Record<string, string | Answer>>;
  /** Folders that would not follow from the files in them. */
  readonly folders?: readonly string[];
  /** Where links lead to, by their path. */
  readonly links?: Readonly<Record<string, string>>;
  /** Of a file that is looked at twice: what it holds then. */
  readonly later?: Readonly<Record<string, string>>;
  /** Of PowerShell, by the id of the read or its beginning: what the batch answers. */
  readonly batches?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly user: Raw['user'];
  readonly system: Raw['system'];
  readonly clock: Raw['clock'];
  /** By mount point. */
  readonly spaces: Readonly<Record<string, Raw['space']>>;
  /** By folder; what is not named is small. */
  readonly usage?: Readonly<Record<string, Raw['usage']>>;
  readonly interfaces?: Raw['interfaces'];
  /** By errno; what is not named may be written. */
  readonly unwritable?: Readonly<Record<string, string>>;
  readonly net: Net;
}

/** What answers from beyond. */
export interface Net {
  readonly tcp: (request: Of<'tcp'>) => Raw['tcp'];
  readonly tls: (request: Of<'tls'>) => Raw['tls'];
  readonly http: (request: Of<'http'>) => Raw['http'];
  readonly resolve: (request: Of<'resolve'>) => Raw['resolve'];
  readonly lookup: (request: Of<'lookup'>) => Raw['lookup'];
}

/** The same computer but for what is said. */
export const but = (world: World, changed: Partial<World>): World => {
  const merged = Object.entries(changed).map(([name, value]) => {
    const before = world[name as keyof World];
    return [name, isPlain(before) && isPlain(value) ? { ...before, ...value } : value];
  });
  // Each name keeps the type it has in both.
  return { ...world, ...(Object.fromEntries(merged) as Partial<World>) };
};

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const hostOf = (world: World): Host => {
  const tree = treeOf(world);
  return { os: world.os, ask: async (id, request) => answerOf(world, tree, id, request) };
};

const answerOf = (world: World, tree: Tree, id: string, request: Request): Answer => {
  switch (request.kind) {
    case 'exec':
      return request.argv[0] === 'powershell' ? batchOf(world, id) : programOf(world, request.argv);
    case 'file':
      return fileOf(world, request);
    case 'list':
      // A folder that may not be looked into.
      if (typeof world.files[request.path] === 'object') return fileOf(world, { ...request, kind: 'file' });
      return tree.names.has(request.path)
        ? raw('list', { names: [...(tree.names.get(request.path) ?? [])].sort() })
        : none();
    case 'stat':
      return statOf(world, tree, request.path);
    case 'attributes':
      return attributesOf(world, tree, request);
    case 'space':
      return given('space', nearest(world.spaces, request.path));
    case 'usage':
      return raw('usage', world.usage?.[request.path] ?? SMALL);
    case 'writable': {
      const error = world.unwritable?.[request.path];
      return raw('writable', error === undefined ? {} : { error });
    }
    case 'deleted-files':
      return raw('deleted-files', { files: [], hiddenProcesses: 0 });
    case 'holders':
      return raw('holders', { holders: [], hiddenProcesses: 0 });
    case 'tcp':
      return raw('tcp', world.net.tcp(request));
    case 'tls':
      return raw('tls', world.net.tls(request));
    case 'http':
      return raw('http', world.net.http(request));
    case 'resolve':
      return raw('resolve', world.net.resolve(request));
    case 'lookup':
      return raw('lookup', world.net.lookup(request));
    case 'interfaces':
      return given('interfaces', world.interfaces);
    case 'clock':
      return raw('clock', world.clock);
    case 'user':
      return raw('user', world.user);
    case 'system':
      return raw('system', world.system);
    case 'env':
      return raw('env', {
        values: Object.fromEntries(
          Object.entries(world.env ?? {}).filter(([name]) => request.names.includes(name)),
        ),
      });
    case 'inventory':
      return unsaid(`the inventory of ${request.what}`);
  }
};

const SMALL: Raw['usage'] = { bytes: 1_000_000, files: 20, complete: true, largest: [] };

const unsaid = (what: string): Answer =>
  none('unrecorded', `nobody said what this computer answers to ${what}`);

const given = <K extends Kind>(kind: K, value: Raw[K] | undefined): Answer =>
  value === undefined ? none() : raw(kind, value);

/** A path lies on the mount point that is the longest beginning of it. */
const nearest = <T>(by: Readonly<Record<string, T>>, path: string): T | undefined => {
  const [longest] = Object.keys(by)
    .filter((one) => path === one || path.startsWith(/[/\\]$/.test(one) ? one : `${one}/`))
    .sort((a, b) => b.length - a.length);
  return longest === undefined ? undefined : by[longest];
};

const batchOf = ({ batches = {} }: World, id: string): Answer => {
  const [key] = Object.keys(batches)
    .filter((one) => id.startsWith(one))
    .sort((a, b) => b.length - a.length);
  if (key === undefined) return unsaid('this PowerShell');
  const batch = batches[key];
  // An answer has a status, no batch has.
  return isPlain(batch) && 'status' in batch ? (batch as Answer) : exec(JSON.stringify(batch));
};

const programOf = ({ programs }: World, argv: readonly string[]): Answer => {
  const [first, ...rest] = argv;
  // `env TZ=UTC lpstat`: what runs is lpstat.
  const words = first === 'env' ? rest.slice(rest.findIndex((word) => !word.includes('='))) : argv;
  for (let length = words.length; length > 0; length--) {
    const key = words.slice(0, length).join(' ');
    if (!Object.hasOwn(programs, key)) continue;
    const program = programs[key] ?? '';
    const said = typeof program === 'function' ? program(words) : program;
    return typeof said === 'string' ? exec(said) : said;
  }
  const isThere = Object.keys(programs).some((key) => key === words[0] || key.startsWith(`${words[0]} `));
  return isThere ? unsaid(words.join(' ')) : none('absent', `${words[0]}: ENOENT`);
};

const fileOf = ({ files, later }: World, { path, afterMs }: Of<'file'>): Answer => {
  const text = (isSecond(afterMs) ? later?.[path] : undefined) ?? files[path];
  if (text === undefined) return none();
  return typeof text === 'string' ? raw('file', { text }) : text;
};

/** The first of two looks waits a moment too, to begin in time. */
const isSecond = (afterMs = 0): boolean => afterMs > 100;

/** What is there, as it follows from the paths of files, folders and links. */
interface Tree {
  /** Names in a folder, by the folder's path. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
}

const treeOf = ({ files, folders = [], links = {} }: World): Tree => {
  const names = new Map<string, Set<string>>(folders.map((path) => [path, new Set<string>()]));
  for (const path of [...Object.keys(files), ...folders, ...Object.keys(links)]) {
    const parts = path.split('/');
    for (let depth = parts.length - 1; depth > 0; depth--) {
      const folder = parts.slice(0, depth).join('/') || '/';
      const inside = names.get(folder) ?? new Set<string>();
      inside.add(parts[depth] ?? '');
      names.set(folder, inside);
    }
  }
  return { names };
};

const statOf = ({ files, links, user }: World, { names }: Tree, path: string): Answer => {
  const text = files[path];
  const type =
    text !== undefined ? 'file' : links?.[path] !== undefined ? 'link' : names.has(path) ? 'folder' : null;
  if (type === null) return none();
  if (typeof text === 'object' && text.status !== 'ok' && text.status !== 'denied') return text;
  return raw('stat', {
    type,
    bytes: typeof text === 'string' ? text.length : 0,
    inode: 1,
    modifiedAt: '2026-11-20T08:00:00.000Z',
    mode: type === 'folder' ? 0o755 : 0o644,
    // People own what is in their homes.
    uid: path === user.home || path.startsWith(`${user.home}/`) ? Math.max(0, user.uid) : 0,
  });
};

const attributesOf = (world: World, { names }: Tree, request: Of<'attributes'>): Answer => {
  const inside = names.get(request.folder);
  if (inside === undefined) return none();
  return raw('attributes', {
    entries: Object.fromEntries(
      [...inside].sort().map((entry) => {
        const of = (name: string): string =>
          name === '.' ? `${request.folder}/${entry}` : `${request.folder}/${entry}/${name}`;
        const texts = request.names.flatMap((name) => {
          const path = of(name);
          const text = (isSecond(request.afterMs) ? world.later?.[path] : undefined) ?? world.files[path];
          if (text === undefined) return [];
          return [[name, typeof text === 'string' ? { text } : { error: 'EINVAL' }] as const];
        });
        const links = (request.links ?? []).flatMap((name) => {
          const target = world.links?.[of(name)];
          return target === undefined ? [] : [[name, { text: target }] as const];
        });
        return [entry, Object.fromEntries([...texts, ...links])];
      }),
    ),
  });
};
