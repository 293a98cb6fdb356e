/** Words of the questions. */

export const questions = {
  running: {
    text: 'Is this program running on the computer that has the trouble?',
    answers: { here: 'Yes, it starts at least sometimes', elsewhere: 'No, on another one, or from a stick' },
  },
  'boot-stage': {
    text: 'How far does the computer get when you switch it on?',
    answers: {
      dark: 'No lights, no fan',
      black: 'Lights, but a black screen',
      maker: 'The maker’s logo',
      text: 'Text or an error on the screen',
      system: 'The system’s logo or a spinner',
      login: 'The sign-in screen',
      desktop: 'The desktop, then it fails',
    },
  },
  'power-tried': {
    text: 'Plug it straight into a wall socket, look for the charger’s light, hold the power button for 30 seconds (take the battery out if you can), then switch it on. What happens?',
    answers: { starts: 'It starts', lights: 'Lights or a fan, no picture', nothing: 'Nothing at all' },
  },
  'monitor-input': {
    text: 'Is the monitor switched to the input you use (HDMI, DP), and is the cable in the graphics card socket? Is another screen dark too?',
    answers: {
      yes: 'Yes, and it stays dark',
      wrong: 'It was wrong: now there is a picture',
      unsure: 'Not sure',
    },
  },
  noises: {
    text: 'Do you hear clicking, grinding or beeps?',
    answers: { none: 'None', clicking: 'Clicking or grinding', beeps: 'Beeps' },
  },
  'stop-text': {
    text: 'Which stop code or words are on the blue screen?',
    answers: {
      'stop-memory':
        'MEMORY_MANAGEMENT, PFN_LIST_CORRUPT, PAGE_FAULT_IN_NONPAGED_AREA, CRITICAL_STRUCTURE_CORRUPTION (0x1A, 0x4E, 0x50, 0x19, 0xC2, 0x109)',
      'stop-disk':
        'NTFS_FILE_SYSTEM, KERNEL_DATA_INPAGE_ERROR, INACCESSIBLE_BOOT_DEVICE, UNMOUNTABLE_BOOT_VOLUME, UNEXPECTED_STORE_EXCEPTION (0x24, 0x7A, 0x7B, 0xED, 0xF4, 0x154)',
      'stop-driver':
        'IRQL_NOT_LESS_OR_EQUAL, KMODE_EXCEPTION, SYSTEM_SERVICE_EXCEPTION, DRIVER_POWER_STATE_FAILURE, DPC_WATCHDOG_VIOLATION (0x0A, 0xD1, 0x1E, 0x3B, 0x7E, 0x9F, 0x133, 0x139)',
      'stop-graphics': 'VIDEO_TDR_FAILURE, VIDEO_SCHEDULER_INTERNAL_ERROR (0x116, 0x117, 0x119)',
      'stop-board':
        'WHEA_UNCORRECTABLE_ERROR, CLOCK_WATCHDOG_TIMEOUT, MACHINE_CHECK_EXCEPTION (0x124, 0x101, 0x9C, 0x7F)',
      'stop-system': 'CRITICAL_PROCESS_DIED, CONFIG_INITIALIZATION_FAILED (0xEF, 0xC000021A, 0x67)',
      other: 'Another one, or it was gone too fast',
    },
  },
  'picture-tried': {
    text: 'Try another screen or input, take out memory and cards that were added, try one memory module at a time. What happens?',
    answers: { picture: 'There is a picture', beeps: 'It beeps', nothing: 'Still black and silent' },
  },
  'disk-listed': {
    text: 'Unplug everything but keyboard, screen and power and wait 10 minutes once. Then open the firmware settings (often F2, Del or Esc at the start). Is the disk listed there?',
    answers: { starts: 'It starts now', yes: 'Yes', no: 'No', unsure: 'I cannot get there' },
  },
  'boot-text': {
    text: 'Which of these words or signs are on the screen?',
    answers: {
      'no-bootable': 'No bootable device, Operating system not found, Insert boot media',
      'bcd-code': '0xc000000f, 0xc000000e, 0xc0000225 or 0xc0000098',
      'system-code': '0xc000021a, 0xc0000001 or INACCESSIBLE_BOOT_DEVICE',
      'repair-loop': '«Preparing Automatic Repair», again and again',
      'recovery-key': 'Enter the recovery key, BitLocker recovery',
      'grub-rescue': 'grub rescue>, unknown filesystem, no such partition',
      grub: 'grub>',
      'vfs-panic': 'Kernel panic … VFS: unable to mount root',
      emergency: 'You are in emergency mode, Give root password for maintenance',
      initramfs: '(initramfs), busybox',
      'mac-sign': 'Mac: a folder with a question mark, a crossed circle, a circle with an exclamation mark',
      'secure-boot': 'Security boot violation, image failed to verify',
      cmos: 'CMOS checksum, date not set, press F1',
      fan: 'CPU fan error, over temperature',
      smart: 'SMART failure predicted on hard disk',
      beeps: 'No words: it beeps',
      'stop-code': 'A blue screen with another stop code',
      other: 'Something else',
    },
  },
  'disk-listed-order': {
    text: 'Take out all sticks, cards and discs and start again. If it stays: is the disk listed in the firmware settings?',
    answers: { starts: 'It starts now', yes: 'It is listed', no: 'It is not listed' },
  },
  'bitlocker-key': {
    text: 'Do you have the 48-digit recovery key (Microsoft account page aka.ms/myrecoverykey, printout, work IT)?',
    answers: { yes: 'Yes', no: 'No', what: 'What is that?' },
  },
  recovery: {
    text: 'If the disk is encrypted, have its key ready. Then open the recovery menu: Windows opens it after two failed starts; Linux: Esc or Shift at the start, Advanced options, an older kernel; Mac: hold the power button (Intel: Cmd-R). What helped?',
    answers: {
      repaired: 'Startup Repair or the older kernel: it starts',
      safe: 'It starts in safe mode only',
      nothing: 'Nothing',
    },
  },
  'other-account': {
    text: 'Can another account sign in on this computer?',
    answers: { works: 'Yes', fails: 'No', none: 'There is no other account' },
  },
  'safe-works': {
    text: 'Start in safe mode (Linux: recovery mode). Does the trouble stay away there?',
    answers: {
      works: 'Yes, it works there',
      fails: 'No, it is the same',
      cannot: 'Safe mode does not start',
    },
  },
  managed: {
    text: 'Does this computer belong to your work or school?',
    answers: { mine: 'It is mine', work: 'To work or school' },
  },
  'phone-time': {
    text: 'Compare date and time on your phone with those at the sign-in screen. Are they the same?',
    answers: { same: 'The same, give or take a minute', other: 'No, they differ' },
  },
  'slow-what': {
    text: 'What is slow: everything, or only switching on?',
    answers: {
      start: 'Only until the desktop can be used',
      everything: 'Everything, afterwards too',
      waiting: 'Already before the logo of the system',
    },
  },
  unsaved: {
    text: 'Is there unsaved work, and may the computer restart now?',
    answers: { saved: 'Everything is saved, restart', 'not-now': 'Not now' },
  },
  changed: {
    text: 'What happened just before the trouble began?',
    answers: {
      update: 'A system update',
      program: 'A new program or driver',
      device: 'A new device or part',
      moved: 'It was moved, dropped or got wet',
      power: 'A power cut',
      nothing: 'Nothing I know of',
    },
  },
  'disk-password': {
    text: 'If this disk is encrypted (BitLocker, FileVault, LUKS): do you have its recovery key or password?',
    answers: { yes: 'Yes', no: 'No', none: 'It is not encrypted' },
  },
  media: {
    text: 'Do you have another working computer and a USB stick of 8 GB or more?',
    answers: { yes: 'Yes', no: 'No' },
  },
  backup: {
    text: 'Are your important files copied to another disk or a cloud?',
    answers: { yes: 'Yes', no: 'No', unsure: 'Not sure' },
  },
  still: { text: 'Is the problem still there?', answers: { yes: 'Yes', no: 'No' } },
};
