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
  'make-image-debian': {
    title: 'Make the start image of the kernel anew (Debian, Ubuntu)',
    noUndo: 'an image that is there is only written anew',
  },
  'make-image-dracut': {
    title: 'Make the start image of the kernel anew (Fedora, RHEL)',
    noUndo: 'an image that is there is only written anew',
  },
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
  'cool-down': {
    title: 'Switch it off, free the vents, let it cool for ten minutes',
    noUndo: 'nothing is changed',
  },
  'roll-back-driver': {
    title:
      'Go back to the former driver (Windows: Device Manager > the device > Driver > Roll Back; Linux: the former package or kernel)',
    noUndo: 'the newer driver can be installed again',
  },
  'uninstall-update': {
    title: 'Uninstall the update that came last',
    noUndo: 'it is offered again',
  },
  'start-by-halves': {
    title:
      'Switch half of the start-up programs and services off and start normally; then the other half, until the one is found. Write down what was on',
    noUndo: 'switch on again what is written down',
  },
  'uninstall-program': {
    title: 'Remove the program that came last',
    noUndo: 'it can be installed again',
  },
  'restart-unit': {
    title: 'Start the service once more',
    noUndo: 'a service that was restarted runs as before',
  },
  'check-layout': {
    title:
      'Look at Caps Lock and at the language of the keyboard at the sign-in screen; type the password where it can be seen',
    noUndo: 'nothing is changed',
  },
  'restart-once': {
    title: 'Save your work and restart (not Shut down)',
    noUndo: 'programs that are open are closed',
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
  'BOOT.P.DRIVER': 'A driver is named: go back to the one before, and work for a while',
  'BOOT.P.DRIVER.CAUSE': 'This driver is what the crashes come from, as far as can be seen',
  'BOOT.P.COOL': 'Free the vents, let it cool, and work for a while',
  'BOOT.P.MEMORY': 'Let the memory be tested overnight',
  'BOOT.P.END': 'What is known of the crashes',
  'BOOT.T': 'Looking at what the start waits for',
  'BOOT.T.HDD': 'The system is on a hard disk: that is what the start waits for. An SSD is the largest gain',
  'BOOT.T.MANY': 'Many programs start along: switch off what you do not need at once',
  'BOOT.T.MANY.CAUSE': 'Too many programs start along',
  'BOOT.T.RESTART': 'Updates are half-way: save your work and restart once more',
  'BOOT.T.LEFT': 'Whether the restart is still waited for',
  'BOOT.T.DUE.CAUSE': 'Each start goes on with updates that wait for a restart: let it end once',
  'BOOT.T.ALL': 'Not only the start is slow: run techsupport diagnose performance',
  'BOOT.T.WAITING':
    'Before the system starts the firmware waits: for a network, a drive or a long memory test. Its settings: fast boot on, network boot off',
  'BOOT.T.FEWER': 'Switch off what need not start along, and restart',
  'BOOT.T.UNPLUG': 'Unplug sticks, drives and docks, and restart',
  'BOOT.T.AGAIN': 'Restart once more, not Shut down',
  'BOOT.T.UNKNOWN':
    'Nothing that was measured explains the slow start: support looks further, with the report',
  'BOOT.D.MEMORY': 'Such a code points to the memory most often: test it overnight, one module at a time',
  'BOOT.D.DISK':
    'Such a code points to the disk or its file system: copy the files before any repair. Was its mode (SATA, RAID, VMD) changed in the firmware? Change it back',
  'BOOT.D.BOARD':
    'Such a code points to processor, board or heat: cool it, take back overclocking, then service',
  'BOOT.F': 'Looking at what signing in needs: own folder, room, clock, services',
  'BOOT.F.CLOCK':
    'The clock is wrong: accounts of an organisation and of the internet refuse that. Put it right first',
  'BOOT.F.NETWORK':
    'Without the internet the account cannot be asked about: connect it first, or use the last password',
  'BOOT.F.DESK':
    'Passwords of an organisation are reset by its help desk: call them, with the time of the attempt',
  'BOOT.F.LAYOUT': 'Look at Caps Lock and the language of the keyboard, then type the password again',
  'BOOT.S1': 'A program or driver is the cause: go back to the driver that changed last, then start normally',
  'BOOT.S1.UPDATE': 'Uninstall the update or program that came last, then start normally',
  'BOOT.S1.HALVES': 'Switch off half of what starts along, then start normally',
  'BOOT.S1.END':
    'A program or driver is the cause, and none of the newest: support goes on from here, with the report',
  'BOOT.S1.LEFT': 'Whether safe mode is still asked for',
  'BOOT.S1.GOOD': 'What was undone last is the culprit: keep it away until its maker has put it right',
  'BOOT.S2.STORE': 'System files are damaged: repair them (techsupport diagnose updates)',
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
