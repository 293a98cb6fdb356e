/** What each finding certainly explains, and where its rule comes from (fault catalogue 3.6). */
import type { CatalogueEntry } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';

export const catalogue = {
  'peripherals/not-detected': { reference: 'USB 2.0 specification 7.1.7 (connect detect)' },
  'peripherals/usb-enumeration-failed': {
    explains: ['peripherals/not-detected', 'peripherals/storage-not-mounted'],
    reference: 'kernel driver-api/usb/error-codes; Microsoft, USB device descriptor failure',
  },
  'peripherals/usb-overcurrent': {
    explains: ['peripherals/not-detected'],
    reference: 'USB 2.0 specification 7.2.1.2',
  },
  'peripherals/usb-bandwidth': { reference: 'kernel driver-api/usb/error-codes (-ENOSPC)' },
  'peripherals/usb-low-power': {
    reference: 'USB 2.0 specification (100 mA a port on bus-powered hubs); [MS-ERREF] 0xC00002DE',
  },
  'peripherals/usb-flapping': {
    explains: ['peripherals/storage-not-mounted'],
    reference: 'kernel usbcore; Microsoft-Windows-Kernel-PnP 1010; the counts are the project’s own',
  },
  'peripherals/storage-not-mounted': { reference: 'lsblk(8); MSFT_Partition; diskutil(8)' },
  'peripherals/bluetooth-off': {
    explains: ['peripherals/bluetooth-pairing'],
    reference: 'BlueZ org.bluez.Adapter; rfkill(8)',
  },
  'peripherals/bluetooth-pairing': { reference: 'BlueZ org.bluez.Device; BTHUSB 16' },
  'peripherals/camera-blocked': { reference: 'Microsoft, camera privacy settings; UVC driver' },
  'peripherals/display-not-detected': { reference: 'VESA E-EDID; kernel gpu/drm-kms' },
  'peripherals/input-missing': { reference: 'linux/input-event-codes.h; Microsoft precision touchpad' },
  'peripherals/phantom': { reference: 'Get-PnpDevice; CM_PROB_PHANTOM' },
} satisfies Readonly<Record<keyof Messages['findings'], CatalogueEntry>>;
