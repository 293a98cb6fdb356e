/** Words of the fixes, the questions and the decision tree. */
const HAND = 'a hand does it; nothing is changed by this program';

export const steps = {
  fixes: {
    'copy-files': {
      title: 'Copy your important files to another disk',
      noUndo: 'nothing is changed on this one',
    },
    'replace-disk': {
      title: 'Replace the disk: copy it to a new one, check the copy, then swap',
      noUndo: HAND,
    },
    'reseat-cable': {
      title: 'Switch off, reseat or replace the disk’s cables, use another port',
      noUndo: HAND,
    },
    'scan-volume': { title: 'Scan drive C: while Windows runs', noUndo: 'scanning changes no file' },
    'verify-volume': {
      title: 'Verify the system volume (programs pause meanwhile)',
      noUndo: 'verifying changes nothing',
    },
    'repair-file-system': {
      title:
        'Repair the file system after the copy: fsck at the next start, chkdsk /f, or First Aid in macOS Recovery; never while the disk is failing',
      noUndo: 'a repair may cut off damaged files; that is why the copy comes first',
    },
    'long-self-test': {
      title: 'Let the disk test itself: smartctl -t long DISK, result after hours',
      noUndo: 'a self-test only reads',
    },
    'cool-down': { title: 'Free the vents, a hard surface, clean out the dust', noUndo: HAND },
    'original-charger': { title: 'Use the original charger, with its full wattage', noUndo: HAND },
    'undo-overclock': {
      title: 'Switch off XMP, overclocking and undervolting in the firmware',
      noUndo: HAND,
    },
    'reseat-memory': { title: 'Switch off, reseat the memory modules, try one at a time', noUndo: HAND },
    'test-memory': {
      title: 'Test the memory overnight: memtest86+, or Windows Memory Diagnostic',
      noUndo: 'a test changes nothing',
    },
    'replace-battery': { title: 'Have the battery replaced by an original one', noUndo: HAND },
    'other-socket': {
      title: 'Plug into a wall socket without a strip, seat the power cable, try another supply',
      noUndo: HAND,
    },
    'update-firmware': {
      title: 'Install the maker’s firmware update',
      noUndo: 'makers rarely allow a step back',
    },
  },
  questions: {
    trouble: {
      text: 'What is wrong?',
      answers: {
        disk: 'The disk or files',
        device: 'A device on a cable or Bluetooth',
        other: 'Heat, noise, power, battery or crashes',
      },
    },
    backup: {
      text: 'Are your important files copied to another disk or a cloud?',
      answers: { yes: 'Yes', no: 'No', unsure: 'Not sure' },
    },
    noises: {
      text: 'Do you hear clicking, grinding or beeps?',
      answers: { none: 'None', clicking: 'Clicking or grinding', beeps: 'Beeps' },
    },
    fan: {
      text: 'Is the fan running, and is the case very hot?',
      answers: {
        warm: 'The fan runs, it is warm',
        silent: 'The fan is silent, it is hot',
        loud: 'Very loud',
      },
    },
  },
  nodes: {
    'HW.0': 'Looking at the disks first',
    'HW.1': 'Before anything else: is there a copy of your files?',
    'HW.1.COPY': 'Copy your important files now, and nothing else',
    'HW.1.NOISES': 'Listen to the disk',
    'HW.1.OFF':
      'Switch the computer off. If the files matter, let a data recovery service open it: each start makes it worse',
    'HW.2': 'What is it about?',
    'HW.3': 'Power off, reseat or replace the cables, use another port',
    'HW.4': 'The disk has to be replaced',
    'HW.CABLE': 'The link to the disk is the cause: cable, port or adapter',
    'HW.SOLVED': 'It is well again',
    'HW.20': 'What is connected is looked at by another part: run techsupport diagnose peripherals',
    'HW.30.FAN': 'No sensor tells: feel and listen',
    'HW.30.COOLING': 'The cooling is the likely cause: have the fan checked and the dust cleaned out',
    'HW.31': 'Try the least first',
    'HW.32': 'This part is the cause',
    'HW.DISK': 'What was measured of the disks',
    'HW.DISK.FINE': 'Nothing measured speaks against the disks',
    'HW.UNEXPLAINED': 'Nothing was measured that explains it: service can look further, with the report',
  },
};
