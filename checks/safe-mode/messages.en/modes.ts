/** Modes it starts in, and what the next start needs. */
import { shellWord } from '../../../src/sources/command-words.ts';
import type { Entry, Mode } from '../params.ts';

const MODES: Readonly<Record<Mode['mode'], string>> = {
  rescue: 'rescue mode',
  emergency: 'emergency mode',
  minimal: 'safe mode',
  network: 'safe mode with networking',
  safe: 'safe mode',
};

const entry = ({ device, path }: Entry): string => `${path} (${device})`;

const MAKE: Readonly<Record<string, (release: string) => string>> = {
  'update-initramfs': (release) => `sudo update-initramfs -c -k ${shellWord(release)}`,
  mkinitcpio: () => 'sudo mkinitcpio -P',
  mkinitfs: (release) => `mkinitfs ${shellWord(release)}`,
  dracut: (release) => `sudo dracut -f --kver ${shellWord(release)}`,
};

export const modes = {
  'safe-mode/safe-mode-active': {
    name: 'The computer is running in safe (rescue) mode right now',
    means:
      'Only what is needed for repair was started. No sound, no printing, plain graphics and often no network are normal here, and no faults of their own.',
    found:
      'Linux: words on the kernel’s command line (single, rescue, emergency, systemd.unit=…), or rescue.target or emergency.target is active; whoever went on to the usual targets is not in it any more. Windows: SafeBoot\\Option and SAFEBOOT_OPTION. macOS: kern.safeboot.',
    say: (p: Mode) => ({
      title: `The computer is running in ${MODES[p.mode]}${p.word === '' ? '' : ` (started with ${p.word})`}`,
      why: 'Sound, printing, graphics and network may be missing only because of that.',
      next:
        p.on === 'linux'
          ? 'When the repair is done: systemctl reboot (or exit to go on starting)'
          : 'When the repair is done, restart normally',
    }),
  },
  'safe-mode/safeboot-flag-stuck': {
    name: 'The computer is set to start in safe mode every time',
    means:
      'Safe mode was not chosen for one start but written into the settings of the start. Until that is taken back, every start ends in it.',
    found:
      'Linux: rescue or emergency as default target, or such words in /etc/default/grub or /etc/kernel/cmdline. Windows: the element safeboot of the boot entry (bcdedit, as administrator). macOS: -x in the variable boot-args. A warning while it is in that mode, else a remark.',
    say: (p: { readonly on: string; readonly where: string; readonly word: string }) => ({
      title: `${p.where} starts it in safe mode every time: ${p.word}`,
      why: 'A restart does not lead out of safe mode.',
      next:
        p.on === 'win32'
          ? 'Have the BitLocker key ready, then as administrator: bcdedit /deletevalue {current} safeboot'
          : p.on === 'darwin'
            ? 'sudo nvram boot-args="" (note first what else stands there: nvram boot-args)'
            : p.where === 'default.target'
              ? 'sudo systemctl set-default graphical.target (on a server: multi-user.target)'
              : p.where === '/etc/default/grub'
                ? `Take ${p.word} out of /etc/default/grub, then sudo update-grub (Fedora: sudo grub2-mkconfig -o /boot/grub2/grub.cfg)`
                : `Take ${p.word} out of ${p.where}, then install the kernel’s entry anew: sudo kernel-install add-all`,
    }),
  },
  'safe-mode/emergency-mode': {
    name: 'Linux stopped in emergency mode',
    means:
      'Something the start needs was not there or could not be repaired, most often a disk that /etc/fstab names. Linux waits for somebody to put it right.',
    found:
      'emergency.target is active and was not asked for. Entries of /etc/fstab without nofail whose device is not there are named, else mounts and checks of file systems that failed.',
    say: (p: { readonly entries: readonly Entry[]; readonly units: readonly string[] }) => ({
      title:
        p.entries.length > 0
          ? `Linux stopped in emergency mode: no disk for ${p.entries.map(entry).join(', ')}`
          : `Linux stopped in emergency mode${p.units.length === 0 ? '' : `: ${p.units.join(', ')} failed`}`,
      why: 'Nothing else is started until that is put right.',
      next:
        p.entries.length > 0
          ? 'Keep a copy (cp /etc/fstab /etc/fstab.before), add nofail to that entry, then systemctl daemon-reload and exit'
          : 'See what failed: journalctl -xb -p 3; if it was a file system, run techsupport check hardware before fsck',
    }),
  },
  'safe-mode/fstab-missing-device': {
    name: 'The next start may stop: a disk named in fstab is missing',
    means:
      'The start waits for each disk of /etc/fstab that is not marked nofail, and stops in emergency mode when it does not come.',
    found:
      'Entries of /etc/fstab that are not open now, without noauto, nofail and network file systems, whose device is neither among /dev/disk/by-* nor below /dev.',
    say: (p: Entry) => ({
      title: `The disk for ${p.path} is not there: ${p.device}`,
      why: 'The next start will wait for it and then stop in emergency mode.',
      next: `Connect the disk, or add nofail to the entry of ${p.path} in /etc/fstab (keep a copy first)`,
    }),
  },
  'safe-mode/initramfs-missing': {
    name: 'The newest kernel cannot start (its start image is missing)',
    means:
      'Linux needs a small start image (initramfs) to find its own disk. Without it the next start ends in «Kernel panic: VFS: unable to mount root». A full /boot or an update that broke off are the usual reasons.',
    found:
      'The newest kernel in /boot has no start image, or one of 0 bytes. Unified images and kernels on systems that use none are left alone.',
    say: (p: {
      readonly release: string;
      readonly image: string;
      readonly older: string;
      readonly tool: string;
    }) => ({
      title:
        p.image === ''
          ? `The kernel ${p.release} has no start image (initramfs)`
          : `The start image of the kernel ${p.release} is empty: /boot/${p.image}`,
      why: 'The next start with it will fail.',
      next: `Do not restart yet. See that /boot has room, then ${MAKE[p.tool]?.(p.release) ?? 'make the image anew'}${p.older === '' ? '' : `; or choose ${p.older} in the boot menu`}`,
    }),
  },
  'safe-mode/bootloader-damaged': {
    name: 'The system does not start: boot files or boot order are broken',
    means:
      'Before the system there is a boot loader that finds and starts it. When its files are missing, or the firmware looks at the wrong disk, the screen stays at «No bootable device», «grub>» or a code such as 0xc000000f.',
    found:
      'On a computer that is down: by the words on its screen, in the guided search. On a Linux that runs: GRUB is installed below /boot, and its configuration is missing or empty.',
    say: (p: { readonly path: string; readonly empty: boolean }) => ({
      title: `The boot loader’s configuration is ${p.empty ? 'empty' : 'missing'}: ${p.path}`,
      why: 'The next start will end at the prompt grub>.',
      next: p.path.includes('grub2')
        ? `Do not restart yet. sudo grub2-mkconfig -o ${p.path}`
        : `Do not restart yet. sudo update-grub (or sudo grub-mkconfig -o ${p.path})`,
    }),
  },
};
