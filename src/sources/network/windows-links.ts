/** What Windows' network batch says of Wi-Fi and of cables beyond MSFT_NetAdapter. */
import { Unreadable, unparsable } from '../../contract.ts';
import { isObject, type LooseObject, listOf, parseJson } from './json.ts';
import type { Radio, WifiLink } from './wifi.ts';

const batchOf = (text: string): LooseObject => {
  const batch = parseJson(text);
  if (!isObject(batch) || !('adapters' in batch)) throw unparsable(text.trim());
  return batch;
};

/** Windows.Devices.Radios.RadioState: Disabled is the firmware or a switch on the device. */
const OFF = 2;
const DISABLED = 3;
/** SYSTEM_RADIO_STATE: SRS_RADIO_DISABLED. */
const AIRPLANE = 1;

/** Said only where no Wi-Fi adapter is joined. Airplane mode stands in where the radios could not be asked. */
export const parseWindowsRadios = (text: string): readonly Radio[] => {
  const { radios, airplane } = batchOf(text);
  const asked = listOf(radios).map(({ name, state }) => {
    if (typeof state !== 'number') throw unparsable(JSON.stringify({ name, state }));
    return {
      name: typeof name === 'string' ? name : '',
      softBlocked: state === OFF,
      hardBlocked: state === DISABLED,
    };
  });
  return asked.length === 0 && airplane === AIRPLANE
    ? [{ name: 'SystemRadioState', softBlocked: true, hardBlocked: false }]
    : asked;
};

/** The link of one Wi-Fi adapter. Its network's name and its signal in dBm are for programs that may ask for the place. */
export const parseWindowsWifi =
  (name: string) =>
  (text: string): WifiLink => {
    const { adapters, signals } = batchOf(text);
    const adapter = listOf(adapters).find((one) => one.Name === name);
    if (adapter === undefined) throw new Unreadable('absent', name);
    const own = guid(adapter.InterfaceGuid);
    const bars = listOf(signals).find((one) => own !== '' && guid(one.adapter) === own)?.bars;
    return {
      associated: adapter.MediaConnectState === 1,
      ssid: null,
      signalDbm: null,
      bitrateMbps: null,
      ...(typeof bars === 'number' && { bars }),
    };
  };

/** With braces in CIM, without in the Windows Runtime. */
const guid = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/[{}]/g, '').toLowerCase() : '';

/** NDIS enumeration keywords, *SpeedDuplex: 0 is automatic, from 1000 on it is the speed itself. */
const MODES_MBPS: readonly number[] = [0, 10, 10, 100, 100, 1000, 1000, 10_000, 20_000, 40_000, 100_000];

/** The fastest mode that the driver of this adapter offers, in Mbit/s. */
export const parseWindowsModes =
  (name: string) =>
  (text: string): number | null => {
    const own = listOf(batchOf(text).modes).find((one) => one.Name === name);
    const values = own?.ValidRegistryValues;
    const speeds = (Array.isArray(values) ? values : [values])
      .map((value) => Number(value ?? Number.NaN))
      .filter((value) => Number.isInteger(value) && value >= 0)
      .map((value) => MODES_MBPS[value] ?? (value >= 1000 ? value : 0));
    const fastest = Math.max(0, ...speeds);
    return fastest === 0 ? null : fastest;
  };
