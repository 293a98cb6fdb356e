/** Words of `fix`, in English. */

/** By the id of the guard. */
const guards = {
  'failing-disk': {
    found:
      'A disk of this computer is failing. Nothing is written to it that need not be: copy your files first.',
    unknown: 'Whether the disk is failing could not be measured.',
    ask: 'As far as you know the disk is well, and your files are copied elsewhere?',
  },
  'encryption-key': {
    found:
      'The disk is encrypted. After a change to how the computer starts it may ask for its recovery key.',
    unknown:
      'Whether the disk is encrypted could not be measured. An encrypted one may ask for its recovery key.',
    ask: 'Do you have the recovery key of this disk at hand?',
  },
  'remote-session': {
    found: 'You work on this computer over the network. This may cut the connection you work through.',
    unknown:
      'Whether you sit at this computer could not be told. This may cut a connection over the network.',
    ask: 'Can somebody get to the computer itself if the connection is lost?',
  },
  battery: {
    found:
      'The computer runs on its battery. If it goes out in the middle, more is broken than before: plug it in.',
    unknown: 'Whether the computer is plugged in could not be measured.',
    ask: 'Is it plugged in, or is its battery well charged?',
  },
  'unsaved-work': {
    found: 'This ends programs: what is not saved is lost.',
    unknown: 'This ends programs: what is not saved is lost.',
    ask: 'Is everything saved?',
  },
  managed: {
    found:
      'An organization manages this computer. What it has set is changed by its support only: file a ticket.',
    unknown: 'Whether an organization manages this computer could not be told.',
    ask: 'Is it your own, and not one of your work or school?',
  },
  metered: {
    found: 'This connection is marked as one whose traffic is paid for, and this loads more than 25 MB.',
    unknown: 'Whether traffic is paid for could not be told, and this loads more than 25 MB.',
    ask: 'May it be loaded over this connection?',
  },
  'packages-busy': {
    found: 'Something else is installing just now. Wait until it has finished.',
    unknown: 'Whether something else is installing just now could not be told.',
    ask: 'Is nothing else being installed or updated?',
  },
  'low-space': {
    found:
      'The system disk is full: there is no room for what would be loaded. Free space first: techsupport fix space',
    unknown: 'Whether there is room for what would be loaded could not be measured.',
    ask: 'Is there enough free space?',
  },
};

export const en = {
  guards,
  fix: 'repair what was found: shows what would run, asks, runs it, and looks whether it helped',
  target: 'a finding (updates/proxy-unreachable), a module (updates), or space',
  dryRun: 'show what would run, and run nothing',
  list: 'what can be done now, and what was done',
  undo: 'take back the last thing that was done, or the one with this id',
  yes: 'ask nothing: run what the risk allows',
  risk: 'what --yes may run; only what is harmless and can be taken back is ever run unasked',
  statuses:
    'Exit status: 0 it helped, or there was nothing to do; 1 something is still open; 2 a step failed, or was left half done; 3 whether it helped could not be seen; 64 wrong usage; 130 interrupted',
  nothingOpen: 'Nothing is open that could be repaired.',
  notOpen: (name: string) => `${name} is not open here: there is nothing to repair.`,
  notSeen: (name: string) => `Whether ${name} is open could not be seen.`,
  noFix: (name: string) => `There is no repair for ${name} on this system. Its own words say what to do:`,
  choose: 'What should be done?',
  leave: 'nothing more',
  ends: (title: string) => `For: ${title}`,
  wouldRun: 'This is what will run',
  byHand: 'This is done by hand',
  byHandShort: 'by hand',
  waiting: 'Do it now; the computer is watched until it is seen. Enter ends the wait.',
  stillPaused: (title: string, code: string) =>
    `Paused for "${title}" (${code}) and not seen on again: your protection. Switch it on in its own window.`,
  staysPaused: 'Shall it stay switched off, and nobody remind you again?',
  onlyShown: 'This is shown for you to decide about and is never run from here',
  unfilled: (name: string, why: 'missing' | 'harmful') =>
    why === 'missing'
      ? `What stands for {${name}} could not be measured.`
      : `What was measured for {${name}} is more than a plain word, so it is put into no command.`,
  rights: 'Rights',
  asYou: 'your own',
  asAdmin: 'those of an administrator, which it has',
  through: (tool: string) => `those of an administrator, through ${tool}, for the marked step alone`,
  mayAsk: 'it may ask for your password itself; techsupport never does',
  noRights:
    'This needs the rights of an administrator, and neither sudo nor anything like it is here. Run it yourself:',
  takes: 'Takes',
  seconds: (number: number) => `about ${number} s`,
  minutes: (number: number) => `about ${number} min`,
  timeUnknown: 'nobody has measured how long',
  openings: { restart: 'the computer restarts', 'safe-mode': 'in safe mode', case: 'the case is opened' },
  away: 'you have to leave the computer',
  riskWords: {
    safe: 'harmless',
    likely: 'runs only when you agree',
    example: 'only shown',
  },
  riskTitle: 'Risk',
  back: 'To take it back',
  noBack: 'There is no way back',
  agree: 'Run this?',
  agreeBack: 'Take it back like this?',
  yesWord: 'yes',
  noWord: 'no',
  step: (step: number, of: number) => `Step ${step} of ${of}`,
  ok: 'done',
  failed: (exitCode: number) => `failed (exit status ${exitCode})`,
  notStarted: (why: string) => `could not be started (${why})`,
  tooLong: (seconds: number) => `was ended after ${seconds} s`,
  looking: 'Looking whether it helped',
  effects: {
    gone: 'It helped: this is no longer found',
    changed: 'It is still there, but not as it was',
    same: 'It did not help: nothing has changed',
    unknown: 'Whether it helped could not be seen: the machine does not tell any more',
  },
  appeared: 'New since then',
  endedFailed: 'A step failed, and the ones after it were not run.',
  endedInterrupted: 'Interrupted between two steps.',
  endedJournal: 'The journal can no longer be written: no further step was run.',
  canUndo: (id: string) => `To take it back: techsupport fix --undo ${id}`,
  stopped: 'Not run',
  cannotTell: 'Nobody is here to ask',
  declined: 'Nothing was run.',
  notUnattended: {
    risk: 'It needs a yes of yours: only what is harmless runs with --yes.',
    person: 'Only a person can do it.',
    example: 'It is only shown, never run.',
  },
  notJournalled: (why: string) =>
    `Nothing was run: what is done must be written down first, and no folder takes it (${why}).`,
  nobody: 'There is nobody here to ask. This is what could be done; with --yes what is harmless is run.',
  doneTitle: 'What was done',
  nothingDone: 'Nothing was done from here yet.',
  canTitle: 'What can be done now',
  states: {
    running: 'runs just now',
    interrupted: (step: number, of: number) => `interrupted at step ${step} of ${of}`,
    failed: (step: number, of: number) => `step ${step} of ${of} failed`,
    done: 'done',
    undoing: 'taking it back did not come to its end',
    undone: 'taken back',
    kept: 'left as it is',
  },
  unfinished: (title: string, step: number, of: number) =>
    `"${title}" was interrupted at step ${step} of ${of}. See it: techsupport fix --list. Take it back: techsupport fix --undo`,
  nothingToUndo: 'There is nothing to take back.',
  noSuchId: (id: string) => `Nothing was done under the id ${id}`,
  seeIds: 'The ids stand in: techsupport fix --list',
  undoing: 'Taking back',
  undone: 'Taken back.',
  undoneAs: {
    back: 'The machine is as it was before: this is found again',
    without: 'Taken back, and this is not found',
    unknown: 'Whether all is as before could not be seen',
  },
  undoFailed: 'Not everything could be taken back. What failed:',
  noWayBack: 'It has no way back.',
  undoNeedsYou: 'Taking it back needs a yes of yours.',
  nothingToFree: 'No disk is short of space, or nothing on it can be freed safely.',
  chooseSpace: 'What may go? Choose to switch on and off',
  freeChosen: 'free what is marked',
  spaceOf: (path: string) => `Free space in ${path}`,
  freed: (size: string) => `${size} more are free now`,
  fixesLeft: 'Still open',
};

export type FixWords = typeof en;
