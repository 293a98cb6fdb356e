/** Plans, questions and the decision tree of printing, in English. */

export const fixes = {
  'start-cups': { title: 'Start the print service' },
  'start-spooler': { title: 'Start the print service' },
  'restart-cups-macos': { title: 'Start the print service anew', noUndo: 'documents that wait are kept' },
  'resume-queue': {
    title: 'Start the queue again in its window',
    noUndo: 'it can be paused again in the same way',
  },
  'cancel-jobs': {
    title: 'Cancel the document that holds up the queue',
    noUndo: 'it has to be printed again',
  },
  'empty-spool-folder': {
    title:
      'As administrator: net stop Spooler, delete what is in C:\\Windows\\System32\\spool\\PRINTERS, net start Spooler',
    noUndo: 'all documents that wait are lost',
  },
  'switch-printer-on': {
    title: 'Switch the printer on, and wait until its lights stand still',
    noUndo: 'nothing is changed on this computer',
  },
  'repoint-queue': {
    title: 'Print the network page at the printer, and enter its address in the queue',
    noUndo: 'the old address leads nowhere',
  },
  'see-to-printer': {
    title: 'Do what the printer’s display says: paper, ink, jam, cover',
    noUndo: 'nothing is changed on this computer',
  },
  'set-queue-up-again': {
    title: 'Remove the queue and add the printer again, without the maker’s driver where it can do without',
    noUndo: 'its settings have to be made again',
  },
  'add-printer': { title: 'Add the printer in the settings', noUndo: 'it can be removed there again' },
  'set-default-printer': {
    title: 'Set the printer you use as default',
    noUndo: 'another one can be set in the same place',
  },
  'enable-queue': { title: 'Let the queue take and print documents again' },
  'restart-spooler': {
    title: 'Restart the print service',
    noUndo: 'documents that wait are kept',
  },
  'power-cycle-printer': {
    title: 'Switch the printer off, wait a minute, switch it on',
    noUndo: 'nothing is changed on this computer',
  },
  'reserve-address': {
    title: 'Let the router give the printer always the same address',
    noUndo: 'the reservation can be removed on the same page',
  },
  'print-from-elsewhere': {
    title: 'Save the document as PDF, and print it from another program',
    noUndo: 'nothing is changed on this computer',
  },
  'set-default': {
    title: 'Set the printer that is ready as default',
    noUndo: 'another one can be set in the same way',
  },
  'set-default-windows': {
    title: 'Set the printer that is ready as default',
    noUndo: 'another one can be set in the same way',
  },
} as const;

export const questions = {
  'device-power': {
    text: 'Is the device switched on and charged, with its own lights on?',
    answers: { yes: 'Yes', no: 'No', dark: 'It has no lights' },
  },
  'printer-moved': {
    text: 'Was the printer moved, or the router replaced, since it last printed?',
    answers: { yes: 'Yes', no: 'No' },
  },
  'printer-panel': {
    text: 'What does the printer itself show (paper, ink, jam, open cover, Wi-Fi light)?',
    answers: { fine: 'Nothing wrong', message: 'A message', off: 'It is off' },
  },
  printed: {
    text: 'Print one page from a simple program. Does it come out?',
    answers: { yes: 'Yes', no: 'No' },
  },
  still: { text: 'Is the problem still there?', answers: { yes: 'Yes', no: 'No' } },
} as const;

export const nodes = {
  'PRINT.0': 'Look at the print service, the queues and the printers',
  'PRINT.SERVICE': 'Start the print service',
  'PRINT.SERVICE.CAUSE': 'The print service does not start: what it said last is in the finding.',
  'PRINT.POWER': 'Switch the printer on',
  'PRINT.MOVED': 'Find its new address',
  'PRINT.OFFLINE': 'The printer is out of reach: look at its cable or Wi-Fi, and ask whoever looks after it.',
  'PRINT.NEEDS': 'Do what the printer asks for',
  'PRINT.NEEDS.CAUSE': 'The printer still asks for something: its manual or its maker’s service can help.',
  'PRINT.DRIVER': 'Set the printer up again',
  'PRINT.DRIVER.CAUSE': 'The driver keeps failing: take the one from the maker’s support page.',
  'PRINT.QUEUE': 'Start the queue again',
  'PRINT.QUEUE.CAUSE': 'The queue stops again by itself: the message beside it says why.',
  'PRINT.JOBS': 'Cancel what is stuck',
  'PRINT.JOBS.CAUSE': 'Documents are still stuck: switch the printer off, wait a minute, switch it on.',
  'PRINT.ADD': 'Add the printer',
  'PRINT.ADD.CAUSE': 'No printer is installed yet.',
  'PRINT.PANEL.NEEDS': 'The printer waits for somebody to see to it.',
  'PRINT.PANEL.OFF': 'The printer is off.',
  'PRINT.DEFAULT': 'Set the right printer as default',
  'PRINT.DEFAULT.CAUSE': 'Programs print to another printer.',
  'PRINT.SOLVED': 'It prints again.',
  'PRINT.PROGRAM':
    'The computer and the printer are in order: the document or its program is at fault. Print it as PDF from another program.',
  'PRINT.UNKNOWN': 'The queues could not be looked at.',
  'PRINT.CYCLE': 'Switch the printer off, wait a minute, switch it on',
  'PRINT.FULL': 'The disk is full: documents cannot be prepared for the printer. Free space first.',
  'PRINT.3D': 'Set the printer you mean as default, and print again',
  'PRINT.DEFAULT.WAS': 'Programs printed to another printer.',
  'PRINT.3C': 'Switch the printer off, wait a minute, switch it on, and print again',
  'PRINT.CYCLE.WAS': 'The printer had hung.',
  'PRINT.3S': 'Remove the queue, add the printer again, and print',
  'PRINT.DRIVER.WAS': 'The queue or its driver was broken.',
  'PRINT.4': 'Look whether the queues could be seen at all',
  'PRINT.5': 'The computer sees nothing wrong, and still nothing comes out: support needs the report.',
} as const;
