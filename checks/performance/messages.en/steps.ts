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
    'update-program': { title: 'Update the program, or remove it if nobody needs it', noUndo: HAND },
    'look-for-malware': {
      title: 'If nobody knows the program: scan with the antivirus of the system',
      noUndo: 'a scan changes nothing by itself',
    },
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
      },
    },
    unsaved: {
      text: 'Is there unsaved work, and may the computer restart now?',
      answers: { saved: 'Everything is saved, restart', 'not-now': 'Not now' },
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
    'SLOW.HEAT': 'The processor is slowed down by heat',
    'SLOW.POWER': 'Power is being saved on mains power',
    'SLOW.POWER.CAUSE': 'The power-saving mode is still on',
    'SLOW.RAM': 'There is too little memory in this computer',
    'SLOW.HDD': 'The hard disk is what everything waits for',
    'SLOW.MANY': 'Many programs start together with the system: switch off what you do not need',
    'SLOW.MANY.CAUSE': 'Too many programs start together with the system',
    'SLOW.RESTART': 'Nothing else was found: restart the computer',
    'SLOW.UPTIME': 'The computer has run for a long time: restart it when you can',
    'SLOW.PROGRAM': 'Looking for a program that uses too much',
    'SLOW.ONE': 'This computer is not at its limits: the program itself is slow. Update it, or ask its maker',
    'SLOW.NET': 'The connection is looked at by another part: techsupport diagnose connectivity',
    'SLOW.START': 'Looking at what makes starting slow',
    'SLOW.BOOT': 'Nothing that was measured explains a slow start: support looks further, with the report',
    'SLOW.SOLVED': 'It is as fast as it should be again',
    'SLOW.REPORT': 'The measurements do not explain it: support looks further, with the report',
    'SLOW.FINE': 'Nothing is wrong now',
  },
};
