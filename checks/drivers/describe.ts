/** What the findings carry of a device: its name, its ids, and where its driver is to be had. */
import type { Reading } from '../../src/contract.ts';
import { outdated } from '../../src/sources/dated.ts';
import { machineOf } from '../../src/sources/machine.ts';
import type { PciDevice } from '../../src/sources/pci.ts';
import type { UsbDevice } from '../../src/sources/usb.ts';
import type { WindowsDevice } from '../../src/sources/windows-devices.ts';
import { windowsKind } from './classes.ts';
import { asOf, type Maker, PCI_MAKERS, USB_MAKERS } from './data/makers.ts';
import type { DeviceKind, DeviceParams, System } from './params.ts';
import type { DriverFacts } from './probe.ts';
import { pciName } from './reads/system.ts';

export const systemOf = (facts: DriverFacts): System => {
  const platform = facts.platform.status === 'ok' ? facts.platform.value.platform : '';
  if (platform === 'win32') return 'windows';
  if (platform === 'darwin') return 'macos';
  return distributions(facts).includes('ubuntu') ? 'ubuntu' : 'linux';
};

/** ID and ID_LIKE of os-release. */
export const distributions = ({ osRelease }: DriverFacts): readonly string[] =>
  osRelease.status === 'ok' ? [osRelease.value.id, ...osRelease.value.like] : [];

export const pciParams = (device: PciDevice, kind: DeviceKind, facts: DriverFacts): DeviceParams => {
  const name = facts.get(pciName(device.slot));
  return {
    kind,
    name: name.status === 'ok' ? `${name.value.vendor} ${name.value.model}`.trim() : '',
    id: `${device.vendorId}:${device.deviceId}`,
    where: device.slot,
    ...sourceOf(PCI_MAKERS[device.vendorId], facts),
  };
};

export const usbParams = (device: UsbDevice, kind: DeviceKind, facts: DriverFacts): DeviceParams => {
  const id = `${device.vendorId}:${device.productId}`;
  return {
    kind,
    // Where it names itself by nothing but its ids, these stand behind anyway.
    name: device.name === id ? '' : device.name,
    id,
    where: device.port,
    ...sourceOf(USB_MAKERS[device.vendorId], facts),
  };
};

export const windowsParams = (device: WindowsDevice, facts: DriverFacts): DeviceParams => {
  const pci = /VEN_([0-9A-F]{4})&DEV_([0-9A-F]{4})/i.exec(device.id);
  const usb = /VID_([0-9A-F]{4})&PID_([0-9A-F]{4})/i.exec(device.id);
  const [, vendor = '', product = ''] = (pci ?? usb ?? []).map((part) => part.toLowerCase());
  const known = pci !== null ? PCI_MAKERS[vendor] : usb !== null ? USB_MAKERS[vendor] : undefined;
  return {
    kind: windowsKind(device.class, device.compatible ?? []),
    name: device.name,
    id: vendor === '' ? '' : `${vendor}:${product}`,
    where: device.id,
    ...sourceOf(known, facts),
  };
};

/** Of a device that nothing but the log names. */
export const namedOnly = (where: string, kind: DeviceKind): DeviceParams => ({
  kind,
  name: '',
  id: '',
  where,
  maker: '',
  url: '',
  computer: '',
});

/** The table is left out when it is too old: an address that nobody keeps may belong to somebody else. */
const sourceOf = (
  known: Maker | undefined,
  facts: DriverFacts,
): Pick<DeviceParams, 'maker' | 'url' | 'computer'> => {
  const fresh = outdated(asOf, facts.clock) === undefined;
  const { maker, model, laptop, virtual } = machineOf(facts);
  const isBranded = virtual === null && maker !== null && model !== null;
  return {
    maker: known?.name ?? '',
    url: fresh ? (known?.url ?? '') : '',
    computer: isBranded && (laptop === true || known?.oemFirst === true) ? `${maker} ${model}` : '',
  };
};

/** The id of a reading that added something. */
export const describedBy = ({ status, from }: Reading<unknown>): readonly string[] =>
  status === 'ok' ? [from] : [];
