/** Linux: a kernel that crashed, in this start or before it. */
import type { Finding } from '../../../src/contract.ts';
import { parseIsoTime } from '../../../src/sources/calendar.ts';
import { isTainted, TAINT } from '../../../src/sources/health-counters.ts';
import { machineOf } from '../../../src/sources/machine.ts';
import type { Messages } from '../messages.en.ts';
import { crashesIn, type KernelCrash } from '../oops.ts';
import type { Crash } from '../params.ts';
import type { SafeModeFacts } from '../probe.ts';
import { keptFolder, keptPath, pstorePath, record, recordTime } from '../reads/crash.ts';
import type { SafeModeSettings } from '../settings.ts';
import { startsOf } from '../starts.ts';

type Found = Finding<Messages>;

interface Seen {
  readonly when: Crash['when'];
  /** Null where only its day, or nothing at all, is known. */
  readonly atMs: number | null;
  readonly crash: KernelCrash | null;
  readonly from: string;
}

export const crashFindings = (facts: SafeModeFacts, settings: SafeModeSettings): readonly Found[] => {
  const seen = seenCrashes(facts, settings);
  const told =
    seen.find(({ crash }) => crash !== null && crash.place !== '') ??
    seen.find(({ crash }) => crash !== null) ??
    seen[0];
  if (told === undefined) return [];
  return [
    {
      code: 'safe-mode/bugcheck',
      severity: seen.length >= settings.criticalCrashes ? 'critical' : 'warning',
      params: {
        on: 'linux',
        when: told.when,
        kind: told.crash?.kind ?? 'panic',
        line: told.crash?.line ?? '',
        name: '',
        class: told.crash !== null && told.crash.module !== '' ? 'driver' : '',
        place: told.crash?.place ?? '',
        count: seen.length,
        days: settings.crashDays,
        noDump: false,
      },
      evidence: [told.from],
      // One that the computer survived ended no start, and one crash does not explain two sudden ends.
      explains:
        suddenEnds(facts) <= seen.filter(({ when }) => when !== 'now').length
          ? ['safe-mode/unexpected-shutdown']
          : [],
    },
  ];
};

const suddenEnds = ({ bootMarks }: SafeModeFacts): number =>
  bootMarks.status === 'ok' ? startsOf(bootMarks.value).filter(({ end }) => end === 'sudden').length : 0;

/** Each crash once, the newest first. */
const seenCrashes = (facts: SafeModeFacts, settings: SafeModeSettings): readonly Seen[] => {
  const records = [...inFirmware(facts), ...kept(facts, settings)];
  const before = beforeThis(facts);
  // The journal's last lines and the firmware's record are of the same crash.
  const isTold = records.some(({ when }) => when === 'before');
  const all = [...now(facts), ...records, ...(isTold ? [] : before)];
  return [...all, ...dumps(facts, settings, all)];
};

/** A host that is busy holds up the processors of its guests: then they seem to hang. */
const ofNote = (crash: KernelCrash, facts: SafeModeFacts): boolean =>
  crash.kind !== 'lockup' || machineOf(facts).virtual === null;

const now = (facts: SafeModeFacts): readonly Seen[] => {
  const { kernelLog, taint } = facts;
  const told =
    kernelLog.status === 'ok' ? crashesIn(kernelLog.value).filter((one) => ofNote(one, facts)) : [];
  const [first] = told;
  if (first !== undefined) return [{ when: 'now', atMs: null, crash: first, from: kernelLog.from }];
  // The mark stays when the lines have been pushed out, and everybody may read it.
  return taint.status === 'ok' && isTainted(taint.value, TAINT.died)
    ? [
        {
          when: 'now',
          atMs: null,
          crash: { kind: 'oops', line: '', place: '', module: '' },
          from: taint.from,
        },
      ]
    : [];
};

const beforeThis = (facts: SafeModeFacts): readonly Seen[] => {
  const { lastStartKernelLog: log } = facts;
  if (log.status !== 'ok') return [];
  const [first] = crashesIn(log.value).filter((one) => ofNote(one, facts));
  return first === undefined
    ? []
    : [{ when: 'before', atMs: log.value.at(-1)?.epochMs ?? null, crash: first, from: log.from }];
};

/** Still in the firmware: of the last crash, in several parts. */
const inFirmware = (facts: SafeModeFacts): readonly Seen[] => {
  if (facts.pstore.status !== 'ok' || facts.pstore.value.length === 0) return [];
  const parts = facts.pstore.value.map((name) => facts.get(record(pstorePath(name))));
  const crash = parts.flatMap((part) => (part.status === 'ok' ? crashesIn(part.value) : []))[0];
  // A console log is kept of every start; only a crash in it is one.
  const isDump = facts.pstore.value.some((name) => name.startsWith('dmesg'));
  return crash === undefined && !isDump
    ? []
    : [{ when: 'before', atMs: null, crash: crash ?? null, from: facts.pstore.from }];
};

/** A few minutes: it is moved there while the system starts. */
const WHILE_STARTING_MS = 15 * 60_000;

const kept = (facts: SafeModeFacts, { crashDays }: SafeModeSettings): readonly Seen[] => {
  if (facts.pstoreKept.status !== 'ok' || facts.clock.status !== 'ok') return [];
  const nowMs = facts.clock.value.epochMs;
  const startedMs =
    facts.platform.status === 'ok' ? nowMs - facts.platform.value.bootedSecondsAgo * 1000 : nowMs;
  return [...facts.pstoreKept.value].reverse().flatMap((name): readonly Seen[] => {
    const time = facts.get(recordTime(keptPath(name)));
    const atMs = time.status === 'ok' ? parseIsoTime(time.value) : null;
    if (atMs === null || nowMs - atMs > crashDays * 86_400_000) return [];
    const files = facts.get(keptFolder(name));
    const crash =
      files.status !== 'ok'
        ? undefined
        : files.value.flatMap((file) => {
            const part = facts.get(record(keptPath(name, file)));
            return part.status === 'ok' ? crashesIn(part.value) : [];
          })[0];
    const isLast = atMs >= startedMs - WHILE_STARTING_MS;
    return [{ when: isLast ? 'before' : 'earlier', atMs, crash: crash ?? null, from: facts.pstoreKept.from }];
  });
};

/** kdump's are of crashes that pstore may hold too: of the same hour, they are one. */
const dumps = (
  { kdumps, clock }: SafeModeFacts,
  { crashDays }: SafeModeSettings,
  others: readonly Seen[],
): readonly Seen[] => {
  if (kdumps.status !== 'ok' || clock.status !== 'ok') return [];
  const nowMs = clock.value.epochMs;
  return kdumps.value.flatMap((iso): readonly Seen[] => {
    const atMs = parseIsoTime(iso);
    if (atMs === null || nowMs - atMs > crashDays * 86_400_000 || atMs > nowMs + 86_400_000) return [];
    const isKnown = others.some((one) => one.atMs !== null && Math.abs(one.atMs - atMs) < 3_600_000);
    return isKnown ? [] : [{ when: 'earlier', atMs, crash: null, from: kdumps.from }];
  });
};
