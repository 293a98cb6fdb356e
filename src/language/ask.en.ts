/** Words of `ask`, in English. */

export const en = {
  ask: 'answer a question in your own words: what it means, what to try, where it is known from',
  question: 'what you want to know: "why is my wifi slow", "what is apipa", 0x80070643',
  statuses:
    'Exit status: 0 answered, 1 several things may be meant (they are named), 3 nothing fits, 64 wrong usage',
  means: 'What it means',
  usually: 'Behind it is most often:',
  alsoPossible: 'Also possible',
  toTry: 'What to try, the least invasive first',
  nothingToTry: 'Nothing can be said in general; measuring shows what helps.',
  more: (count: number) => `and ${count} more, once it is known what it is`,
  measure: 'What can be measured now',
  measures: (modules: string) =>
    `finds out which it is and goes through the steps with you; looks at: ${modules}`,
  looks: 'looks whether it is so on this computer',
  details: 'shows the commands, how it is found, and how to undo it',
  source: 'Source',
  found: 'How it is found',
  complaints: 'How it is noticed',
  several: 'Several things may be meant. Ask again with one of these:',
  nothing: (question: string) => `Nothing that is known here fits “${question}”.`,
  nothingHint:
    'Say what happens, with what: “the printer does not print”. techsupport check looks at everything; techsupport list names all that can be found.',
  noQuestion: 'There is no question',
  noQuestionHint: 'Ask in your own words: techsupport ask "why is my wifi slow"',
  byHand: 'by hand',
  admin: 'as administrator',
  restart: 'with a restart',
  safeMode: 'in safe mode',
  case: 'opens the case',
  away: 'away from the computer',
  risky: 'with care',
  takes: (minutes: number) => (minutes < 60 ? `about ${minutes} min` : `about ${Math.round(minutes / 60)} h`),
};

export type AskWords = typeof en;
