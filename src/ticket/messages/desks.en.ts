/** Trouble with desks that are a mailbox or a folder. */
import type { Words } from '../../contract.ts';
import type { Trouble } from '../messages.en.ts';

const waits = 'It waits on this computer and is not lost.';
const again = 'Send what waits: techsupport ticket send';

export const en = {
  'report-too-large': ({ target, detail }: Trouble) => ({
    title: `The report is too large to go with the ticket: ${detail}`,
    why: `${target} has the ticket without it. The ticket says where the report is.`,
    next: 'Hand over the file yourself, or make a smaller report: techsupport report MODULE',
  }),
  'no-tls': ({ target, detail }: Trouble) => ({
    title: `The mail server does not encrypt: ${detail}`,
    why: `Nothing was sent to ${target}: everybody on the way could have read it. Somebody in between may have taken encryption out. ${waits}`,
    next: `Ask who runs the mail server; some want security: tls (port 465). ${again}`,
  }),
  'not-smtp': ({ target, detail }: Trouble) => ({
    title: `No mail server answers there: ${detail}`,
    why: `What answers at ${target} does not speak like one. It may be the login page of a guest network. ${waits}`,
    next: `Check host, port and security of this desk in the configuration. ${again}`,
  }),
  'mail-broken': ({ target, detail }: Trouble) => ({
    title: `The connection broke off before the mail was handed over: ${detail}`,
    why: `${target} has not got it. ${waits}`,
    next: again,
  }),
  'mail-unclear': ({ target, detail }: Trouble) => ({
    title: `The mail may have arrived: ${detail}`,
    why: `It was handed over whole, and no answer came. ${target} cannot be asked, so it is not sent a second time on its own. ${waits}`,
    next: 'Ask your support whether it is there. If it is not: techsupport ticket send --anyway',
  }),
  'folder-missing': ({ target, detail }: Trouble) => ({
    title: `The folder of the help desk is not there: ${detail}`,
    why: `${target} may be a share that is not connected just now. ${waits}`,
    next: `Connect it, or correct folder of this desk in the configuration. ${again}`,
  }),
  'folder-full': ({ target, detail }: Trouble) => ({
    title: `There is no room left in the folder of the help desk: ${detail}`,
    why: `${target} did not take all of it, so nothing was left there. ${waits}`,
    next: `Ask who looks after that folder to make room. ${again}`,
  }),
  'folder-unwritable': ({ target, detail }: Trouble) => ({
    title: `The folder of the help desk cannot be written: ${detail}`,
    why: `You lack the right to write to ${target}, or it is read-only. ${waits}`,
    next: `Ask who looks after that folder for the right. ${again}`,
  }),
} satisfies Readonly<Record<string, (trouble: Trouble) => Words>>;
