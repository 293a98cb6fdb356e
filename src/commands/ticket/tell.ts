/** What became of the tickets, in words, and as an exit status. */
import type { Language } from '../../contract.ts';
import { EXIT } from '../../exit.ts';
import { ticketWords } from '../../language/ticket.ts';
import { oneLine } from '../../output/untrusted.ts';
import type { Delivery, SendEvent, Sent } from '../../ticket/send.ts';
import { sayTrouble } from '../../ticket/words.ts';
import { print, printError } from '../print.ts';

export const progressIn = (language: Language, target: string) => {
  const words = ticketWords(language);
  return (event: SendEvent): void => {
    if (event.kind === 'looking') void printError(words.looking);
    else if (event.kind === 'sending') void printError(words.attempt(event.attempt));
    else if (event.kind === 'attaching') void printError(words.attaching);
    else {
      const { title } = sayTrouble(language, event.failure.code, { target, detail: event.failure.detail });
      void printError(words.pausing(Math.ceil(event.forMs / 1000), oneLine(title)));
    }
  };
};

/** 0 when all are filed, 1 when something waits, 2 when a person must act. */
export const tellSent = async (sent: Sent, target: string, language: Language): Promise<number> => {
  for (const delivery of sent.deliveries) await tellOne(delivery, target, language);
  for (const holder of sent.busy) await tellTrouble('another-sender', target, holder, language);
  for (const { root, why } of sent.unusable) {
    await tellTrouble('outbox-unwritable', target, `${root}: ${why}`, language);
  }
  if (sent.deliveries.some(({ status }) => status === 'held')) return EXIT.critical;
  const isDone = sent.deliveries.every(({ status }) => status === 'sent');
  return isDone && sent.busy.length + sent.unusable.length === 0 ? EXIT.ok : EXIT.warning;
};

const tellOne = async (delivery: Delivery, target: string, language: Language): Promise<void> => {
  const words = ticketWords(language);
  if (delivery.status === 'sent') {
    const filed = delivery.existing ? words.existing : words.sent;
    const lines = [
      filed(oneLine(delivery.id), target),
      ...(delivery.url === undefined ? [] : [oneLine(delivery.url)]),
    ];
    await print(`${lines.join('\n')}\n`);
    if (delivery.keyLost) await printError(words.keyLost);
    if (delivery.duplicates) await printError(words.duplicates(delivery.duplicates.map(oneLine).join(', ')));
    const { unattached } = delivery;
    if (unattached) await tellTrouble(unattached.code, target, unattached.detail, language);
    return;
  }
  const { failure, key } = delivery;
  if (delivery.status !== 'untried' && delivery.filed !== undefined) {
    await print(`${words.filedWithout(oneLine(delivery.filed.id), target)}\n`);
  } else await print(`${delivery.status === 'held' ? words.holds(key) : words.waits(key)}\n`);
  await tellTrouble(failure.code, target, failure.detail, language);
};

export const tellTrouble = (
  code: string,
  target: string,
  detail: string,
  language: Language,
): Promise<void> => {
  const { title, why, next } = sayTrouble(language, code, { target, detail });
  return printError([title, why, next].map((line) => oneLine(line)).join('\n'));
};
