/** Words of the start-up check, in English. */
import type { CheckMessages } from '../../src/contract.ts';
import { modes } from './messages.en/modes.ts';
import { questions } from './messages.en/questions.ts';
import { services } from './messages.en/services.ts';
import { starts } from './messages.en/starts.ts';
import { fixes, nodes } from './messages.en/steps.ts';
import { symptoms } from './messages.en/symptoms.ts';
import { way } from './messages.en/way.ts';

export const en = {
  name: 'Start-up and safe mode',
  complaint: 'It does not start properly, restarts by itself, or shows errors at start-up',
  fine: 'this start and the one before it went as they should, and nothing speaks against the next',
  findings: { ...starts, ...modes, ...services },
  fixes,
  questions,
  nodes,
  symptoms,
  advice: way,
} satisfies CheckMessages;

export type Messages = typeof en;
