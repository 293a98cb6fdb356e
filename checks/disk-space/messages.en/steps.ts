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
    'clean-zypper-cache': {
      title: 'Remove downloaded packages (openSUSE)',
      noUndo: 'zypper fetches them again when it needs them',
    },
    'clean-pacman-cache': {
      title: 'Remove downloaded packages that are not installed (Arch)',
      noUndo: 'older versions, to go back to, would have to be fetched from the archive',
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
    'empty-trash-windows': {
      title: 'Empty the recycle bin of every drive',
      noUndo: 'what was in it is gone',
    },
    'empty-trash-mac': { title: 'Empty the bin', noUndo: 'what was in it is gone' },
    'clean-component-store': {
      title: 'Remove superseded parts of Windows updates (up to a quarter of an hour)',
      noUndo: 'updates that were replaced can no longer be removed one by one',
    },
    'thin-snapshots': {
      title: 'Give up old local snapshots of Time Machine, up to 20 GB',
      noUndo: 'those snapshots are gone; the backup disk keeps its own',
    },
    'remove-old-windows': {
      title:
        'Remove the previous Windows: Settings > System > Storage > Temporary files > Previous Windows installations',
      noUndo: 'the way back to the previous Windows is gone with it',
    },
    'close-holder': {
      title: 'End the program that holds the deleted file (save your work in it first)',
      noUndo: 'start the program again',
    },
    'empty-log': {
      title: 'Empty the largest log file, after its end was read',
      noUndo: 'what stood in it is gone: read its end first, it names who writes so much',
    },
    'clear-crowded-folder': {
      title: 'Look through the folder with most files, and delete what its program no longer needs',
      noUndo: 'what is deleted is gone: look first, or copy the folder elsewhere',
    },
    'balance-btrfs': {
      title: 'Give back unused btrfs chunks',
      noUndo: 'nothing is lost: data only moves within the disk',
    },
    'delete-snapshots': {
      title: 'Delete old snapshots in the program that makes them (snapper, Timeshift)',
      noUndo: 'there is no going back to a snapshot that was deleted',
    },
    'detach-hung-mount': {
      title: 'Detach the share that does not answer',
      noUndo: 'mount it again when its server is back',
    },
    'remount-writable': {
      title: 'Make it writable again: only while the log names no error of the disk',
    },
    'compact-virtual-disk': {
      title: 'In Windows: wsl --shutdown, then compact the disk file with diskpart (compact vdisk)',
      noUndo: 'the file grows again when it needs to',
    },
    'install-fixed-update': {
      title: 'Install KB5089573 or later, which no longer needs that space',
      noUndo: 'an update can be removed in Settings > Windows Update > Update history',
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
  },
  nodes: {
    'SPACE.0': 'Looking at every disk that matters for updates and programs',
    'SPACE.1': 'Looking for one thing that takes the space',
    'SPACE.HELD': 'A program holds a deleted file: end it, and the space is free',
    'SPACE.LOGS': 'Read the end of the largest log to see who writes it, then empty it',
    'SPACE.CROWDED': 'One folder holds too many small files: make it smaller',
    'SPACE.BTRFS': 'Let btrfs give back what it has reserved',
    'SPACE.ESP': 'Install the update that can do with less',
    'SPACE.2.CACHES': 'Free what makes itself anew: downloaded packages',
    'SPACE.2.CONSENT':
      'Free what nobody needs any more: the bin, old logs, old kernels, the previous Windows',
    'SPACE.2.VIRTUAL': 'Whether a virtual disk holds what it no longer needs',
    'SPACE.4': 'Move personal files to another disk',
    'SPACE.5': 'Copy what is important first',
    'SPACE.READONLY': 'Why the disk protects itself',
    'SPACE.READONLY.DISK': 'The disk itself is the cause: copy your files out, and write nothing to it',
    'SPACE.READONLY.COPY': 'The disk protects itself. Copy your files out before anything else',
    'SPACE.READONLY.AGAIN': 'Nothing speaks against the disk: make it writable again',
    'SPACE.READONLY.CAUSE': 'A read-only disk is the cause',
    'SPACE.HUNG': 'Detach the share that does not answer',
    'SPACE.HUNG.CAUSE': 'The share that does not answer is the cause',
    'SPACE.BLOAT': 'Compact the virtual disk',
    'SPACE.BLOAT.CAUSE': 'The virtual disk takes the space, on the Windows outside',
    'SPACE.RECLAIMABLE': 'No disk is short; this can be freed without loss all the same',
    'SPACE.CAUSE': 'This takes the space',
    'SPACE.SOLVED': 'There is room again',
    'SPACE.FINE': 'Every disk has room: the trouble is something else',
    'SPACE.UNKNOWN': 'The disks could not be looked at',
    'SPACE.LEFT': 'There is still too little room: support can help with the report',
  },
  symptoms: {
    'disk-full': {
      name: 'The disk is full',
      phrasings: [
        'The disk is full',
        'Not enough space on drive C',
        'no space left on device',
        'low disk space warning',
        'my hard drive ran out of room',
        'storage almost full',
        'cannot save files, there is no free space',
        'C drive shows red',
        'not enough storage to install the update',
        'I deleted things and it is still full',
        'where did all my gigabytes go',
        'something eats my disk space',
        'need to free up memory on the laptop',
        'startup disk full',
        'it says there is insufficient disk space',
        'SSD filled up by itself',
        'how do I clean up my drive',
        'root partition 100%',
        'cannot download anything, storage is used up',
        'zero bytes free',
      ],
    },
  },
};
