/** Devices for the tests of `drivers`, from a few plain values. */
import { diagnose as diagnoseWith } from '../../../checks/drivers/findings.ts';
import { reads } from '../../../checks/drivers/probe.ts';
import { settings } from '../../../checks/drivers/settings.ts';
import type { AnyFinding, Facts, Reading } from '../../../src/contract.ts';
import type { KernelLine } from '../../../src/sources/kernel-log.ts';
import type { PciDevice } from '../../../src/sources/pci.ts';
import type { WindowsDevice } from '../../../src/sources/windows-devices.ts';
import { type Followed, factsOf, ok } from '../../facts.ts';

export const pci = (ids: string, classId: string, more: Partial<PciDevice> = {}): PciDevice => ({
  slot: '0000:00:1f.6',
  vendorId: ids.slice(0, 4),
  deviceId: ids.slice(5),
  subVendorId: null,
  subDeviceId: null,
  classId,
  driver: null,
  modalias: `pci:${ids}`,
  isBootVga: false,
  ...more,
});

export const windowsDevice = (more: Partial<WindowsDevice>): WindowsDevice => ({
  id: 'PCI\\VEN_8086&DEV_15F3\\3&1',
  name: 'Ethernet Controller I225-V',
  class: 'Net',
  errorCode: 0,
  present: true,
  service: 'e2fexpress',
  problemStatus: null,
  driver: null,
  compatible: [],
  ...more,
});

export const lines = (...texts: readonly string[]): readonly KernelLine[] =>
  texts.map((text, at) => ({ seconds: at * 60, level: 4, text }));

/** The facts of a Linux desktop; everything not named is absent. */
export const linux = (
  values: { readonly [N in keyof typeof reads]?: Facts<typeof reads>[N] },
  followedUp: readonly Followed[] = [],
): Facts<typeof reads> =>
  factsOf(
    reads,
    { platform: on('linux'), clock: NOW, kernelLog: ok([]), kernelTaint: ok(0), ...values },
    followedUp,
  );

export const windows = (
  devices: readonly WindowsDevice[],
  values: { readonly [N in keyof typeof reads]?: Facts<typeof reads>[N] } = {},
  followedUp: readonly Followed[] = [],
): Facts<typeof reads> =>
  factsOf(reads, { platform: on('win32'), clock: NOW, windowsDevices: ok(devices), ...values }, followedUp);

const on = (
  platform: string,
): Reading<Facts<typeof reads>['platform'] extends Reading<infer T> ? T : never> =>
  ok({ platform, release: '6.1.0-56-amd64', arch: 'x64', hostname: 'pc', bootedSecondsAgo: 3600 });

export const NOW = ok({ epochMs: Date.UTC(2026, 10, 24), timeZone: 'UTC' });

export const diagnose = (facts: Facts<typeof reads>) => diagnoseWith(facts, settings);

export const found = (facts: Facts<typeof reads>): readonly AnyFinding[] => diagnose(facts).findings;

/** `drivers/device-no-driver critical`, in their order. */
export const told = (facts: Facts<typeof reads>): readonly string[] =>
  found(facts).map(({ code, severity }) => `${code} ${severity}`);
