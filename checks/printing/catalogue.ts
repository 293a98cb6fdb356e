/** What each finding certainly explains, and where its rule comes from (fault catalogue 3.11). */
import type { CatalogueEntry } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';

export const catalogue = {
  'printing/no-printer': { reference: 'RFC 8011; PWG 5100.14' },
  'printing/spooler-stopped': {
    explains: ['printing/printer-offline', 'printing/jobs-stuck'],
    reference: 'cupsd(8); Microsoft: Print Spooler service',
  },
  'printing/queue-paused': {
    explains: ['printing/jobs-stuck'],
    reference: 'RFC 8011 section 5.4.11; cupsenable(8); winspool.h PRINTER_STATUS_PAUSED',
  },
  'printing/jobs-stuck': {
    reference: 'RFC 8011 section 5.3.7; Microsoft Win32_PrintJob; 10 minutes are the project’s own',
  },
  'printing/printer-offline': {
    explains: ['printing/jobs-stuck'],
    reference: 'RFC 8011; Microsoft Win32_Printer; usb.org class 07',
  },
  'printing/supplies-or-paper': {
    explains: ['printing/jobs-stuck'],
    reference: 'RFC 8011 section 5.4.12; PWG 5100.9; Microsoft Win32_Printer DetectedErrorState',
  },
  'printing/filter-failed': {
    explains: ['printing/queue-paused'],
    reference: 'cups filter(7); Microsoft PrintService event 372',
  },
  'printing/wrong-default': { reference: 'lpoptions(1); Microsoft LegacyDefaultPrinterMode' },
} satisfies Readonly<Record<keyof Messages['findings'], CatalogueEntry>>;
