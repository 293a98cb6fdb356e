/** «It does not print»: measured first; asked is only what the printer tells nobody but a person. */
import { against, cause, isOpen, type Tree } from '../../src/contract.ts';

/** What is left is the cause. */
const tried = against('PRINT.SOLVED');

const FULL = 'disk-space/system-volume-full';

/** Something whose effect comes out of the printer and is seen by nobody else. */
const tryOut = (fixes: readonly string[], to: string): Tree['nodes'][string] => ({
  kind: 'do',
  fixes,
  solved: () => false,
  asks: 'still',
  to,
  otherwise: 'PRINT.3',
});

const was = (finding: string): Tree['nodes'][string] => ({ kind: 'conclude', finding, outcome: 'solved' });

export const tree: Tree = {
  start: 'PRINT.0',
  nodes: {
    'PRINT.0': {
      kind: 'measure',
      branches: [
        { when: isOpen('printing/spooler-stopped'), to: 'PRINT.SERVICE' },
        { when: isOpen('printing/printer-offline'), to: 'PRINT.1' },
        { when: isOpen('printing/supplies-or-paper'), to: 'PRINT.NEEDS' },
        // Documents are prepared on the disk: without room every filter fails.
        { when: isOpen(FULL), to: 'PRINT.FULL' },
        { when: isOpen('printing/filter-failed'), to: 'PRINT.DRIVER' },
        { when: isOpen('printing/queue-paused'), to: 'PRINT.QUEUE' },
        { when: isOpen('printing/jobs-stuck'), to: 'PRINT.JOBS' },
        { when: isOpen('printing/no-printer'), to: 'PRINT.ADD' },
        { when: isOpen('printing/wrong-default'), to: 'PRINT.DEFAULT' },
      ],
      otherwise: 'PRINT.3',
    },
    'PRINT.SERVICE': tried(
      'printing/spooler-stopped',
      ['start-cups', 'start-spooler', 'restart-cups-macos'],
      'PRINT.SERVICE.CAUSE',
    ),
    'PRINT.SERVICE.CAUSE': cause('printing/spooler-stopped'),
    'PRINT.1': {
      kind: 'ask',
      question: 'device-power',
      to: { yes: 'PRINT.2', no: 'PRINT.POWER', dark: 'PRINT.POWER' },
      unsure: 'PRINT.POWER',
      cost: { seconds: 15, away: true },
    },
    'PRINT.POWER': tried('printing/printer-offline', ['switch-printer-on'], 'PRINT.2'),
    'PRINT.2': {
      kind: 'ask',
      question: 'printer-moved',
      to: { yes: 'PRINT.MOVED', no: 'PRINT.CYCLE' },
      unsure: 'PRINT.MOVED',
    },
    'PRINT.MOVED': tried('printing/printer-offline', ['repoint-queue', 'reserve-address'], 'PRINT.OFFLINE'),
    'PRINT.CYCLE': tried('printing/printer-offline', ['power-cycle-printer'], 'PRINT.OFFLINE'),
    'PRINT.OFFLINE': cause('printing/printer-offline'),
    'PRINT.NEEDS': tried(
      'printing/supplies-or-paper',
      ['see-to-printer', 'resume-queue'],
      'PRINT.NEEDS.CAUSE',
    ),
    'PRINT.NEEDS.CAUSE': cause('printing/supplies-or-paper'),
    'PRINT.FULL': cause(FULL),
    'PRINT.DRIVER': tried('printing/filter-failed', ['set-queue-up-again'], 'PRINT.DRIVER.CAUSE'),
    'PRINT.DRIVER.CAUSE': cause('printing/filter-failed'),
    'PRINT.QUEUE': tried('printing/queue-paused', ['enable-queue', 'resume-queue'], 'PRINT.QUEUE.CAUSE'),
    'PRINT.QUEUE.CAUSE': cause('printing/queue-paused'),
    'PRINT.JOBS': tried(
      'printing/jobs-stuck',
      ['cancel-jobs', 'restart-spooler', 'empty-spool-folder', 'power-cycle-printer'],
      'PRINT.JOBS.CAUSE',
    ),
    'PRINT.JOBS.CAUSE': cause('printing/jobs-stuck'),
    'PRINT.ADD': tried('printing/no-printer', ['add-printer'], 'PRINT.ADD.CAUSE'),
    'PRINT.ADD.CAUSE': cause('printing/no-printer'),
    'PRINT.DEFAULT': tried(
      'printing/wrong-default',
      ['set-default', 'set-default-windows', 'set-default-printer'],
      'PRINT.DEFAULT.CAUSE',
    ),
    'PRINT.DEFAULT.CAUSE': cause('printing/wrong-default'),
    // The computer sees nothing wrong, or could not look: the printer and the paper are the only witnesses.
    'PRINT.3': {
      kind: 'choose',
      among: ['PRINT.3P', 'PRINT.3M', 'PRINT.3T', 'PRINT.3D', 'PRINT.3C', 'PRINT.3S'],
      otherwise: 'PRINT.4',
    },
    'PRINT.3P': {
      kind: 'ask',
      question: 'printer-panel',
      to: { fine: 'PRINT.3', message: 'PRINT.PANEL.NEEDS', off: 'PRINT.PANEL.OFF' },
      unsure: 'PRINT.3',
      points: {
        fine: ['printing/wrong-default', 'printing/filter-failed', 'printing/jobs-stuck'],
        message: ['printing/supplies-or-paper'],
        off: ['printing/printer-offline'],
      },
      cost: { seconds: 15, away: true },
    },
    'PRINT.PANEL.NEEDS': cause('printing/supplies-or-paper'),
    'PRINT.PANEL.OFF': cause('printing/printer-offline'),
    'PRINT.3M': {
      kind: 'ask',
      question: 'printer-moved',
      to: { yes: 'PRINT.3', no: 'PRINT.3' },
      unsure: 'PRINT.3',
      points: { yes: ['printing/printer-offline', 'printing/no-printer'] },
    },
    // A page that comes out leaves only the document and its program.
    'PRINT.3T': {
      kind: 'ask',
      question: 'printed',
      to: { yes: 'PRINT.PROGRAM', no: 'PRINT.3' },
      unsure: 'PRINT.3',
      points: {
        no: [
          'printing/printer-offline',
          'printing/queue-paused',
          'printing/jobs-stuck',
          'printing/filter-failed',
        ],
      },
      cost: { seconds: 60 },
    },
    'PRINT.3D': tryOut(['set-default-printer'], 'PRINT.DEFAULT.WAS'),
    'PRINT.DEFAULT.WAS': was('printing/wrong-default'),
    'PRINT.3C': tryOut(['power-cycle-printer'], 'PRINT.CYCLE.WAS'),
    'PRINT.CYCLE.WAS': was('printing/printer-offline'),
    'PRINT.3S': tryOut(['set-queue-up-again'], 'PRINT.DRIVER.WAS'),
    'PRINT.DRIVER.WAS': was('printing/filter-failed'),
    'PRINT.4': {
      kind: 'measure',
      branches: [{ when: ({ looked }) => !looked, to: 'PRINT.UNKNOWN' }],
      otherwise: 'PRINT.5',
    },
    'PRINT.5': { kind: 'conclude', outcome: 'unexplained' },
    'PRINT.SOLVED': { kind: 'conclude', outcome: 'solved' },
    'PRINT.PROGRAM': { kind: 'conclude', outcome: 'unexplained' },
    'PRINT.UNKNOWN': { kind: 'conclude', outcome: 'unexplained' },
  },
};
