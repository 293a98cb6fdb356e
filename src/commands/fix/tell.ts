/** What happens while something runs, and what came of it, in words. */
import type { Language } from '../../contract.ts';
import { EXIT } from '../../exit.ts';
import type { Guard } from '../../fix/guards.ts';
import type { Acted, FixEvent, Outcome } from '../../fix/run.ts';
import type { FixWords } from '../../language/fix.en.ts';
import { fixWords } from '../../language/fix.ts';
import { typed } from '../../output/typed.ts';
import { forTerminal, oneLine } from '../../output/untrusted.ts';

export const eventLine = (event: FixEvent, language: Language): string | undefined => {
  const words = fixWords(language);
  switch (event.kind) {
    case 'step-begun':
      return `${words.step(event.step, event.of)}: ${oneLine(typed(event.argv))}`;
    case 'step-ended': {
      const output = event.ok ? '' : lastLines(event.acted);
      return `${words.step(event.step, event.of)}: ${actedText(event.acted, words)}${output === '' ? '' : `\n${output}`}`;
    }
    case 'looking':
      return event.again ? undefined : words.looking;
  }
};

const actedText = (acted: Acted, words: FixWords): string => {
  if (acted.kind === 'not-started') return words.notStarted(oneLine(acted.why));
  if (acted.kind === 'too-long') return words.tooLong(acted.seconds);
  return acted.exitCode === 0 ? words.ok : words.failed(acted.exitCode);
};

const MOST_LINES = 8;

/** What a program said last is why it failed. */
const lastLines = (acted: Acted): string =>
  acted.kind === 'not-started'
    ? ''
    : forTerminal(acted.output)
        .split('\n')
        .slice(-MOST_LINES)
        .map((line) => `    ${line}`)
        .join('\n')
        .trimEnd();

export const guardText = ({ id, because }: Guard, language: Language): string =>
  fixWords(language).guards[id][because];

export const outcomeLines = (outcome: Outcome, language: Language): readonly string[] => {
  const words = fixWords(language);
  switch (outcome.kind) {
    case 'stopped':
      return outcome.guards.map((guard) => {
        const asked = guard.verdict === 'asks' ? ` ${words.cannotTell}: ${words.guards[guard.id].ask}` : '';
        return `${words.stopped}: ${guardText(guard, language)}${asked}`;
      });
    case 'not-unattended':
      return [`${words.stopped}: ${words.notUnattended[outcome.why]}`];
    case 'declined':
    case 'left':
      return [words.declined];
    case 'no-rights':
      return [words.noRights, ...outcome.commands.map((argv) => `  ${oneLine(typed(argv))}`)];
    case 'not-journalled':
      return [words.notJournalled(oneLine(outcome.why))];
    case 'seen':
      return [
        words.effects[outcome.effect],
        ...outcome.appeared.map(({ code }) => `${words.appeared}: ${code}`),
      ];
    case 'ran': {
      const { ended, effect, id } = outcome;
      return [
        ...(ended === 'failed' ? [words.endedFailed] : []),
        ...(ended === 'interrupted' ? [words.endedInterrupted] : []),
        ...(ended === 'journal-lost' ? [words.endedJournal] : []),
        words.effects[effect],
        ...outcome.appeared.map(({ code }) => `${words.appeared}: ${code}`),
        ...(outcome.steps.length > 0 ? [words.canUndo(id)] : []),
      ];
    }
  }
};

export const statusOf = (outcome: Outcome): number => {
  if (outcome.kind === 'left') return EXIT.interrupted;
  if (outcome.kind !== 'ran' && outcome.kind !== 'seen') return EXIT.warning;
  if (outcome.kind === 'ran' && outcome.ended !== 'all') return EXIT.critical;
  return { gone: EXIT.ok, changed: EXIT.warning, same: EXIT.warning, unknown: EXIT.unknown }[outcome.effect];
};
