/** What a check would read on a system: from its sources alone, nothing is asked. */
import type { AnyCheck, Os, Request, Setting, Settings, Source } from '../../contract.ts';
import type { LogRead } from '../../report/logs.ts';
import { systemLogs } from '../../sources/system-logs.ts';

export interface PlannedRead {
  readonly id: string;
  readonly request: Request;
  /** Read only when that one gives nothing. */
  readonly insteadOf?: string;
  /** Read once for each of these, when other reads show them. */
  readonly forEach?: string;
}

export interface CheckPlan {
  readonly check: string;
  readonly reads: readonly PlannedRead[];
  /** Hosts and addresses from the settings: nothing beyond them and what the system itself names is contacted. */
  readonly targets: readonly string[];
}

export const planOf = (check: AnyCheck, settings: Settings, os: Os): CheckPlan => ({
  check: check.id,
  reads: [
    ...Object.values(check.reads).flatMap((source) => chain(source, os)),
    ...check.families.flatMap((family) => familyReads(family, os)),
  ],
  targets: [...new Set(Object.values(settings).flatMap(targetsIn))],
});

/** What `report --logs` reads beside: no check asks for it. */
export const plannedLogs = (os: Os): readonly PlannedRead[] =>
  (systemLogs[os] ?? []).flatMap((log) => logChain(log));

const logChain = ({ id, request, otherwise }: LogRead, insteadOf?: string): readonly PlannedRead[] => [
  { id, request, ...(insteadOf !== undefined && { insteadOf }) },
  ...(otherwise === undefined ? [] : logChain(otherwise, id)),
];

const chain = (source: Source<unknown>, os: Os, insteadOf?: string): readonly PlannedRead[] => {
  const way = source.on[os];
  const here =
    way === undefined
      ? []
      : [{ id: source.id, request: way.request, ...(insteadOf !== undefined && { insteadOf }) }];
  return [...here, ...(source.otherwise === undefined ? [] : chain(source.otherwise, os, source.id))];
};

type FamilyLike = AnyCheck['families'][number];

const familyReads = (family: FamilyLike, os: Os): readonly PlannedRead[] => {
  if ('on' in family) return chain(family, os);
  if (!isCallable(family)) return [];
  const { parameter } = family;
  const made = (placeholder: string): readonly PlannedRead[] => {
    try {
      return chain(family(placeholder), os).map((read) => ({ ...read, forEach: parameter }));
    } catch {
      return [];
    }
  };
  const whole = made(`<${parameter}>`);
  // A parameter of several parts ('address@bytes') is taken apart by its source: then each part has its own.
  return isTakenApart(whole) ? made(parameter.replace(/[a-z-]+/gi, '<$&>')) : whole;
};

const isTakenApart = (reads: readonly PlannedRead[]): boolean =>
  reads.length === 0 ||
  reads.some(({ request }) =>
    textsIn(request).some(
      (text) => text.split('<').length !== text.split('>').length || text.includes('NaN'),
    ),
  );

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [String(value)];

type Callable = Extract<FamilyLike, { parameter: string }> & ((parameter: string) => Source<unknown>);

const isCallable = (family: FamilyLike): family is Callable => typeof family === 'function';

/** Everything in the settings that names a host: a URL, an address, a domain. */
const targetsIn = (value: Setting): readonly string[] => {
  if (typeof value === 'string') return HOST.test(value) ? [value] : [];
  if (typeof value !== 'object') return [];
  return Object.values(value).flatMap(targetsIn);
};

const HOST =
  /^(https?:\/\/\S+|\d{1,3}(\.\d{1,3}){3}(:\d+)?|[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:.]*|([a-z0-9-]+\.)+[a-z]{2,}(:\d+)?)$/i;
