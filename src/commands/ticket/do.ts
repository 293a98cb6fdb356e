/** Puts what is asked for on the disk, and then does it at the desk, as far as that goes now. */

import { errno, messageOf } from '../../durable-files.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { lifeWords } from '../../language/ticket-life.ts';
import { oneLine } from '../../output/untrusted.ts';
import { outboxRoots } from '../../state.ts';
import type { Desk } from '../../ticket/desk.ts';
import { askFor, type Wish } from '../../ticket/life/ask.ts';
import type { Performed } from '../../ticket/life/go-on.ts';
import type { Entry } from '../../ticket/outbox.ts';
import { sendTickets } from '../../ticket/send.ts';
import { refuseInFile, refuseInWords } from '../last-look.ts';
import { print, printError } from '../print.ts';
import type { Setup } from '../setup.ts';
import { deskOf } from './desk.ts';
import { ticketNamed } from './ref.ts';
import { progressIn, tellSent, tellTrouble } from './tell.ts';

/** Gives the exit status: 0 done, 1 waits, 2 a person must act. */
export const doAll = async (
  entry: Entry,
  wishes: readonly Wish[],
  setup: Setup,
  signal: AbortSignal,
): Promise<number> => {
  const { language } = setup;
  const words = lifeWords(language);
  for (const wish of wishes) await refuseSecretsIn(wish);
  for (const wish of wishes) await printError(words.asked(await stored(entry, wish)));
  const configured = await deskOf(entry, setup.config);
  if (configured === undefined) {
    await tellTrouble('no-desk', '', '', language);
    return EXIT.warning;
  }
  const { desk } = configured;
  if (entry.sent === undefined) await printError(words.notFiled);
  const sent = await sendTickets(outboxRoots(), desk, {
    keys: [entry.ticket.key],
    held: true,
    signal,
    onEvent: progressIn(language, desk.target),
  });
  const filed = entry.sent === undefined ? await tellSent(sent, desk.target, language) : EXIT.ok;
  const done = await tellPerformed(sent.performed, desk, setup);
  const isBusy = sent.busy.length + sent.unusable.length > 0;
  if (isBusy && entry.sent !== undefined) await tellSent(sent, desk.target, language);
  return Math.max(filed, done, isBusy ? EXIT.warning : EXIT.ok);
};

const refuseSecretsIn = async (wish: Wish): Promise<void> => {
  if (wish.kind === 'attach') await refuseInFile(wish.path);
  else refuseInWords({ [wish.kind]: wish.text });
};

/** A sender may move the ticket to its next state meanwhile: then it is looked for again. */
const stored = async (entry: Entry, wish: Wish, tries = 3): Promise<number> => {
  try {
    return await askFor(entry, wish, Date.now());
  } catch (cause) {
    if (errno(cause) === 'ENOENT' && tries > 1 && wish.kind !== 'attach') {
      return stored(await ticketNamed(entry.ticket.key), wish, tries - 1);
    }
    if (errno(cause) === '') throw cause;
    const [en, ru] = [lifeWords('en'), lifeWords('ru')];
    const why = oneLine(messageOf(cause));
    throw new UserError('E_TICKET_DISK', en.notStored(why), en.notStoredHint, {
      cause,
      exitCode: EXIT.critical,
      ru: { message: ru.notStored(why), hint: ru.notStoredHint },
    });
  }
};

export const tellPerformed = async (
  performed: readonly Performed[],
  { target, byWord }: Desk,
  { language }: Setup,
): Promise<number> => {
  const words = lifeWords(language);
  let status: number = EXIT.ok;
  for (const one of performed) {
    if (one.status === 'done') {
      const { kind } = one;
      const changes = kind !== 'comment' && kind !== 'attach';
      if (byWord && changes) await print(`${words.told}\n`);
      else await print(`${words.did[kind as keyof typeof words.did] ?? kind}\n`); // a kind of a newer version has no words
      continue;
    }
    if (one.status === 'waiting') await print(`${words.waits}\n`);
    await tellTrouble(one.failure.code, target, one.failure.detail, language);
    status = Math.max(status, one.status === 'waiting' ? EXIT.warning : EXIT.critical);
  }
  return status;
};
