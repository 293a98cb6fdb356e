/** Bundles of computers of the collection, as `report` would have written them there. */
import { checkIds, loadCheck } from '../../checks/index.ts';
import type { Host, Language, Recording, Settings } from '../../src/contract.ts';
import { examine } from '../../src/examine.ts';
import { replay } from '../../src/host/replay.ts';
import { type Bundle, makeBundle } from '../../src/report/bundle/write.ts';
import { redactor } from '../../src/report/redact/redactor.ts';
import { machines } from '../machines/index.ts';

export interface Made {
  readonly host: Host;
  readonly language?: Language;
  readonly settings?: Readonly<Record<string, Settings>>;
  /** Another one for each report, as on computers. */
  readonly key?: number;
  readonly modules?: readonly string[];
  readonly version?: string;
  /** Changes what the computer answered. */
  readonly edit?: (recording: Recording) => Recording;
}

export const bundleOf = async ({
  host,
  language = 'en',
  settings = {},
  key = 1,
  modules = checkIds,
  version = '0.1.0',
  edit = (recording) => recording,
}: Made): Promise<Bundle> => {
  const checks = await Promise.all(modules.map(loadCheck));
  const common = { checks, language, version, settings };
  const { recording } = await examine({ ...common, host });
  const edited = edit(recording);
  const { report } = await examine({ ...common, host: replay(edited) });
  return makeBundle({
    recording: edited,
    settings,
    report,
    redactor: redactor({
      key: Buffer.alloc(32, key),
      keep: checks.flatMap((check) => textsOf(check.settings)),
    }),
    rerun: async (again) =>
      (await examine({ ...common, host: replay(again.recording), settings: again.settings })).report,
    createdAt: new Date('2026-01-02T03:04:05Z'),
  });
};

/** What everybody's configuration contacts is nobody's secret, as in take.ts. */
const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

export const machineNamed = (name: string): Pick<Made, 'host' | 'settings'> => {
  const found = machines.find((machine) => machine.name === name);
  if (found === undefined) throw new Error(`no machine is called ${name}`);
  return { host: found.host(), ...(found.settings !== undefined && { settings: found.settings }) };
};

/** What a program printed or a file held, changed. */
export const changed =
  (id: string, change: (text: string) => string) =>
  ({ os, entries }: Recording): Recording => {
    const entry = entries[id];
    if (entry?.answer.status !== 'ok') throw new Error(`${id} was not read`);
    const { raw } = entry.answer;
    const key = 'stdout' in raw ? 'stdout' : 'text';
    const before = key in raw ? String(Object.entries(raw).find(([name]) => name === key)?.[1]) : '';
    if (change(before) === before) throw new Error(`nothing was changed in ${id}`);
    const answer = { ...entry.answer, raw: { ...raw, [key]: change(before) } };
    return { os, entries: { ...entries, [id]: { ...entry, answer } } };
  };
