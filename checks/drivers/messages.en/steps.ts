/** Words of the fixes, the questions and the decision tree. */
export const steps = {
  fixes: {
    'load-module': { title: 'Load the driver that this kernel has for the device' },
    'restart-device': { title: 'Switch the device off and on again', noUndo: 'nothing is changed' },
    'enable-device-windows': { title: 'Switch the device on' },
    'reinstall-device': {
      title: 'Remove the device from Windows’ list and have it found anew',
      noUndo: 'Windows sets it up again by itself',
    },
    'install-ubuntu-drivers': {
      title: 'Install the drivers that Ubuntu recommends for this hardware',
      noUndo: 'each driver is a package and can be removed like any other',
    },
    'build-modules': {
      title: 'Build the extra drivers for the kernel that runs',
      noUndo: 'it adds modules and takes nothing away',
    },
    'scan-devices': {
      title: 'Let Windows look for devices and their drivers again',
      noUndo: 'it only looks',
    },
    'install-firmware': {
      title: 'Install the firmware package that the finding names, then restart',
      noUndo: 'it can be removed like any other package',
    },
    'restart-computer': {
      title: 'Save your work and restart the computer',
      noUndo: 'a restart cannot be taken back: save first',
    },
    'take-power-away': {
      title: 'Shut down, take the power away for 10 seconds, start again',
      noUndo: 'nothing is changed',
    },
    'other-socket': {
      title: 'Plug the device straight into another socket, or the card into another slot',
      noUndo: 'it can go back where it was',
    },
    'install-official-driver': {
      title:
        'Install the newest driver from the official source that the finding names, never a driver collection',
      noUndo: 'Device Manager > Properties > Driver > Roll back driver brings the previous one back',
    },
    'roll-back-driver': {
      title:
        'Go back to the previous driver: Device Manager > Properties > Driver > Roll back driver, or the previous package',
      noUndo: 'the newer driver can be installed again',
    },
    'enable-device': {
      title: 'Switch the device on: Device Manager > right-click > Enable device, or in the firmware setup',
      noUndo: 'it can be switched off in the same place',
    },
    'enrol-key': {
      title: 'Enrol the key that the modules are signed with: sudo mokutil --import, restart, Enroll MOK',
      noUndo: 'sudo mokutil --delete takes the key out again',
    },
    'allow-extension': {
      title: 'Allow the extension in System Settings, if you installed it yourself',
      noUndo: 'it can be switched off in the same place',
    },
    'update-firmware': {
      title: 'Update the firmware on mains power, with the recovery key of the disk at hand',
      noUndo: 'most firmware cannot go back to an older version',
    },
  },
  questions: {
    changed: {
      text: 'What happened just before the trouble began?',
      answers: {
        update: 'A system update',
        driver: 'A new driver or program',
        device: 'A new device',
        moved: 'The computer was moved, dropped or got wet',
        nothing: 'Nothing I know of',
      },
    },
    unsaved: {
      text: 'Is there unsaved work, and may the computer restart now?',
      answers: { saved: 'It is saved, restart', later: 'Not now' },
    },
    managed: {
      text: 'Does this computer belong to your work or school?',
      answers: { mine: 'It is mine', work: 'Work or school' },
    },
  },
  nodes: {
    'DRIVERS.0': 'Looking at every device and its driver',
    'DRIVERS.1': 'Whose computer is it?',
    'DRIVERS.2': 'What came before?',
    'DRIVERS.3': 'Install what is missing: from the system first, then from the maker',
    'DRIVERS.4': 'Go back to the driver that worked',
    'DRIVERS.5': 'Looking again',
    'DRIVERS.6': 'Let the device begin anew',
    'DRIVERS.7': 'Restart, so that all parts are of one version',
    'DRIVERS.RESTART': 'May the computer restart?',
    'DRIVERS.ENABLE': 'Switch the device on',
    'DRIVERS.MANAGED':
      'On a computer of work or school its administrators change drivers: give them this as a report',
    'DRIVERS.CAUSE': 'This is the cause, and it stays: support can help with the report',
    'DRIVERS.OFF': 'The device stays switched off',
    'DRIVERS.MISMATCH': 'The parts of the driver are of different versions until a restart',
    'DRIVERS.TAINTED': 'Every device has its driver; what the kernel notes may be of interest to support',
    'DRIVERS.SOLVED': 'The drivers are in order now',
    'DRIVERS.FINE': 'Every device has its driver, and none reports an error: the trouble is something else',
    'DRIVERS.UNKNOWN': 'Not all devices could be looked at',
  },
};
