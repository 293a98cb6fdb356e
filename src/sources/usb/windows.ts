/** Windows: USB devices among all devices. Their speed, class and port are told to drivers only. */
import type { UsbDevice, UsbInterface } from '../usb.ts';
import type { WindowsDevice } from '../windows-devices.ts';

export const usbOf = (devices: readonly WindowsDevice[]): readonly UsbDevice[] => {
  const present = devices.filter(({ present }) => present);
  return present.flatMap((device) => {
    const ids = WHOLE.exec(device.id);
    if (ids === null) return [];
    const [, vendorId = '', productId = ''] = ids.map((id) => id.toLowerCase());
    const parts = present.filter(({ id }) => partOf(id) === `${vendorId}:${productId}`);
    return [
      {
        port: device.id,
        vendorId,
        productId,
        name: device.name === '' ? `${vendorId}:${productId}` : device.name,
        serial: null,
        speedMbps: null,
        classId: null,
        interfaces: parts.length > 0 ? parts.map(interfaceOf) : [{ ...NO_PART, driver: device.service }],
        authorized: true,
        // CM_PROB_FAILED_START among others; what there is to say of it `windowsDevices` says.
        configured: device.errorCode === null || device.errorCode === 0,
        maxPowerMa: null,
      },
    ];
  });
};

const NO_PART = { number: '00', classId: null } as const;

/** `USB\VID_046D&PID_C52B\5&2CB0D3A5&0&2`; `…&MI_01\…` is an interface of it. */
const WHOLE = /^USB\\VID_([0-9A-F]{4})&PID_([0-9A-F]{4})\\/i;
const PART = /^USB\\VID_([0-9A-F]{4})&PID_([0-9A-F]{4})&MI_([0-9A-F]{2})\\/i;

const partOf = (id: string): string | undefined => {
  const ids = PART.exec(id);
  return ids === null ? undefined : `${ids[1]}:${ids[2]}`.toLowerCase();
};

const interfaceOf = ({ id, service }: WindowsDevice): UsbInterface => ({
  number: (PART.exec(id)?.[3] ?? '00').toLowerCase(),
  classId: null,
  driver: service,
});
