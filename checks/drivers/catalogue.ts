/** What each finding certainly explains, and where its rule comes from (fault catalogue 3.5). */
import type { CatalogueEntry } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';

export const catalogue = {
  'drivers/device-no-driver': {
    // Each case narrows this to what its kind of device is for.
    explains: [
      'connectivity/no-adapter',
      'audio/no-output-device',
      'peripherals/bluetooth-off',
      'peripherals/not-detected',
      'peripherals/camera-blocked',
    ],
    reference: 'CM_PROB_FAILED_INSTALL; pci.ids; usb.org class codes; kernel driver model',
  },
  'drivers/device-start-failed': {
    reference: 'CM_PROB_FAILED_START; CM_PROB_FAILED_POST_START; kernel drivers/base/dd.c',
  },
  'drivers/device-load-failed': {
    reference: 'CM_PROB_FAILED_ADD, _DISABLED_SERVICE, _DRIVER_FAILED_LOAD; kernel/module/main.c',
  },
  'drivers/device-disabled': {
    explains: [
      'audio/no-output-device',
      'connectivity/adapter-disabled',
      'peripherals/camera-blocked',
      'peripherals/bluetooth-off',
    ],
    reference: 'CM_PROB_DISABLED, _HARDWARE_DISABLED, _HELD_FOR_EJECT; kernel usb/authorization',
  },
  'drivers/resource-conflict': {
    reference: 'CM_PROB_NORMAL_CONFLICT … _IRQ_TRANSLATION_FAILED; kernel/irq/spurious.c',
  },
  'drivers/registry-damaged': {
    reference: 'CM_PROB_REGISTRY, _INVALID_DATA, _REGISTRY_TOO_LARGE',
  },
  'drivers/signature-blocked': {
    explains: ['drivers/device-no-driver', 'drivers/gpu-fallback'],
    reference: 'mokutil(1); kernel_lockdown(7); CM_PROB_UNSIGNED_DRIVER, _DRIVER_BLOCKED',
  },
  'drivers/firmware-missing': {
    explains: [
      'connectivity/no-adapter',
      'audio/no-output-device',
      'peripherals/bluetooth-off',
      'drivers/gpu-fallback',
    ],
    reference: 'kernel firmware API; thesofproject; LP#1588637',
  },
  'drivers/gpu-fallback': { reference: 'Microsoft BasicDisplay; kernel simpledrm' },
  'drivers/gpu-library-mismatch': {
    explains: ['drivers/gpu-fallback'],
    reference: 'NVIDIA driver README',
  },
  'drivers/dkms-missing': {
    explains: ['connectivity/no-adapter', 'drivers/gpu-fallback'],
    reference: 'dkms(8)',
  },
  'drivers/gpu-resets': { reference: 'Microsoft TDR; NVIDIA Xid catalogue' },
  'drivers/update-available': {
    reference: 'fwupdmgr(1); ubuntu-drivers; Windows Update Agent; Old New Thing 2017-02-08',
  },
  'drivers/kernel-tainted': { reference: 'kernel admin-guide/tainted-kernels' },
} satisfies Readonly<Record<keyof Messages['findings'], CatalogueEntry>>;
