/** macOS: extensions that wait, graphics that were started anew, extensions in the kernel. */
import { type Evidence, exec, list, raw } from '../../evidence.ts';

const system = {
  'system.platform': raw('system', {
    platform: 'darwin',
    release: '24.6.0',
    arch: 'arm64',
    hostname: 'mac',
    bootedSecondsAgo: 3600,
  }),
  'system.clock': raw('clock', { epochMs: Date.UTC(2026, 10, 24), timeZone: 'UTC' }),
};

const extensions = (state: string) =>
  exec(
    `1 extension(s)\n--- com.apple.system_extension.network_extension\nenabled\tactive\tteamID\tbundleID (version)\tname\t[state]\n\t\t9PTGMPNXZ2\tcom.symantec.mes.systemextension (10.0.0/10.0.0)\tSymantec System Extension\t[${state}]\n`,
  );

const loaded = (name: string) =>
  exec(
    `    1  143 0                  0          0          com.apple.kpi.bsd (24.6.0) 7D4C6B3A-1111-2222-3333-444455556666 <>\n  153    0 0xffffff7fa4c5f000 0x5000     0x5000     ${name} (1.0.0) 0A1B2C3D-1111-2222-3333-444455556666 <8 6 5 3>\n`,
  );

export const macos: readonly Evidence[] = [
  {
    code: 'drivers/signature-blocked',
    os: 'darwin',
    from: 'composed',
    what: 'systemextensionsctl list, as vendors of security programs print it in their help',
    answers: { ...system, 'drivers.system-extensions': extensions('activated waiting for user') },
  },
  {
    code: 'drivers/signature-blocked',
    os: 'darwin',
    from: 'composed',
    what: 'the same extension, allowed',
    quiet: true,
    answers: { ...system, 'drivers.system-extensions': extensions('activated enabled') },
  },
  {
    code: 'drivers/gpu-resets',
    os: 'darwin',
    from: 'composed',
    what: 'names of reports that DumpGPURestart writes',
    answers: {
      ...system,
      'drivers.graphics-reports': list(
        'Kernel_2026-11-20-103410_mac.gpuRestart',
        'Kernel_2026-11-23-190102_mac.gpuRestart',
        'Safari_2026-11-23-190102_mac.crash',
      ),
    },
  },
  {
    code: 'drivers/gpu-resets',
    os: 'darwin',
    from: 'composed',
    what: 'two of last month',
    quiet: true,
    answers: {
      ...system,
      'drivers.graphics-reports': list(
        'Kernel_2026-10-20-103410_mac.gpuRestart',
        'Kernel_2026-10-23-190102_mac.gpuRestart',
      ),
    },
  },
  {
    code: 'drivers/kernel-tainted',
    os: 'darwin',
    from: 'composed',
    what: 'kextstat(8) and kmutil(8): the columns of showloaded',
    answers: { ...system, 'drivers.kernel-extensions': loaded('com.vendor.driver.Example') },
  },
  {
    code: 'drivers/kernel-tainted',
    os: 'darwin',
    from: 'composed',
    what: 'nothing but Apple’s own',
    quiet: true,
    answers: { ...system, 'drivers.kernel-extensions': loaded('com.apple.driver.AppleHIDKeyboard') },
  },
];
