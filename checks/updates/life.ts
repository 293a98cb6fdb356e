/** Until when this version of the system gets fixes. */
import { AS_OF, ENDS, WINDOWS_ENDS, type WindowsEnds } from './data/ends.ts';
import type { UpdateFacts } from './probe.ts';

export interface Life {
  readonly name: string;
  /** `2028-06-30` */
  readonly end: string;
  /** The date of our data; empty where the system itself states its end. */
  readonly asOf: string;
  readonly system: 'linux' | 'windows' | 'macos';
  readonly from: string;
}

/** Nothing for a rolling system, and for one whose end is not known yet. */
export const lifeOf = (facts: UpdateFacts): Life | undefined =>
  windowsLife(facts) ?? macLife(facts) ?? linuxLife(facts);

const linuxLife = ({ osRelease, ubuntuPro }: UpdateFacts): Life | undefined => {
  if (osRelease.status !== 'ok') return undefined;
  const { id, version, name, supportEnd } = osRelease.value;
  const one = { name, system: 'linux' as const, from: osRelease.from };
  if (supportEnd !== null && /^\d{4}-\d{2}-\d{2}$/.test(supportEnd))
    return { ...one, end: supportEnd, asOf: '' };
  // Whoever has Ubuntu's extended fixes gets them for five years more; until when is between them.
  if (ubuntuPro.status === 'ok' && ubuntuPro.value.extended) return undefined;
  const end = version === null ? undefined : endOf(ENDS[id], version);
  return end === undefined ? undefined : { ...one, end, asOf: AS_OF };
};

/** By the whole version, then by ever less of it: `3.20.3`, `3.20`, `3`. */
const endOf = (ends: Readonly<Record<string, string>> | undefined, version: string): string | undefined => {
  const parts = version.split('.');
  const names = parts.map((_, at) => parts.slice(0, parts.length - at).join('.'));
  return names.flatMap((name) => ends?.[name] ?? [])[0];
};

const macLife = ({ macVersion }: UpdateFacts): Life | undefined => {
  if (macVersion.status !== 'ok') return undefined;
  const { version } = macVersion.value;
  const end = endOf(ENDS.macos, version);
  return end === undefined
    ? undefined
    : { name: `macOS ${version}`, end, asOf: AS_OF, system: 'macos', from: macVersion.from };
};

/** The last revision of Windows 10 22H2 that everybody got: what is above it came with extended updates. */
const TEN = { build: 19_045, lastFree: 6456, extendedEnd: '2027-10-12' } as const;

const windowsLife = ({ windowsUpdate }: UpdateFacts): Life | undefined => {
  if (windowsUpdate.status !== 'ok') return undefined;
  const { build, revision, edition, server } = windowsUpdate.value;
  const ends = WINDOWS_ENDS[build];
  const end = ends === undefined ? undefined : ends[kindOf(edition, server)];
  if (ends === undefined || end === undefined) return undefined;
  const isExtended = build === TEN.build && revision > TEN.lastFree;
  return {
    name: `${ends.name} (${edition}, ${build})`,
    end: isExtended ? TEN.extendedEnd : end,
    asOf: AS_OF,
    system: 'windows',
    from: windowsUpdate.from,
  };
};

const kindOf = (edition: string, server: boolean): Exclude<keyof WindowsEnds, 'name'> => {
  if (server || /^Server/.test(edition)) return 'server';
  if (/^IoTEnterpriseS/.test(edition)) return 'iot';
  if (/^EnterpriseS/.test(edition)) return 'lts';
  return /^(Enterprise|Education|IoTEnterprise|ServerRdsh|PPIPro)/.test(edition) ? 'business' : 'home';
};

/** Lists of updates that were found may still name one that is installed by now. */
export const isNewerMac = (version: string, { macVersion }: UpdateFacts): boolean => {
  if (macVersion.status !== 'ok') return true;
  const [found, own] = [version, macVersion.value.version].map((text) => text.split('.').map(Number));
  for (const at of [0, 1, 2]) {
    const difference = (found?.[at] ?? 0) - (own?.[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
};
