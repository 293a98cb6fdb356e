/** Keys that access points refused: the Wi-Fi supplicant's own words, and the numbers of Windows' events. */
import { read, sourceByOs } from '../../contract.ts';
import { type JournalLine, parseJournal } from '../journal.ts';
import { epochMsOf } from '../time.ts';
import { parseWindowsEvents, type WindowsEvent, windowsEvents } from '../windows-events.ts';

export interface WifiFailure {
  /** The network's name; empty where it was not said. */
  readonly network: string;
  readonly epochMs: number;
}

/**
 * One refused key is written down by several: the supplicant says that the handshake failed and that it waits
 * before the next attempt, NetworkManager that it has no secrets. The most talkative of them counts.
 */
const SAYINGS: readonly RegExp[] = [
  /SSID-TEMP-DISABLED .*reason=WRONG_KEY/,
  /4-Way [Hh]andshake failed/,
  /CTRL-EVENT-DISCONNECTED .*reason=15\b/,
  /state change: need-auth -> failed \(reason 'no-secrets'/,
];
const JOINED = /CTRL-EVENT-CONNECTED|Activation: successful, device activated/;

/** Those since the computer was last joined to a network. */
export const wifiFailuresIn = (lines: readonly JournalLine[]): readonly WifiFailure[] => {
  const since = lines.slice(lines.findLastIndex(({ text }) => JOINED.test(text)) + 1);
  const told = SAYINGS.map((saying) => since.filter(({ text }) => saying.test(text)));
  const most = told.reduce((one, other) => (other.length > one.length ? other : one), []);
  const named = since.map(({ text }) => /ssid="([^"]*)"/.exec(text)?.[1]).find((name) => name !== undefined);
  return most.map(({ text, epochMs }) => ({
    network: /ssid="([^"]*)"/.exec(text)?.[1] ?? named ?? '',
    epochMs,
  }));
};

const WLAN = 'Microsoft-Windows-WLAN-AutoConfig';
const CONNECTED = 8001;
const FAILED: readonly number[] = [8002, 11006, 12013];

/** wlantypes.h: the key is suspected or known to be wrong, no answer to it came, EAP said no. */
const REFUSED: ReadonlySet<number> = new Set([0x4_8014, 0x2_800d, 0x4_8012, 0x4_8005, 0x5_0005]);

export const wifiFailuresOf = (events: readonly WindowsEvent[]): readonly WifiFailure[] => {
  const own = events
    .filter(({ provider }) => provider === WLAN)
    .map((event) => ({ ...event, epochMs: epochMsOf(event.at) ?? 0 }))
    .sort((a, b) => a.epochMs - b.epochMs);
  const since = own.slice(own.findLastIndex(({ id }) => id === CONNECTED) + 1);
  const told = FAILED.map((id) =>
    since.filter((event) => event.id === id && event.data.some((value) => REFUSED.has(Number(value)))),
  );
  const most = told.reduce((one, other) => (other.length > one.length ? other : one), []);
  return most.map(({ fields, epochMs }) => ({ network: fields.SSID ?? '', epochMs }));
};

const eventsOnWindows = windowsEvents.on.win32;

export const wifiFailures = sourceByOs<readonly WifiFailure[]>('net.wifi.failures', {
  linux: read(
    {
      kind: 'exec',
      argv: [
        'journalctl',
        '--boot',
        '--since=-15min',
        '--lines=400',
        '--output=json',
        '--output-fields=MESSAGE,SYSLOG_IDENTIFIER',
        '--no-pager',
        '-t',
        'wpa_supplicant',
        '-t',
        'NetworkManager',
        '-t',
        'iwd',
      ],
    },
    (raw) => wifiFailuresIn(parseJournal(raw)),
  ),
  ...(eventsOnWindows?.request.kind === 'exec' && {
    win32: read(eventsOnWindows.request, ({ stdout }) => wifiFailuresOf(parseWindowsEvents(stdout).events)),
  }),
});
