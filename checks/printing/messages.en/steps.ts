/** Plans, questions and the decision tree of printing, in English. */

export const fixes = {
  'start-cups': { title: 'Start the print service' },
  'start-spooler': { title: 'Start the print service' },
  'restart-cups-macos': { title: 'Start the print service anew', noUndo: 'documents that wait are kept' },
  'resume-queue': {
    title: 'Start the queue again (the command stands with the finding)',
    noUndo: 'it can be paused again in the same way',
  },
  'cancel-jobs': {
    title: 'Cancel your documents on all printers',
    noUndo: 'they have to be printed again',
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
} as const;

export const nodes = {
  'PRINT.0': 'Look at the print service, the queues and the printers',
  'PRINT.SERVICE': 'Start the print service',
  'PRINT.SERVICE.CAUSE': 'The print service does not start: what it said last is in the finding.',
  'PRINT.1': 'Is the printer on?',
  'PRINT.POWER': 'Switch the printer on',
  'PRINT.2': 'Was it moved?',
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
  'PRINT.3': 'What does the printer show?',
  'PRINT.PANEL.NEEDS': 'The printer waits for somebody to see to it.',
  'PRINT.PANEL.OFF': 'The printer is off.',
  'PRINT.4': 'Is another printer the default?',
  'PRINT.DEFAULT': 'Set the right printer as default',
  'PRINT.DEFAULT.CAUSE': 'Programs print to another printer.',
  'PRINT.5': 'Does one page come out?',
  'PRINT.SOLVED': 'It prints again.',
  'PRINT.FINE': 'Printing works.',
  'PRINT.PROGRAM':
    'The computer and the printer are in order: the document or its program is at fault. Print it as PDF from another program.',
  'PRINT.UNKNOWN': 'The queues could not be looked at.',
} as const;
