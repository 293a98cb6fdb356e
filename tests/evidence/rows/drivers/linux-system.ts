/** Graphics, modules, offers and the kernel's mark on Linux. */
import { log, pci, system } from '../../drivers-machine.ts';
import { attributes, type Evidence, exec, file, json, list, raw } from '../../evidence.ts';

const GPU = { '0000:01:00.0': { ...pci('10de:1f06', '030000'), boot_vga: '1\n' } };
const NVIDIA =
  'NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.54.03  Tue Jun  6 22:20:39 UTC 2023\nGCC version:  gcc version 12.2.0\n';

const dkms = {
  ...system,
  'drivers.dkms': list('dkms_dbversion', 'nvidia'),
  'drivers.dkms-module/nvidia': list('535.54.03', 'kernel-6.1.0-44-amd64-x86_64'),
};

export const others: readonly Evidence[] = [
  {
    code: 'drivers/device-load-failed',
    os: 'linux',
    from: 'composed',
    what: 'kernel/module/main.c, check_modinfo: a module of another kernel',
    answers: {
      ...system,
      'kernel.log': log(
        "vboxdrv: version magic '6.1.0-44-amd64 SMP preempt mod_unload modversions ' should be '6.1.0-56-amd64 SMP preempt mod_unload modversions '",
      ),
      'kernel.modules': file('usbhid 65536 0 - Live 0x0000000000000000\n'),
    },
  },
  {
    code: 'drivers/device-load-failed',
    os: 'linux',
    from: 'composed',
    what: 'kernel/module/main.c, simplify_symbols: loaded at the second attempt, with what it needs',
    quiet: true,
    answers: {
      ...system,
      'kernel.log': log('v4l2loopback: Unknown symbol video_ioctl2 (err -2)'),
      'kernel.modules': file('v4l2loopback 49152 0 - Live 0x0000000000000000 (OE)\n'),
    },
  },
  {
    code: 'drivers/signature-blocked',
    os: 'linux',
    from: 'composed',
    what: 'kernel/module/signing.c, module_sig_check; kernel_lockdown(7)',
    answers: {
      ...system,
      'kernel.log': log('Loading of module with unavailable key is rejected'),
      'drivers.secure-boot': file('\u0006\u0000\u0000\u0000\u0001'),
    },
  },
  {
    code: 'drivers/gpu-fallback',
    os: 'linux',
    from: 'composed',
    what: 'sysfs of simpledrm (drivers/gpu/drm/tiny/simpledrm.c: the driver is called simple-framebuffer)',
    answers: {
      ...system,
      'devices.pci': attributes(GPU),
      'drivers.graphics-cards': attributes({
        card0: { 'device/driver': '../../../bus/platform/drivers/simple-framebuffer' },
        'card0-Unknown-1': {},
      }),
      'drivers.command-line': file('BOOT_IMAGE=/vmlinuz root=/dev/sda1 ro quiet nomodeset\n'),
    },
  },
  {
    code: 'drivers/gpu-fallback',
    os: 'linux',
    from: 'composed',
    what: 'the same in rescue mode, where it is meant so',
    quiet: true,
    answers: {
      ...system,
      'devices.pci': attributes(GPU),
      'drivers.framebuffers': file('0 EFI VGA\n'),
      'drivers.command-line': file('root=/dev/sda1 ro nomodeset systemd.unit=rescue.target\n'),
    },
  },
  {
    code: 'drivers/gpu-library-mismatch',
    os: 'linux',
    from: 'composed',
    what: 'NVIDIA driver README: /proc/driver/nvidia/version against modinfo',
    answers: {
      ...system,
      'drivers.nvidia-loaded': file(NVIDIA),
      'drivers.module-version/nvidia': exec('535.183.01\n'),
    },
  },
  {
    code: 'drivers/gpu-library-mismatch',
    os: 'linux',
    from: 'composed',
    what: 'nvidia-smi of 535: the module is the same, the library is not',
    answers: {
      ...system,
      'drivers.nvidia-loaded': file(NVIDIA),
      'drivers.module-version/nvidia': exec('535.54.03\n'),
      'drivers.nvidia-library/nvidia-smi': exec(
        'Failed to initialize NVML: Driver/library version mismatch\nNVML library version: 535.86\n',
        18,
      ),
    },
  },
  {
    code: 'drivers/dkms-missing',
    os: 'linux',
    from: 'composed',
    what: 'dkms(8): /var/lib/dkms of a module that is installed for the kernel before',
    answers: dkms,
  },
  {
    code: 'drivers/dkms-missing',
    os: 'linux',
    from: 'composed',
    what: 'dkms(8): a module whose own rules limit it to some kernels',
    quiet: true,
    answers: {
      ...dkms,
      'drivers.dkms-limits/nvidia/535.54.03': file(
        'PACKAGE_NAME="nvidia"\nBUILD_EXCLUSIVE_KERNEL="^5\\..*"\n',
      ),
    },
  },
  {
    code: 'drivers/gpu-resets',
    os: 'linux',
    from: 'composed',
    what: 'NVIDIA Xid catalogue: 79, the card fell off the bus',
    answers: {
      ...system,
      'kernel.log': log('NVRM: Xid (PCI:0000:01:00): 79, pid=1234, name=Xorg, GPU has fallen off the bus.'),
    },
  },
  {
    code: 'drivers/gpu-resets',
    os: 'linux',
    from: 'composed',
    what: 'NVIDIA Xid catalogue: 43 is a program’s own fault',
    quiet: true,
    answers: {
      ...system,
      'kernel.log': log(
        'NVRM: Xid (PCI:0000:01:00): 43, pid=1234, name=game, Ch 00000020',
        'NVRM: Xid (PCI:0000:01:00): 31, pid=1234, name=game, Ch 00000020, intr 00000000. MMU Fault',
      ),
    },
  },
  {
    code: 'drivers/update-available',
    os: 'linux',
    from: 'composed',
    what: 'fwupdmgr(1) get-updates --json: devices with their releases',
    answers: {
      ...system,
      'drivers.firmware-offers': json({
        Devices: [
          {
            Name: 'System Firmware',
            DeviceId: 'a45df35ac0e948ee180fe216a5f703f32dda163f',
            Plugin: 'uefi_capsule',
            Version: '2.90',
            Releases: [{ Version: '2.91', Urgency: 'high' }, { Version: '2.90' }],
          },
        ],
      }),
    },
  },
  {
    code: 'drivers/update-available',
    os: 'linux',
    from: 'composed',
    what: 'fwupdmgr(1): exit status 2, nothing to do',
    quiet: true,
    answers: { ...system, 'drivers.firmware-offers': exec('', 2, 'No updates available\n') },
  },
  {
    code: 'drivers/kernel-tainted',
    os: 'linux',
    from: 'vmlab',
    what: 'kernel-oops: 12416, a crash inside the kernel in a module from outside',
    answers: { ...system, 'drivers.kernel-taint': file('12416\n') },
  },
  {
    code: 'drivers/kernel-tainted',
    os: 'linux',
    from: 'vmlab',
    what: 'healthy: nothing is marked',
    quiet: true,
    answers: { ...system, 'drivers.kernel-taint': file('0\n') },
  },
  {
    code: 'drivers/kernel-tainted',
    os: 'linux',
    from: 'composed',
    what: 'a container: the mark is the host’s',
    quiet: true,
    answers: {
      ...system,
      'drivers.kernel-taint': file('12416\n'),
      'system.container.docker': raw('stat', {
        type: 'file',
        bytes: 0,
        inode: 1,
        modifiedAt: '2026-11-24T00:00:00.000Z',
      }),
    },
  },
];
