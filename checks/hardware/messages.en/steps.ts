/** Words of the fixes, the questions and the decision tree. */
import { symptoms } from './symptoms.ts';

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
      title: 'Let the disk test itself (the result comes after hours: techsupport check hardware)',
      noUndo: 'a self-test only reads',
    },
    'clean-dust': {
      title: 'Switch off, and clean the dust out of fan and fins (with a laptop: leave it to a workshop)',
      noUndo: HAND,
    },
    'reset-battery': {
      title:
        'Reset the battery controller: shut down, unplug, hold the power button for 30 seconds, plug in, start',
      noUndo: HAND,
    },
    'seat-power': {
      title: 'Switch off, unplug, and seat the power cables inside the case; try another power supply',
      noUndo: HAND,
    },
    'end-hungry-program': {
      title: 'Save your work, and close the programs that were opened last or work hardest',
      noUndo: 'open them again',
    },
    'wait-for-maintenance': {
      title:
        'Leave it on mains power for a quarter of an hour: updates and indexing come to an end by themselves',
      noUndo: HAND,
    },
    'switch-on-device': { title: 'Switch the device on, charge it, wait for its lights', noUndo: HAND },
    'device-other-port': {
      title: 'Plug the device straight into another port, without a hub, with another cable',
      noUndo: HAND,
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
        battery: 'The battery',
        off: 'It switches off by itself',
        heat: 'Heat or noise',
        other: 'Something else',
      },
    },
    power: {
      text: 'Is the laptop connected to mains power?',
      answers: { yes: 'Yes', no: 'No', desktop: 'It is no laptop' },
    },
    changed: {
      text: 'What happened just before the trouble began?',
      answers: {
        update: 'A system update',
        program: 'A new program',
        device: 'A new device',
        moved: 'The computer was moved, dropped or got wet',
        'power-cut': 'A power cut',
        nothing: 'Nothing I know of',
      },
    },
    since: {
      text: 'Since when is it so?',
      answers: { today: 'Since today', days: 'For some days', weeks: 'For weeks, or always' },
    },
    'device-power': {
      text: 'Is the device switched on and charged, with its own lights on?',
      answers: { yes: 'Yes', no: 'No', 'no-lights': 'It has no lights' },
    },
    'other-computer': {
      text: 'Does the device work with another computer?',
      answers: { yes: 'Yes', no: 'No', cannot: 'Cannot try' },
    },
    still: {
      text: 'Is the problem still there?',
      answers: { yes: 'Yes', no: 'No' },
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
    'HW.0.DISK': 'What the disks say of themselves',
    'HW.0.COPY': 'Nothing speaks against the disk. Copy your files all the same, while it is well',
    'HW.0.COPIED': 'Whether there is a copy now',
    'HW.0.UNSAVED':
      'Nothing measured speaks against the disk, but there is no copy of your files: that is what has to change',
    'HW.1.COPY': 'Copy your important files now, and nothing else',
    'HW.1.COPIED': 'What has to be done with the disk',
    'HW.1.OFF':
      'Switch the computer off. If the files matter, let a data recovery service open it: each start makes it worse',
    'HW.1.OFF.HEARD':
      'You hear what no counter shows: a disk that clicks or grinds is failing. Switch the computer off; if the files matter, let a data recovery service open the disk',
    'HW.3': 'Power off, reseat or replace the cables, use another port and no hub',
    'HW.4': 'The disk has to be replaced: copy it to a new one, check the copy, then swap',
    'HW.4.REPAIR': 'The disk itself is well: check its file system, and repair it at the next start',
    'HW.CABLE': 'The link to the disk is the cause: cable, port or adapter',
    'HW.SOLVED': 'It is well again',
    'HW.20': 'What the ports report',
    'HW.21.ON': 'Switch the device on, charge it, and wait until its lights are on',
    'HW.22': 'Plug it straight into another port, without a hub and with another cable',
    'HW.22.PORT': 'In another port it works: the port, the hub or the cable before was the cause',
    'HW.22.DEAD': 'It does not work elsewhere either: the device or its cable is broken',
    'HW.23':
      'It works elsewhere, or that could not be tried: its driver is next (techsupport diagnose peripherals looks at it)',
    'HW.30': 'What the sensors tell',
    'HW.30.BATTERY': 'What battery, charger and programs tell',
    'HW.30.OFF': 'What was written down before it went off',
    'HW.30.HEAT': 'How hot it is, and who works so hard',
    'HW.30.BEEPS':
      'Beeps at the start are mostly the memory: switch off, reseat the modules, try one at a time',
    'HW.32.BEEPS':
      'The memory or its socket is to be suspected; the manual of the maker tells what the number of beeps means',
    'HW.31.VENTS': 'Free the vents, put it on a hard surface',
    'HW.31.CHARGER': 'Use the original charger with its full wattage',
    'HW.31.SOCKET': 'Use a wall socket without a strip',
    'HW.31.RESET': 'Reset the battery controller',
    'HW.31.OVERCLOCK': 'Switch off XMP, overclocking and undervolting',
    'HW.31.FIRMWARE': 'Update the firmware',
    'HW.31.DUST': 'Clean out the dust',
    'HW.31.MEMORY': 'Reseat the memory modules, try one at a time, test them overnight',
    'HW.31.CABLE': 'Seat the power cables, try another power supply',
    'HW.31.BATTERY': 'Have the battery replaced',
    'HW.31.LOOK': 'What is left',
    'HW.31.COOL.VENTS': 'Free the vents, put it on a hard surface, and wait ten minutes',
    'HW.31.COOL.DUST': 'Clean the dust out of fan and fins',
    'HW.32': 'This part is the cause',
    'HW.32.COOLED': 'It was too hot: keep its vents free',
    'HW.32.COOLING': 'The cooling is the likely cause: have the fan and its paste looked at',
    'HW.32.LOAD': 'This program works so hard that it heats the computer and empties the battery',
    'HW.32.LOAD.TOLD': 'Without those programs it is well: one of them works too hard',
    'HW.32.WAIT': 'The system looks after itself: it passes when that is done',
    'HW.32.WAITED': 'It was the system looking after itself, and it has passed',
    'HW.32.SAVER': 'Saving power is what it was told to do',
    'HW.32.STOP': 'It stopped at an error of its own: the code tells more',
    'HW.32.GONE':
      'It went off without a word: no heat, no error. The power supply is to be suspected; service can measure it',
    'HW.BATTERY.CHARGER': 'Use the original charger with its full wattage',
    'HW.BATTERY.SOCKET': 'Use another socket, and another port of the laptop where it has two',
    'HW.BATTERY.RESET': 'Reset the battery controller',
    'HW.BATTERY.WAS': 'The way to the charger was the cause',
    'HW.BATTERY.NOT':
      'With another charger, socket and reset controller it does not charge: the socket in the laptop or the battery, for service',
    'HW.BATTERY.LOAD': 'Close what was opened last or works hardest',
    'HW.BATTERY.WORN':
      'What was measured does not explain it. A battery of three years and more has lost much, whatever it says: service can measure it',
    'HW.OFF.BATTERY': 'Run it on the charger and see whether it stays on',
    'HW.OFF.WORN': 'On mains power it stays on: the battery gives way',
    'HW.OFF.SOCKET': 'Use a wall socket without a strip, and another cable',
    'HW.OFF.OVERCLOCK': 'Switch off XMP, overclocking and undervolting',
    'HW.OFF.CABLE': 'Seat the power cables inside, try another power supply',
    'HW.OFF.MEMORY': 'Reseat the memory modules, try one at a time',
    'HW.OFF.SUPPLY': 'The way of the current was the cause: socket, strip, cable or supply',
    'HW.OFF.BOARD': 'Beyond what its maker promises processor or memory fail',
    'HW.OFF.END': 'What was written down',
    'HW.OFF.SUSPECT':
      'No heat, no error, nothing written down: by exclusion the power supply is to be suspected',
    'HW.HEAT.WAIT': 'Let it finish what it does: a quarter of an hour on mains power',
    'HW.HEAT.LOAD': 'Close what was opened last or works hardest',
    'HW.DISK': 'What was measured of the disks',
    'HW.DISK.FINE': 'Nothing measured speaks against the disks',
    'HW.UNEXPLAINED': 'Nothing was measured that explains it: service can look further, with the report',
  },
  symptoms,
};
