/** Cameras: closed by a switch, in use, or there without being usable. */
import type { Finding } from '../../../src/contract.ts';
import { isOfClass, USB_CLASS } from '../../../src/sources/usb.ts';
import type { Messages } from '../messages.en.ts';
import { CAMERA_USE, type PeripheralFacts } from '../probe.ts';

export type CameraBlock = 'denied' | 'not-authorized' | 'no-node' | 'in-use';

export const cameraFindings = (facts: PeripheralFacts): readonly Finding<Messages>[] => [
  ...linuxFindings(facts),
  ...windowsFindings(facts),
];

const block = (
  reason: CameraBlock,
  camera: string,
  by: string | null,
  evidence: readonly string[],
): Finding<Messages> => ({
  code: 'peripherals/camera-blocked',
  // A call is going on: that is no fault until somebody else wants the camera.
  severity: reason === 'in-use' ? 'info' : 'warning',
  subject: camera,
  params: { reason, camera, by },
  evidence,
});

const linuxFindings = (facts: PeripheralFacts): readonly Finding<Messages>[] => {
  const { usbDevices, cameras } = facts;
  const use = facts.get(CAMERA_USE);
  const seen = usbDevices.status === 'ok' ? usbDevices.value : [];
  const usb = seen.filter((device) => isOfClass(device, USB_CLASS.video));
  const shut = seen.filter(({ authorized, name }) => !authorized && /cam(?:era)?\b/i.test(name));
  return [
    ...[...new Set([...usb.filter(({ authorized }) => !authorized), ...shut])].map(({ name }) =>
      block('not-authorized', name, null, [usbDevices.from]),
    ),
    ...(usb.some(({ authorized }) => authorized) && isEmpty(cameras)
      ? [
          block('no-node', usb.find(({ authorized }) => authorized)?.name ?? '', null, [
            usbDevices.from,
            cameras.from,
          ]),
        ]
      : []),
    ...(use.status === 'ok' && cameras.status === 'ok'
      ? cameras.value.flatMap(({ node, name }) => {
          const holders = use.value.holders.filter(({ path }) => path === `/dev/${node}`);
          const programs = [...new Set(holders.map(({ program }) => program))].filter(isNoServer);
          return programs.length === 0 ? [] : [block('in-use', name, programs.join(', '), [use.from])];
        })
      : []),
  ];
};

/** No folder: the part of the kernel for video is not even loaded. */
const isEmpty = (cameras: PeripheralFacts['cameras']): boolean =>
  cameras.status === 'absent' || (cameras.status === 'ok' && cameras.value.length === 0);

/** They stand between the camera and programs, and open it to learn what it can do. */
const isNoServer = (program: string): boolean =>
  !/^(?:wireplumber|pipewire(?:-media-.*)?|v4l_id)$/.test(program);

const windowsFindings = ({
  windowsDevices,
  windowsPeripherals,
}: PeripheralFacts): readonly Finding<Messages>[] => {
  const all = windowsDevices.status === 'ok' ? windowsDevices.value : [];
  const cameras = all.filter(
    ({ class: kind, present, id }) =>
      present && (kind === 'Camera' || (kind === 'Image' && /^(?:USB|PCI|ACPI)\\/i.test(id))),
  );
  const [first] = cameras;
  if (windowsPeripherals.status !== 'ok' || first === undefined) return [];
  const { camera, cameraUsers } = windowsPeripherals.value;
  const denied = camera.find(({ value }) => value === 'Deny');
  return [
    ...(denied === undefined
      ? []
      : [block('denied', first.name, denied.level, [windowsPeripherals.from, windowsDevices.from])]),
    ...(cameraUsers.length === 0
      ? []
      : [block('in-use', first.name, cameraUsers.join(', '), [windowsPeripherals.from])]),
  ];
};
