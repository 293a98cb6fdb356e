import type { Translation } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';
import { devices } from './messages.ru/devices.ts';
import { steps } from './messages.ru/steps.ts';
import { system } from './messages.ru/system.ts';

export const ru = {
  name: 'Драйверы и прошивки',
  complaint: 'Устройство не работает или ведёт себя странно после обновления',
  fine: 'у каждого устройства есть драйвер',
  findings: { ...devices, ...system },
  ...steps,
} satisfies Translation<Messages>;
