/** Programs that macOS ended for want of memory. */
import { family, read, sourceByOs, unparsable } from '../../../src/contract.ts';
import { isObject, listOf, parseJson } from '../../../src/sources/network/json.ts';

/** Reports of programs that were ended for want of memory, oldest first: `JetsamEvent-2026-11-24-101530.ips`. */
export const jetsamFiles = sourceByOs<readonly string[]>('mac.jetsam', {
  darwin: read({ kind: 'list', path: '/Library/Logs/DiagnosticReports' }, ({ names }) =>
    names.filter((name) => /^JetsamEvent-\d{4}-\d\d-\d\d-\d{6}.{0,20}\.ips$/.test(name)).sort(),
  ),
});

export interface Jetsam {
  /** ISO-like, with its zone: `2026-11-24 10:15:30.00 +0300`. */
  readonly at: string;
  readonly largest: string;
  readonly victims: readonly string[];
}

export const jetsamReport = family('mac.jetsam.report', 'file', (name) => ({
  on: {
    darwin: read({ kind: 'file', path: `/Library/Logs/DiagnosticReports/${name}` }, ({ text }) =>
      parseJetsam(text),
    ),
  },
}));

/** Memory was short; `highwater`, `per-process-limit` and `idle-exit` are limits of one program, and routine. */
const SHORT =
  /^(?:vm-pageshortage|vm-thrashing|vm-compressor-(?:space-shortage|thrashing)|fc-thrashing|low-swap|proc-thrashing)$/;

/** A line of JSON about the report, then the report. */
export const parseJetsam = (text: string): Jetsam => {
  const end = text.indexOf('\n');
  const head = parseJson(text.slice(0, Math.max(0, end)));
  const body = parseJson(text.slice(end + 1));
  if (!isObject(head) || !isObject(body) || !Array.isArray(body.processes))
    throw unparsable(text.slice(0, 200));
  const { timestamp: at } = head;
  if (typeof at !== 'string') throw unparsable(text.slice(0, 200));
  return {
    at,
    largest: typeof body.largestProcess === 'string' ? body.largestProcess.slice(0, 80) : '',
    victims: listOf(body.processes).flatMap(({ name, reason }) =>
      typeof name === 'string' && typeof reason === 'string' && SHORT.test(reason) ? [name.slice(0, 80)] : [],
    ),
  };
};
