/** Graphics, modules, offers, and the kernel's own mark. */
import type { Fallback, Offers, Resets, Taint, Unbuilt } from '../params.ts';
import { Device, device, source, taints } from './phrases.ts';

export const system = {
  'drivers/gpu-fallback': {
    name: 'The graphics card runs on a basic driver',
    means:
      'The picture comes from the simple driver that every computer starts with. It knows no acceleration, often one screen and one resolution only.',
    found:
      'Linux: simpledrm or the framebuffer of the firmware draws the picture while a real graphics card is there. Windows: its service is BasicDisplay. Virtual machines and safe mode are left out.',
    say: (p: Fallback) => ({
      title: `${Device(p)} runs on the basic driver ${p.driver}`,
      why: `The picture is slow, films and games stutter, and a second screen may stay dark.${p.nomodeset ? ' The start option nomodeset keeps the real driver away.' : ''}`,
      next:
        p.system === 'windows'
          ? `Settings > Windows Update > Advanced options > Optional updates. Otherwise ${source(p)}`
          : p.nomodeset
            ? 'Install the driver, then take nomodeset out of /etc/default/grub and run sudo update-grub'
            : p.system === 'ubuntu'
              ? 'sudo ubuntu-drivers install, then restart'
              : `Install the driver of your distribution for ${device(p)}, then restart`,
    }),
  },
  'drivers/gpu-library-mismatch': {
    name: 'NVIDIA driver parts have different versions',
    means:
      'The module in the running kernel and the libraries on the disk are of different versions, usually after an update.',
    found: '/proc/driver/nvidia/version against modinfo of the installed module, and what nvidia-smi says.',
    say: (p: { loaded: string; installed: string }) => ({
      title: `NVIDIA: ${p.loaded} runs, ${p.installed === '' ? 'the libraries have another version' : `${p.installed} is installed`}`,
      why: 'Programs that draw or compute with the card fail until both are the same.',
      next: 'Save your work and restart. If it stays, install one version of the driver only',
    }),
  },
  'drivers/dkms-missing': {
    name: 'An extra driver was not rebuilt for the current kernel',
    means:
      'Some drivers are built on this computer for each kernel (DKMS). For the kernel that runs now this one was not.',
    found:
      'A module registered in /var/lib/dkms without a build for the running kernel, and not loaded. Modules whose own rules limit them to some kernels count only when their build failed.',
    say: (p: Unbuilt) => ({
      title: `${p.module} ${p.version} is not built for the kernel ${p.kernel}`,
      why: `What it drives does not work with this kernel.${p.headersMissing ? ' The headers of the kernel, which building needs, are not installed.' : ''}${p.failed ? ' An attempt to build it failed.' : ''}`,
      next: p.headersMissing
        ? `Install the headers (Debian, Ubuntu: sudo apt install linux-headers-${p.kernel}), then: sudo dkms autoinstall`
        : p.failed
          ? `Look for the error at the end of /var/lib/dkms/${p.module}/${p.version}/build/make.log; a newer version of the driver, or the previous kernel from the start menu, helps`
          : 'sudo dkms autoinstall, then restart',
    }),
  },
  'drivers/gpu-resets': {
    name: 'The graphics driver hangs and recovers',
    means:
      'The graphics processor stopped answering and was started anew: the screen turns black for a moment, programs end. Reasons are the driver, heat, overclocking, or the card itself.',
    found:
      'Two within seven days: Xid errors of NVIDIA (without those of programs), hangs of amdgpu, i915, xe and radeon; Windows events Display 4101, nvlddmkm 13, 14, 153; gpuRestart reports of macOS. One is enough and critical: Xid 79 and 48, stop codes 0x116, 0x117, 0x119.',
    say: (p: Resets) => ({
      title: `${p.name === '' ? 'The graphics' : p.name} stopped and recovered ${times(p.count)} in ${p.days} days${p.xids.length === 0 ? '' : `, Xid ${p.xids.join(', ')}`}${p.bugcheck === '' ? '' : `, Windows stopped with ${p.bugcheck}`}`,
      why: p.xids.includes(79)
        ? 'The card fell off the bus (79): power, heat, its seat in the slot, or the card itself.'
        : 'The screen turns black or programs end, and work may be lost.',
      next: 'Look at the heat first and undo overclocking. Then go back to the previous driver, or install the current one afresh',
    }),
  },
  'drivers/update-available': {
    name: 'A newer driver or firmware is offered',
    means:
      'The maker or the system offers something newer. Newer is not better by itself: it is worth it when that device makes trouble, or for security.',
    found:
      'What fwupd, ubuntu-drivers or Windows Update offer. The date of a driver is never taken for its age: Microsoft dates its own 2006-06-21, Intel its chipset files 1968-07-18.',
    say: (p: Offers) => ({
      title: `${FROM[p.from]}: ${p.offers.map(offer).join(', ')}`,
      why: 'Worth it where that device makes trouble, and where it closes a security hole.',
      next:
        p.from === 'fwupd'
          ? 'On mains power, with the recovery key of the disk at hand: fwupdmgr update'
          : p.from === 'ubuntu'
            ? 'sudo ubuntu-drivers install'
            : 'Settings > Windows Update > Advanced options > Optional updates',
    }),
  },
  'drivers/kernel-tainted': {
    name: 'The kernel notes unusual drivers or past errors',
    means:
      'The kernel keeps a mark of what could make its own reports hard to read: foreign drivers, and errors since the start. macOS: extensions in the kernel that Apple did not make.',
    found:
      '/proc/sys/kernel/tainted. Foreign drivers are only noted; machine check (4), damaged memory page (5), crash (7) and hung processor (14) are a warning.',
    say: (p: Taint) => ({
      title:
        p.extensions.length > 0
          ? `Extensions in the kernel: ${p.extensions.join(', ')}`
          : `The kernel carries the mark ${p.value}: ${taints(p.flags)}`,
      why: p.flags.some(({ bit }) => [4, 5, 7, 14].includes(bit))
        ? 'Something went wrong inside the kernel since it was started. It goes on, not always well.'
        : 'It is context for whoever looks into a crash.',
      next: p.flags.some(({ bit }) => [4, 5, 7, 14].includes(bit))
        ? 'Save your work and restart. What happened: sudo dmesg | grep -i -e bug: -e oops -e mce: -e lockup'
        : 'Add it to the report for support',
    }),
  },
};

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

const FROM: Readonly<Record<Offers['from'], string>> = {
  fwupd: 'Newer firmware',
  ubuntu: 'Ubuntu recommends',
  'windows-update': 'Windows Update offers',
};

const offer = ({ device: name, version, newer }: Offers['offers'][number]): string => {
  const from = version === '' ? newer : `${version} > ${newer}`;
  return name === '' || name === newer ? from : `${name} ${from}`;
};
