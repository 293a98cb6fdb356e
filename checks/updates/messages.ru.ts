import type { Translation } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';
import { packages } from './messages.ru/packages.ts';
import { fixes, nodes, questions } from './messages.ru/rest.ts';
import { sources } from './messages.ru/sources.ts';
import { state } from './messages.ru/state.ts';
import { symptoms } from './messages.ru/symptoms.ts';

export const ru = {
  name: 'Установка обновлений',
  complaint: 'Обновления не устанавливаются',
  fine: 'обновлениям ничего не мешает',
  findings: { ...packages, ...sources, ...state },
  fixes,
  questions,
  nodes,
  symptoms,
} satisfies Translation<Messages>;
