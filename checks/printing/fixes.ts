/**
 * Plans that a person agrees to. Without steps: the command holds this machine's own names, and stands
 * in the finding's words, or it is done at the printer.
 */
import type { Fix, Os } from '../../src/contract.ts';

const EVERYWHERE: readonly Os[] = ['linux', 'darwin', 'win32', 'other'];

const byHand = (id: string, ...codes: readonly string[]): Fix => ({
  id,
  for: codes,
  os: EVERYWHERE,
  steps: [],
  needs: 'person',
  risk: 'example',
});

export const fixes: readonly Fix[] = [
  {
    id: 'start-cups',
    for: ['printing/spooler-stopped'],
    os: ['linux'],
    steps: [['systemctl', 'start', 'cups.service']],
    needs: 'root',
    risk: 'likely',
    undo: [['systemctl', 'stop', 'cups.service']],
  },
  {
    id: 'start-spooler',
    for: ['printing/spooler-stopped'],
    os: ['win32'],
    steps: [['net', 'start', 'Spooler']],
    needs: 'root',
    risk: 'likely',
    undo: [['net', 'stop', 'Spooler']],
  },
  {
    id: 'restart-cups-macos',
    for: ['printing/spooler-stopped'],
    os: ['darwin'],
    steps: [['launchctl', 'kickstart', '-k', 'system/org.cups.cupsd']],
    needs: 'root',
    risk: 'likely',
  },
  byHand('resume-queue', 'printing/queue-paused', 'printing/supplies-or-paper'),
  {
    id: 'cancel-jobs',
    for: ['printing/jobs-stuck'],
    os: ['linux', 'darwin'],
    steps: [['cancel', '-a']],
    needs: 'user',
    risk: 'likely',
  },
  {
    id: 'empty-spool-folder',
    for: ['printing/jobs-stuck'],
    os: ['win32'],
    steps: [],
    needs: 'person',
    risk: 'example',
  },
  byHand('switch-printer-on', 'printing/printer-offline'),
  byHand('repoint-queue', 'printing/printer-offline'),
  byHand('see-to-printer', 'printing/supplies-or-paper'),
  byHand('set-queue-up-again', 'printing/filter-failed'),
  byHand('add-printer', 'printing/no-printer'),
  byHand('set-default-printer', 'printing/wrong-default'),
];
