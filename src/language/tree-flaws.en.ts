/** What can be wrong in a decision tree, in English. */

export const en = {
  noNode: (p: { to: string }) => `there is no node ${p.to}`,
  unreachable: (_: object) => 'no way leads there',
  idleLoop: (_: object) => 'a loop in which nothing is done',
  noWords: (p: { language: string }) => `no words in ${p.language}`,
  noQuestion: (p: { question: string; language: string }) =>
    `the question ${p.question} has no words in ${p.language}`,
  noAnswer: (p: { answer: string; question: string; language: string }) =>
    `the answer ${p.answer} to ${p.question} has no words in ${p.language}`,
  answerNowhere: (p: { answer: string; question: string }) =>
    `the answer ${p.answer} to ${p.question} leads nowhere`,
  noPhrasings: (p: { language: string }) => `nobody can say it: no phrasings in ${p.language}`,
  noFinding: (p: { code: string }) => `there is no finding ${p.code}`,
  noFix: (p: { fix: string }) => `there is no fix ${p.fix}`,
  noFigures: (p: { fix: string }) =>
    `the fix ${p.fix} has no cost or no chance, and the tree chooses by figures`,
  stepWithoutFix: (p: { step: string }) => `${p.step} has no fix, so there are no figures to choose it by`,
  noAdvice: (p: { advice: string }) => `there is no advice ${p.advice}`,
  notAStep: (p: { step: string }) => `${p.step} neither asks nor does anything: it cannot be chosen`,
  noReturn: (p: { step: string }) => `${p.step} does not come back: what is left would never be tried`,
  notYesNo: (p: { question: string }) => `${p.question} must have the answers yes and no`,
  noUnsure: (p: { question: string }) =>
    `nothing says where somebody who cannot answer ${p.question} goes on`,
  idleQuestion: (p: { question: string }) => `whatever is answered to ${p.question}, nothing changes`,
  pointsNowhere: (p: { answer: string }) =>
    `no complaint of this tree suspects what the answer ${p.answer} speaks for`,
  pointsUnknown: (p: { answer: string }) => `there is no answer ${p.answer}`,
  noModule: (p: { module: string }) => `there is no module ${p.module}`,
  notMeasured: (p: { code: string; module: string }) =>
    `${p.code} is suspected, but ${p.module} is not measured with it`,
  unreachedCause: (p: { code: string }) => `no path concludes with ${p.code}`,
  twice: (p: { symptom: string; tree: string }) => `${p.symptom} is a complaint of ${p.tree} already`,
};

export type FlawWords = typeof en;
