/** `ask`: an article on what somebody wants to know, from what the checks know anyway. Measures nothing. */
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { local } from '../../host/local.ts';
import { askWords } from '../../language/ask.ts';
import { forJson } from '../../output/untrusted.ts';
import { languageOf } from '../../symptoms/read.ts';
import type { Context } from '../context.ts';
import { modulesNamed } from '../modules.ts';
import { print } from '../print.ts';
import { setUp } from '../setup.ts';
import { screenOf } from '../terminal.ts';
import { type Answer, answerTo } from './answer.ts';
import { asText } from './text.ts';

const STATUS: Readonly<Record<Answer['kind'], number>> = {
  complaint: EXIT.ok,
  finding: EXIT.ok,
  several: EXIT.warning,
  nothing: EXIT.unknown,
};

/** Gives the exit status. */
export const ask = async (question: string, format: 'text' | 'json', context: Context): Promise<number> => {
  if (question.trim() === '') throw noQuestion();
  const { language: configured } = await setUp(context);
  // Somebody who asks in Russian reads Russian, whatever the computer is set to.
  const language = context.globals().lang ?? languageOf(question) ?? configured;
  const answer = answerTo(question, await modulesNamed([]), language, local().os);
  await print(
    format === 'json'
      ? `${forJson({ question, language, ...answer }, 2)}\n`
      : `${asText(question, answer, language, screenOf(process.stdout, process.env).width).join('\n')}\n`,
  );
  return STATUS[answer.kind];
};

const noQuestion = (): UserError => {
  const [en, ru] = [askWords('en'), askWords('ru')];
  return new UserError('E_QUESTION', en.noQuestion, en.noQuestionHint, {
    exitCode: EXIT.usage,
    ru: { message: ru.noQuestion, hint: ru.noQuestionHint },
  });
};
