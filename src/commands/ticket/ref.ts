/** Which ticket is meant. */
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { lifeWords } from '../../language/ticket-life.ts';
import { oneLine } from '../../output/untrusted.ts';
import { outboxRoots } from '../../state.ts';
import { type Entry, isIntact, listTickets } from '../../ticket/outbox.ts';

const LEAST_OF_KEY = 4;

/** The desk's number, the beginning of its key, or `last`: the youngest one. */
export const ticketNamed = async (ref: string): Promise<Entry> => {
  const all = (await listTickets(outboxRoots())).filter(isIntact);
  const plain = ref.trim().toLowerCase().replace(/^#/, '');
  const byNumber = all.filter(({ sent }) => sent?.id.toLowerCase() === plain);
  const byKey = plain.length < LEAST_OF_KEY ? [] : all.filter(({ ticket }) => ticket.key.startsWith(plain));
  const meant = plain === 'last' ? all.slice(-1) : byNumber.length > 0 ? byNumber : byKey;
  const [one, another] = meant;
  if (one === undefined || another !== undefined) throw strange(ref, another !== undefined);
  return one;
};

const strange = (ref: string, several: boolean): UserError => {
  const shown = oneLine(ref).slice(0, 100);
  const [en, ru] = [lifeWords('en'), lifeWords('ru')];
  return new UserError('E_TICKET', several ? en.several(shown) : en.noSuch(shown), en.noSuchHint, {
    exitCode: EXIT.usage,
    ru: { message: several ? ru.several(shown) : ru.noSuch(shown), hint: ru.noSuchHint },
  });
};
