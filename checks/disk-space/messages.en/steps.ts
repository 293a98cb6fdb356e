/** Words of the fixes, the questions and the decision tree. */
export const steps = {
  fixes: {
    'clean-apt-cache': {
      title: 'Remove downloaded packages (Debian, Ubuntu)',
      noUndo: 'apt fetches them again when it needs them',
    },
    'clean-dnf-cache': {
      title: 'Remove downloaded packages (Fedora, Red Hat)',
      noUndo: 'dnf fetches them again when it needs them',
    },
    'trim-journal': { title: 'Trim the journal to 200 MB', noUndo: 'older log entries do not come back' },
    'remove-old-kernels-apt': {
      title: 'Remove kernels and packages that are no longer needed (Debian, Ubuntu)',
      noUndo: 'they can be installed again; the running kernel stays',
    },
    'remove-old-kernels-dnf': {
      title: 'Remove old kernels (Fedora, Red Hat)',
      noUndo: 'they can be installed again; the running kernel stays',
    },
    'empty-trash': { title: 'Empty your bin', noUndo: 'what was in it is gone' },
    'detach-hung-mount': {
      title: 'Detach the share that does not answer',
      noUndo: 'mount it again when its server is back',
    },
    'balance-btrfs': {
      title: 'Give back unused btrfs chunks',
      noUndo: 'nothing is lost: data only moves within the disk',
    },
    'move-files': { title: 'Move personal files to another disk', noUndo: 'you decide what goes where' },
    'copy-out': {
      title: 'Copy your important files to another disk',
      noUndo: 'nothing is changed on this one',
    },
  },
  questions: {
    backup: {
      text: 'Are your important files copied to another disk or a cloud?',
      answers: { yes: 'Yes', no: 'No', unsure: 'Not sure' },
    },
    freed: {
      text: 'Could you free what is missing?',
      answers: { done: 'Done, look again', cannot: 'There is nothing I can remove' },
    },
  },
  nodes: {
    'SPACE.0': 'Looking at every disk that matters for updates and programs',
    'SPACE.1': 'Looking for one thing that takes the space',
    'SPACE.2': 'Free what can be made again: caches, old logs, old kernels, the bin',
    'SPACE.3': 'Before files are moved: is there a copy?',
    'SPACE.4': 'Move personal files to another disk',
    'SPACE.5': 'Copy what is important first',
    'SPACE.6': 'Is it done?',
    'SPACE.7': 'Looking again',
    'SPACE.READONLY': 'The disk protects itself. Copy your files out before anything else',
    'SPACE.READONLY.CAUSE': 'A read-only disk is the cause',
    'SPACE.HUNG': 'Detach the share that does not answer',
    'SPACE.HUNG.CAUSE': 'The share that does not answer is the cause',
    'SPACE.CAUSE': 'This takes the space',
    'SPACE.SOLVED': 'There is room again',
    'SPACE.FINE': 'Every disk has room: the trouble is something else',
    'SPACE.UNKNOWN': 'The disks could not be looked at',
    'SPACE.LEFT': 'There is still too little room: support can help with the report',
  },
};
