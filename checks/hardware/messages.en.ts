import type { CheckMessages } from '../../src/contract.ts';
import { disks } from './messages.en/disks.ts';
import { parts } from './messages.en/parts.ts';
import { steps } from './messages.en/steps.ts';

export const en = {
  name: 'Hardware health',
  complaint: 'It makes noises, gets hot, goes off by itself, or files are damaged',
  fine: 'nothing that can be measured speaks against the hardware',
  findings: { ...disks, ...parts },
  ...steps,
} satisfies CheckMessages;

export type Messages = typeof en;
