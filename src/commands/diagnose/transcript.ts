/** Writes down what is said, as it is said: what a person can read later, or paste. */
import { appendFileSync, writeFileSync } from 'node:fs';
import type { Language } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { diagnoseWords } from '../../language/diagnose.ts';
import { forTerminal, oneLine } from '../../output/untrusted.ts';
import { askedLines, newsLines, outcomeLine } from './lines.ts';
import type { Partner, Said } from './partner.ts';

const PAPER = { width: 80, colour: false, ascii: false } as const;

/** The same partner, overheard. */
export const written = (partner: Partner, file: string, language: Language): Partner => {
  const words = diagnoseWords(language);
  begin(file);
  const write = (lines: readonly string[]): void => {
    // The disk may fill while it is written; the conversation is worth more than its copy.
    if (lines.length > 0) tryTo(() => appendFileSync(file, `${lines.join('\n')}\n`));
  };
  const answerOf = (said: Said, names: ReadonlyMap<string, string>): string => {
    if (said.kind === 'answer') return names.get(said.answer) ?? said.answer;
    return said.kind === 'nobody' ? words.nobody : words.keyNames[said.kind];
  };
  return {
    watch: async () => {
      const watched = await partner.watch();
      return {
        tell: (event) => {
          watched.tell(event);
          if (event.kind === 'finished') write(outcomeLine(event.outcome, language, PAPER));
        },
        done: watched.done,
      };
    },
    tell: async (news) => {
      write(newsLines(news, language, PAPER));
      await partner.tell(news);
    },
    ask: async (asked) => {
      const said = await partner.ask(asked);
      const names = new Map(asked.answers.map(({ id, name }) => [id, name]));
      write([
        '',
        ...askedLines(asked, language, PAPER, true),
        forTerminal(asked.text),
        `> ${oneLine(answerOf(said, names))}`,
      ]);
      return said;
    },
    choose: async (message, choices) => {
      const chosen = await partner.choose(message, choices);
      const name = choices.find(({ id }) => id === chosen)?.name ?? words.keyNames.leave;
      write(['', forTerminal(message), `> ${oneLine(name)}`]);
      return chosen;
    },
  };
};

const begin = (file: string): void => {
  try {
    writeFileSync(file, '', { mode: 0o600 });
  } catch (cause) {
    throw notWritten(file, cause);
  }
};

const tryTo = (action: () => void): void => {
  try {
    action();
  } catch {
    // Nothing is lost that the journal does not hold.
  }
};

export const notWritten = (file: string, cause: unknown): UserError => {
  const why = cause instanceof Error ? cause.message : String(cause);
  const say = (language: Language) => ({
    message: diagnoseWords(language).notWritten(oneLine(file), oneLine(why)),
    hint: '',
  });
  return new UserError('E_OUTPUT', say('en').message, say('en').hint, {
    exitCode: EXIT.usage,
    ru: say('ru'),
    cause,
  });
};
