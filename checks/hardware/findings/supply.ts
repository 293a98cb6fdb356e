/** A computer that went off without a word, again and again: what is left when heat and crashes are ruled out. */
import type { Finding } from '../../../src/contract.ts';
import { MAC_LOG_SPAN, macDiskLog } from '../../../src/sources/mac-hardware.ts';
import { machineOf } from '../../../src/sources/machine.ts';
import { eventsOf } from '../../../src/sources/windows-events.ts';
import type { Messages } from '../messages.en.ts';
import type { HardwareFacts } from '../probe.ts';
import type { HardwareSettings } from '../settings.ts';
import { isWithin } from '../when.ts';
import { batteriesOf } from './battery.ts';

type Found = Finding<Messages>;

/** `others`: heat or a reported hardware error explains it better. */
export const supplyFindings = (
  facts: HardwareFacts,
  settings: HardwareSettings,
  others: readonly Found[],
): readonly Found[] => {
  if (others.some(({ code }) => BETTER.has(code)) || machineOf(facts).virtual !== null) return [];
  const { times, last, from } = suddenOffs(facts, settings);
  return times < settings.suddenOffs
    ? []
    : [
        {
          code: 'hardware/power-supply-suspect',
          severity: 'warning',
          params: { times, days: settings.suddenOffDays, last },
          evidence: [from],
        },
      ];
};

const BETTER: ReadonlySet<string> = new Set([
  'hardware/overheating',
  'hardware/machine-check',
  'hardware/memory-errors',
]);

interface Offs {
  readonly times: number;
  readonly last: string;
  readonly from: string;
}

const NONE: Offs = { times: 0, last: '', from: '' };

const suddenOffs = (facts: HardwareFacts, { suddenOffDays }: HardwareSettings): Offs => {
  if (facts.clock.status !== 'ok') return NONE;
  const now = facts.clock.value.epochMs;
  if (facts.windowsEvents.status === 'ok') return windowsOffs(facts, now, suddenOffDays);
  if (facts.bootMarks.status === 'ok') return linuxOffs(facts, now, suddenOffDays);
  return macOffs(facts, now, suddenOffDays);
};

/** Event 41 without a stop code and without the power button: scenario 3 of Microsoft's page on it. */
const windowsOffs = (facts: HardwareFacts, now: number, days: number): Offs => {
  const { windowsEvents, windowsHardware } = facts;
  // A laptop whose battery ran empty looks the same.
  if (
    windowsEvents.status !== 'ok' ||
    (windowsHardware.status === 'ok' && windowsHardware.value.batteries.items.length > 0)
  )
    return NONE;
  const offs = eventsOf(windowsEvents.value, 'Microsoft-Windows-Kernel-Power', 41).filter(
    ({ at, fields }) =>
      isWithin(at, now, days) && fields.BugcheckCode === '0' && fields.PowerButtonTimestamp === '0',
  );
  return { times: offs.length, last: offs[0]?.at ?? '', from: windowsEvents.from };
};

/** A start whose journal was never stopped, and no start at all is no sign. */
const linuxOffs = (facts: HardwareFacts, now: number, days: number): Offs => {
  const { bootMarks } = facts;
  if (bootMarks.status !== 'ok' || batteriesOf(facts).length > 0) return NONE;
  const ids = [...new Set(bootMarks.value.map(({ bootId }) => bootId))];
  const offs = ids.slice(0, -1).flatMap((id) => {
    const marks = bootMarks.value.filter(({ bootId }) => bootId === id);
    const isWhole = marks.some(({ event }) => event === 'journal-started');
    const isStopped = marks.some(({ event }) => event === 'journal-stopped' || event === 'shutdown-ordered');
    const lastMs = marks.at(-1)?.epochMs ?? 0;
    return isWhole && !isStopped && now - lastMs <= days * 86_400_000 ? [lastMs] : [];
  });
  return { times: offs.length, last: '', from: bootMarks.from };
};

/** `Previous shutdown cause: 0` (the power went) and `-128` (nobody knows); Apple does not document them. */
const macOffs = (facts: HardwareFacts, now: number, days: number): Offs => {
  const { macHardware } = facts;
  const log = facts.get(macDiskLog(MAC_LOG_SPAN));
  if (log.status !== 'ok' || (macHardware.status === 'ok' && macHardware.value.battery !== null)) return NONE;
  const offs = log.value.filter(
    ({ at, text }) => /Previous shutdown cause: (?:0|-128)\b/.test(text) && isWithin(at, now, days),
  );
  return { times: offs.length, last: offs.at(-1)?.at ?? '', from: log.from };
};
