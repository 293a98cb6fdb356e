/** The fault catalogue beside the checkout: which findings there are, and on which systems each has a meaning. */
import { readFileSync } from 'node:fs';
import { sharedDir } from '../shared.ts';
import type { Named } from './coverage.ts';
import type { EvidenceOs } from './evidence.ts';

interface CatalogueRow {
  readonly code: string;
  readonly linux: string;
  readonly windows: string;
  readonly macos: string;
}

const COLUMN = { linux: 'linux', win32: 'windows', darwin: 'macos' } as const;

/** A cell with a dash, or nothing, says that the finding has no meaning there. */
const isNamed = (row: CatalogueRow, os: EvidenceOs): boolean => !/^\s*[—–-]?\s*$/.test(row[COLUMN[os]] ?? '');

/** The file is made by our own tools and has this form. */
export const catalogued = (): readonly Named[] =>
  (
    JSON.parse(readFileSync(sharedDir('catalogue.json'), 'utf8')) as { findings: readonly CatalogueRow[] }
  ).findings.map((row) => ({
    code: row.code,
    on: (['linux', 'win32', 'darwin'] as const).filter((os) => isNamed(row, os)),
  }));
