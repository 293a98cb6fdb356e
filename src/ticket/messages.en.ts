/** What a person reads about a ticket that could not be filed. English defines the keys. */
import type { Words } from '../contract.ts';
import type { FailureCode } from './desk.ts';
import { en as desks } from './messages/desks.en.ts';

export interface Trouble {
  /** Where it was to go: without secrets. */
  readonly target: string;
  /** The technical detail of the failure. */
  readonly detail: string;
}

const waits = 'The ticket waits in the outbox and is not lost.';
const again = 'Send what waits: techsupport ticket send';

export const en = {
  ...desks,
  'no-desk': () => ({
    title: 'No help desk is configured',
    why: 'The ticket cannot be sent without an address. The report is on this computer.',
    next: 'Add one: techsupport desk add. Or attach the report to an e-mail to your support.',
  }),
  'no-outbox': ({ detail }: Trouble) => ({
    title: `No folder could take the ticket: ${detail}`,
    why: 'A ticket is put on the disk before it is sent, so that it cannot be lost.',
    next: 'Free some space or name a writable folder in XDG_STATE_HOME, and create the ticket again.',
  }),
  'bundle-unreadable': ({ detail }: Trouble) => ({
    title: `The report cannot be read: ${detail}`,
    why: 'Support needs the report to see what was found.',
    next: 'Make a new one: techsupport report',
  }),
  'another-sender': ({ detail }: Trouble) => ({
    title: 'Another techsupport is sending right now',
    why: `Only one may send at a time, so that no ticket is filed twice. Its lock: ${detail}`,
    next: 'Wait until it has ended, then: techsupport ticket list',
  }),
  damaged: ({ detail }: Trouble) => ({
    title: `A ticket in the outbox is damaged: ${detail}`,
    why: 'It is left as it is and never sent.',
    next: 'Create the ticket again, then remove the damaged folder.',
  }),
  'name-not-found': ({ target, detail }: Trouble) => ({
    title: `The name of the help desk has no address: ${detail}`,
    why: `${target} cannot be found from here. ${waits}`,
    next: `Check the connection with: techsupport check connectivity. ${again}`,
  }),
  refused: ({ target, detail }: Trouble) => ({
    title: `The help desk refuses connections: ${detail}`,
    why: `The computer behind ${target} is there, the service on it is not running or is blocked. ${waits}`,
    next: again,
  }),
  unreachable: ({ target, detail }: Trouble) => ({
    title: `There is no way to the help desk: ${detail}`,
    why: `${target} cannot be reached from this network. ${waits}`,
    next: `Check the connection with: techsupport check connectivity. ${again}`,
  }),
  timeout: ({ target, detail }: Trouble) => ({
    title: `The help desk did not answer in time: ${detail}`,
    why: `${target} may be slow or cut off. ${waits} It carries the same key each time.`,
    next: again,
  }),
  reset: ({ target, detail }: Trouble) => ({
    title: `The connection broke off before the help desk answered: ${detail}`,
    why: `${target} may have taken the ticket already; it is sent again with the same key. ${waits}`,
    next: again,
  }),
  proxy: ({ target, detail }: Trouble) => ({
    title: `The proxy did not let the ticket through: ${detail}`,
    why: `The way to ${target} leads through a proxy. ${waits}`,
    next: `Check https_proxy and no_proxy, or proxy of the desk in the configuration. ${again}`,
  }),
  tls: ({ target, detail }: Trouble) => ({
    title: `The certificate of the help desk cannot be trusted: ${detail}`,
    why: `Somebody could read along, or the clock of this computer is wrong. Nothing was sent to ${target}. ${waits}`,
    next: `Check the date of this computer; for an authority of your company set caFile for the desk. ${again}`,
  }),
  unauthorized: ({ target, detail }: Trouble) => ({
    title: `The help desk does not accept the credentials: ${detail}`,
    why: `The secret for ${target} is wrong, expired or revoked. ${waits}`,
    next: `Put the right secret where the configuration says. ${again}`,
  }),
  forbidden: ({ target, detail }: Trouble) => ({
    title: `The help desk does not allow filing: ${detail}`,
    why: `The credentials for ${target} are known and lack the right. ${waits}`,
    next: `Ask who runs the help desk for the right to file. ${again}`,
  }),
  'not-found': ({ target, detail }: Trouble) => ({
    title: `There is no help desk at this address: ${detail}`,
    why: `${target} answers that it does not exist. ${waits}`,
    next: `Correct the url of the desk in the configuration. ${again}`,
  }),
  'too-large': ({ target, detail }: Trouble) => ({
    title: `The report is larger than the help desk takes: ${detail}`,
    why: `${target} refused it because of its size. ${waits}`,
    next: 'Make a smaller one with fewer modules: techsupport report MODULE. Or hand over the file yourself.',
  }),
  rejected: ({ target, detail }: Trouble) => ({
    title: `The help desk rejects the ticket: ${detail}`,
    why: `${target} does not take it as it is. ${waits}`,
    next: `Show this answer to who runs the help desk. ${again}`,
  }),
  'too-many': ({ target, detail }: Trouble) => ({
    title: `The help desk asks to slow down: ${detail}`,
    why: `${target} got more requests than it takes. ${waits}`,
    next: again,
  }),
  'desk-trouble': ({ target, detail }: Trouble) => ({
    title: `The help desk has trouble of its own: ${detail}`,
    why: `${target} answered with a fault. ${waits}`,
    next: again,
  }),
  redirect: ({ target, detail }: Trouble) => ({
    title: `The help desk points to another address: ${detail}`,
    why: `Credentials and reports are never sent to where an answer points. It may be the login page of a guest network. ${waits}`,
    next: `Log in to the network, or put the right address in place of ${target} as its url. ${again}`,
  }),
  html: ({ target, detail }: Trouble) => ({
    title: `A web page came instead of a receipt: ${detail}`,
    why: `A login page or a proxy answered in place of ${target}, so the ticket does not count as filed. ${waits}`,
    next: `Log in to the network, or correct its url. ${again}`,
  }),
  'answer-too-large': ({ target, detail }: Trouble) => ({
    title: `The answer is too long for a receipt: ${detail}`,
    why: `${target} does not answer like a help desk, so the ticket does not count as filed. ${waits}`,
    next: `Check the url of the desk. ${again}`,
  }),
  'answer-unclear': ({ target, detail }: Trouble) => ({
    title: `The answer is no receipt: ${detail}`,
    why: `${target} named neither the number nor the key of the ticket. ${waits}`,
    next: `Check the url of the desk, or whether the ticket has arrived. ${again}`,
  }),
  conflict: ({ target, detail }: Trouble) => ({
    title: `The help desk reports a conflict: ${detail}`,
    why: `${target} knows the key of this ticket for something else. ${waits}`,
    next: 'Ask who runs the help desk whether the ticket is there.',
  }),
  'secret-missing': ({ detail }: Trouble) => ({
    title: `The secret for the help desk is missing: ${detail}`,
    why: `Nothing can be sent without it. ${waits}`,
    next: `Set what the configuration names for it. ${again}`,
  }),
  'secret-command-failed': ({ detail }: Trouble) => ({
    title: `The command for the secret failed: ${detail}`,
    why: `Nothing can be sent without the secret. ${waits}`,
    next: `Run that command yourself and unlock your passwords. ${again}`,
  }),
  'ca-unreadable': ({ detail }: Trouble) => ({
    title: `The file with the authorities cannot be used: ${detail}`,
    why: `Without it the help desk cannot be told from somebody else. ${waits}`,
    next: `Correct caFile of the desk in the configuration: a PEM file. ${again}`,
  }),
  misconfigured: ({ target, detail }: Trouble) => ({
    title: `The help desk is not configured rightly: ${detail}`,
    why: `Nothing was sent to ${target}. ${waits}`,
    next: `Correct what it names: an address must be https://, a field must exist at the help desk. ${again}`,
  }),
  'private-address': ({ target, detail }: Trouble) => ({
    title: `The name of the help desk leads into a private network: ${detail}`,
    why: `Whoever answers for names here points ${target} at this computer or its neighbours: a guest network, or somebody who wants the ticket. Nothing was sent. ${waits}`,
    next: `If it is a desk of your own house, set privateNetwork: true for it. ${again}`,
  }),
  'queue-missing': ({ target, detail }: Trouble) => ({
    title: `The help desk has no such queue, or does not let us file into it: ${detail}`,
    why: `${target} answers the same to both. ${waits}`,
    next: `Correct the queue in the configuration, or ask for the right to file. ${again}`,
  }),
  'field-missing': ({ target, detail }: Trouble) => ({
    title: `The help desk wants a field that is not filled in: ${detail}`,
    why: `${target} does not take a ticket without it. ${waits}`,
    next: `Set it under fields of this desk in the configuration: techsupport desk test tells which there are. ${again}`,
  }),
  'secret-exposed': ({ detail }: Trouble) => ({
    title: `Others can read the file with the secret: ${detail}`,
    why: `A secret that others can read is none, so it is not used. ${waits}`,
    next: `Close it (chmod 600 FILE), and have the secret changed. ${again}`,
  }),
  'attachment-dropped': ({ target, detail }: Trouble) => ({
    title: `The help desk did not keep the report: ${detail}`,
    why: `${target} has the ticket, and throws away files that are too large for it. The ticket says where the report is.`,
    next: 'Hand over the file yourself, or make a smaller report: techsupport report MODULE',
  }),
  'not-changed': ({ target, detail }: Trouble) => ({
    title: `The help desk said yes and changed nothing: ${detail}`,
    why: `Its rules may forbid this step for these credentials at ${target}.`,
    next: 'Ask who runs the help desk, or do it there: techsupport ticket open',
  }),
  cannot: ({ target, detail }: Trouble) => ({
    title: `This help desk cannot do that: ${detail}`,
    why: `${target} offers no way to do it from here.`,
    next: 'Do it there: techsupport ticket open',
  }),
  'disk-full': ({ detail }: Trouble) => ({
    title: `The disk is full: ${detail}`,
    why: `What is done with a ticket is written down first, so that it is never filed twice. ${waits}`,
    next: `See what can be removed: techsupport check disk-space. ${again}`,
  }),
  'outbox-unwritable': ({ detail }: Trouble) => ({
    title: `The outbox cannot be written: ${detail}`,
    why: `What is done with a ticket is written down first, so that it is never filed twice. ${waits}`,
    next: `Check the rights of the folder that techsupport ticket list names. ${again}`,
  }),
  'bundle-changed': ({ detail }: Trouble) => ({
    title: `The report in the outbox is no longer the one that was put there: ${detail}`,
    why: 'The disk may be failing, or somebody changed the file. It is not sent.',
    next: 'Create the ticket again with a new report: techsupport ticket create',
  }),
  'desk-changed': ({ target, detail }: Trouble) => ({
    title: `The ticket may be at another help desk already: ${detail}`,
    why: `It was begun there and now would go to ${target}. ${waits}`,
    next: 'Ask there first. Then send it all the same, or leave it.',
  }),
  'may-be-filed': ({ target, detail }: Trouble) => ({
    title: `The ticket may have been filed already: ${detail}`,
    why: `${target} can neither be asked nor tell two of the same apart. ${waits}`,
    next: 'Look whether it has arrived. Then send it all the same, or leave it.',
  }),
  interrupted: ({ target }: Trouble) => ({
    title: 'Sending was interrupted',
    why: `${target} may or may not have the ticket; it carries the same key when it goes on. ${waits}`,
    next: again,
  }),
} satisfies Readonly<Record<FailureCode | OtherTrouble, (trouble: Trouble) => Words>>;

/** Trouble that is not a failed delivery. */
type OtherTrouble = 'no-desk' | 'no-outbox' | 'bundle-unreadable' | 'another-sender' | 'damaged';

export type TicketMessages = Readonly<Record<keyof typeof en, (trouble: Trouble) => Words>>;
export type TroubleCode = keyof typeof en;
