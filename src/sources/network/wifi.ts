/** Wireless: radio switches, association, signal. */
import { family, type Raw, read, source, sourceByOs, unparsable } from '../../contract.ts';
import { isObject, parseJson } from './json.ts';
import { networkBatch } from './windows.ts';
import { parseWindowsRadios, parseWindowsWifi } from './windows-links.ts';

export interface Radio {
  readonly name: string;
  /** Switched off in the system: can be switched on there. */
  readonly softBlocked: boolean;
  /** Switched off by a key, a slider or the firmware. */
  readonly hardBlocked: boolean;
}

/** `/sys/class/rfkill/*`, Wi-Fi only. */
export const parseRfkill = ({ entries }: Raw['attributes']): readonly Radio[] =>
  Object.entries(entries).flatMap(([name, attributes]) => {
    const text = (key: string): string | undefined => {
      const attribute = attributes[key];
      return attribute !== undefined && 'text' in attribute ? attribute.text.trim() : undefined;
    };
    if (text('type') !== 'wlan') return [];
    const [soft, hard] = [text('soft'), text('hard')];
    if (soft === undefined || hard === undefined) throw unparsable(`${name}: no soft or hard`);
    return [{ name, softBlocked: soft === '1', hardBlocked: hard === '1' }];
  });

export const radios = sourceByOs<readonly Radio[]>('net.wifi.radios', {
  linux: read(
    { kind: 'attributes', folder: '/sys/class/rfkill', names: ['type', 'soft', 'hard'] },
    parseRfkill,
  ),
  win32: read(networkBatch, ({ stdout }) => parseWindowsRadios(stdout)),
});

export interface WifiLink {
  readonly associated: boolean;
  readonly ssid: string | null;
  readonly signalDbm: number | null;
  readonly bitrateMbps: number | null;
  /** Of five, where the system shows bars and nothing else. */
  readonly bars?: number;
  readonly noiseDbm?: number;
}

/** `iw dev X link` */
export const parseIwLink = (text: string): WifiLink => {
  if (/^Not connected\./m.test(text))
    return { associated: false, ssid: null, signalDbm: null, bitrateMbps: null };
  if (!/^Connected to [0-9a-f:]{17}/im.test(text)) throw unparsable(text.trim().split('\n')[0] ?? '');
  const value = (pattern: RegExp): string | null => pattern.exec(text)?.[1] ?? null;
  const signal = value(/^[ \t]*signal: (-?\d+) dBm/m);
  const rate = value(/^[ \t]*tx bitrate: ([\d.]+) MBit\/s/m);
  return {
    associated: true,
    ssid: value(/^[ \t]*SSID: (.*)$/m),
    signalDbm: signal === null ? null : Number(signal),
    bitrateMbps: rate === null ? null : Number(rate),
  };
};

export const wifiLink = family('net.wifi.link', 'interface', (name: string) => ({
  on: {
    linux: read({ kind: 'exec', argv: ['iw', 'dev', name, 'link'] }, ({ stdout }) => parseIwLink(stdout)),
    win32: read(networkBatch, ({ stdout }) => parseWindowsWifi(name)(stdout)),
  },
}));

/** macOS `system_profiler -json SPAirPortDataType`: the interfaces with Wi-Fi, and their signal. */
export const parseAirPort = (
  text: string,
): readonly (WifiLink & { readonly interface: string; readonly on: boolean })[] => {
  const top = parseJson(text);
  const items = isObject(top) ? top.SPAirPortDataType : undefined;
  if (!Array.isArray(items)) throw unparsable(text.trim());
  return items.filter(isObject).flatMap((item) => {
    const interfaces = item.spairport_airport_interfaces;
    return (Array.isArray(interfaces) ? interfaces : []).filter(isObject).flatMap((one) => {
      const name = one._name;
      if (typeof name !== 'string' || name.startsWith('awdl')) return [];
      const current = isObject(one.spairport_current_network_information)
        ? one.spairport_current_network_information
        : undefined;
      const noise = current?.spairport_signal_noise;
      const [, signal, floor] =
        typeof noise === 'string' ? (/^(-?\d+) dBm(?: \/ (-\d+) dBm)?/.exec(noise) ?? []) : [];
      const rate = current?.spairport_network_rate;
      return [
        {
          interface: name,
          on: one.spairport_status_information !== 'spairport_status_off',
          associated: one.spairport_status_information === 'spairport_status_connected',
          ssid: typeof current?._name === 'string' ? current._name : null,
          signalDbm: signal === undefined ? null : Number(signal),
          bitrateMbps: typeof rate === 'number' ? rate : null,
          ...(floor !== undefined && { noiseDbm: Number(floor) }),
        },
      ];
    });
  });
};

export const airPort = source({
  id: 'net.wifi.airport',
  os: ['darwin'],
  request: { kind: 'exec', argv: ['system_profiler', '-json', 'SPAirPortDataType'] },
  parse: ({ stdout }: Raw['exec']) => parseAirPort(stdout),
});
