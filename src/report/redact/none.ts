/** Hides nothing: for a report that stays with its owner, and says of itself that it hides nothing. */
import type { Redactor } from './redactor.ts';

export const noRedactor: Redactor = {
  hides: false,
  learn: () => {},
  learnText: () => {},
  recording: (recording) => recording,
  text: (text) => text,
  learnedText: (text) => text,
  json: (value) => value,
  id: (id) => id,
  leaksIn: () => [],
  counts: () => ({}),
  countsByRead: () => ({}),
  values: () => [],
};
