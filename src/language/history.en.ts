/** Words of `history`, in English. */
import { count } from './counted.ts';

const statuses = {
  ok: 'fine',
  warning: 'warning',
  critical: 'critical',
  unknown: 'could not be told',
  skipped: 'does not apply',
};

export const en = {
  history: 'show how this computer was over time: what broke, and what was put right',
  module: 'of one module only',
  all: 'every run, not only the last thirty lines',
  forget: 'forget all runs that are kept on this disk',
  statuses: 'Exit status: 0 something is remembered, 3 nothing is',
  title: (runs: number, since: string) =>
    `${count('en', runs, { one: 'look', other: 'looks' })} at this computer, the first of them ${since}`,
  titleOf: (module: string, runs: number) =>
    `${module}: ${count('en', runs, { one: 'look', other: 'looks' })}`,
  statusNames: statuses,
  runs: (number: number) => count('en', number, { one: 'look', other: 'looks' }),
  only: (modules: string) => `looked at ${modules} only`,
  earlier: (number: number) => `… and ${number} earlier: --all`,
  clocks: {
    back: 'the clock had been set back',
    forward: 'the clock had been set forward',
    unset: 'the clock was not set: the date is wrong',
  },
  signs: '+ seen for the first time   - gone',
  none: 'Nothing is remembered yet: each check, diagnose and report keeps a small line of what it saw, on this disk only.',
  off: 'Runs are not remembered: history: off in the configuration. What was kept before is still there: techsupport history --forget',
  forgotten: (runs: number) => `Forgotten: ${count('en', runs, { one: 'run', other: 'runs' })}.`,
  notForgotten: (why: string) => `Not everything could be removed: ${why}`,
  notForgottenHint: 'Remove the folder "history" beside the last report by hand.',
  unreadable: (number: number) =>
    `${count('en', number, { one: 'file of the history is', other: 'files of the history are' })} damaged and left out.`,
  where:
    'Kept on this disk only, in no report and no ticket. What changed: techsupport changes. Off: history: off; forget: techsupport history --forget',
};

export type HistoryWords = typeof en;
