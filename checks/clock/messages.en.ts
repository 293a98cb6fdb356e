/** Words of the clock check, in English. */
import type { CheckMessages } from '../../src/contract.ts';
import { spanText } from './span.ts';

export const en = {
  name: 'Clock',
  complaint: 'The time is wrong',
  fine: 'The clock agrees with servers on the internet',
  findings: {
    'clock/skew': {
      name: 'The clock is wrong',
      means:
        'Secure sites, sign-ins and updates compare dates. With a wrong clock certificates look expired or not valid yet, and one-time codes are refused.',
      found:
        'The clock is compared with the Date header of several plain-HTTP servers; at least two must agree where two answer. Warning above 60 seconds, critical above 300.',
      say: (p: { offsetSeconds: number; source: string }) => ({
        title:
          p.source === ''
            ? 'The clock of this computer stands years in the past'
            : `The clock of this computer is ${spanText('en', p.offsetSeconds)} ${p.offsetSeconds < 0 ? 'behind' : 'ahead'} (compared with ${p.source})`,
        why: 'Certificates, sign-ins and updates are judged by it: they seem expired or not valid yet. The fault is in this computer, not at the sites.',
        next: 'Switch automatic date and time on in the settings (Linux: sudo timedatectl set-ntp true; Windows: w32tm /resync; macOS: sudo sntp -sS time.apple.com)',
      }),
    },
  },
  fixes: {
    'sync-clock-linux': { title: 'Switch automatic time on' },
    'sync-clock-windows': { title: 'Set the time by the time server', noUndo: 'the right time is no loss' },
    'sync-clock-macos': { title: 'Set the time by the time server', noUndo: 'the right time is no loss' },
    'set-clock-by-hand': {
      title: 'Set date and time by hand, by your phone',
      noUndo: 'the right time is no loss',
    },
  },
  questions: {},
  nodes: {},
} satisfies CheckMessages;

export type Messages = typeof en;
