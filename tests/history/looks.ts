/** Looks at computers of the collection, one after the other, as somebody would have had them there. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkIds, loadCheck } from '../../checks/index.ts';
import type { Recording } from '../../src/contract.ts';
import { type Examination, examine } from '../../src/examine.ts';
import { remember } from '../../src/history/remember.ts';
import type { RunKind, Snapshot } from '../../src/history/snapshot.ts';
import { loadHistory } from '../../src/history/store.ts';
import { replay } from '../../src/host/replay.ts';
import { machineNamed } from '../report/made.ts';

export const emptyHistory = (): string =>
  join(mkdtempSync(join(tmpdir(), 'techsupport-history-')), 'history');

export interface Look {
  readonly machine: string;
  /** ISO 8601. */
  readonly at: string;
  readonly by?: RunKind;
  readonly modules?: readonly string[];
  readonly quick?: boolean;
  readonly edit?: (recording: Recording) => Recording;
}

const recordings = new Map<string, Promise<Recording>>();

const recordingOf = (machine: string): Promise<Recording> => {
  const known = recordings.get(machine);
  if (known !== undefined) return known;
  const { host, settings = {} } = machineNamed(machine);
  const made = Promise.all(checkIds.map(loadCheck))
    .then((checks) => examine({ checks, host, settings, language: 'en', version: '0' }))
    .then(({ recording }) => recording);
  recordings.set(machine, made);
  return made;
};

export const lookAt = async ({
  machine,
  modules = checkIds,
  quick = false,
  edit,
}: Look): Promise<Examination> => {
  const recording = await recordingOf(machine);
  return examine({
    checks: await Promise.all(modules.map(loadCheck)),
    host: replay(edit === undefined ? recording : edit(recording)),
    settings: machineNamed(machine).settings ?? {},
    language: 'en',
    version: '0',
    quick,
  });
};

/** The history that these looks leave. */
export const historyOf = async (
  looks: readonly Look[],
  folder: string = emptyHistory(),
): Promise<readonly Snapshot[]> => {
  for (const look of looks) {
    const kept = await remember(await lookAt(look), {
      by: look.by ?? 'check',
      folders: [folder],
      now: new Date(look.at),
      upSeconds: 0,
    });
    if ('why' in kept) throw new Error(kept.why);
  }
  return loadHistory([folder]).snapshots;
};
