/** How people say it, in English. */
import type { SymptomWords } from '../../../src/contract.ts';

export const symptoms = {
  'does-not-print': {
    name: 'The printer does not print',
    phrasings: [
      'The printer does not print',
      'Printer is offline',
      'Nothing comes out of the printer',
      'Documents are stuck in the print queue',
      'Print job will not delete or cancel',
      'Paper jam',
      'Out of ink, toner or cartridge message',
      'It prints blank or garbled pages',
      'The printer is not found or not listed',
      'Cannot add the network printer',
      'Print spooler keeps stopping',
      'It goes to the wrong printer, to PDF or to the fax',
      'Printing is paused',
      'HP LaserJet or Epson does not respond',
      'I sent a document and the printer stays silent',
      'Printout says error, printing failed',
      'Wireless printer unreachable after the new router',
    ],
  },
} satisfies Readonly<Record<string, SymptomWords>>;
