/** `ticket send`: what still waits in the outbox. */
import { EXIT } from '../../exit.ts';
import { ticketWords } from '../../language/ticket.ts';
import { outboxRoots } from '../../state.ts';
import { sendTickets } from '../../ticket/send.ts';
import { watchInterrupts } from '../check/interrupt.ts';
import type { Context } from '../context.ts';
import { print } from '../print.ts';
import { setUp } from '../setup.ts';
import type { SendOptions } from '../ticket.ts';
import { allDesks, isFor } from './desk.ts';
import { tellPerformed } from './do.ts';
import { progressIn, tellSent, tellTrouble } from './tell.ts';

export const send = async (options: SendOptions, context: Context): Promise<number> => {
  const setup = await setUp(context);
  const { config, language } = setup;
  const desks = await allDesks(config);
  if (desks.length === 0) {
    await tellTrouble('no-desk', '', '', language);
    return EXIT.warning;
  }
  const interrupt = watchInterrupts();
  const statuses: number[] = [];
  let count = 0;
  for (const { name, desk } of desks) {
    const sent = await sendTickets(outboxRoots(), desk, {
      ...(options.held === true || options.anyway === true ? { held: true } : {}),
      ...(options.anyway === true && { despiteDoubt: true }),
      isFor: isFor(name, config),
      signal: interrupt.signal,
      onEvent: progressIn(language, desk.target),
    });
    count += sent.deliveries.length + sent.performed.length + sent.busy.length + sent.unusable.length;
    statuses.push(await tellSent(sent, desk.target, language));
    statuses.push(await tellPerformed(sent.performed, desk, setup));
    if (interrupt.signal.aborted) break;
  }
  if (count === 0) await print(`${ticketWords(language).nothingWaits}\n`);
  return interrupt.status() ?? Math.max(...statuses);
};
