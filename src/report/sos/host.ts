/** The computer that an archive of sos tells of. What is not in it nobody recorded: never absent, never green. */
import type { Answer, Host, Raw, Request } from '../../contract.ts';
import { exitCodes } from './exit-codes.ts';
import { PLACES, WHOLE_FOLDERS } from './places.ts';
import type { SosTree } from './tree.ts';

export const sosHost = (tree: SosTree): Host => {
  const commands = commandsIn(tree);
  return {
    os: 'linux',
    ask: async (id, request) => {
      const raw = placed(tree, commands, id, request) ?? same(tree, commands, request);
      return raw === undefined ? UNRECORDED : { status: 'ok', raw, ms: 0 };
    },
  };
};

const UNRECORDED: Answer = { status: 'unrecorded', why: 'sos did not collect it', ms: 0 };

/** Told by something else that sos has: the table. */
const placed = (
  tree: SosTree,
  commands: Commands,
  id: string,
  request: Request,
): Raw[keyof Raw] | undefined => {
  const [family = ''] = id.split('/');
  const places = Object.hasOwn(PLACES, family) ? (PLACES[family] ?? []) : [];
  for (const { path, read } of places) {
    const found = tree.text(path);
    // Half a table would be taken for the whole.
    if (found === undefined || (found.droppedBytes !== undefined && request.kind !== 'exec')) continue;
    const raw = read === undefined ? commands.at(path) : read(found, request, tree);
    if (raw !== undefined) return raw;
  }
  return undefined;
};

/** What sos took as we would: the same file, the same command, a folder that it always takes whole. */
const same = (tree: SosTree, commands: Commands, request: Request): Raw[keyof Raw] | undefined => {
  if (request.kind === 'file') return isSecondLook(request) ? undefined : fileOf(tree, request.path);
  if (request.kind === 'exec') return commands.of(request.argv);
  if (request.kind !== 'list' || !WHOLE_FOLDERS.test(request.path)) return undefined;
  const names = tree.names(request.path.slice(1));
  return names === undefined ? undefined : { names };
};

/** There was one look: two equal ones would say that nothing happens. */
const isSecondLook = ({ afterMs = 0 }: { readonly afterMs?: number }): boolean => afterMs > FIRST_LOOK_MS;
const FIRST_LOOK_MS = 100;

/** Links are not followed; where these two lead is known. */
const fileOf = (tree: SosTree, path: string): Raw['file'] | undefined => {
  const [, below] = /^\/proc\/(?:self\/)?(net\/.+|mounts|mountinfo)$/.exec(path) ?? [];
  const own = below === undefined ? undefined : ownProcess(tree);
  if (own !== undefined) return tree.text(`proc/${own}/${below}`) ?? tree.text(path.slice(1));
  // What else /proc/self tells is about sos itself.
  return path.startsWith('/proc/self/') && below === undefined ? undefined : tree.text(path.slice(1));
};

/** sos itself is /proc/self: the one process whose network it keeps. */
const ownProcess = (tree: SosTree): string | undefined => {
  const [one, another] = (tree.names('proc') ?? []).filter(
    (name) => /^\d+$/.test(name) && tree.names(`proc/${name}`)?.includes('net'),
  );
  return another === undefined ? one : undefined;
};

interface Commands {
  at(path: string): Raw['exec'] | undefined;
  of(argv: readonly string[]): Raw['exec'] | undefined;
}

const commandsIn = (tree: SosTree): Commands => {
  const codes = exitCodes(tree);
  const files = new Map(
    (tree.names('sos_commands') ?? []).flatMap((plugin) =>
      (tree.names(`sos_commands/${plugin}`) ?? []).map((name) => [name, `sos_commands/${plugin}/${name}`]),
    ),
  );
  const at: Commands['at'] = (path) => {
    const found = tree.text(path);
    return found === undefined ? undefined : printed(found, codes.get(path));
  };
  return { at, of: (argv) => at(files.get(fileName(argv)) ?? '') };
};

/** What a program printed; sos keeps its errors among it. */
const printed = ({ text, ...rest }: Raw['file'], exitCode = 0): Raw['exec'] => ({
  stdout: text,
  stderr: exitCode === 0 ? '' : text,
  exitCode,
  ...rest,
});

/** As sos names the file of a command: Plugin._mangle_command. */
const fileName = (argv: readonly string[]): string =>
  argv
    .join(' ')
    .replace(/[^\w\-./]+/g, '_')
    .replaceAll('/', '.')
    .replace(/^[._-]+|[._-]+$/g, '');
