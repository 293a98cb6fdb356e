/** What the parts of `fix` have in common: who is there, what may be done, and how it is told. */
import type { Config } from '../../config/load.ts';
import type { AnyCheck, Language, Os } from '../../contract.ts';
import { type Done, doneFrom } from '../../fix/done.ts';
import { journals } from '../../fix/journal.ts';
import type { RightsHere } from '../../fix/rights.ts';
import type { FixEvent } from '../../fix/run.ts';
import { fixWords } from '../../language/fix.ts';
import { forTerminal } from '../../output/untrusted.ts';
import type { Report } from '../../report/model.ts';
import type { Interrupt } from '../check/interrupt.ts';
import { measure } from '../diagnose/measure.ts';
import { nobody, type Partner } from '../diagnose/partner.ts';
import { printError } from '../print.ts';
import type { Screen } from '../terminal.ts';
import { eventLine } from './tell.ts';

export interface Session {
  readonly language: Language;
  readonly config: Config;
  readonly interrupt: Interrupt;
  /** Nobody, where nothing may be asked. */
  readonly person: Partner | undefined;
  readonly os: Os;
  readonly seconds: number | undefined;
  readonly rights: RightsHere;
  readonly screen: Screen;
  readonly isJson: boolean;
  /** `--yes`: what is safe may run unasked. */
  readonly mayRun: boolean;
  /** No spinner: it is looked again every few seconds. */
  readonly isQuiet?: true;
}

export const measureIn = async (checks: readonly AnyCheck[], session: Session): Promise<Report> => {
  const { language, config, seconds, interrupt } = session;
  const { report } = await measure({
    ...{ checks, language, seconds },
    settings: config.settings,
    signal: interrupt.signal,
    watch: session.isQuiet === true ? nobody.watch : (session.person ?? nobody).watch,
  });
  return report;
};

export const tellIn =
  ({ language }: Session) =>
  async (event: FixEvent): Promise<void> => {
    const line = eventLine(event, language);
    if (line !== undefined) await printError(line);
  };

/** Yes or no; nothing where the person left. The harmless answer comes first. */
export const confirm = async (
  { person, language }: Session,
  message: string,
): Promise<boolean | undefined> => {
  const words = fixWords(language);
  const answer = await person?.choose(forTerminal(message), [
    { id: 'no', name: words.noWord },
    { id: 'yes', name: words.yesWord },
  ]);
  return answer === undefined ? undefined : answer === 'yes';
};

/** Everything that was done from here, the newest first. */
export const allDone = (): Promise<readonly Done[]> => Promise.all(journals().map(doneFrom));

export const stateText = ({ state, begun, steps }: Done, session: Session): string => {
  const { states } = fixWords(session.language);
  const says = states[state];
  return typeof says === 'string' ? says : says(Math.max(1, begun), steps);
};
