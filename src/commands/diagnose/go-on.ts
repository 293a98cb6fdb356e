/** After a diagnosis: whether it is over; the report and the ticket, at once if the person wants them. */
import type { Language } from '../../contract.ts';
import { EXIT } from '../../exit.ts';
import { diagnoseWords } from '../../language/diagnose.ts';
import type { WalkState } from '../../tree/state.ts';
import type { Context } from '../context.ts';
import type { Keeper } from './keep.ts';
import type { Partner } from './partner.ts';

/** Gives the exit status of what was done; nothing where nothing more is wanted. */
export const goOn = async (
  partner: Partner,
  state: WalkState,
  { close }: Keeper,
  language: Language,
  context: Context,
): Promise<number | undefined> => {
  const words = diagnoseWords(language);
  const answers = [
    { id: 'yes', name: words.yes },
    { id: 'no', name: words.no },
  ];
  const over = await partner.choose(words.isOver, answers);
  const said = answers.find(({ id }) => id === over);
  if (said === undefined) return undefined;
  await close(state, [{ step: words.isOver, result: said.name }]);
  if (over === 'yes') return undefined;
  const chosen = await partner.choose(words.askOnward, [
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
