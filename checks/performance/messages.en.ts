import type { CheckMessages } from '../../src/contract.ts';
import { habits } from './messages.en/habits.ts';
import { load } from './messages.en/load.ts';
import { memory } from './messages.en/memory.ts';
import { steps } from './messages.en/steps.ts';
import { symptoms } from './messages.en/symptoms.ts';

export const en = {
  name: 'Performance',
  complaint: 'The computer is slow or hangs',
  fine: 'memory, processor and disks keep up',
  findings: { ...memory, ...load, ...habits },
  ...steps,
  symptoms,
} satisfies CheckMessages;

export type Messages = typeof en;
