/** What the readings mean. Synchronous and pure: the same facts give the same findings in the same order. */
import type { Diagnosis, Finding, Reading, Unknown } from '../../src/contract.ts';
import { unknown } from '../../src/contract.ts';
import { placeOf } from '../../src/sources/system.ts';
import { silentUsb } from './devices.ts';
import { graphicsFindings } from './findings/graphics.ts';
import { linuxDeviceFindings } from './findings/linux-devices.ts';
import { linuxKernelFindings } from './findings/linux-kernel.ts';
import { macFindings } from './findings/macos.ts';
import { windowsFindings } from './findings/windows.ts';
import type { Messages } from './messages.en.ts';
import type { DriverFacts } from './probe.ts';
import { dkmsModule } from './reads/dkms.ts';
import { nvidiaLibrary } from './reads/graphics.ts';
import { modulesFor } from './reads/modprobe.ts';
import { windowsOffers } from './reads/offers.ts';
import type { DriverSettings } from './settings.ts';

export const diagnose = (facts: DriverFacts, settings: DriverSettings): Diagnosis<Messages> => {
  const place = placeOf(facts);
  // The devices belong to the host; under WSL to Windows.
  if (place !== 'computer') return { findings: [], skipped: place };
  const findings: readonly Finding<Messages>[] = [
    ...linuxDeviceFindings(facts),
    ...graphicsFindings(facts, settings),
    ...linuxKernelFindings(facts),
    ...windowsFindings(facts, settings),
    ...macFindings(facts, settings),
  ];
  return { findings, unknown: unseen(facts) };
};

const unseen = (facts: DriverFacts): readonly Unknown[] => {
  const system = facts.platform.status === 'ok' ? facts.platform.value.platform : '';
  if (system === 'win32') {
    return [
      ...seenOr([facts.windowsDevices, facts.windowsEvents]),
      ...offersLeftOut([facts.get(windowsOffers('drivers'))]),
    ];
  }
  if (system === 'darwin') {
    return [
      ...seenOr([facts.systemExtensions]),
      ...presentOr([facts.foreignExtensions, facts.graphicsReports]),
    ];
  }
  return [
    ...seenOr([facts.kernelLog, facts.kernelTaint]),
    // What is not there cannot be broken: a board without PCI, a kernel without modules, no fwupd.
    ...presentOr([
      facts.pciDevices,
      facts.usbDevices,
      facts.kernelModules,
      facts.graphicsCards,
      facts.nvidiaLoaded,
      facts.dkmsModules,
      ...(facts.dkmsModules.status === 'ok'
        ? facts.dkmsModules.value.map((name) => facts.get(dkmsModule(name)))
        : []),
      ...(facts.nvidiaLoaded.status === 'ok' ? [facts.get(nvidiaLibrary('nvidia-smi'))] : []),
      // Whether a device that says nothing of itself misses a driver, only modprobe knows.
      ...silentUsb(facts).flatMap(({ modalias }) =>
        modalias === undefined ? [] : [facts.get(modulesFor(modalias))],
      ),
    ]),
    ...offersLeftOut([facts.firmwareOffers, facts.ubuntuDrivers]),
  ];
};

/** That nothing newer could be asked for, without a network say, leaves no trouble unseen. */
const offersLeftOut = (readings: readonly Reading<unknown>[]): readonly Unknown[] =>
  seenOr(readings.filter(({ status }) => status === 'left-out'));

const seenOr = (readings: readonly Reading<unknown>[]): readonly Unknown[] =>
  readings.flatMap((reading) => (reading.status === 'ok' ? [] : [unknown(reading)]));

const presentOr = (readings: readonly Reading<unknown>[]): readonly Unknown[] =>
  seenOr(readings.filter(({ status }) => status !== 'absent' && status !== 'unsupported'));
