/** What single reads brought: one of them as it was, or the list of all. */
import type { RecordedEntry } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { inspectWords } from '../../language/inspect.ts';
import { forJson, forTerminal, oneLine } from '../../output/untrusted.ts';
import { EVIDENCE } from '../../report/bundle/layout.ts';
import type { OpenedBundle } from '../../report/bundle/open.ts';
import { rawOf, readable } from '../../report/bundle/readable.ts';

interface Piece {
  readonly source: string;
  /** Its name within the bundle, where it is there as a file: `evidence/disk.mounts.txt`. */
  readonly file?: string;
  readonly entry: RecordedEntry;
}

export const piecesOf = ({ recording, manifest }: OpenedBundle): readonly Piece[] => {
  const files = new Map(manifest?.reads.map(({ source, file }) => [source, file]));
  const recorded = Object.entries(recording.entries).filter(
    ([, { answer }]) => answer.status !== 'unrecorded',
  );
  return recorded.map(([source, entry]) => {
    const file = files.get(source);
    return { source, entry, ...(file !== undefined && { file }) };
  });
};

export type Found = { readonly one: Piece } | { readonly several: readonly Piece[] };

/** By its id or its file; then by how either begins. */
export const findPiece = (pieces: readonly Piece[], name: string): Found => {
  const namesOf = ({ source, file }: Piece): readonly string[] => {
    const short = file?.startsWith(EVIDENCE) ? file.slice(EVIDENCE.length) : undefined;
    return [source, file, short, short?.replace(/\.txt$/, '')].filter((one) => one !== undefined);
  };
  const exact = pieces.filter((piece) => namesOf(piece).includes(name));
  const begun = pieces.filter((piece) => namesOf(piece).some((one) => one.startsWith(name)));
  const [one, another] = exact.length > 0 ? exact : begun;
  return one !== undefined && another === undefined ? { one } : { several: exact.length > 0 ? exact : begun };
};

/** Whatever it is: without anything that a terminal obeys. */
export const evidenceText = ({ entry }: Piece): string => {
  const text = readable(entry);
  if (text !== undefined) return forTerminal(text);
  const { answer } = entry;
  const raw = rawOf(answer);
  const why = answer.status === 'ok' ? '' : `(${answer.status}: ${oneLine(answer.why)})\n`;
  return `${raw === undefined ? '' : `${forJson(raw, 2)}\n`}${why}`;
};

export const evidenceJson = (pieces: readonly Piece[], whole: boolean): string =>
  `${forJson(
    pieces.map(({ source, file, entry: { request, answer, startedAt } }) => ({
      source,
      status: answer.status,
      ...(answer.status !== 'ok' && { why: answer.why }),
      startedAt,
      ms: answer.ms,
      bytes: bytesOf(answer),
      ...(file !== undefined && { file }),
      ...(whole && { request, raw: rawOf(answer) ?? null }),
    })),
    2,
  )}\n`;

const bytesOf = (answer: RecordedEntry['answer']): number => {
  const raw = rawOf(answer);
  return raw === undefined ? 0 : Buffer.byteLength(JSON.stringify(raw));
};

type Columns = ReturnType<typeof inspectWords>['columns'];

/** A table whose last column may be of any width: it is read on the screen, and searched with grep. */
export const evidenceList = (
  pieces: readonly Piece[],
  { source, status, ms, bytes, file }: Columns,
): string => {
  const rows = [
    [source, status, ms, bytes, file],
    ...pieces.map((piece) => [
      oneLine(piece.source),
      piece.entry.answer.status,
      String(Math.round(piece.entry.answer.ms)),
      String(bytesOf(piece.entry.answer)),
      oneLine(piece.file ?? ''),
    ]),
  ];
  const widths = [0, 1, 2, 3].map((at) => Math.min(60, Math.max(...rows.map((row) => row[at]?.length ?? 0))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) =>
        at === 2 || at === 3 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
};

export const notFound = (name: string, { several }: { readonly several: readonly Piece[] }): UserError => {
  const [en, ru] = [inspectWords('en'), inspectWords('ru')];
  const shown = oneLine(name).slice(0, 200);
  const options = { exitCode: EXIT.usage };
  return several.length === 0
    ? new UserError('E_EVIDENCE', en.noSuchEvidence(shown), en.noSuchEvidenceHint, {
        ...options,
        ru: { message: ru.noSuchEvidence(shown), hint: ru.noSuchEvidenceHint },
      })
    : new UserError('E_EVIDENCE', en.severalEvidence(shown), en.severalEvidenceHint, {
        ...options,
        ru: { message: ru.severalEvidence(shown), hint: ru.severalEvidenceHint },
      });
};
