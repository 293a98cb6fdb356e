/** What can be wrong in a decision tree, in Russian. */
import type { FlawWords } from './tree-flaws.en.ts';

export const ru: FlawWords = {
  noNode: ({ to }) => `узла ${to} нет`,
  unreachable: () => 'сюда не ведёт ни один путь',
  idleLoop: () => 'круг, в котором ничего не делается',
  noWords: ({ language }) => `нет слов на языке ${language}`,
  noQuestion: ({ question, language }) => `у вопроса ${question} нет слов на языке ${language}`,
  noAnswer: ({ answer, question, language }) =>
    `у ответа ${answer} на ${question} нет слов на языке ${language}`,
  answerNowhere: ({ answer, question }) => `ответ ${answer} на ${question} никуда не ведёт`,
  noPhrasings: ({ language }) => `никто не сможет это сказать: нет формулировок на языке ${language}`,
  noFinding: ({ code }) => `вывода ${code} нет`,
  noFix: ({ fix }) => `исправления ${fix} нет`,
  noFigures: ({ fix }) => `у исправления ${fix} нет цены или шанса, а дерево выбирает по расчёту`,
  stepWithoutFix: ({ step }) => `у ${step} нет исправления, и рассчитать выбор нельзя`,
  noAdvice: ({ advice }) => `совета ${advice} нет`,
  notAStep: ({ step }) => `${step} ничего не спрашивает и не делает: выбрать его нельзя`,
  noReturn: ({ step }) => `${step} не возвращается: до остального дело не дойдёт`,
  notYesNo: ({ question }) => `у ${question} должны быть ответы yes и no`,
  noUnsure: ({ question }) => `не сказано, куда идёт тот, кто не может ответить на ${question}`,
  idleQuestion: ({ question }) => `что ни ответь на ${question}, ничего не меняется`,
  pointsNowhere: ({ answer }) =>
    `то, за что говорит ответ ${answer}, не подозревает ни одна жалоба этого дерева`,
  pointsUnknown: ({ answer }) => `ответа ${answer} нет`,
  noModule: ({ module }) => `модуля ${module} нет`,
  notMeasured: ({ code, module }) => `${code} под подозрением, но ${module} вместе с этим не измеряется`,
  unreachedCause: ({ code }) => `ни один путь не приходит к ${code}`,
  twice: ({ symptom, tree }) => `${symptom} — уже жалоба дерева ${tree}`,
};
