/** Words of the connectivity check, in Russian. */
import type { Translation } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';
import { address } from './messages.ru/address.ts';
import { fixes } from './messages.ru/fixes.ts';
import { link } from './messages.ru/link.ts';
import { names } from './messages.ru/names.ts';
import { quality } from './messages.ru/quality.ts';
import { questions } from './messages.ru/questions.ts';
import { route } from './messages.ru/route.ts';
import { symptoms } from './messages.ru/symptoms.ts';
import { nodes } from './messages.ru/tree.ts';
import { web } from './messages.ru/web.ts';

export const ru = {
  name: 'Подключение к интернету',
  complaint: 'Нет интернета, не открываются некоторые сайты, медленно или обрывается',
  fine: 'интернет работает: соединение, адрес, роутер, имена и защищённые сайты',
  ladder: {
    adapter: 'Сетевой адаптер',
    link: 'Кабель или Wi-Fi',
    address: 'Адрес',
    router: 'Роутер',
    internet: 'Интернет',
    names: 'Имена (DNS)',
    secure: 'Защищённые соединения',
    sites: 'Сайты',
  },
  findings: { ...link, ...address, ...route, ...names, ...web, ...quality },
  fixes,
  questions,
  symptoms,
  nodes,
} satisfies Translation<Messages>;
