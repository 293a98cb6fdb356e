/** Words for fixes, questions and the steps of the tree. */

export const fixes = {
  'finish-dpkg': {
    title: 'Finish the interrupted installation',
    noUndo: 'a half-installed package is not a state to go back to',
  },
  'fix-broken': {
    title: 'Resolve unmet dependencies',
    noUndo: 'it removes nothing; what it installs can be removed again',
  },
  'finish-apk': { title: 'Install damaged packages again', noUndo: 'the same versions come back' },
  'wait-for-installer': { title: 'Wait until the other installer is done', noUndo: 'nothing is changed' },
  'switch-source-off': { title: 'Switch the broken source off by giving its file another name' },
  'disable-source': {
    title: 'Correct the broken source, or switch it off by renaming its file',
    noUndo: 'rename it back to switch it on again',
  },
  'refresh-keyring': {
    title: 'Bring the keys that packages are signed with up to date (Arch)',
    noUndo: 'old keys are of no use',
  },
  'comment-apt-proxy': { title: 'Switch the proxy of apt off in its file, and keep a copy of it' },
  'remove-proxy': {
    title: 'Correct or remove the proxy for updates',
    noUndo: 'you edit the file yourself',
  },
  'restart-bits': {
    title: 'Start the download service of Windows afresh',
    noUndo: 'a service that was restarted runs as before',
  },
  'other-network': {
    title: 'Try the update once through another network, such as the phone’s',
    noUndo: 'go back to the usual network',
  },
  'pause-protection': {
    title: 'Pause the security program in its own window for the update, then switch it on again',
    noUndo: 'switching it on again is part of the step',
  },
  'protect-again': {
    title: 'Switch the protection on again in its own window',
    noUndo: 'it was on before',
  },
  'clean-start': {
    title:
      'Start once without other makers’ services (msconfig > Services > Hide all Microsoft services; note what was off), and try the update',
    noUndo: 'set the ticks again as they were noted',
  },
  'plug-in': { title: 'Plug the charger in', noUndo: 'nothing is changed' },
  'repair-store': {
    title: 'Repair the system files of Windows: DISM RestoreHealth, then sfc',
    noUndo: 'only damaged files are replaced',
  },
  'unmask-units': { title: 'Allow the updater to start again', noUndo: 'mask it again: systemctl mask' },
  'restore-apt-timers': { title: 'Let apt look for updates by itself again' },
  'enable-services': {
    title: 'Give the update services their usual start type back',
    noUndo: 'they can be disabled again',
  },
  'schedule-macos': { title: 'Let macOS look for updates again' },
  'resume-updates': {
    title: 'Let updates go on in their settings (Windows: Settings > Windows Update > Resume updates)',
    noUndo: 'they can be paused again in the same place',
  },
  'free-space': {
    title: 'Free space where the update needs it: techsupport check disk-space names it',
    noUndo: 'what is removed is chosen by you',
  },
  'move-files': {
    title: 'Move large files that you do not need here to another disk, and see there that they open',
    noUndo: 'they can be moved back',
  },
  'check-for-updates': {
    title: 'Look for updates and install them',
    noUndo: 'updates of security are not to be taken back',
  },
  'retry-update': {
    title: 'Start the update once more, on mains power, and let it end',
    noUndo: 'updates of security are not to be taken back',
  },
  'install-updates-apt': {
    title: 'Install the updates (Debian, Ubuntu)',
    noUndo: 'updates of security are not to be taken back',
  },
  'install-updates-dnf': {
    title: 'Install the updates (Fedora, RHEL)',
    noUndo: 'dnf history undo takes back the last transaction where that is needed',
  },
  'move-to-newer': {
    title: 'Move to a version that is still mended',
    noUndo: 'there is no way back without a backup',
  },
  restart: { title: 'Save your work and restart', noUndo: 'a restart changes nothing that was saved' },
};

export const questions = {
  managed: {
    text: 'Does this computer belong to your work or school?',
    answers: { mine: 'It is mine', work: 'To work or school' },
  },
  av: {
    text: 'Which antivirus or security program of another maker do you use? Can you pause it yourself for 10 minutes?',
    answers: {
      can: 'There is one, and I can pause it',
      cannot: 'There is one, and I cannot or may not pause it',
      none: 'None, or only that of the system',
    },
  },
  unsaved: {
    text: 'Is there unsaved work, and may the computer restart now?',
    answers: { saved: 'Everything is saved, restart', 'not-now': 'Not now' },
  },
  power: {
    text: 'Is the laptop connected to mains power?',
    answers: { yes: 'Yes', no: 'No', desktop: 'It is no laptop' },
  },
  metered: {
    text: 'May updates be downloaded now, or do you pay for traffic?',
    answers: { yes: 'They may be downloaded', no: 'I pay for traffic' },
  },
  backup: {
    text: 'Are your important files copied to another disk or a cloud?',
    answers: { yes: 'Yes', no: 'No', unsure: 'Not sure' },
  },
  changed: {
    text: 'What happened just before the trouble began?',
    answers: {
      program: 'A new program or another source of programs',
      network: 'Another network, proxy or VPN',
      power: 'An update was broken off: power cut, switched off',
      nothing: 'Nothing I know of',
    },
  },
  still: { text: 'Is the problem still there?', answers: { yes: 'Yes', no: 'No' } },
};

export const nodes = {
  'UPD.0': 'Looking at everything that an update needs',
  'UPD.1': 'Looking for what stands in the way',
  'UPD.2': 'Which disk or partition is short of space',
  'UPD.2.SMALL': 'A small partition of the system is full: support makes room there, nobody deletes by hand',
  'UPD.2D': 'Free space where the update needs it',
  'UPD.2.MOVE': 'Move your own large files elsewhere',
  'UPD.2.CAUSE': 'Too little space is the cause',
  'UPD.3': 'The connection is the cause, not the update',
  'UPD.3.SOURCE': 'Put the source of updates right',
  'UPD.3.CAUSE': 'The source of updates is the cause',
  'UPD.4': 'What keeps the updater from starting',
  'UPD.4.WAIT': 'Let the other installer finish',
  'UPD.4.WAIT.CAUSE': 'The other installer is the cause',
  'UPD.4.RESTART': 'Restart, then look again',
  'UPD.4.RESTART.CAUSE': 'The restart that is waited for is the cause',
  'UPD.4.FINISH': 'Finish what was begun before',
  'UPD.4.FINISH.CAUSE': 'What was left half-way is the cause',
  'UPD.4.OTHERS': 'Those who look after this computer decide about updates: tell them what was found',
  'UPD.4.OWN': 'Switch updates on again',
  'UPD.4.INSTALL': 'Install what has waited for long',
  'UPD.4.CAUSE': 'Updates are switched off or were not installed for long',
  'UPD.5D': 'Pause the security program in its own window, start the update, and switch it on again at once',
  'UPD.5.WORKED': 'Whether the protection is on again',
  'UPD.5.ON': 'The update was let through. Switch the protection on again now',
  'UPD.5.SAME': 'Whether the protection is on again',
  'UPD.5.ON.SAME': 'Switch the protection on again now; then it goes on',
  'UPD.5.OFF': 'The protection is still off: switch it on before anything else',
  'UPD.5.CLEAN': 'Start without the services of other makers, and try the update again',
  'UPD.5.LEFT': 'Whether the other program is still under suspicion',
  'UPD.5.CAUSE': 'The other program is the cause: update it or replace it',
  'UPD.6.PLUG': 'The repair takes up to an hour: plug the charger in first',
  'UPD.6D': 'Repair the system files; it takes up to an hour',
  'UPD.6.CAUSE':
    'Damaged system files are the cause. Where the repair does not help: copy your files, then repair by an installation over it that keeps them',
  'UPD.7': 'This version of the system is the cause',
  'UPD.8': 'Start the update once more and let it end',
  'UPD.9': 'Looking again after the new attempt',
  'UPD.9.CAUSE': 'This is what was left standing in the way',
  'UPD.R.WAIT': 'Wait for ten minutes in case something else is installing, then start the update',
  'UPD.R.RESTART': 'Restart (not Shut down), then start the update',
  'UPD.R.NETWORK': 'Start the update once through another network, such as the phone’s',
  'UPD.R.LINK': 'Through the other network it works: something on the usual one keeps updates out',
  'UPD.R.BITS': 'Start the download service afresh, then the update',
  'UPD.R.STORE': 'Repair the system files, then start the update',
  'UPD.DISK': 'The disk protects itself: save your files first, updates come later',
  'UPD.SOLVED': 'Updates install again',
  'UPD.UNKNOWN': 'Nothing that could be measured explains it: support needs the report',
};
