/** `fix --undo`: takes back what was done last, or what has this id, and looks at the machine again. */
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import type { Done } from '../../fix/done.ts';
import { commandsBack, takeBack, type Undone } from '../../fix/undo.ts';
import { fixWords } from '../../language/fix.ts';
import { typed } from '../../output/typed.ts';
import { forJson, oneLine } from '../../output/untrusted.ts';
import type { Report } from '../../report/model.ts';
import { print, printError } from '../print.ts';
import { actHere } from './here.ts';
import { doneJson } from './json.ts';
import { allChecks, modulesAround, sawAll } from './look.ts';
import { allDone, confirm, measureIn, type Session, stateText, tellIn } from './session.ts';

export const undo = async (id: string | undefined, session: Session): Promise<number> => {
  const words = fixWords(session.language);
  const all = await allDone();
  const done = id === undefined ? all.find(canGoBack) : all.find(({ kept }) => kept.id === id);
  if (done === undefined) {
    if (id !== undefined) throw unknownId(id);
    await print(session.isJson ? `${forJson({ undone: null }, 2)}\n` : `${words.nothingToUndo}\n`);
    return EXIT.ok;
  }
  const { planned } = done.kept;
  await printError(`${oneLine(planned.title)} (${stateText(done, session)})`);
  const commands = commandsBack(done, session.rights) ?? [];
  for (const { argv } of commands) await printError(`      ${oneLine(typed(argv, session.os))}`);
  const { person } = session;
  // Without anybody to ask and without --yes nothing is taken back.
  const mayAsk = person !== undefined || !session.mayRun;
  const result = await takeBack(done, {
    act: actHere,
    tell: tellIn(session),
    rights: session.rights,
    signal: session.interrupt.signal,
    ...(mayAsk && { ask: async () => (person === undefined ? false : confirm(session, words.agreeBack)) }),
  });
  const again = result.kind === 'undone' ? await lookFor(planned.target.code, session) : undefined;
  const state = again === undefined ? undefined : stateOf(again, planned.target);
  if (session.isJson) await print(`${forJson({ undone: { ...doneJson(done), result, state } }, 2)}\n`);
  else await print(`${undoneLines(result, done, state, session).join('\n')}\n`);
  return statusOf(result, state);
};

const canGoBack = ({ state, back }: Done): boolean => back.length > 0 && state !== 'kept';

const unknownId = (id: string): UserError => {
  const [en, ru] = [fixWords('en'), fixWords('ru')];
  return new UserError('E_FIX_ID', en.noSuchId(oneLine(id)), en.seeIds, {
    exitCode: EXIT.usage,
    ru: { message: ru.noSuchId(oneLine(id)), hint: ru.seeIds },
  });
};

const lookFor = async (code: string, session: Session): Promise<Report> => {
  const all = await allChecks();
  const modules = modulesAround([code], all);
  return measureIn(
    all.filter(({ id }) => modules.includes(id)),
    session,
  );
};

type State = 'back' | 'without' | 'unknown';

const stateOf = ({ checks }: Report, { code, subject }: Done['kept']['planned']['target']): State => {
  const isThere = checks.some(({ findings }) =>
    findings.some((one) => one.code === code && one.subject === subject),
  );
  if (isThere) return 'back';
  return checks.some((one) => code.startsWith(`${one.id}/`) && sawAll(one)) ? 'without' : 'unknown';
};

const undoneLines = (
  result: Undone,
  done: Done,
  state: State | undefined,
  { language }: Session,
): readonly string[] => {
  const words = fixWords(language);
  switch (result.kind) {
    case 'no-way':
      return [words.noWayBack];
    case 'no-rights':
      return [words.noRights, ...done.back.map((argv) => `  ${oneLine(typed(argv))}`)];
    case 'not-unattended':
      return [words.undoNeedsYou];
    case 'declined':
    case 'left':
      return [words.declined];
    case 'not-journalled':
      return [words.notJournalled(oneLine(result.why))];
    case 'undone':
      return [
        result.ended === 'all' ? words.undone : words.undoFailed,
        ...result.steps.flatMap((one, at) =>
          one.kind === 'ended' && one.exitCode === 0 ? [] : [`  ${oneLine(typed(done.back[at] ?? []))}`],
        ),
        ...(state === undefined ? [] : [words.undoneAs[state]]),
      ];
  }
};

const statusOf = (result: Undone, state: State | undefined): number => {
  if (result.kind === 'left') return EXIT.interrupted;
  if (result.kind !== 'undone') return EXIT.warning;
  if (result.ended !== 'all') return EXIT.critical;
  return state === 'unknown' ? EXIT.unknown : EXIT.ok;
};
