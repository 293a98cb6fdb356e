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
  'free-space': {
    title: 'Free space where the update needs it: techsupport check disk-space names it',
    noUndo: 'what is removed is chosen by you',
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

export const nodes = {
  'UPD.0': 'Looking at everything that an update needs',
  'UPD.1': 'Looking for what stands in the way',
  'UPD.2': 'Free space where the update needs it',
  'UPD.2.CAUSE': 'Too little space is the cause',
  'UPD.3': 'The connection is the cause, not the update',
  'UPD.3.SOURCE': 'Put the source of updates right',
  'UPD.3.CAUSE': 'The source of updates is the cause',
  'UPD.4.WAIT': 'Let the other installer finish',
  'UPD.4.WAIT.CAUSE': 'The other installer is the cause',
  'UPD.4.RESTART': 'Restart, then look again',
  'UPD.4.RESTART.CAUSE': 'The restart that is waited for is the cause',
  'UPD.4.FINISH': 'Finish what was begun before',
  'UPD.4.FINISH.CAUSE': 'What was left half-way is the cause',
  'UPD.4.OTHERS': 'Those who look after this computer decide about updates: tell them what was found',
  'UPD.4.OWN': 'Switch updates on again, and install them',
  'UPD.4.CAUSE': 'Updates are switched off or were not installed for long',
  'UPD.5': 'Let the update past the security program',
  'UPD.5.CAUSE': 'The other program is the cause: update it or replace it',
  'UPD.6': 'Repair the system files',
  'UPD.6.CAUSE': 'Damaged system files are the cause',
  'UPD.7': 'This version of the system is the cause',
  'UPD.9': 'Looking again after the new attempt',
  'UPD.9.CAUSE': 'This is what was left standing in the way',
  'UPD.DISK': 'The disk protects itself: save your files first, updates come later',
  'UPD.SOLVED': 'Updates install again',
  'UPD.LATER': 'Wait until the update is done, then ask again',
  'UPD.UNKNOWN': 'Nothing that could be measured explains it: support needs the report',
};
