/** Refused keys: one attempt is written down by several, and what was joined since is forgotten. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JournalLine } from '../../../src/sources/journal.ts';
import { parseEchoes } from '../../../src/sources/network/echoes.ts';
import { parseSupportedMedia } from '../../../src/sources/network/ethernet.ts';
import { wifiFailuresIn, wifiFailuresOf } from '../../../src/sources/network/wifi-failures.ts';
import {
  parseWindowsModes,
  parseWindowsRadios,
  parseWindowsWifi,
} from '../../../src/sources/network/windows-links.ts';

const said = (...texts: readonly string[]): readonly JournalLine[] =>
  texts.map((text, at) => ({
    epochMs: 1000 * at,
    level: 6,
    from: 'wpa_supplicant',
    text,
    bootId: null,
    messageId: null,
    fields: {},
  }));

const ATTEMPT = [
  'wlan0: WPA: 4-Way Handshake failed - pre-shared key may be incorrect',
  'wlan0: CTRL-EVENT-SSID-TEMP-DISABLED id=0 ssid="home" auth_failures=1 duration=10 reason=WRONG_KEY',
  'wlan0: CTRL-EVENT-DISCONNECTED bssid=02:00:00:00:00:01 reason=15',
];
const JOINED = 'wlan0: CTRL-EVENT-CONNECTED - Connection to 02:00:00:00:00:02 completed [id=0 id_str=]';

test('one refused key is one, whoever writes it down', () => {
  expect(wifiFailuresIn(said(...ATTEMPT))).toEqual([{ network: 'home', epochMs: 1000 }]);
  expect(wifiFailuresIn(said(...ATTEMPT, ...ATTEMPT))).toHaveLength(2);
});

test('what came before the computer joined a network is over', () => {
  expect(wifiFailuresIn(said(...ATTEMPT, ...ATTEMPT, JOINED))).toEqual([]);
  expect(wifiFailuresIn(said(...ATTEMPT, JOINED, ...ATTEMPT))).toHaveLength(1);
});

const event = (id: number, code: number | string, minute: number) => ({
  log: 'Microsoft-Windows-WLAN-AutoConfig/Operational',
  provider: 'Microsoft-Windows-WLAN-AutoConfig',
  id,
  at: `2026-11-20T11:${String(minute).padStart(2, '0')}:00.000Z`,
  data: ['home', 'Das ist übersetzt', String(code)],
  fields: { SSID: 'home', ReasonCode: String(code) },
});

test("Windows' reason is a number, and a network out of reach is no refused key", () => {
  expect(wifiFailuresOf([event(8002, 294_932, 3), event(11_006, '0x48014', 3)])).toHaveLength(1);
  expect(wifiFailuresOf([event(8002, 163_851, 3), event(8002, 163_851, 4)])).toEqual([]);
  expect(wifiFailuresOf([event(8001, 0, 5), event(8002, 294_932, 4)])).toEqual([]);
});

const batch = (more: object): string => JSON.stringify({ adapters: [], ...more });

test("Windows' radios: off in the system, off by a switch, or airplane mode alone", () => {
  const radios = [{ name: 'Wi-Fi', state: 2 }];
  expect(parseWindowsRadios(batch({ radios }))).toEqual([
    { name: 'Wi-Fi', softBlocked: true, hardBlocked: false },
  ]);
  expect(parseWindowsRadios(batch({ radios: { name: 'Wi-Fi', state: 3 } }))[0]?.hardBlocked).toBe(true);
  expect(parseWindowsRadios(batch({ radios: [], airplane: 1 }))[0]?.softBlocked).toBe(true);
  expect(
    parseWindowsRadios(batch({ radios: [{ name: 'Wi-Fi', state: 1 }], airplane: 1 }))[0]?.softBlocked,
  ).toBe(false);
  expect(parseWindowsRadios(batch({}))).toEqual([]);
});

test("Windows' bars belong to the adapter whose number they name", () => {
  const adapters = [{ Name: 'WLAN', InterfaceGuid: '{AA-1}', MediaConnectState: 1 }];
  const of = (adapter: string) =>
    parseWindowsWifi('WLAN')(batch({ adapters, signals: [{ adapter, bars: 2 }] }));
  expect(of('aa-1').bars).toBe(2);
  expect(of('bb-2').bars).toBeUndefined();
});

test("the modes of Windows' drivers: numbers up to ten name a mode, the others are the speed", () => {
  const of = (values: unknown) =>
    parseWindowsModes('Ethernet')(batch({ modes: [{ Name: 'Ethernet', ValidRegistryValues: values }] }));
  expect(of(['0', '1', '2', '3', '4', '6'])).toBe(1000);
  expect(of(['0', '4', '2500'])).toBe(2500);
  expect(of('0')).toBeNull();
});

test("what a Mac's adapter can do", () => {
  const head = 'en7: flags=8863<UP,BROADCAST> mtu 1500\n\tmedia: autoselect (100baseTX <full-duplex>)\n';
  expect(
    parseSupportedMedia(
      `${head}\tsupported media:\n\t\tmedia autoselect\n\t\tmedia 100baseTX\n\t\tmedia 1000baseT mediaopt full-duplex\n\t\tmedia 2500Base-T\n`,
    ),
  ).toBe(2500);
  expect(parseSupportedMedia(head)).toBeNull();
  expect(() => parseSupportedMedia('ifconfig: interface en7 does not exist')).toThrow('does not exist');
});

test('echoes that were never sent are no loss', () => {
  expect(() => parseEchoes('{"echoes":[]}', ['1.1.1.1'])).toThrow('no echoes');
});

test('whatever is written there, a value comes back or a reason', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      for (const parse of [
        parseWindowsRadios,
        parseWindowsWifi('x'),
        parseWindowsModes('x'),
        parseSupportedMedia,
      ]) {
        try {
          parse(text);
        } catch (error) {
          expect(error).toHaveProperty('status');
        }
      }
    }),
  );
});
