/** Words of the fixes, the questions and the decision tree. */
const HAND = 'a hand does it; this program changes nothing';

export const fixes = {
  'find-key': {
    title: 'Find the recovery key or password of the disk before the start is changed',
    noUndo: HAND,
  },
  'pause-bitlocker': { title: 'Let BitLocker pause for two starts; it resumes by itself' },
  'restart-normally': { title: 'Restart the computer normally', noUndo: HAND },
  'clear-safeboot': { title: 'Take «safe mode» out of the boot entry (have the BitLocker key ready)' },
  'remove-rescue-word': {
    title: 'Take the word that asks for safe mode out of the boot settings; the finding says where',
    noUndo: HAND,
  },
  'mark-nofail': {
    title: 'Connect the disk, or add nofail to its line in /etc/fstab after making a copy',
    noUndo: HAND,
  },
  'make-start-image': { title: 'Make room in /boot, then make the kernel’s start image anew', noUndo: HAND },
  'remake-boot-menu': { title: 'Write the boot loader’s configuration anew', noUndo: HAND },
  'startup-repair': { title: 'Recovery > Troubleshoot > Startup Repair', noUndo: HAND },
  'check-power': {
    title: 'Another socket without a strip, the cable pushed in firmly, another charger',
    noUndo: HAND,
  },
  'unplug-everything': {
    title: 'Unplug sticks, cards and everything but keyboard, screen and power, and start again',
    noUndo: HAND,
  },
  'undo-last-change': {
    title: 'Undo the last change, newest first: update, driver, program, memory module, overclocking',
    noUndo: HAND,
  },
  'memory-overnight': {
    title: 'Test the memory overnight: memtest86+ or Windows Memory Diagnostic',
    noUndo: 'it changes nothing',
  },
  'restart-service': { title: 'Read the service’s last lines, then restart it once', noUndo: HAND },
  'own-home': { title: 'Give the named file or folder back to its owner', noUndo: HAND },
  'keep-profile': {
    title: 'Save nothing in the temporary profile; restart once; delete no profile',
    noUndo: HAND,
  },
  'fewer-programs': { title: 'Switch off programs and services that need not start along', noUndo: HAND },
  'full-restart': {
    title: 'Restart once and really (save your work first)',
    noUndo: 'a restart; programs that are open are closed',
  },
  'disable-fast-startup': { title: 'Switch fast startup off (recommended beside another system)' },
  'enable-recovery': { title: 'Switch the recovery environment on' },
  'second-way': {
    title: 'Make a recovery stick, or keep a second kernel or a snapshot',
    noUndo: HAND,
  },
};

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
      'stop-code': 'A blue screen with another stop code',
      other: 'Something else',
    },
  },
  'disk-listed-order': {
    text: 'Take out all sticks, cards and discs and start again. If it stays: is the disk listed in the firmware settings?',
    answers: { starts: 'It starts now', yes: 'It is listed', no: 'It is not listed' },
  },
  'recovery-key': {
    text: 'Do you have the 48-digit recovery key (Microsoft account page aka.ms/myrecoverykey, printout, work IT)?',
    answers: { yes: 'Yes', no: 'No, or I do not know what that is' },
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
  key: {
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

export const nodes = {
  'BOOT.P': 'Looking at this start, the one before, and what the next one needs',
  'BOOT.HW': 'The hardware comes first: repair nothing on a disk that may be failing',
  'BOOT.SPACE': 'Without room the system cannot start properly: make room first',
  'BOOT.P.EMERGENCY': 'Put right what the start waits for',
  'BOOT.P.EMERGENCY.CAUSE': 'This keeps the start in emergency mode',
  'BOOT.X.CLEAR': 'Take back the setting that asks for safe mode, then restart',
  'BOOT.X.CAUSE': 'This setting starts it in safe mode every time; with an encrypted disk find the key first',
  'BOOT.P.NEXT': 'Put this right before the next restart',
  'BOOT.P.NEXT.CAUSE': 'With this the next start will fail',
  'BOOT.P.LOGIN': 'Make the person’s own folder usable again',
  'BOOT.P.LOGIN.CAUSE': 'This keeps the person from signing in',
  'BOOT.P.UNDO': 'Undo what was changed last, newest first',
  'BOOT.P.DEVICE': 'Take the new device or part out again',
  'BOOT.P.POWER': 'See to the power first',
  'BOOT.P.SERVICE': 'After a fall or water have it looked at before it is used: service',
  'BOOT.P.CRASH': 'This is what is known of the crash; it belongs into the report for support',
  'BOOT.P.SERVICES': 'Read why, and restart the service once',
  'BOOT.P.SERVICES.CAUSE': 'This service is the trouble: repair or remove the program it belongs to',
  'BOOT.P.SLOW': 'Let fewer things start along',
  'BOOT.P.SLOW.CAUSE': 'This makes the start slow',
  'BOOT.A.DEAD': 'Power supply, charger or board: service',
  'BOOT.B.BEEPS': 'Count the beeps and look them up in the maker’s table; most often it is the memory',
  'BOOT.B.BOARD': 'Graphics or board: service',
  'BOOT.C.DISK':
    'The firmware does not see the disk: cable, slot or the disk itself. Where files matter, try nothing more and ask a data recovery service',
  'BOOT.D.LOADER':
    'The boot loader cannot find its files. Windows: Startup Repair; Linux: repair from a live stick. Back up first, have the disk’s key ready, never format',
  'BOOT.D.UNDO':
    'System files or the disk’s driver. Undo the last update in recovery; was the disk’s mode (SATA, RAID, VMD) changed in the firmware? Change it back',
  'BOOT.D.REPAIR':
    'Windows cannot repair itself: Advanced options > Uninstall latest quality update; look at the disk before anything else',
  'BOOT.D.KEY.TYPE':
    'Compare the first 8 digits of the Key ID, then type the key. What changed: firmware, boot order, a dock?',
  'BOOT.D.KEY.FIND':
    'Look at aka.ms/myrecoverykey with the account of this computer, or ask your IT. Without the key the files stay closed: change nothing',
  'BOOT.D.IMAGE': 'Choose an older kernel in the boot menu, then make the start image of the new one anew',
  'BOOT.D.EMERGENCY':
    'A disk of /etc/fstab is missing or damaged: sign in there, read journalctl -xb, add nofail to that entry',
  'BOOT.D.ROOT':
    'Linux cannot find or open its own disk. Look at the disk first; if it is healthy, type exit to read why, and fsck it from a live stick',
  'BOOT.D.MAC':
    'No usable start-up disk. Start in Recovery (hold the power button; Intel: Cmd-R) and look at the disk; the exclamation mark needs another Mac or service',
  'BOOT.D.SIGNATURE':
    'Secure Boot refused what was to be started: use signed media, or the version signed by its maker',
  'BOOT.D.CMOS': 'The board’s battery is empty: replace it, then set date and boot order',
  'BOOT.D.FAN': 'The cooling does not work: switch it off, clean or replace the fan',
  'BOOT.D.SMART': 'The disk says that it is failing: copy the files, then replace it',
  'BOOT.D.PHOTO': 'Not among the known ones: take a photo of the screen for support',
  'BOOT.E.AGAIN': 'It starts: run techsupport diagnose safe-mode on it to see what went wrong',
  'BOOT.F.PROFILE': 'The account’s own folder is the trouble, not the computer',
  'BOOT.F.PASSWORD':
    'Password, keyboard layout, clock or a full disk: use the account’s recovery page or your IT; from recovery see whether the disk is full',
  'BOOT.S1':
    'A program or driver is the cause: undo the newest changes one at a time, and start normally after each',
  'BOOT.S2': 'What was measured of the hardware',
  'BOOT.S2.SYSTEM': 'System files or hardware: repair the system files, test disk and memory',
  'BOOT.G.REPAIR':
    'Start from the stick, let Startup Repair or boot-repair try, with the disk’s key at hand. Rebuilding boot files is for a technician',
  'BOOT.G.COPY':
    'Start a live system from the stick and copy the files first; then let somebody repair the boot files',
  'BOOT.TICKET': 'Without a medium it goes no further here: ask support, with the report or a photo',
  'BOOT.SOLVED': 'It starts again',
  'BOOT.FINE': 'Nothing that was measured speaks against the start',
  'BOOT.UNKNOWN': 'Too little could be seen: run it again with more rights',
};
