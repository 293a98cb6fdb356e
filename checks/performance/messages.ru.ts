import type { Translation } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';
import { habits } from './messages.ru/habits.ts';
import { load } from './messages.ru/load.ts';
import { memory } from './messages.ru/memory.ts';
import { steps } from './messages.ru/steps.ts';
import { symptoms } from './messages.ru/symptoms.ts';

export const ru: Translation<Messages> = {
  name: 'Производительность',
  complaint: 'Компьютер тормозит или зависает',
  fine: 'памяти, процессора и дисков хватает',
  findings: { ...memory, ...load, ...habits },
  ...steps,
  symptoms,
};
