/** Words of the clock check, in Russian. */
import type { Translation } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';
import { spanText } from './span.ts';

const NO_LOSS = 'верное время ничему не вредит';

export const ru = {
  name: 'Часы',
  complaint: 'Время неправильное',
  fine: 'Часы совпадают с серверами в интернете',
  findings: {
    'clock/skew': {
      name: 'Часы идут неправильно',
      means:
        'Защищённые сайты, вход в учётные записи и обновления сравнивают даты. При неверных часах сертификаты кажутся просроченными или ещё не действующими, одноразовые коды не подходят.',
      found:
        'Часы сравнивают с заголовком Date нескольких серверов по обычному HTTP; если ответили двое, хотя бы двое должны совпасть. Предупреждение от 60 секунд, критично от 300.',
      say: (p) => ({
        title:
          p.source === ''
            ? 'Часы этого компьютера отстают на годы'
            : `Часы этого компьютера ${p.offsetSeconds < 0 ? 'отстают' : 'спешат'}: расхождение ${spanText('ru', p.offsetSeconds)} (сверено с ${p.source})`,
        why: 'По ним судят о сертификатах, входе и обновлениях: всё это кажется просроченным или ещё не действующим. Неполадка в этом компьютере, а не на сайтах.',
        next: 'Включите в настройках автоматическую установку даты и времени (Linux: sudo timedatectl set-ntp true; Windows: w32tm /resync; macOS: sudo sntp -sS time.apple.com)',
      }),
    },
  },
  fixes: {
    'sync-clock-linux': { title: 'Включить автоматическую установку времени' },
    'sync-clock-windows': { title: 'Взять время у сервера времени', noUndo: NO_LOSS },
    'sync-clock-macos': { title: 'Взять время у сервера времени', noUndo: NO_LOSS },
    'set-clock-by-hand': { title: 'Установите дату и время вручную, по телефону', noUndo: NO_LOSS },
  },
  questions: {},
  nodes: {},
} satisfies Translation<Messages>;
