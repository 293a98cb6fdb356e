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
import { configuredDesk } from './desk.ts';
import { progressIn, tellSent, tellTrouble } from './tell.ts';

export const send = async (options: SendOptions, context: Context): Promise<number> => {
  const { config, language } = await setUp(context);
  const configured = configuredDesk(config);
  if (configured === undefined) {
    await tellTrouble('no-desk', '', '', language);
    return EXIT.warning;
  }
  const interrupt = watchInterrupts();
  const { desk } = configured;
  const sent = await sendTickets(outboxRoots(), desk, {
    ...(options.held === true || options.anyway === true ? { held: true } : {}),
    ...(options.anyway === true && { despiteDoubt: true }),
    signal: interrupt.signal,
    onEvent: progressIn(language, desk.target),
  });
  if (sent.deliveries.length + sent.busy.length + sent.unusable.length === 0) {
    await print(`${ticketWords(language).nothingWaits}\n`);
  }
  const status = await tellSent(sent, desk.target, language);
  return interrupt.status() ?? status;
};
