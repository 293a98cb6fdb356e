/** «It does not print»: measured first; asked is only what the printer tells nobody but a person. */
import { against, cause, isOpen, type Tree } from '../../src/contract.ts';

/** What is left is the cause. */
const tried = against('PRINT.SOLVED');

export const tree: Tree = {
  start: 'PRINT.0',
  nodes: {
    'PRINT.0': {
      kind: 'measure',
      branches: [
        { when: isOpen('printing/spooler-stopped'), to: 'PRINT.SERVICE' },
        { when: isOpen('printing/printer-offline'), to: 'PRINT.1' },
        { when: isOpen('printing/supplies-or-paper'), to: 'PRINT.NEEDS' },
        { when: isOpen('printing/filter-failed'), to: 'PRINT.DRIVER' },
        { when: isOpen('printing/queue-paused'), to: 'PRINT.QUEUE' },
        { when: isOpen('printing/jobs-stuck'), to: 'PRINT.JOBS' },
        { when: isOpen('printing/no-printer'), to: 'PRINT.ADD' },
        { when: ({ looked }) => !looked, to: 'PRINT.UNKNOWN' },
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
    },
    'PRINT.POWER': tried('printing/printer-offline', ['switch-printer-on'], 'PRINT.2'),
    'PRINT.2': { kind: 'ask', question: 'printer-moved', to: { yes: 'PRINT.MOVED', no: 'PRINT.OFFLINE' } },
    'PRINT.MOVED': tried('printing/printer-offline', ['repoint-queue'], 'PRINT.OFFLINE'),
    'PRINT.OFFLINE': cause('printing/printer-offline'),
    'PRINT.NEEDS': tried(
      'printing/supplies-or-paper',
      ['see-to-printer', 'resume-queue'],
      'PRINT.NEEDS.CAUSE',
    ),
    'PRINT.NEEDS.CAUSE': cause('printing/supplies-or-paper'),
    'PRINT.DRIVER': tried('printing/filter-failed', ['set-queue-up-again'], 'PRINT.DRIVER.CAUSE'),
    'PRINT.DRIVER.CAUSE': cause('printing/filter-failed'),
    'PRINT.QUEUE': tried('printing/queue-paused', ['resume-queue'], 'PRINT.QUEUE.CAUSE'),
    'PRINT.QUEUE.CAUSE': cause('printing/queue-paused'),
    'PRINT.JOBS': tried('printing/jobs-stuck', ['cancel-jobs', 'empty-spool-folder'], 'PRINT.JOBS.CAUSE'),
    'PRINT.JOBS.CAUSE': cause('printing/jobs-stuck'),
    'PRINT.ADD': tried('printing/no-printer', ['add-printer'], 'PRINT.ADD.CAUSE'),
    'PRINT.ADD.CAUSE': cause('printing/no-printer'),
    'PRINT.3': {
      kind: 'ask',
      question: 'printer-panel',
      to: { fine: 'PRINT.4', message: 'PRINT.PANEL.NEEDS', off: 'PRINT.PANEL.OFF' },
    },
    'PRINT.PANEL.NEEDS': cause('printing/supplies-or-paper'),
    'PRINT.PANEL.OFF': cause('printing/printer-offline'),
    'PRINT.4': {
      kind: 'measure',
      branches: [{ when: isOpen('printing/wrong-default'), to: 'PRINT.DEFAULT' }],
      otherwise: 'PRINT.5',
    },
    'PRINT.DEFAULT': tried('printing/wrong-default', ['set-default-printer'], 'PRINT.DEFAULT.CAUSE'),
    'PRINT.DEFAULT.CAUSE': cause('printing/wrong-default'),
    'PRINT.5': { kind: 'ask', question: 'printed', to: { yes: 'PRINT.FINE', no: 'PRINT.PROGRAM' } },
    'PRINT.SOLVED': { kind: 'conclude', outcome: 'solved' },
    'PRINT.FINE': { kind: 'conclude', outcome: 'fine' },
    'PRINT.PROGRAM': { kind: 'conclude', outcome: 'unexplained' },
    'PRINT.UNKNOWN': { kind: 'conclude', outcome: 'unexplained' },
  },
};
