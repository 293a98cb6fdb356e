/** `fix`: which of its parts is wanted. */
import { EXIT } from '../../exit.ts';
import { local } from '../../host/local.ts';
import { watchInterrupts } from '../check/interrupt.ts';
import type { Context } from '../context.ts';
import { personHere } from '../diagnose/person.ts';
import type { FixOptions } from '../fix.ts';
import { setUp } from '../setup.ts';
import { screenOf } from '../terminal.ts';
import { rightsHere } from './here.ts';
import { list } from './list.ts';
import { repair } from './repair.ts';
import type { Session } from './session.ts';
import { space } from './space.ts';
import { undo } from './undo.ts';

/** Freeing space is a repair of its own. */
const SPACE: ReadonlySet<string> = new Set(['space', 'free-space']);

export const fix = async (
  target: string | undefined,
  options: FixOptions,
  context: Context,
): Promise<number> => {
  const { config, language } = await setUp(context);
  const interrupt = watchInterrupts();
  const isAsking = options.yes !== true && options.dryRun !== true && options.format === 'text';
  const talking = { language, signal: interrupt.signal, explain: false };
  const person = isAsking ? await personHere(talking, config.accessible === true) : undefined;
  const session: Session = {
    language,
    config,
    interrupt,
    person,
    os: local().os,
    seconds: options.timeout ?? config.timeout,
    rights: await rightsHere(person !== undefined),
    screen: screenOf(process.stdout, process.env),
    isJson: options.format === 'json',
    mayRun: options.yes === true,
  };
  const status =
    options.undo !== undefined
      ? await undo(options.undo === true ? undefined : options.undo, session)
      : options.list === true
        ? await list(target, session)
        : SPACE.has(target ?? '')
          ? await space(options.dryRun === true, session)
          : await repair(target, options.dryRun === true, session);
  return interrupt.signal.aborted ? (interrupt.status() ?? EXIT.interrupted) : status;
};
