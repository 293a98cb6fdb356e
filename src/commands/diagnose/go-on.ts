/** After a diagnosis: the report and the ticket, at once if the person wants them. */
import { EXIT } from '../../exit.ts';
import type { DiagnoseWords } from '../../language/diagnose.en.ts';
import type { Context } from '../context.ts';
import type { Person } from './person.ts';

/** Gives the exit status of what was done; nothing where nothing more is wanted. */
export const goOn = async (
  person: Person,
  words: DiagnoseWords,
  context: Context,
): Promise<number | undefined> => {
  const chosen = await person.choose(words.askOnward, [
    { id: 'none', name: words.nothingMore },
    { id: 'report', name: words.makeReport },
    { id: 'ticket', name: words.makeTicket },
  ]);
  if (chosen !== 'report' && chosen !== 'ticket') return undefined;
  const { report } = await import('../report/act.ts');
  const status = await report([], {}, context);
  if (chosen === 'report' || status !== EXIT.ok) return status;
  // It takes the report that was made last: this one.
  const { create } = await import('../ticket/create.ts');
  return create({}, context);
};
