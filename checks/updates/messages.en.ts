import type { CheckMessages } from '../../src/contract.ts';
import { packages } from './messages.en/packages.ts';
import { fixes, nodes, questions } from './messages.en/rest.ts';
import { sources } from './messages.en/sources.ts';
import { state } from './messages.en/state.ts';
import { symptoms } from './messages.en/symptoms.ts';

export const en = {
  name: 'Update installation',
  complaint: 'Updates do not install',
  fine: 'nothing stands in the way of updates',
  findings: { ...packages, ...sources, ...state },
  fixes,
  questions,
  nodes,
  symptoms,
} satisfies CheckMessages;

export type Messages = typeof en;
