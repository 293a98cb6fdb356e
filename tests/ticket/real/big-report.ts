/** A report of a computer of the collection, of about a megabyte: its log is long, and says nothing. */
import { bundleOf, machineNamed } from '../../report/made.ts';

const FILES = 8;
const WORDS_A_FILE = 17_000;

export const makeBigReport = () =>
  bundleOf({
    ...machineNamed('debian-12-disk'),
    modules: ['disk-space', 'clock'],
    edit: ({ os, entries }) => ({
      os,
      entries: {
        ...entries,
        ...Object.fromEntries(
          Array.from({ length: FILES }, (_, number) => [
            `noise.${number}`,
            {
              request: { kind: 'file', path: `/var/log/noise-${number}` },
              answer: { status: 'ok', raw: { text: words(number + 1) }, ms: 1 },
              startedAt: '2026-01-02T03:04:05.000Z',
            },
          ]),
        ),
      },
    }),
  });

/** The same each time, and hard to compress. */
const words = (seed: number): string => {
  let state = seed * 2_654_435_761;
  const letter = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCharCode(97 + ((state >>> 16) % 26));
  };
  return Array.from({ length: WORDS_A_FILE }, (_, at) => {
    const word = letter() + letter() + letter() + letter() + letter();
    return at % 12 === 11 ? `${word}\n` : `${word} `;
  }).join('');
};
