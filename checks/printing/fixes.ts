/** Plans that a person agrees to. Without steps: it is done at the printer or in the settings. */
import type { Chance, Effort, Fix, Os } from '../../src/contract.ts';

const EVERYWHERE: readonly Os[] = ['linux', 'darwin', 'win32', 'other'];
const CUPS: readonly Os[] = ['linux', 'darwin'];

const byHand = (
  id: string,
  cost: Effort,
  chance: Chance,
  codes: readonly string[],
  os: readonly Os[] = EVERYWHERE,
): Fix => ({ id, for: codes, os, steps: [], needs: 'person', risk: 'likely', cost, chance });

const QUICK: Effort = { seconds: 10 };
const QUICK_ADMIN: Effort = { seconds: 10, admin: true };

export const fixes: readonly Fix[] = [
  {
    id: 'start-cups',
    for: ['printing/spooler-stopped'],
    os: ['linux'],
    steps: [['systemctl', 'start', 'cups.service']],
    needs: 'root',
    risk: 'likely',
    undo: [['systemctl', 'stop', 'cups.service']],
    cost: QUICK_ADMIN,
    chance: 'mostly',
  },
  {
    id: 'start-spooler',
    for: ['printing/spooler-stopped'],
    os: ['win32'],
    steps: [['net', 'start', 'Spooler']],
    needs: 'root',
    risk: 'likely',
    undo: [['net', 'stop', 'Spooler']],
    cost: QUICK_ADMIN,
    chance: 'mostly',
  },
  {
    id: 'restart-cups-macos',
    for: ['printing/spooler-stopped'],
    os: ['darwin'],
    steps: [['launchctl', 'kickstart', '-k', 'system/org.cups.cupsd']],
    needs: 'root',
    risk: 'likely',
    cost: QUICK_ADMIN,
    chance: 'mostly',
  },
  {
    id: 'enable-queue',
    for: ['printing/queue-paused'],
    os: CUPS,
    steps: [
      ['cupsaccept', '{printer}'],
      ['cupsenable', '{printer}'],
    ],
    needs: 'root',
    risk: 'likely',
    undo: [['cupsdisable', '{printer}']],
    cost: QUICK_ADMIN,
    chance: 'mostly',
  },
  byHand('resume-queue', { seconds: 40 }, 'mostly', ['printing/queue-paused', 'printing/supplies-or-paper']),
  {
    id: 'cancel-jobs',
    for: ['printing/jobs-stuck'],
    os: CUPS,
    steps: [['cancel', '{id}']],
    needs: 'user',
    risk: 'likely',
    cost: QUICK,
    chance: 'mostly',
  },
  {
    id: 'restart-spooler',
    for: ['printing/jobs-stuck'],
    os: ['win32'],
    steps: [
      ['net', 'stop', 'Spooler'],
      ['net', 'start', 'Spooler'],
    ],
    needs: 'root',
    risk: 'likely',
    cost: { seconds: 20, admin: true },
    chance: 'half',
  },
  {
    id: 'empty-spool-folder',
    for: ['printing/jobs-stuck'],
    os: ['win32'],
    steps: [],
    needs: 'person',
    risk: 'example',
    cost: { seconds: 120, admin: true, risk: 'some' },
    chance: 'mostly',
  },
  byHand('power-cycle-printer', { seconds: 90, away: true }, 'half', [
    'printing/jobs-stuck',
    'printing/printer-offline',
  ]),
  byHand('switch-printer-on', { seconds: 60, away: true }, 'mostly', ['printing/printer-offline']),
  byHand('repoint-queue', { seconds: 180, away: true }, 'half', ['printing/printer-offline']),
  byHand('reserve-address', { seconds: 300, away: true }, 'seldom', ['printing/printer-offline']),
  byHand('see-to-printer', { seconds: 120, away: true }, 'mostly', ['printing/supplies-or-paper']),
  byHand('set-queue-up-again', { seconds: 240 }, 'half', ['printing/filter-failed']),
  byHand('print-from-elsewhere', { seconds: 60 }, 'half', ['printing/filter-failed']),
  byHand('add-printer', { seconds: 180 }, 'mostly', ['printing/no-printer']),
  {
    id: 'set-default',
    for: ['printing/wrong-default'],
    os: CUPS,
    steps: [['lpoptions', '-d', '{better}']],
    needs: 'user',
    risk: 'likely',
    cost: QUICK,
    chance: 'mostly',
  },
  {
    id: 'set-default-windows',
    for: ['printing/wrong-default'],
    os: ['win32'],
    steps: [['rundll32.exe', 'printui.dll,PrintUIEntry', '/y', '/n', '{better}']],
    needs: 'user',
    risk: 'likely',
    cost: QUICK,
    chance: 'mostly',
  },
  byHand('set-default-printer', { seconds: 30 }, 'mostly', ['printing/wrong-default']),
];
