/** What the person named: a module, a finding, or nothing. */
import { checkIds } from '../../../checks/index.ts';
import type { AnyCheck } from '../../contract.ts';
import { modulesFor } from '../../fix/guards.ts';
import { notThere } from '../modules.ts';
import { modulesAround } from './look.ts';

export interface Wanted {
  readonly name?: string;
  /** Everything that has to be measured for it: what explains it, and what the guards look at. */
  readonly modules: readonly string[];
}

export const wantedFrom = (
  name: string | undefined,
  checks: readonly AnyCheck[],
  otherwise: readonly string[],
): Wanted => {
  if (name === undefined) return { modules: otherwise };
  const codes = checks.flatMap(({ catalogue }) => Object.keys(catalogue));
  const named = codes.filter((code) => code === name || code.startsWith(`${name}/`));
  if (named.length === 0)
    throw notThere(name.includes('/') ? 'E_FINDING' : 'E_MODULE', name, [...checkIds, ...codes]);
  const around = modulesAround(named, checks);
  const touches = checks.flatMap(({ id, fixes }) =>
    around.includes(id)
      ? fixes
          .filter((fix) => fix.steps.length > 0 && isFor(fix.for, named, id, name))
          .flatMap((fix) => fix.touches ?? [])
      : [],
  );
  const guarding = modulesFor(touches);
  return { name, modules: checkIds.filter((id) => around.includes(id) || guarding.includes(id)) };
};

/** What comes from another module may be repaired there: all of that module's fixes count. */
const isFor = (codes: readonly string[], named: readonly string[], module: string, name: string): boolean =>
  module !== name.split('/')[0] || codes.some((code) => named.includes(code));
