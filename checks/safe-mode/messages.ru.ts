/** Words of the start-up check, in Russian. */
import type { Translation } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';
import { modes } from './messages.ru/modes.ts';
import { questions } from './messages.ru/questions.ts';
import { services } from './messages.ru/services.ts';
import { starts } from './messages.ru/starts.ts';
import { fixes, nodes } from './messages.ru/steps.ts';
import { symptoms } from './messages.ru/symptoms.ts';
import { way } from './messages.ru/way.ts';

export const ru: Translation<Messages> = {
  name: 'Запуск и безопасный режим',
  complaint: 'Компьютер запускается с ошибками, перезагружается сам или не запускается',
  fine: 'этот и предыдущий запуск прошли как положено, следующему ничто не мешает',
  findings: { ...starts, ...modes, ...services },
  fixes,
  questions,
  nodes,
  symptoms,
  advice: way,
};
