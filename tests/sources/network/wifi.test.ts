import { describe, expect, test } from 'vitest';
import { parseEthtool } from '../../../src/sources/network/ethernet.ts';
import { parseAirPort, parseIwLink, parseRfkill } from '../../../src/sources/network/wifi.ts';
import { hasShared } from '../../shared.ts';
import { samples, survives, tally } from './corpus.ts';

describe.runIf(hasShared)('iw dev … link', () => {
  const all = hasShared ? samples('iw', /\.(txt|log|out)$/) : [];
  const links = all.filter(({ name }) => /link/.test(name));

  test('is read from Wi-Fi 3 to Wi-Fi 7, and other answers of iw are refused', () => {
    const { read, refused } = tally(all, parseIwLink);
    expect(read).toEqual(links.map(({ name }) => name));
    expect(read.length).toBeGreaterThanOrEqual(5);
    expect(Object.keys(refused).length).toBeGreaterThanOrEqual(9);
    expect(refused['iw/checkbox/iw_dev_info_succ.txt']).toBe('Interface wlp0s20f3');
  });

  test.each([
    ['legacy_wifi', 'very-old-wifi', -41, 18],
    ['wifi_4', 'wifi4-wpa', -39, 52],
    ['wifi_6', 'wifi7-ap', -52, 573.5],
    ['link_succ', 'wifi7-ap', -40, 4803.8],
    ['heatmapper', 'SSID-1', -51, 26],
  ])('%s: the network %s at %d dBm and %d Mbit/s', (name, ssid, signalDbm, bitrateMbps) => {
    const text = links.find((sample) => sample.name.includes(name))?.text ?? '';
    expect(parseIwLink(text)).toEqual({ associated: true, ssid, signalDbm, bitrateMbps });
  });

  test('survives whatever is done to it', () => {
    survives(
      all.map(({ text }) => text),
      parseIwLink,
    );
  });
});

test('iw says itself that it is not connected', () => {
  expect(parseIwLink('Not connected.\n')).toMatchObject({ associated: false, signalDbm: null });
});

describe.runIf(hasShared)('system_profiler SPAirPortDataType', () => {
  const all = hasShared ? samples('system_profiler', /\.json$/) : [];

  test('is read from macOS 10.15 to 15.5, and other data types are refused', () => {
    const { read, refused } = tally(all, parseAirPort);
    expect(read.length).toBeGreaterThanOrEqual(5);
    expect(Object.keys(refused)).toEqual([
      'system_profiler/cyme/cyme_sp_macos_tree.json',
      'system_profiler/cyme/cyme_sp_tree_json_dump.json',
      'system_profiler/cyme/system_profiler_dump.json',
    ]);
  });

  test.each([
    ['10.15.7', 'en1', 'SSID-6', -55, 145],
    ['12.7.2-AP', 'en0', 'SSID-4', -68, 324],
    ['15.5-on-iPhone', 'en0', 'SSID-1', -55, 864],
    ['15.5-wpa2-en', 'en0', 'SSID-7', -58, 144],
    ['15.5.json', 'en0', 'SSID-2', -40, 144],
  ])('macOS %s is joined by %s to %s at %d dBm', (name, device, ssid, signalDbm, bitrateMbps) => {
    const text = all.find((sample) => sample.name.includes(`mac-sp_${name}`))?.text ?? '';
    expect(parseAirPort(text)).toEqual([
      {
        interface: device,
        on: true,
        associated: true,
        ssid,
        signalDbm,
        bitrateMbps,
        noiseDbm: expect.any(Number),
      },
    ]);
  });

  test('survives whatever is done to it', () => {
    survives(
      all.map(({ text }) => text),
      parseAirPort,
    );
  });
});

test('a Mac whose Wi-Fi is switched off has an interface that is off (made-up)', () => {
  const text = JSON.stringify({
    SPAirPortDataType: [
      {
        spairport_airport_interfaces: [
          { _name: 'en0', spairport_status_information: 'spairport_status_off' },
          { _name: 'awdl0', spairport_status_information: 'spairport_status_inactive' },
        ],
      },
    ],
  });
  expect(parseAirPort(text)).toMatchObject([{ interface: 'en0', on: false, associated: false }]);
});

describe.runIf(hasShared)('ethtool', () => {
  const all = hasShared ? samples('ethtool', /\.out$/) : [];

  test('survives whatever is done to it', () => {
    survives(
      all.map(({ text }) => text),
      parseEthtool,
    );
  });
});

test('ethtool of a virtual adapter names no mode (made-up)', () => {
  expect(
    parseEthtool(
      'Settings for eth0:\n\tSupported ports: [  ]\n\tSupported link modes:   Not reported\n\tSpeed: 10000Mb/s\n',
    ),
  ).toBeNull();
});

test('radio switches: the soft and the hard one, of Wi-Fi only', () => {
  const entry = (type: string, soft: string, hard: string) => ({
    type: { text: `${type}\n` },
    soft: { text: `${soft}\n` },
    hard: { text: `${hard}\n` },
  });
  expect(
    parseRfkill({
      entries: {
        rfkill0: entry('bluetooth', '1', '0'),
        rfkill1: entry('wlan', '1', '0'),
        rfkill2: entry('wlan', '0', '1'),
      },
    }),
  ).toEqual([
    { name: 'rfkill1', softBlocked: true, hardBlocked: false },
    { name: 'rfkill2', softBlocked: false, hardBlocked: true },
  ]);
  expect(() =>
    parseRfkill({ entries: { rfkill0: { type: { text: 'wlan' }, soft: { error: 'EACCES' } } } }),
  ).toThrow('rfkill0');
});
