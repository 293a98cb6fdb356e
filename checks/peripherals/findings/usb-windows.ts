/** USB on Windows: what it knows of its devices, and when it saw them go. */
import type { Finding } from '../../../src/contract.ts';
import { parseIsoTime } from '../../../src/sources/calendar.ts';
import type { Messages } from '../messages.en.ts';
import { busiest } from '../often.ts';
import type { PeripheralFacts } from '../probe.ts';
import type { PeripheralSettings } from '../settings.ts';

/** What the hub's driver calls a device that did not tell what it is (usbhub3). */
const UNKNOWN_DEVICE = /^USB\\VID_0000&PID_000[0-9A-F]\\/i;
/** NTSTATUS ([MS-ERREF]): insufficient resources, insufficient power. */
const NO_RESOURCES = 0xc000009a;
const NO_POWER = 0xc00002de;
const CANNOT_START = 10;
const CONFLICT = 12;

export const windowsFindings = (
  { windowsDevices, windowsPeripherals }: PeripheralFacts,
  settings: PeripheralSettings,
): readonly Finding<Messages>[] => [
  ...(windowsDevices.status === 'ok'
    ? windowsDevices.value
        .filter(({ id, present }) => present && id.startsWith('USB\\'))
        .flatMap((device): readonly Finding<Messages>[] => {
          const { id, name, errorCode, problemStatus } = device;
          const common = { subject: id, evidence: [windowsDevices.from] } as const;
          if (UNKNOWN_DEVICE.test(id)) {
            return [
              {
                ...common,
                code: 'peripherals/usb-enumeration-failed',
                severity: 'critical',
                params: { port: id, errors: 1, error: null, minutesAgo: null },
              },
            ];
          }
          if (errorCode === CANNOT_START && problemStatus === NO_POWER) {
            return [
              {
                ...common,
                code: 'peripherals/usb-low-power',
                severity: 'warning',
                params: { device: name, wantedMa: null },
              },
            ];
          }
          return errorCode === CONFLICT || (errorCode === CANNOT_START && problemStatus === NO_RESOURCES)
            ? [
                {
                  ...common,
                  code: 'peripherals/usb-bandwidth',
                  severity: 'warning',
                  params: { device: name, minutesAgo: null },
                },
              ]
            : [];
        })
    : []),
  ...(windowsPeripherals.status === 'ok'
    ? removed(windowsPeripherals.value.removals, settings).map(
        ({ id, times }): Finding<Messages> => ({
          code: 'peripherals/usb-flapping',
          severity: 'warning',
          subject: id,
          params: {
            port: id,
            device:
              windowsDevices.status === 'ok'
                ? (windowsDevices.value.find((one) => one.id === id)?.name ?? null)
                : null,
            times,
            minutes: settings.flapMinutes,
            minutesAgo: null,
          },
          evidence: [windowsPeripherals.from],
        }),
      )
    : []),
];

const removed = (
  removals: readonly { readonly id: string; readonly at: string }[],
  { flapMinutes, flapDisconnects }: PeripheralSettings,
): readonly { readonly id: string; readonly times: number }[] =>
  [...new Set(removals.map(({ id }) => id))]
    .filter((id) => id.startsWith('USB\\'))
    .map((id) => ({
      id,
      times: busiest(
        removals.flatMap((one) => {
          const at = parseIsoTime(one.at);
          return one.id === id && at !== null
            ? [{ kind: 'detached', port: id, seconds: at / 1000, error: null, text: '' } as const]
            : [];
        }),
        flapMinutes,
      ),
    }))
    .filter(({ times }) => times >= flapDisconnects);
