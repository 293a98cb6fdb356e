/** What is read: the devices and their drivers, then what only matters where one is missing. */
import type { Facts, Source } from '../../src/contract.ts';
import { commandLine } from '../../src/sources/command-line.ts';
import { kernelLog } from '../../src/sources/kernel-log.ts';
import { machineReads } from '../../src/sources/machine.ts';
import { kernelModules, modulesFolder } from '../../src/sources/modules.ts';
import { pciDevices } from '../../src/sources/pci.ts';
import { clock, osRelease, placeOf, placeReads } from '../../src/sources/system.ts';
import { usbDevices } from '../../src/sources/usb.ts';
import { windowsDevices } from '../../src/sources/windows-devices.ts';
import { windowsEvents } from '../../src/sources/windows-events.ts';
import { lackingPci, lackingUsb, silentUsb } from './devices.ts';
import { firmwareLosses, gpuResets } from './log.ts';
import { modprobeFiles, unbuilt } from './modules.ts';
import { dkmsFailure, dkmsLimits, dkmsModule, dkmsModules, kernelHeaders } from './reads/dkms.ts';
import { framebuffers, graphicsCards, moduleVersion, nvidiaLibrary, nvidiaLoaded } from './reads/graphics.ts';
import { foreignExtensions, graphicsReports, systemExtensions } from './reads/macos.ts';
import { MODPROBE_FOLDERS, modprobeFolder, modprobeRules, modulesFor } from './reads/modprobe.ts';
import { firmwareOffers, ubuntuDrivers, windowsOffers } from './reads/offers.ts';
import { kernelTaint, pciName, secureBoot, startedNetworkCards } from './reads/system.ts';
import { windowsAgain } from './reads/windows.ts';
import { isUnsettled } from './windows.ts';

export const reads = {
  ...placeReads,
  ...machineReads,
  clock,
  osRelease,
  pciDevices,
  usbDevices,
  kernelLog,
  kernelModules,
  kernelTaint,
  commandLine,
  secureBoot,
  startedNetworkCards,
  graphicsCards,
  framebuffers,
  nvidiaLoaded,
  dkmsModules,
  firmwareOffers,
  ubuntuDrivers,
  windowsDevices,
  windowsEvents,
  systemExtensions,
  foreignExtensions,
  graphicsReports,
};

export type DriverFacts = Facts<typeof reads>;

export const families = [
  modulesFolder,
  pciName,
  modulesFor,
  modprobeFolder,
  modprobeRules,
  moduleVersion,
  nvidiaLibrary,
  dkmsModule,
  dkmsLimits,
  dkmsFailure,
  kernelHeaders,
  windowsAgain,
  windowsOffers,
];

/** However many devices a server has, and whatever lies in a folder. */
const MOST_DEVICES = 12;
const MOST_MODULES = 40;

export const followUps = (facts: DriverFacts): readonly Source<unknown>[] => {
  if (placeOf(facts) !== 'computer') return [];
  return [
    ...deviceFollowUps(facts),
    ...graphicsFollowUps(facts),
    ...dkmsFollowUps(facts),
    ...windowsFollowUps(facts),
  ];
};

const deviceFollowUps = (facts: DriverFacts): readonly Source<unknown>[] => {
  const pci = lackingPci(facts);
  const usb = [...lackingUsb(facts), ...silentUsb(facts)];
  const lines = facts.kernelLog.status === 'ok' ? facts.kernelLog.value : [];
  const slots = [
    ...pci.map(({ device }) => device.slot),
    ...firmwareLosses(lines).map(({ device }) => device),
    ...gpuResets(lines).map(({ slot }) => slot),
  ].filter((slot) => isSlotOf(slot, facts));
  const modaliases = [
    ...pci.map(({ device }) => device.modalias),
    ...usb.flatMap(({ modalias }) => modalias ?? []),
  ].filter((modalias) => /^[\w:*-]{1,200}$/.test(modalias));
  const asked = [...new Set(modaliases)].slice(0, MOST_DEVICES).map(modulesFor);
  const isKnown = asked.some((source) => {
    const reading = facts.get(source);
    return reading.status === 'ok' && reading.value.length > 0;
  });
  return [
    ...[...new Set(slots)].slice(0, MOST_DEVICES).map(pciName),
    ...asked,
    ...(pci.length + usb.length > 0 && facts.platform.status === 'ok'
      ? [modulesFolder(facts.platform.value.release)]
      : []),
    ...(isKnown ? [...MODPROBE_FOLDERS.map(modprobeFolder), ...modprobeFiles(facts).map(modprobeRules)] : []),
  ];
};

const isSlotOf = (slot: string, { pciDevices: devices }: DriverFacts): boolean =>
  devices.status === 'ok' && devices.value.some((device) => device.slot === slot);

const graphicsFollowUps = ({ nvidiaLoaded: loaded }: DriverFacts): readonly Source<unknown>[] =>
  loaded.status === 'ok' ? [moduleVersion('nvidia'), nvidiaLibrary('nvidia-smi')] : [];

const dkmsFollowUps = (facts: DriverFacts): readonly Source<unknown>[] => {
  if (facts.dkmsModules.status !== 'ok' || facts.platform.status !== 'ok') return [];
  const missing = unbuilt(facts);
  return [
    ...facts.dkmsModules.value.slice(0, MOST_MODULES).map(dkmsModule),
    ...missing.flatMap(({ path }) => [dkmsLimits(path), dkmsFailure(path)]),
    ...(missing.length > 0 ? [kernelHeaders(facts.platform.value.release)] : []),
  ];
};

/** Some devices are marked for a moment while they start: looked at twice. */
const windowsFollowUps = ({ windowsDevices: devices }: DriverFacts): readonly Source<unknown>[] =>
  devices.status === 'ok'
    ? [...(devices.value.some(isUnsettled) ? [windowsAgain('problems')] : []), windowsOffers('drivers')]
    : [];
