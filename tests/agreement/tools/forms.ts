/** Forms of outputs and expectations that several tools have. */
import { readFileSync } from 'node:fs';
import type { Raw } from '../../../src/contract.ts';
import { sharedDir } from '../../shared.ts';

/** All but the expectations that lie beside the outputs. */
export const NO_EXPECTATION = /^(?!.*\.(?:json|yml)$)/;

export const printed = (stdout: string, exitCode = 0): Raw['exec'] => ({ stdout, stderr: '', exitCode });

export type Row = Readonly<Record<string, unknown>>;

/** A table of jc, or of ntc-templates. */
export const rowsOf = (expected: unknown): readonly Row[] => {
  const rows = Array.isArray(expected) ? expected : (expected as { parsed_sample?: unknown }).parsed_sample;
  if (!Array.isArray(rows)) throw new Error('an expectation of another form');
  // Objects with fields by column.
  return rows as readonly Row[];
};

/** What glpi-agent reads out of a sample of this name. */
export const expectedBy = (file: string, sample: string): readonly Row[] => {
  const all = JSON.parse(readFileSync(sharedDir('corpus/_expected/glpi', `${file}.json`), 'utf8')) as {
    readonly tests: Readonly<Record<string, unknown>>;
  };
  const found = all.tests[sample];
  if (found === undefined) throw new Error(`${file} holds no ${sample}`);
  // One object, or a list of them.
  return (Array.isArray(found) ? found : [found]) as readonly Row[];
};
