/**
 * macOS: one call of system_profiler for everything that can be plugged in. macOS 26 has
 * SPUSBHostDataType and leaves SPUSBDataType empty; before, it is the other way round.
 */
import type { Request } from '../../contract.ts';
import { unparsable } from '../../contract.ts';
import { isObject, type LooseObject, listOf, parseJson } from '../network/json.ts';
import type { UsbDevice } from '../usb.ts';

export const systemProfile: Extract<Request, { kind: 'exec' }> = {
  kind: 'exec',
  argv: [
    'system_profiler',
    '-json',
    'SPUSBHostDataType',
    'SPUSBDataType',
    'SPBluetoothDataType',
    'SPCameraDataType',
    'SPDisplaysDataType',
  ],
  timeoutMs: 15_000,
  shared: true,
};

/** The sections of a profile, by their name. */
export const parseProfile = (text: string): LooseObject => {
  const profile = parseJson(text);
  if (!isObject(profile)) throw unparsable(text.trim());
  return profile;
};

export const parseMacUsb = (text: string): readonly UsbDevice[] => {
  const profile = parseProfile(text);
  if (profile.SPUSBHostDataType === undefined && profile.SPUSBDataType === undefined) {
    throw unparsable('neither SPUSBHostDataType nor SPUSBDataType');
  }
  const current = listOf(profile.SPUSBHostDataType);
  return (current.length > 0 ? current : listOf(profile.SPUSBDataType)).flatMap((bus) => below(bus, 0));
};

/** Hubs in hubs: the specification allows seven tiers. */
const MAX_DEPTH = 12;

const below = (item: LooseObject, depth: number): readonly UsbDevice[] =>
  depth > MAX_DEPTH
    ? []
    : listOf(item._items).flatMap((child) => [...deviceOf(child), ...below(child, depth + 1)]);

/** What has no ids is no device: a built-in bus, a card in a reader. */
const deviceOf = (item: LooseObject): readonly UsbDevice[] => {
  const vendorId = idOf(item.USBDeviceKeyVendorID ?? item.vendor_id);
  const productId = idOf(item.USBDeviceKeyProductID ?? item.product_id);
  const location = textOf(item.USBKeyLocationID ?? item.location_id);
  if (vendorId === null || productId === null) return [];
  return [
    {
      // `0x14100000 / 11`: the number behind is the address, new at each connection.
      port: location?.split(' ')[0] ?? `${vendorId}:${productId}`,
      vendorId,
      productId,
      name: textOf(item._name) ?? `${vendorId}:${productId}`,
      serial: textOf(item.USBDeviceKeySerialNumber ?? item.serial_num),
      speedMbps: speedOf(item.USBDeviceKeyLinkSpeed ?? item.device_speed),
      classId: null,
      interfaces: [],
      authorized: true,
      configured: true,
      maxPowerMa: numberOf(item.bus_power_used) ?? milliamperes(item.USBDeviceKeyPowerAllocation),
    },
  ];
};

/** `0x05ac  (Apple Inc.)`, `0x1a86`; `apple_vendor_id` stands for Apple's own. */
const idOf = (value: unknown): string | null => {
  const text = textOf(value);
  if (text === null) return null;
  if (text === 'apple_vendor_id') return '05ac';
  const found = /^0x([0-9a-f]{1,4})\b/i.exec(text);
  if (found === null) throw unparsable(text);
  return (found[1] ?? '').toLowerCase().padStart(4, '0');
};

const SPEEDS: Readonly<Record<string, number>> = {
  low_speed: 1.5,
  full_speed: 12,
  high_speed: 480,
  super_speed: 5000,
  super_speed_plus: 10_000,
};

/** A token, or `12 Mb/s`, `5 Gb/s`. What it was not told it does not say. */
const speedOf = (value: unknown): number | null => {
  const text = textOf(value);
  if (text === null) return null;
  const found = /^(?:Up to )?(\d+(?:[.,]\d+)?) ?([MG])b\/s/i.exec(text);
  if (found === null) return SPEEDS[text] ?? null;
  const number = Number((found[1] ?? '').replace(',', '.'));
  return found[2]?.toUpperCase() === 'G' ? number * 1000 : number;
};

const milliamperes = (value: unknown): number | null =>
  numberOf(/\((\d+) mA\)/.exec(textOf(value) ?? '')?.[1]);

const numberOf = (value: unknown): number | null => {
  const text = typeof value === 'number' ? String(value) : textOf(value);
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
};

const textOf = (value: unknown): string | null => {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' || /^not provided$/i.test(text) ? null : text;
};
