/** Linux: how long the start took, and what took it. */
import { family, source, Unreadable, unparsable } from '../../../src/contract.ts';

export interface Slow {
  readonly unit: string;
  readonly ms: number;
}

/** `1min 30.123s lab.service`, slowest first. */
export const parseBlame = (text: string): readonly Slow[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const words = line.trim().split(/\s+/);
      const unit = words.at(-1) ?? '';
      return { unit, ms: spanMs(words.slice(0, -1).join(' '), line) };
    });

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, min: 60_000, s: 1000, ms: 1, us: 0.001 };

/** `1h 2min 3.045s`, `812ms`. */
const spanMs = (text: string, line: string): number => {
  const parts = text.split(' ').filter((part) => part !== '');
  if (parts.length === 0) throw unparsable(line);
  return Math.round(
    parts.reduce((sum, part) => {
      const [, number, unit = ''] = /^(\d{1,7}(?:\.\d{1,6})?)(h|min|s|ms|us)$/.exec(part) ?? [];
      if (number === undefined) throw unparsable(line);
      return sum + Number(number) * (UNITS[unit] ?? 0);
    }, 0),
  );
};

/** Asked only where the start took long: it takes a moment itself. */
export const blame = family('start.blame', 'what', () =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'exec', argv: ['systemd-analyze', 'blame', '--no-pager'] },
    parse: ({ stdout, stderr, exitCode }) => {
      if (exitCode !== 0) throw new Unreadable('failed', stderr.trim().slice(0, 200) || `exit ${exitCode}`);
      return parseBlame(stdout);
    },
  }),
);

/** Where the journal is closed to this user: systemd tells everyone. Null while it is still starting. */
export const startTime = family<number | null>('start.time', 'what', () =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'exec', argv: ['systemd-analyze', 'time'] },
    parse: ({ stdout, stderr }) => parseStartTime(`${stdout}\n${stderr}`),
  }),
);

/** `Startup finished in 2.1s (kernel) + 1min 12.3s (userspace) = 1min 14.4s`. */
export const parseStartTime = (text: string): number | null => {
  if (/Bootup is not yet finished/.test(text)) return null;
  const found = /(?:^|[+ ])((?:\d{1,7}(?:\.\d{1,6})?(?:h|min|s|ms|us) ?){1,3})\(userspace\)/m.exec(text);
  if (found === null) throw unparsable(text.trim());
  return spanMs((found[1] ?? '').trim(), text.trim());
};
