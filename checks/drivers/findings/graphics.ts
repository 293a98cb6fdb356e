/** The picture: on a basic driver, on an NVIDIA driver of two versions, or one that hangs. */
import type { Finding } from '../../../src/contract.ts';
import { machineOf } from '../../../src/sources/machine.ts';
import type { PciDevice } from '../../../src/sources/pci.ts';
import { isFineWithout, pciKind } from '../classes.ts';
import { describedBy, pciParams, systemOf } from '../describe.ts';
import { type GpuReset, gpuResets } from '../log.ts';
import type { Messages } from '../messages.en.ts';
import type { DriverFacts } from '../probe.ts';
import { moduleVersion, nvidiaLibrary } from '../reads/graphics.ts';
import { pciName } from '../reads/system.ts';
import type { DriverSettings } from '../settings.ts';

export const graphicsFindings = (
  facts: DriverFacts,
  settings: DriverSettings,
): readonly Finding<Messages>[] => [
  ...fallbackFindings(facts),
  ...mismatchFindings(facts),
  ...resetFindings(facts, settings),
];

/** Real cards: what a virtual machine shows needs no better driver. */
const realCards = ({ pciDevices }: DriverFacts): readonly PciDevice[] =>
  pciDevices.status === 'ok'
    ? pciDevices.value.filter((device) => pciKind(device) === 'graphics' && !isFineWithout(device))
    : [];

/** What shows the firmware's picture: simpledrm, efidrm, vesadrm and the framebuffers before them. */
const BASIC = /^(?:simple-framebuffer|efi-framebuffer|vesa-framebuffer|simpledrm|efidrm|vesadrm)$/;
const BASIC_FRAMEBUFFER = /^(?:EFI VGA|VESA VGA|simple|simpledrmdrmfb|efidrmdrmfb|vesadrmdrmfb)$/;

/** The basic driver that draws the picture; null where a real one does, or nothing tells. */
const basicDriver = (facts: DriverFacts): string | null => {
  const cards = facts.graphicsCards.status === 'ok' ? facts.graphicsCards.value : [];
  if (cards.some(({ driver }) => driver !== null && !BASIC.test(driver))) return null;
  const card = cards.find(({ driver }) => driver !== null)?.driver;
  if (card !== undefined && card !== null) return card;
  const pictures = facts.framebuffers.status === 'ok' ? facts.framebuffers.value : [];
  return pictures.find((name) => BASIC_FRAMEBUFFER.test(name)) ?? null;
};

/**
 * The card whose place a basic driver takes. A card with a driver of its own is none, whatever draws the
 * console: NVIDIA's leaves that to the firmware's picture.
 */
const replaced = (facts: DriverFacts): PciDevice | undefined => {
  const cards = realCards(facts).filter(({ driver }) => !GIVEN_AWAY.has(driver ?? ''));
  if (basicDriver(facts) === null || cards.some(({ driver }) => driver !== null)) return undefined;
  if (machineOf(facts).virtual !== null) return undefined;
  return cards.find(({ isBootVga }) => isBootVga) ?? cards[0];
};

/** To virtual machines. */
const GIVEN_AWAY: ReadonlySet<string> = new Set(['vfio-pci', 'pci-stub', 'xen-pciback']);

export const isOnFallback = (facts: DriverFacts): boolean => replaced(facts) !== undefined;

const SAFE_MODE = /^(?:single|rescue|emergency|1|s|systemd\.unit=(?:rescue|emergency)\.target)$/i;

const fallbackFindings = (facts: DriverFacts): readonly Finding<Messages>[] => {
  const driver = basicDriver(facts);
  const card = replaced(facts);
  const words = facts.commandLine.status === 'ok' ? facts.commandLine.value : [];
  if (driver === null || card === undefined) return [];
  // In safe mode it is meant so.
  if (words.some((word) => SAFE_MODE.test(word))) return [];
  return [
    {
      code: 'drivers/gpu-fallback',
      severity: 'warning',
      subject: card.slot,
      params: {
        ...pciParams(card, 'graphics', facts),
        driver,
        nomodeset: words.includes('nomodeset'),
        system: systemOf(facts),
      },
      evidence: [
        facts.pciDevices.from,
        ...describedBy(facts.graphicsCards),
        ...describedBy(facts.framebuffers),
        ...describedBy(facts.commandLine),
      ],
    },
  ];
};

const mismatchFindings = (facts: DriverFacts): readonly Finding<Messages>[] => {
  if (facts.nvidiaLoaded.status !== 'ok') return [];
  const loaded = facts.nvidiaLoaded.value;
  const installed = facts.get(moduleVersion('nvidia'));
  const library = facts.get(nvidiaLibrary('nvidia-smi'));
  const other =
    installed.status === 'ok' && installed.value !== loaded
      ? installed
      : library.status === 'ok' && library.value.mismatch
        ? { ...library, value: library.value.version }
        : undefined;
  return other === undefined
    ? []
    : [
        {
          code: 'drivers/gpu-library-mismatch',
          severity: 'critical',
          params: { loaded, installed: other.value },
          evidence: [facts.nvidiaLoaded.from, other.from],
        },
      ];
};

const DAY_SECONDS = 24 * 3600;

/** Fell off the bus, and memory errors that cannot be put right: one is enough. */
const GRAVE_XIDS: ReadonlySet<number> = new Set([48, 79]);

const resetFindings = (facts: DriverFacts, settings: DriverSettings): readonly Finding<Messages>[] => {
  if (facts.kernelLog.status !== 'ok') return [];
  const now = facts.platform.status === 'ok' ? facts.platform.value.bootedSecondsAgo : 0;
  const recent = gpuResets(facts.kernelLog.value).filter(
    ({ seconds }) => seconds === null || now - seconds < settings.gpuResetDays * DAY_SECONDS,
  );
  const drivers = [...new Set(recent.map(({ driver }) => driver))];
  return drivers.flatMap((driver): readonly Finding<Messages>[] => {
    const resets = recent.filter((reset) => reset.driver === driver);
    const xids = [...new Set(resets.flatMap(({ xid }) => xid ?? []))];
    const isGrave = xids.some((xid) => GRAVE_XIDS.has(xid));
    if (resets.length < settings.gpuResets && !isGrave) return [];
    return [
      {
        code: 'drivers/gpu-resets',
        severity: isGrave ? 'critical' : 'warning',
        params: {
          driver,
          name: nameOf(resets, facts),
          count: resets.length,
          days: settings.gpuResetDays,
          xids,
          bugcheck: '',
        },
        evidence: [facts.kernelLog.from],
      },
    ];
  });
};

const nameOf = (resets: readonly GpuReset[], facts: DriverFacts): string => {
  const slot = resets.find((reset) => reset.slot !== '')?.slot ?? '';
  const name = facts.get(pciName(slot.includes('.') ? slot : `${slot}.0`));
  return name.status === 'ok' ? name.value.model : '';
};
