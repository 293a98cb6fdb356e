/** Opens a bundle of a stranger: in memory, bounded, every part validated. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { z } from 'zod';
import type { Language, Recording, Settings } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { oneLine } from '../../output/untrusted.ts';
import { type Report, report as reportSchema } from '../model.ts';
import { type Files, refused, unpack } from './archive.ts';
import { sha256 } from './contents.ts';
import {
  BUNDLE_VERSION,
  HIDDEN,
  hiddenFile,
  MANIFEST,
  MAX_PACKED_BYTES,
  type Manifest,
  manifestFile,
  RECORDING,
  REPORT,
  type Replayable,
  recordingFile,
  SEAL,
} from './layout.ts';

export interface OpenedBundle extends Replayable {
  /** Absent where we wrote it. */
  readonly origin?: 'sos';
  readonly language: Language;
  readonly tool: { readonly name: string; readonly version: string };
  readonly createdAt: string;
  /** As it was written; absent when it does not fit this version. The checks are run again anyway. */
  readonly report?: Report;
  readonly manifest?: Manifest;
  readonly hidden: Readonly<Record<string, number>>;
  /** Whether something changed since it was written; not who wrote it. */
  readonly seal: 'intact' | 'broken' | 'absent';
  /** Which files do not fit the seal. */
  readonly damaged: readonly string[];
  /** Everything inside, by name: `evidence/…txt`. */
  readonly files: Files;
}

export const openBundle = (source: string | Buffer): OpenedBundle => {
  const files = unpack(typeof source === 'string' ? contentOf(source) : source);
  const written = required(files, RECORDING, recordingFile);
  const report = optional(files, REPORT, reportSchema);
  const manifest = optional(files, MANIFEST, manifestFile);
  const { tool, language, createdAt, modules } = written;
  return {
    tool,
    language,
    createdAt,
    modules,
    // Each was just validated, entry by entry; zod's types say `undefined` where ours say "absent".
    recording: written.recording as unknown as Recording,
    settings: written.settings as unknown as Readonly<Record<string, Settings>>,
    ...(report !== undefined && { report }),
    ...(manifest !== undefined && { manifest }),
    hidden: optional(files, HIDDEN, hiddenFile)?.counts ?? {},
    ...checkSeal(files, manifest),
    files,
  };
};

/** A regular file that is no longer than a bundle can be. */
export const contentOf = (path: string): Buffer => {
  let file: number;
  try {
    // Without blocking: a pipe under this name would never open.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (cause) {
    throw unreadable(path, cause);
  }
  try {
    const { size, ...stat } = fstatSync(file);
    if ((stat.mode & constants.S_IFMT) !== constants.S_IFREG) throw refused((words) => words.notRegular);
    if (size > MAX_PACKED_BYTES) throw refused((words) => words.large);
    const content = Buffer.alloc(size);
    let length = 0;
    while (length < size) {
      const read = readSync(file, content, length, size - length, null);
      if (read === 0) break;
      length += read;
    }
    return content.subarray(0, length);
  } catch (cause) {
    throw cause instanceof UserError ? cause : unreadable(path, cause);
  } finally {
    closeSync(file);
  }
};

const unreadable = (path: string, cause: unknown): UserError => {
  const why = cause instanceof Error ? oneLine(cause.message) : String(cause);
  return new UserError('E_BUNDLE_UNREADABLE', `${oneLine(path)} cannot be read: ${why}`, 'Check the path.', {
    cause,
    exitCode: EXIT.usage,
    ru: { message: `Не удалось прочитать ${oneLine(path)}: ${why}`, hint: 'Проверьте путь.' },
  });
};

const required = <S extends z.ZodType>(files: Files, name: string, schema: S): z.infer<S> => {
  const content = files.get(name);
  if (content === undefined) throw refused((words) => words.missing(name));
  const value = parsed(content, name);
  checkVersion(value);
  return validated(value, name, schema);
};

/** What is beside the recording helps, and is not worth refusing the whole. */
const optional = <S extends z.ZodType>(files: Files, name: string, schema: S): z.infer<S> | undefined => {
  const content = files.get(name);
  if (content === undefined) return undefined;
  try {
    return validated(parsed(content, name), name, schema);
  } catch (cause) {
    if (cause instanceof UserError) return undefined;
    throw cause;
  }
};

const parsed = (content: Buffer, name: string): unknown => {
  let hasPrototype = false;
  try {
    const value: unknown = JSON.parse(content.toString('utf8'), (key, entry: unknown) => {
      if (key === '__proto__') hasPrototype = true;
      return entry;
    });
    if (!hasPrototype) return value;
  } catch (cause) {
    // A RangeError is nesting beyond any report.
    throw refused((words) => words.noJson(name), cause);
  }
  throw refused((words) => words.prototype(name));
};

const validated = <S extends z.ZodType>(value: unknown, name: string, schema: S): z.infer<S> => {
  try {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    const where = oneLine(issue?.path.join('.') ?? '').slice(0, 150);
    throw refused((words) => words.invalid(name, where, oneLine(issue?.message ?? '').slice(0, 100)));
  } catch (cause) {
    throw cause instanceof UserError ? cause : refused((words) => words.unclear(name), cause);
  }
};

const checkVersion = (value: unknown): void => {
  const version =
    typeof value === 'object' && value !== null && 'schemaVersion' in value ? value.schemaVersion : undefined;
  if (version === BUNDLE_VERSION) return;
  if (typeof version !== 'number') throw refused((words) => words.noVersion(RECORDING));
  throw new UserError(
    'E_BUNDLE_VERSION',
    `The report is of version ${version}; this program knows version ${BUNDLE_VERSION}.`,
    'Install a newer techsupport: npm install -g techsupport@latest',
    {
      exitCode: EXIT.usage,
      ru: {
        message: `Версия отчёта: ${version}; этой программе известна версия ${BUNDLE_VERSION}.`,
        hint: 'Установите более новую версию: npm install -g techsupport@latest',
      },
    },
  );
};

const checkSeal = (files: Files, manifest: Manifest | undefined): Pick<OpenedBundle, 'seal' | 'damaged'> => {
  const sealed = files.get(SEAL);
  const content = files.get(MANIFEST);
  if (sealed === undefined || content === undefined) return { seal: 'absent', damaged: [] };
  if (sealed.toString('utf8').slice(0, 64) !== sha256(content) || manifest === undefined) {
    return { seal: 'broken', damaged: [MANIFEST] };
  }
  const promised = new Map(manifest.files.map((file) => [file.name, file.sha256]));
  const added = [...files.keys()].filter((name) => name !== SEAL && name !== MANIFEST && !promised.has(name));
  const changed = [...promised].flatMap(([name, hash]) => {
    const file = files.get(name);
    return file === undefined || sha256(file) !== hash ? [name] : [];
  });
  const damaged = [...changed, ...added];
  return { seal: damaged.length === 0 ? 'intact' : 'broken', damaged };
};
