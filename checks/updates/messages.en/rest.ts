/** Words for fixes, questions and the steps of the tree. */

export const fixes = {
  'finish-dpkg': {
    title: 'Finish the interrupted installation',
    noUndo: 'a half-installed package is not a state to go back to',
  },
  'fix-broken': {
    title: 'Resolve unmet dependencies',
    noUndo: 'the plan is shown first; what it removes can be installed again',
  },
  'finish-apk': { title: 'Install damaged packages again', noUndo: 'the same versions come back' },
  'wait-for-installer': { title: 'Wait until the other installer is done', noUndo: 'nothing is changed' },
  'disable-source': {
    title: 'Correct the broken source, or switch it off by renaming its file',
    noUndo: 'rename it back to switch it on again',
  },
  'remove-proxy': {
    title: 'Correct or remove the proxy for updates',
    noUndo: 'you edit the file yourself',
  },
  'pause-protection': {
    title: 'Pause the security program in its own window for the update, then switch it on again',
    noUndo: 'switching it on again is part of the step',
  },
  'repair-store': {
    title: 'Repair the system files of Windows: DISM RestoreHealth, then sfc',
    noUndo: 'only damaged files are replaced',
  },
  'unmask-units': { title: 'Allow the updater to start again', noUndo: 'mask it again: systemctl mask' },
  'enable-services': {
    title: 'Give the update services their usual start type back',
    noUndo: 'they can be disabled again',
  },
  'check-for-updates': {
    title: 'Look for updates and install them',
    noUndo: 'updates of security are not to be taken back',
  },
  'move-to-newer': {
    title: 'Move to a version that is still mended',
    noUndo: 'there is no way back without a backup',
  },
  restart: { title: 'Save your work and restart', noUndo: 'a restart changes nothing that was saved' },
};

export const questions = {
  managed: {
    text: 'Does an organisation (work, school) look after this computer?',
    answers: { yes: 'Yes', no: 'No', unsure: 'I do not know' },
  },
  protection: {
    text: 'Did the update install after the security program was paused? Switch its protection on again now.',
    answers: {
      worked: 'Yes, and the protection is on again',
      failed: 'No, and the protection is on again',
      none: 'There is no such program',
    },
  },
  retried: {
    text: 'Start the update once more. What happened?',
    answers: { worked: 'It was installed', failed: 'It failed again', waiting: 'It is still running' },
  },
};

export const nodes = {};
