/** Whether a run saw a finding, saw that it is not there, or did not look. */
import { blindness } from '../compare/blindness.ts';
import type { OpenFinding, Snapshot } from './snapshot.ts';

export type Seen = 'open' | 'well' | 'unknown';

export const lookedFor = (
  { code, evidence }: Pick<OpenFinding, 'code' | 'evidence'>,
  { modules, reads }: Snapshot,
): Seen => {
  const id = code.split('/', 1)[0] ?? '';
  const module = modules.get(id);
  // A module that threw tells itself as the read that failed.
  if (module === undefined || module.status === 'skipped' || module.missed.includes(id)) return 'unknown';
  if (module.open.some((finding) => finding.code === code)) return 'open';
  const sight = { missed: new Map([...modules].map(([id, { missed }]) => [id, missed])), reads };
  return blindness({ code, evidence: [...evidence] }, sight) === undefined ? 'well' : 'unknown';
};

/** Whether a run looked at a module, or at the module of a finding. */
export const lookedAt = (name: string, { modules }: Snapshot): boolean => {
  const state = modules.get(name.split('/', 1)[0] ?? '');
  return state !== undefined && state.status !== 'skipped' && state.status !== 'unknown';
};
