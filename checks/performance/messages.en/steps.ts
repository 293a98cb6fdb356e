/** Words of the fixes, the questions and the decision tree. */
const HAND = 'done by hand; this program changes nothing';
const CLOSED = 'a program that was closed can be opened again; what was not saved in it is lost';

export const steps = {
  fixes: {
    wait: { title: 'Let the maintenance finish, and measure again', noUndo: 'nothing is changed' },
    'close-programs': {
      title: 'Save your work, then close the programs and tabs that hold most',
      noUndo: CLOSED,
    },
    'end-program': {
      title: 'Save what it holds, then close or end the program that is named',
      noUndo: CLOSED,
    },
    'stop-program': {
      title: 'Ask the program to end (what is not saved in it is lost)',
      noUndo: CLOSED,
    },
    'stop-program-windows': {
      title: 'Ask the program to close; it may ask whether to save',
      noUndo: CLOSED,
    },
    'update-program': { title: 'Update the program, or remove it if nobody needs it', noUndo: HAND },
    'look-for-malware': {
      title: 'If nobody knows the program: scan with the antivirus of the system',
      noUndo: 'a scan changes nothing by itself',
    },
    'add-swap': { title: 'Add 4 GB of swap until the next start' },
    'enlarge-swap': {
      title: 'Enlarge swap or page file (Windows: let it manage the size itself)',
      noUndo: 'it can be made smaller again in the same place',
    },
    'balanced-linux': { title: 'Choose the balanced power profile' },
    'balanced-windows': { title: 'Choose the balanced power plan' },
    'balanced-macos': { title: 'Switch Low Power Mode off while on mains power' },
    'switch-off-startup': {
      title: 'Switch off the start-up programs you do not need at once',
      noUndo: 'each can be switched on again in the same place',
    },
    'restart-computer': {
      title: 'Save your work and restart the computer',
      noUndo: 'programs that were open are closed',
    },
    'clear-vents': {
      title: 'Stand it on a hard surface, free the vents, and let it cool for five minutes',
      noUndo: 'nothing is changed',
    },
    'undo-update': {
      title: 'Go back to the former driver or kernel: what was updated last, first',
      noUndo: 'the newer version can be installed again',
    },
    'check-cables': {
      title: 'Switch off, unplug, and push the cables of the disk in firmly; take another cable or port',
      noUndo: HAND,
    },
    'test-memory': {
      title: 'Test the memory overnight: memtest86+ or Windows Memory Diagnostic',
      noUndo: 'it changes nothing',
    },
    'add-memory': { title: 'Have memory added', noUndo: HAND },
    'reseat-modules': {
      title: 'Switch off, unplug, and reseat the memory modules one at a time',
      noUndo: HAND,
    },
    'move-to-ssd': {
      title: 'Copy important files, then have the system cloned to an SSD',
      noUndo: 'the old disk stays as it is until the new one has proved itself',
    },
  },
  questions: {
    'slow-what': {
      text: 'What is slow: everything, one program, the internet, or only switching on?',
      answers: {
        everything: 'Everything',
        program: 'One program',
        internet: 'The internet',
        start: 'Switching on',
        freezes: 'It does not move at all: it freezes',
      },
    },
    unsaved: {
      text: 'Is there unsaved work, and may the computer restart now?',
      answers: { saved: 'Everything is saved, restart', 'not-now': 'Not now' },
    },
    since: {
      text: 'Since when, and is it all the time or now and then?',
      answers: {
        sudden: 'For some hours or days, and all the time since',
        sometimes: 'Now and then',
        long: 'For weeks or longer, all the time',
      },
    },
    freeze: {
      text: 'When it freezes, does the mouse pointer move and does Caps Lock still switch its light?',
      answers: {
        both: 'Both: the pointer moves, the light switches',
        light: 'Only the light: the picture stands still',
        neither: 'Neither',
      },
    },
    changed: {
      text: 'What happened just before the trouble began?',
      answers: {
        update: 'A system update, or a new driver',
        program: 'A new program',
        device: 'A new device or part',
        moved: 'It was moved, dropped or got wet',
        power: 'A power cut',
        nothing: 'Nothing I know of',
      },
    },
    still: { text: 'Is the problem still there?', answers: { yes: 'Yes', no: 'No' } },
  },
  nodes: {
    'SLOW.0': 'First the disks, and whether maintenance is running',
    'SLOW.DISK': 'The disk is failing: copy your important files before anything else',
    'SLOW.FULL': 'A disk is full: nothing can be fast without room',
    'SLOW.WAIT': 'Maintenance is running. Let it finish, then look again',
    'SLOW.2': 'Looking at memory, processor, disks, heat and power',
    'SLOW.MEMORY': 'Memory is short: close what you do not need',
    'SLOW.MEMORY.CAUSE': 'Memory is short',
    'SLOW.BUSY': 'A program keeps the processor busy: close it if you do not need it',
    'SLOW.BUSY.CAUSE': 'The processor is busy with this',
    'SLOW.QUEUE': 'The disk cannot keep up: let copies and backups finish',
    'SLOW.QUEUE.CAUSE': 'The disk is the bottleneck',
    'SLOW.WAIT.AFTER': 'Whether the maintenance is done, and what else is at work',
    'SLOW.WAIT.CAUSE': 'Maintenance takes the time: leave the computer on overnight, on mains power',
    'SLOW.HEAT': 'The processor is slowed down by heat: free the vents and let it cool',
    'SLOW.HEAT.CAUSE': 'It gets too hot: cleaning the fan, or service',
    'SLOW.TWO': 'Two antiviruses look at every file: keep one',
    'SLOW.POWER': 'Power is being saved on mains power',
    'SLOW.POWER.AFTER': 'Whether it still saves power',
    'SLOW.POWER.CAUSE': 'The power-saving mode is still on',
    'SLOW.RAM': 'There is too little memory in this computer',
    'SLOW.HDD': 'The hard disk is what everything waits for',
    'SLOW.MANY': 'Many programs start together with the system: switch off what you do not need',
    'SLOW.MANY.AFTER': 'Whether fewer programs start along',
    'SLOW.MANY.CAUSE': 'Too many programs start together with the system',
    'SLOW.RESTART': 'Nothing else was found: restart the computer',
    'SLOW.RESTART.AFTER': 'Whether it was restarted',
    'SLOW.UPTIME': 'The computer has run for a long time: restart it when you can',
    'SLOW.PROGRAM': 'Looking for a program that uses too much',
    'SLOW.CRASHING':
      'The program crashes again and again: look at it by itself (techsupport diagnose compatibility)',
    'SLOW.OUTDATED': 'Programs are out of date: update the one that is slow first',
    'SLOW.ONE': 'This computer is not at its limits: the program itself is slow. Update it, or ask its maker',
    'SLOW.NET': 'The connection is looked at by another part: techsupport diagnose connectivity',
    'SLOW.START': 'Looking at what makes starting slow',
    'SLOW.BOOT.CAUSE': 'This makes the start slow',
    'SLOW.BOOT': 'Nothing that was measured explains a slow start: support looks further, with the report',
    'SLOW.R.CLOSE': 'Close everything but what you need now',
    'SLOW.R.RESTART': 'Save your work and restart the computer',
    'SLOW.R.CLEAN': 'Free the vents and let it cool',
    'SLOW.R.MALWARE': 'Scan with the antivirus of the system',
    'SLOW.F': 'First what a frozen computer leaves behind: disk, memory, graphics, heat',
    'SLOW.F.PARTS':
      'Memory or processor make errors: no program is safe from that. Service, or one module at a time',
    'SLOW.F.LINK':
      'The disk loses its connection: cable or port first, then the disk. Copy your files before',
    'SLOW.F.GRAPHICS': 'The graphics stop and are started anew: its driver first, then heat and power',
    'SLOW.F.CRASHED': 'It does not only freeze, it crashes: what the crash says leads on',
    'SLOW.F.PROGRAM': 'The computer goes on, a program hangs: looking for what it waits for',
    'SLOW.F.MOVED':
      'After a fall or water have it looked at before it is used: copy your files, then service',
    'SLOW.F.CLOSE': 'Work for a while with as few programs as you can',
    'SLOW.F.CLEAN': 'Free the vents, let it cool, and work for a while',
    'SLOW.F.UNDO': 'Take back the driver or update that came last, and work for a while',
    'SLOW.F.CABLES': 'Push in the cables of the disk and the memory modules, and work for a while',
    'SLOW.F.TEST': 'Let the memory be tested overnight',
    'SLOW.F.END': 'What is known of the times it was switched off hard',
    'SLOW.F.OFF':
      'It was switched off hard while it hung, and no log says why: board, memory or power. Support needs the dates in the report',
    'SLOW.F.REPORT':
      'No measurement shows why it freezes: note when it happens and what was open; support looks further, with the report',
    'SLOW.SOLVED': 'It is as fast as it should be again',
    'SLOW.REPORT': 'The measurements do not explain it: support looks further, with the report',
    'SLOW.FINE': 'Nothing is wrong now',
  },
};
