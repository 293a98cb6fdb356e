/** How much time programs lose waiting for the processor, memory and disks, as Linux counts it. */
import { source, unparsable } from '../contract.ts';

/** Shares of time in percent, as moving averages over so many seconds. */
export interface Averages {
  readonly avg10: number;
  readonly avg60: number;
  readonly avg300: number;
}

export interface Pressure {
  /** At least one program waited. */
  readonly some: Averages;
  /** All programs waited at once; of the processor only since Linux 5.13. */
  readonly full: Averages | null;
}

/** Without the file the kernel was built or started without it (`psi=0`). */
const pressureOf = (what: 'cpu' | 'io' | 'memory') =>
  source({
    id: `pressure.${what}`,
    os: ['linux'],
    request: { kind: 'file', path: `/proc/pressure/${what}` },
    parse: ({ text }): Pressure => parsePressure(text),
  });

export const cpuPressure = pressureOf('cpu');
export const ioPressure = pressureOf('io');
export const memoryPressure = pressureOf('memory');

const LINE =
  /^(some|full) avg10=(\d{1,3}\.\d{2}) avg60=(\d{1,3}\.\d{2}) avg300=(\d{1,3}\.\d{2}) total=\d{1,20}$/;

/** `some avg10=0.12 avg60=0.05 avg300=0.01 total=123456`. */
export const parsePressure = (text: string): Pressure => {
  const found = new Map<string, Averages>();
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const [, kind, avg10, avg60, avg300] = LINE.exec(line) ?? [];
    if (kind === undefined) throw unparsable(line);
    found.set(kind, { avg10: Number(avg10), avg60: Number(avg60), avg300: Number(avg300) });
  }
  const some = found.get('some');
  if (some === undefined) throw unparsable(text);
  return { some, full: found.get('full') ?? null };
};
