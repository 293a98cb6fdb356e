/** Whether programs get the memory they need, and how much there is. */
import type { Finding } from '../../../src/contract.ts';
import type { Messages } from '../messages.en.ts';
import type { Consumer, MemoryPressure } from '../params.ts';
import type { PerformanceFacts } from '../probe.ts';
import { mostMemory } from '../programs.ts';
import type { PerformanceSettings } from '../settings.ts';
import type { View } from '../view.ts';

type Found = readonly Finding<Messages>[];

export const consumers = (view: View): readonly Consumer[] =>
  mostMemory(view.programs).map(({ name, count, bytes }) => ({ name, count, bytes }));

export const memoryPressure = (facts: PerformanceFacts, view: View, settings: PerformanceSettings): Found => {
  const seen = { linux, win32: windows, darwin: mac }[view.system](facts, settings);
  if (seen === undefined) return [];
  const { severity, from, ...params } = seen;
  return [
    {
      code: 'performance/memory-pressure',
      severity,
      params: { ...params, totalBytes: view.totalBytes, most: consumers(view) },
      evidence: [from],
    },
  ];
};

type Seen =
  | (Pick<MemoryPressure, 'how' | 'pct' | 'availableBytes'> & {
      readonly severity: 'critical' | 'warning';
      readonly from: string;
    })
  | undefined;

/** Where the kernel counts how long programs wait for memory nothing else needs to be asked: a full cache or swap is no trouble. */
const linux = (
  { memoryPressure: waiting, memory }: PerformanceFacts,
  settings: PerformanceSettings,
): Seen => {
  const known = memory.status === 'ok' ? memory.value : null;
  const availableBytes = known?.availableBytes ?? null;
  if (waiting.status === 'ok') {
    const pct = waiting.value.full?.avg60 ?? 0;
    if (pct < settings.warnMemoryWaitPct) return undefined;
    const severity = pct >= settings.criticalMemoryWaitPct ? 'critical' : 'warning';
    return { how: 'waiting', pct, availableBytes, severity, from: waiting.from };
  }
  if (memory.status !== 'ok' || known === null || availableBytes === null) return undefined;
  const pct = (100 * availableBytes) / known.totalBytes;
  const swapPct = known.swapTotalBytes === 0 ? 100 : 100 - (100 * known.swapFreeBytes) / known.swapTotalBytes;
  return pct < settings.lowAvailablePct && swapPct > settings.fullSwapPct
    ? { how: 'available', pct, availableBytes, severity: 'warning', from: memory.from }
    : undefined;
};

/** What programs were promised, of what memory and page file can hold; the standby list is not in it. */
const windows = ({ windowsLoad }: PerformanceFacts, settings: PerformanceSettings): Seen => {
  if (windowsLoad.status !== 'ok') return undefined;
  const { committedPct, availableBytes } = windowsLoad.value.memory;
  return committedPct === null || committedPct < settings.warnCommittedPct
    ? undefined
    : { how: 'committed', pct: committedPct, availableBytes, severity: 'warning', from: windowsLoad.from };
};

/** Compressed memory and swap are how macOS works; only what it calls pressure itself counts. */
const mac = ({ macLoad }: PerformanceFacts): Seen => {
  const level = macLoad.status === 'ok' ? macLoad.value.pressureLevel : null;
  if (level !== 2 && level !== 4) return undefined;
  return {
    how: 'level',
    pct: null,
    availableBytes: null,
    severity: level === 4 ? 'critical' : 'warning',
    from: macLoad.from,
  };
};

const GB = 1024 ** 3;
/** The firmware and built-in graphics keep a part of it. */
const KEPT = 0.88;
/** Windows 11 is the one that asks for 4 GB. */
const WINDOWS_11 = 22_000;
/** With less of it free, it is in use. */
const ROOMY_PCT = 30;

/** Programs that only run where somebody sits in front of a screen. */
const DESKTOP =
  /^(?:gnome-shell|plasmashell|kwin_(?:x11|wayland)|cinnamon|mate-panel|xfce4-panel|lxqt-panel|lxpanel|budgie-panel|sway|Hyprland|mutter-x11-fram|WindowServer)$/;

export const lowRam = (facts: PerformanceFacts, view: View, settings: PerformanceSettings): Found => {
  if (view.totalBytes === null || view.isWsl) return [];
  return [...lostMemory(facts, view, settings), ...littleMemory(facts, view, settings)];
};

const littleMemory = (facts: PerformanceFacts, view: View, settings: PerformanceSettings): Found => {
  const { windowsLoad, memory } = facts;
  const windowsFacts = windowsLoad.status === 'ok' ? windowsLoad.value : null;
  const isDesktop =
    windowsFacts === null
      ? view.system === 'darwin' || view.programs.some(({ name }) => DESKTOP.test(name))
      : !windowsFacts.isServer;
  const bytes = windowsFacts?.installedBytes ?? view.totalBytes ?? 0;
  // Modules and macOS tell what is built in, everything else what the firmware left of it.
  const isExact = windowsFacts?.installedBytes != null || view.system === 'darwin';
  const isBelow = (gb: number): boolean => bytes < gb * GB * (isExact ? 1 : KEPT);
  if (!isDesktop || !isBelow(settings.desktopMemoryGb)) return [];
  const isTooLittle = isBelow(settings.leastMemoryGb);
  const available =
    windowsFacts?.memory.availableBytes ?? (memory.status === 'ok' ? memory.value.availableBytes : null);
  const isRoomy =
    available !== null && view.totalBytes !== null && (100 * available) / view.totalBytes >= ROOMY_PCT;
  const severity =
    isTooLittle && windowsFacts !== null && (windowsFacts.build ?? 0) >= WINDOWS_11
      ? 'critical'
      : isTooLittle || !isRoomy
        ? 'warning'
        : 'info';
  return [
    {
      code: 'performance/low-ram',
      severity,
      params: {
        what: 'little',
        bytes,
        installedBytes: windowsFacts?.installedBytes ?? null,
        wantedGb: isTooLittle ? settings.leastMemoryGb : settings.desktopMemoryGb,
        freeSlots: freeSlots(facts),
      },
      evidence: [
        windowsFacts !== null
          ? windowsLoad.from
          : view.system === 'darwin'
            ? facts.macLoad.from
            : memory.from,
      ],
    },
  ];
};

/** Intel's and AMD's graphics may be a part of the processor, and then take their share. */
const MAY_SHARE = /VEN_(?:8086|1002|1022)\b/i;

const lostMemory = ({ windowsLoad }: PerformanceFacts, view: View, settings: PerformanceSettings): Found => {
  if (windowsLoad.status !== 'ok' || view.isVirtual) return [];
  const { installedBytes, memory, adapters } = windowsLoad.value;
  if (installedBytes === null || adapters.length === 0 || adapters.some((one) => MAY_SHARE.test(one)))
    return [];
  if (installedBytes - memory.totalBytes <= settings.lostMemoryGb * GB) return [];
  return [
    {
      code: 'performance/low-ram',
      severity: 'warning',
      subject: 'lost',
      params: {
        what: 'lost',
        bytes: memory.totalBytes,
        installedBytes,
        wantedGb: settings.lostMemoryGb,
        freeSlots: null,
      },
      evidence: [windowsLoad.from],
    },
  ];
};

const freeSlots = ({ windowsLoad }: PerformanceFacts): number | null => {
  if (windowsLoad.status !== 'ok' || windowsLoad.value.slots === null) return null;
  return Math.max(0, windowsLoad.value.slots - windowsLoad.value.usedSlots);
};
