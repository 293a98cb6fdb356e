/** Makes a bundle fit a size: what matters least leaves first. */
import { gzipSync } from 'node:zlib';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import type { Report } from '../model.ts';
import type { Evidence } from './evidence.ts';
import type { LeftOut, Replayable } from './layout.ts';

interface Sized {
  readonly bytes: Buffer;
}

/** `make` packs without what is left out; asked again until it fits. */
export const fit = async <T extends Sized>(
  maxBytes: number,
  candidates: readonly Candidate[],
  make: (leftOut: readonly LeftOut[]) => Promise<T>,
): Promise<T> => {
  const waiting = [...candidates];
  const leftOut: LeftOut[] = [];
  let made = await make(leftOut);
  while (made.bytes.length > maxBytes) {
    let over = made.bytes.length - maxBytes;
    if (waiting.length === 0) throw tooSmall(maxBytes, made.bytes.length);
    while (over > 0) {
      const next = waiting.shift();
      if (next === undefined) break;
      leftOut.push(next.leftOut);
      over -= next.packedBytes;
    }
    made = await make(leftOut);
  }
  return made;
};

export interface Candidate {
  readonly leftOut: LeftOut;
  readonly packedBytes: number;
}

/**
 * Least important first: the texts that the recording holds too, then reads that no check asked for, then those
 * that no finding rests on; what findings rest on last. Within each the largest first.
 */
export const candidatesFor = (
  { recording }: Replayable,
  report: Report,
  evidence: readonly Evidence[],
  isExtra: (id: string) => boolean,
): readonly Candidate[] => {
  const needed = new Set(
    report.checks.flatMap(({ findings }) => findings.flatMap((finding) => finding.evidence)),
  );
  const texts = evidence.map(({ source, content }) => ({
    rank: needed.has(source) ? 3 : 0,
    packedBytes: packedSize(content),
    leftOut: { source, what: 'text', why: 'size' } as const,
  }));
  const reads = Object.entries(recording.entries).map(([source, entry]) => ({
    rank: isExtra(source) ? 1 : needed.has(source) ? 4 : 2,
    packedBytes: packedSize(Buffer.from(JSON.stringify(entry))),
    leftOut: { source, what: 'read', why: 'size' } as const,
  }));
  return [...texts, ...reads].sort((a, b) => a.rank - b.rank || b.packedBytes - a.packedBytes);
};

const packedSize = (content: Buffer): number => gzipSync(content, { level: 1 }).length;

const tooSmall = (maxBytes: number, least: number): UserError =>
  new UserError(
    'E_REPORT_SIZE',
    `The report does not fit into ${maxBytes} bytes: without any evidence it takes ${least}.`,
    'Allow more with --max-size, or name fewer modules.',
    {
      exitCode: EXIT.usage,
      ru: {
        message: `Отчёт не помещается в ${maxBytes} Б: без каких-либо данных он занимает ${least} Б.`,
        hint: 'Разрешите больше: --max-size, или укажите меньше модулей.',
      },
    },
  );
