import type { Translation } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';
import { disks } from './messages.ru/disks.ts';
import { parts } from './messages.ru/parts.ts';
import { steps } from './messages.ru/steps.ts';

export const ru: Translation<Messages> = {
  name: 'Состояние оборудования',
  complaint: 'Шумит, греется, выключается сам, портятся файлы',
  fine: 'измерения ничего плохого об оборудовании не говорят',
  findings: { ...disks, ...parts },
  ...steps,
};
