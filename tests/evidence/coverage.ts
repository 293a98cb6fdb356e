/** docs/coverage.md: which finding is proved on which system, and on what. Made of the rows. */
import type { Evidence, EvidenceOs, Missing, Origin } from './evidence.ts';

export interface Named {
  readonly code: string;
  /** The systems for which the fault catalogue says how it is seen. */
  readonly on: readonly EvidenceOs[];
}

const SYSTEMS: readonly EvidenceOs[] = ['linux', 'win32', 'darwin'];
const NAME: Readonly<Record<EvidenceOs, string>> = { linux: 'Linux', win32: 'Windows', darwin: 'macOS' };

/** Where evidence was taken from a machine rather than written by hand. */
const REAL: readonly Origin[] = ['recorded', 'captured', 'corpus', 'lab', 'vmlab'];

const MEANING: Readonly<Record<Origin, string>> = {
  recorded: 'a machine of ours was recorded (`tests/machines/`)',
  captured: 'output taken from a real machine (`tests/captured/`)',
  corpus: "output of somebody else's machine, kept outside of the repository",
  lab: 'seen in the fault lab: real programs, a real network, faults made on purpose',
  vmlab: 'seen in the lab of virtual machines: a real kernel, systemd, USB, PCI, NVMe',
  composed: 'written by hand after the documentation that is named',
};

export const coverage = (
  findings: readonly Named[],
  rows: readonly Evidence[],
  missing: Missing,
  implemented: readonly string[],
): string => {
  const proofs = (code: string, os: EvidenceOs): readonly Evidence[] =>
    rows.filter((row) => row.code === code && row.os === os && row.quiet !== true);
  const isReal = (code: string, os: EvidenceOs): boolean =>
    proofs(code, os).some(({ from }) => REAL.includes(from));
  const modules = [...new Set(findings.map(({ code }) => moduleOf(code)))];
  const count = (some: readonly Named[], os: EvidenceOs): string => {
    const named = some.filter(({ on }) => on.includes(os));
    const proved = named.filter(({ code }) => proofs(code, os).length > 0);
    return `${proved.length} of ${named.length} (${proved.filter(({ code }) => isReal(code, os)).length})`;
  };
  const summary = [...modules, 'all'].map((id) => {
    const some = findings.filter(({ code }) => id === 'all' || moduleOf(code) === id);
    return line(id, String(some.length), ...SYSTEMS.map((os) => count(some, os)));
  });
  const origins = Object.entries(MEANING).map(([from, meaning]) => {
    const some = rows.filter((row) => row.from === from);
    const quiet = some.filter((row) => row.quiet === true).length;
    return line(from, String(some.length - quiet), String(quiet), meaning);
  });
  const cell = ({ code, on }: Named, os: EvidenceOs): readonly string[] => {
    const found = proofs(code, os);
    if (found.length > 0) {
      return found.map(({ answers, from, what }) =>
        line(`\`${code}\``, NAME[os], reads(Object.keys(answers)), `${from}: ${escaped(what)}`),
      );
    }
    const why = missing[code]?.[os];
    if (why !== undefined) return [line(`\`${code}\``, NAME[os], '', `**not yet**: ${escaped(why)}`)];
    if (!on.includes(os)) return [];
    const state = implemented.includes(code) ? 'found, but not proved on evidence' : 'not built';
    return [line(`\`${code}\``, NAME[os], '', `**not yet**: ${state}`)];
  };
  const details = modules.flatMap((id) => [
    `## ${id}`,
    '',
    line('finding', 'system', 'evidence: the reads', 'tested on'),
    line('---', '---', '---', '---'),
    ...findings
      .filter(({ code }) => moduleOf(code) === id)
      .flatMap((finding) => SYSTEMS.flatMap((os) => cell(finding, os))),
    '',
  ]);
  return [
    '# What is found, and what proves it',
    '',
    'Made from the rows in `tests/evidence/` by `npm run coverage`; a test fails when it is out of date. Each row runs',
    'the whole check, parsers included, on what a machine answered: the finding must come, and must not come without',
    'that answer. *Not yet* says why.',
    '',
    line('module', 'findings', ...SYSTEMS.map((os) => `${NAME[os]}: proved of named (on real output)`)),
    line('---', '---', '---', '---', '---'),
    ...summary,
    '',
    line('from', 'rows that find', 'traps that stay silent', 'meaning'),
    line('---', '---', '---', '---'),
    ...origins,
    '',
    ...details,
  ].join('\n');
};

const moduleOf = (code: string): string => code.split('/')[0] ?? '';

const line = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A table's own signs within a cell. */
const escaped = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const MOST_READS = 3;

const reads = (ids: readonly string[]): string => {
  const shown = ids.slice(0, MOST_READS).map((id) => `\`${escaped(id)}\``);
  return [...shown, ...(ids.length > MOST_READS ? [`${ids.length - MOST_READS} more`] : [])].join(', ');
};
