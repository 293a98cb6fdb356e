/** Devices: without a driver, in error, switched off, in each other's way. */
import type { Conflict, Firmware, LoadFailed, NoDriver, Refused, Trouble } from '../params.ts';
import { action, Device, device, driver, kind, problem, source, without } from './phrases.ts';

export const devices = {
  'drivers/device-no-driver': {
    name: 'A device has no driver',
    means:
      'The computer sees the device, and no driver takes care of it: programs cannot use it. Bridges, memory controllers and devices of virtual machines do without; a network card, a sound card, a camera do not.',
    found:
      'Linux: devices on PCI and USB whose class needs a driver and that none is bound to; serial adapters and the like where the kernel has a module for them. USB printers count as fine: the print system talks to them by itself. Windows: problem codes 1, 18 and 28.',
    say: (p: NoDriver) => ({
      title: `${Device(p)} has no driver${p.problem === 0 ? '' : `, code ${p.problem}`}`,
      why: `Without it ${without(p)}.${p.blockedBy === '' ? '' : ` The module ${p.module} fits and is switched off: ${p.blockedBy}.`}`,
      next: nextForDriver(p),
    }),
  },
  'drivers/device-start-failed': {
    name: 'A device reports that it cannot start',
    means:
      'The driver is there, and the device did not start with it: it stood in a bad state, the driver does not fit, or the device is broken.',
    found:
      'Linux: the kernel says that the probe failed, and the device has no driver now. Windows: codes 10, 43, 44, 54 in two looks some seconds apart, and codes 13, 14, 21, 25, 26, 38, which a restart ends. A graphics card in a virtual machine with code 43 is only noted.',
    say: (p: Trouble) => ({
      title: `${Device(p)} does not start${p.problem === 0 ? `: ${p.driver} ended with error ${p.status}` : problem(p)}`,
      why: `Until it starts ${without(p)}.${p.problem === 0 ? '' : driver(p)}`,
      next: action(p),
    }),
  },
  'drivers/device-load-failed': {
    name: 'A driver is damaged or cannot be loaded',
    means:
      'The system has a driver for the device and cannot load it: it was made for another kernel, it is damaged, or a program that was removed left a filter behind.',
    found:
      'Linux: the kernel names a module with unknown symbols or built for another kernel, and it is not loaded now. Windows: codes 2, 7, 8, 11, 20, 23, 31, 32, 37, 39, 40, 41, 50, 51.',
    say: (p: LoadFailed) =>
      p.on === 'linux'
        ? {
            title: `The module ${p.module} cannot be loaded: ${
              p.reason === 'other-kernel'
                ? `built for ${p.detail}, ${p.kernel} runs`
                : p.reason === 'symbol-version'
                  ? `${p.detail} has another version in this kernel`
                  : `this kernel has no ${p.detail}`
            }`,
            why: 'The device or program that needs it does not work.',
            next: `Restart, so that kernel and modules are of one version. If it stays, reinstall the package that brought ${p.module}`,
          }
        : {
            title: `The driver of ${device(p)} cannot be loaded${problem(p)}`,
            why: `Without it ${without(p)}.${driver(p)}${p.problem === 39 ? ' A program that was removed may have left a filter behind.' : ''}`,
            next: action(p),
          },
  },
  'drivers/device-disabled': {
    name: 'A device is switched off in the system or firmware',
    means: 'The device works, and somebody or some rule switched it off.',
    found:
      'Linux: a USB device that a rule keeps out (authorized is 0). Windows: codes 22, 29 and 47; only noted where another device of its class works.',
    say: (p: Trouble) => ({
      title: `${Device(p)} is switched off${p.problem === 0 ? ': a rule of this computer keeps it out' : problem(p)}`,
      why: `As long as it is off ${without(p)}.`,
      next:
        p.problem === 0
          ? 'Ask whoever set the rule. With USBGuard: usbguard list-devices --blocked, then usbguard allow-device with its number'
          : action(p),
    }),
  },
  'drivers/resource-conflict': {
    name: 'Two devices claim the same resources',
    means:
      'Each device needs an interrupt and addresses of its own. Where there are not enough, one of them stays out.',
    found:
      'Linux: the kernel switched off an interrupt that nobody answered, or found no addresses for a card that then has no driver. Windows: codes 5, 6, 12, 15, 16, 17, 27, 30, 33 to 36.',
    say: (p: Conflict) =>
      p.on === 'interrupt'
        ? {
            title: `The kernel switched off interrupt ${p.irq}: nobody answered it`,
            why: `What hangs on it is slow or stands still${p.handlers.length === 0 ? '' : `: ${p.handlers.join(', ')}`}.`,
            next: 'Update the firmware (BIOS) of the computer. Until then start Linux with the option irqpoll',
          }
        : {
            title: `${Device(p)} found no free resources${problem(p)}`,
            why: `Without them ${without(p)}.`,
            next: action(p),
          },
  },
  'drivers/registry-damaged': {
    name: 'The device entry in the registry is damaged',
    means:
      'What Windows has written down about the device cannot be used: the entry is damaged, double or too large.',
    found: 'Windows: codes 3, 4, 9, 19, 42 and 49.',
    say: (p: Trouble) => ({
      title: `Windows cannot use its entry for ${device(p)}${problem(p)}`,
      why: `Until the entry is made anew ${without(p)}. Do not change the registry by hand.`,
      next: action(p),
    }),
  },
  'drivers/signature-blocked': {
    name: 'The system refuses the driver (signature or security rule)',
    means:
      'Drivers run with all rights, so the system takes only those whose signature it knows. A driver that was built on this computer needs a key that its firmware knows.',
    found:
      'Linux: the kernel says that it rejected a module. Windows: codes 48 and 52, and events 3004, 3033, 3077 of code integrity about driver files. macOS: a system extension waits for a yes.',
    say: (p: Refused) => {
      switch (p.on) {
        case 'linux':
          return {
            title: `The kernel refused a module: ${p.line}`,
            why: `${p.modules.length === 0 ? 'Its signature is not known' : `Built on this computer and not loaded: ${p.modules.join(', ')}`}${p.secureBoot ? '; Secure Boot is on' : ''}.`,
            next: 'Enrol the key of this computer: sudo mokutil --import /var/lib/dkms/mok.pub (Ubuntu: /var/lib/shim-signed/mok/MOK.der), restart, choose Enroll MOK on the blue screen. Leave Secure Boot on',
          };
        case 'windows':
          return {
            title: `Windows refuses the driver of ${device(p)}${problem(p)}`,
            why: `Without it ${without(p)}.${driver(p)}`,
            next: action(p),
          };
        case 'windows-file':
          return {
            title: `Windows refused to load ${p.file}`,
            why: 'Its signature or a security rule does not allow it; what needs this driver does not work.',
            next: 'Update or remove the program that brought the file. Leave the signature check on',
          };
        case 'macos':
          return {
            title: `${p.name} waits to be allowed (${p.bundle})`,
            why: 'Until then this extension does not run, and what it is for does not work.',
            next: 'System Settings > Privacy & Security (macOS 15 and later: General > Login Items & Extensions): allow it if you installed it',
          };
      }
    },
  },
  'drivers/firmware-missing': {
    name: 'A device lacks its firmware file',
    means:
      'Many devices are given their own program at each start. Distributions keep these files in packages of their own, which are not always installed.',
    found:
      'The kernel did not find the file (error -2), and the driver gave up or is not bound. Drivers ask for several versions, newest first: an attempt that failed before one that succeeded is normal, and so are files that devices do without.',
    say: (p: Firmware) => ({
      title: `${Device(p)} lacks its firmware ${p.files.join(', ')}`,
      why: `The driver ${p.driver} cannot start the ${kind(p)} without it: ${without(p)}.`,
      next:
        p.package === '' || p.install === ''
          ? `Install the firmware package of the distribution that holds ${p.files.at(-1) ?? ''}, then restart`
          : `${p.install} ${p.package} (on Debian enable non-free-firmware first), then restart`,
    }),
  },
};

const nextForDriver = (p: NoDriver): string => {
  if (p.modulesGone) return 'Restart: the modules of the running kernel were replaced by an update';
  if (p.blockedBy !== '') return `If that is not meant so, remove the line, then: sudo modprobe ${p.module}`;
  if (p.module !== '' && p.loaded) {
    return `Its module ${p.module} is loaded and has not taken it: unplug it and plug it in again, a card: restart`;
  }
  if (p.module !== '') return `Load its module: sudo modprobe ${p.module}`;
  if (p.system === 'windows') {
    return `Settings > Windows Update > Advanced options > Optional updates. Otherwise ${source(p)}`;
  }
  return p.system === 'ubuntu'
    ? `sudo ubuntu-drivers install, or a newer kernel. Otherwise ${source(p)}`
    : `Install a newer kernel, which brings more drivers. Otherwise ${source(p)}`;
};
