/** Linux: devices without a driver, those whose driver gave up, and those without their firmware. */
import type { Finding } from '../../../src/contract.ts';
import type { KernelLine } from '../../../src/sources/kernel-log.ts';
import { EFFECTS, pciKind } from '../classes.ts';
import { installCommand, packageFor } from '../data/firmware.ts';
import { describedBy, distributions, namedOnly, pciParams, systemOf, usbParams } from '../describe.ts';
import { type LackingUsb, lackingPci, lackingUsb, silentUsb } from '../devices.ts';
import { type FirmwareLoss, firmwareLosses, lostWindows, type ProbeFailure, probeFailures } from '../log.ts';
import type { Messages } from '../messages.en.ts';
import { areModulesGone, isLoaded, knownFor } from '../modules.ts';
import type { DeviceKind, DeviceParams } from '../params.ts';
import type { DriverFacts } from '../probe.ts';
import { modulesFor } from '../reads/modprobe.ts';
import { isOnFallback } from './graphics.ts';

export const linuxDeviceFindings = (facts: DriverFacts): readonly Finding<Messages>[] => {
  const lines = facts.kernelLog.status === 'ok' ? facts.kernelLog.value : [];
  const firmware = lossesThatMatter(facts, lines);
  const lost = new Set(firmware.map(({ device }) => device));
  return [
    ...firmware.map((loss) => firmwareFinding(loss, facts)),
    ...pciFindings(facts, lines, lost),
    ...usbFindings(facts, lines, lost),
    ...keptOutFindings(facts),
  ];
};

/**
 * The driver gave up, or is not bound, or the network card cannot be switched on (e100 says nothing more).
 * A device that works had something older, or can do without.
 */
const lossesThatMatter = (facts: DriverFacts, lines: readonly KernelLine[]): readonly FirmwareLoss[] => {
  const without = new Set([
    ...lackingPci(facts).map(({ device }) => device.slot),
    ...lackingUsb(facts).flatMap(({ interfaces }) => interfaces),
  ]);
  const started = facts.startedNetworkCards;
  const isDead = (slot: string): boolean =>
    facts.pciDevices.status === 'ok' &&
    facts.pciDevices.value.some((device) => device.slot === slot && device.classId.startsWith('02')) &&
    started.status === 'ok' &&
    !started.value.includes(slot);
  return firmwareLosses(lines).filter(
    ({ device, gaveUp }) => gaveUp || without.has(device) || isDead(device),
  );
};

const firmwareFinding = (loss: FirmwareLoss, facts: DriverFacts): Finding<Messages> => {
  const params = lossParams(loss, facts);
  const ids = distributions(facts);
  const file = loss.files.at(-1) ?? '';
  return {
    code: 'drivers/firmware-missing',
    severity: 'critical',
    subject: loss.device,
    params: {
      ...params,
      driver: loss.driver,
      files: loss.files.slice(-3),
      package: packageFor(file, ids),
      install: installCommand(ids),
    },
    explains: EFFECTS[params.kind],
    evidence: [facts.kernelLog.from],
  };
};

const lossParams = ({ device }: FirmwareLoss, facts: DriverFacts): DeviceParams => {
  if (device.startsWith('hci')) return namedOnly(device, 'bluetooth');
  const pci =
    facts.pciDevices.status === 'ok' ? facts.pciDevices.value.find(({ slot }) => slot === device) : undefined;
  if (pci !== undefined) return pciParams(pci, pciKind(pci) ?? 'other', facts);
  const usb =
    facts.usbDevices.status === 'ok'
      ? facts.usbDevices.value.find(({ interfaces }) => interfaces.some(({ name }) => name === device))
      : undefined;
  return usb === undefined ? namedOnly(device, 'other') : usbParams(usb, 'other', facts);
};

const pciFindings = (
  facts: DriverFacts,
  lines: readonly KernelLine[],
  lost: ReadonlySet<string>,
): readonly Finding<Messages>[] => {
  const failures = probeFailures(lines);
  const windows = lostWindows(lines);
  // Switchable graphics whose second card is meant to be off; a WiGig chip beside the Wi-Fi.
  const hasOther = (kind: DeviceKind): boolean =>
    (kind === 'graphics' || kind === 'wifi') &&
    facts.pciDevices.status === 'ok' &&
    facts.pciDevices.value.some((device) => pciKind(device) === kind && device.driver !== null);
  return lackingPci(facts).flatMap(({ device, kind }): readonly Finding<Messages>[] => {
    if (lost.has(device.slot)) return [];
    // The picture is there all the same: `drivers/gpu-fallback` says what is to be said.
    if (kind === 'graphics' && isOnFallback(facts)) return [];
    const params = pciParams(device, kind, facts);
    const evidence = [facts.pciDevices.from];
    if (windows.includes(device.slot)) {
      return [
        {
          code: 'drivers/resource-conflict',
          severity: 'warning',
          subject: device.slot,
          params: { on: 'device', ...params, ...NO_TROUBLE, action: 'unplug-newest' },
          evidence: [...evidence, facts.kernelLog.from],
        },
      ];
    }
    const failure = failures.findLast((one) => one.device === device.slot);
    if (failure !== undefined) return [startFailed(params, failure, facts, evidence)];
    const known = knownFor(device.modalias, facts);
    return [
      {
        code: 'drivers/device-no-driver',
        severity: hasOther(kind) || known.byPackage ? 'warning' : 'critical',
        subject: device.slot,
        params: {
          ...params,
          module: known.module,
          blockedBy: known.blockedBy,
          loaded: known.module !== '' && isLoaded(known.module, facts),
          modulesGone: areModulesGone(facts),
          problem: 0,
          system: systemOf(facts),
        },
        explains: EFFECTS[kind],
        evidence: [...evidence, ...describedBy(facts.get(modulesFor(device.modalias)))],
      },
    ];
  });
};

const NO_TROUBLE = {
  problem: 0,
  symbol: '',
  action: 'power-cycle',
  status: '',
  driver: '',
  version: '',
  date: '',
} as const;

const startFailed = (
  params: DeviceParams,
  failure: ProbeFailure,
  facts: DriverFacts,
  evidence: readonly string[],
): Finding<Messages> => ({
  code: 'drivers/device-start-failed',
  severity: 'critical',
  subject: params.where,
  params: { ...params, ...NO_TROUBLE, status: String(failure.error), driver: failure.driver },
  evidence: [...evidence, facts.kernelLog.from],
});

const usbFindings = (
  facts: DriverFacts,
  lines: readonly KernelLine[],
  lost: ReadonlySet<string>,
): readonly Finding<Messages>[] => {
  const failures = probeFailures(lines);
  const silent = silentUsb(facts).filter(({ modalias }) => {
    const { module } = knownFor(modalias, facts);
    // One that is loaded has looked at the device and left it alone.
    return module !== '' && !DEVICE_MODULES.has(module) && !isLoaded(module, facts);
  });
  return [...lackingUsb(facts), ...silent].flatMap((lacking): readonly Finding<Messages>[] => {
    if (lacking.interfaces.some((name) => lost.has(name))) return [];
    const failure = failures.findLast(({ device }) => lacking.interfaces.includes(device));
    const params = usbParams(lacking.device, lacking.kind, facts);
    return failure === undefined
      ? [usbFinding(lacking, params, facts)]
      : [startFailed(params, failure, facts, [facts.usbDevices.from])];
  });
};

/** They serve a device as a whole, beside the drivers of its interfaces. */
const DEVICE_MODULES: ReadonlySet<string> = new Set(['apple_mfi_fastcharge', 'usbcore']);

const usbFinding = (
  { kind, modalias }: LackingUsb,
  params: DeviceParams,
  facts: DriverFacts,
): Finding<Messages> => {
  const known = knownFor(modalias, facts);
  return {
    code: 'drivers/device-no-driver',
    severity: known.byPackage ? 'info' : kind === 'other' ? 'warning' : 'critical',
    subject: params.where,
    params: {
      ...params,
      module: known.module,
      blockedBy: known.blockedBy,
      loaded: known.module !== '' && isLoaded(known.module, facts),
      modulesGone: areModulesGone(facts),
      problem: 0,
      system: systemOf(facts),
    },
    explains: EFFECTS[kind],
    evidence: [
      facts.usbDevices.from,
      ...(modalias === undefined ? [] : describedBy(facts.get(modulesFor(modalias)))),
    ],
  };
};

/** Kept out by a rule of this computer: USBGuard, `authorized_default`. */
const keptOutFindings = (facts: DriverFacts): readonly Finding<Messages>[] =>
  facts.usbDevices.status !== 'ok'
    ? []
    : facts.usbDevices.value
        .filter(({ authorized }) => !authorized)
        .map((device) => ({
          code: 'drivers/device-disabled',
          severity: 'warning',
          subject: device.port,
          params: { ...usbParams(device, 'other', facts), ...NO_TROUBLE, action: 'enable' },
          explains: [],
          evidence: [facts.usbDevices.from],
        }));
