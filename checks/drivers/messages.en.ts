import type { CheckMessages } from '../../src/contract.ts';
import { devices } from './messages.en/devices.ts';
import { steps } from './messages.en/steps.ts';
import { system } from './messages.en/system.ts';

export const en = {
  name: 'Drivers and firmware',
  complaint: 'A device does not work, or misbehaves after an update',
  fine: 'every device has its driver',
  findings: { ...devices, ...system },
  ...steps,
} satisfies CheckMessages;

export type Messages = typeof en;
