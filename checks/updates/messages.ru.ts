import type { Translation } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';

const PROXY_OUTCOMES: Readonly<Record<string, string>> = {
  refused: 'отклоняет соединения',
  reset: 'обрывает соединения',
  timeout: 'не отвечает',
  unreachable: 'недоступен',
  'no-name': 'назван неизвестным именем',
};

const STATES: Readonly<Record<string, string>> = {
  'half-installed': 'установлен наполовину',
  unpacked: 'распакован, не настроен',
  'half-configured': 'настроен наполовину',
  'triggers-awaited': 'ждёт других пакетов',
  'triggers-pending': 'ждёт завершения',
  reinstall: 'нужно установить заново',
};

const some = (list: readonly string[]): string =>
  list.length <= 4 ? list.join(', ') : `${list.slice(0, 4).join(', ')} и ещё ${list.length - 4}`;

export const ru = {
  name: 'Установка обновлений',
  complaint: 'Обновления не устанавливаются',
  fine: 'обновлениям ничего не мешает',
  findings: {
    'updates/package-manager-locked': {
      name: 'Работает другой установщик или осталась блокировка',
      means:
        'Менять установленные пакеты может только одна программа за раз. Пока она держит блокировку, остальные ждут или отказываются работать.',
      found:
        'Файлы блокировок менеджеров пакетов в /proc/locks и процесс, который их держит; у pacman — сам файл блокировки.',
      say: (p: { holder: string; pid: number; files: readonly string[]; file: string }) =>
        p.pid > 0
          ? {
              title: `Блокировку пакетов ${p.file} держит ${p.holder === '' ? 'программа' : p.holder} (процесс ${p.pid})`,
              why: 'Пока она не закончит, ничего нельзя установить или обновить.',
              next: `Подождите до 10 минут или завершите её в её окне. Посмотрите, что она делает: ps -fp ${p.pid}. Не удаляйте файл блокировки`,
            }
          : {
              title: `Установлена блокировка пакетов ${p.file}`,
              why: 'Пока она есть, ничего нельзя установить или обновить.',
              next: 'Найдите работающий установщик: ps -ef | grep -i -e pacman -e apt -e dpkg. Если его нет, снять блокировку поможет поддержка',
            },
    },
    'updates/package-db-interrupted': {
      name: 'Прошлая установка прервана на середине',
      means:
        'Пакеты распакованы, но не настроены: пропало питание, кончилось место или установку оборвали. Пока это не завершено, ничего другого не установить.',
      found: 'dpkg-query: пакеты в промежуточных состояниях, или файлы в /var/lib/dpkg/updates.',
      say: (p: { packages: readonly { name: string; state: string }[]; reinstall: readonly string[] }) => ({
        title:
          p.packages.length === 0
            ? 'Последняя установка оборвана'
            : `Не до конца установлены: ${some(p.packages.map(({ name, state }) => `${name} (${STATES[state] ?? state})`))}`,
        why: 'Пока это не завершено, обновления не устанавливаются.',
        next:
          p.reinstall.length === 0
            ? 'Завершите установку: sudo dpkg --configure -a'
            : `Установите повреждённое заново: sudo apt-get install --reinstall ${p.reinstall.join(' ')}`,
      }),
    },
    'updates/broken-dependencies': {
      name: 'Пакеты конфликтуют или неполны',
      means:
        'Установленному пакету нужен другой, которого нет или который не той версии. Пока это не решено, apt отказывается что-либо менять. Первый подозреваемый — сторонний источник.',
      found: 'apt-get check находит неудовлетворённые зависимости.',
      say: (p: { unmet: readonly string[] }) => ({
        title: `Неудовлетворённые зависимости: ${some(p.unmet)}`,
        why: 'Пока они не решены, apt ничего не устанавливает и не обновляет.',
        next: 'Посмотрите, что будет сделано, и согласитесь, только если не удаляется нужное: sudo apt-get --fix-broken install',
      }),
    },
    'updates/repository-invalid': {
      name: 'Источник обновлений не работает или просрочен',
      means:
        'apt читает все источники прежде, чем что-либо сделать: один нечитаемый останавливает всё. Источник, ключа которого нет, нельзя проверить: он пропускается или отвергается.',
      found:
        'apt-get check называет источник, который не может прочесть, или источник называет файл ключа, которого нет.',
      say: (p: { file: string; entry: number; stanza: boolean; message: string; key: string }) => {
        const place = `${p.file}${p.entry > 0 ? `, ${p.stanza ? 'запись' : 'строка'} ${p.entry}` : ''}`;
        if (p.key !== '') {
          return {
            title: `${place}: назван ключ ${p.key}, которого нет`,
            why: 'Ничего из этого источника нельзя проверить, и apt-get update отказывает.',
            next: `Возьмите ключ на странице этого источника или отключите источник: sudo mv ${p.file} ${p.file}.disabled`,
          };
        }
        return {
          title: p.file === '' ? 'apt не может прочесть источники' : `apt не может прочесть ${place}`,
          why: `apt на этом останавливается и не делает ничего: ${p.message}`,
          next:
            p.file === ''
              ? 'Найдите запись: ls /etc/apt/sources.list /etc/apt/sources.list.d'
              : `Исправьте запись или отключите источник: sudo mv ${p.file} ${p.file}.disabled`,
        };
      },
    },
    'updates/proxy-unreachable': {
      name: 'Прокси, заданный для обновлений, не отвечает',
      means: 'Только обновления идут через прокси, которого больше нет, а всё остальное — напрямую.',
      found: 'Соединение с прокси из настроек apt или dnf; сервер обновлений отвечает без него.',
      say: (p: { address: string; outcome: string; option: string; file: string }) => ({
        title: `Прокси для обновлений ${p.address} ${PROXY_OUTCOMES[p.outcome] ?? 'не принимает соединения'}`,
        why: 'Ни одно обновление не скачать, хотя сеть работает.',
        next:
          p.file === ''
            ? `Исправьте или удалите настройку ${p.option}: apt-config dump | grep -i proxy`
            : `Исправьте или удалите прокси в ${p.file}`,
      }),
    },
    'updates/pending-reboot': {
      name: 'Нужна перезагрузка, чтобы завершить обновление',
      means:
        'Установлены обновления, которые действуют только после перезагрузки: ядро, библиотека C, сама Windows.',
      found:
        '/run/reboot-required в Debian и Ubuntu; реестр Windows (одно лишь отложенное переименование — только заметка).',
      say: (p: { packages: readonly string[] }) => ({
        title:
          p.packages.length === 0
            ? 'Ожидается перезагрузка'
            : `Ожидается перезагрузка из-за: ${some(p.packages)}`,
        why: 'До неё работает старая версия, и следующие обновления могут ждать.',
        next: 'Сохраните работу и выберите «Перезагрузка» (не «Завершение работы»)',
      }),
    },
    'updates/insufficient-space': {
      name: 'Обновление не установилось: мало места',
      means: 'Обновление началось, и на диске кончилось место. Его можно повторить, когда место появится.',
      found:
        'Последний запуск в /var/log/apt/term.log или код Windows Update (0x80070070, 0xC190020E) за 30 дней.',
      say: (p: { at: string; update: string; code: string }) => ({
        title: `Обновлению ${p.update === '' ? '' : `${p.update} `}от ${p.at} не хватило места на диске${p.code === '' ? '' : ` (${p.code})`}`,
        why: 'Оно не установлено и могло прерваться на середине.',
        next: 'Освободите место (techsupport check disk-space), затем обновите снова',
      }),
    },
  },
  fixes: {
    'finish-dpkg': {
      title: 'Завершить прерванную установку',
      noUndo: 'к наполовину установленному пакету возвращаться незачем',
    },
    'fix-broken': {
      title: 'Решить зависимости',
      noUndo: 'сначала показывается план; удалённое можно установить снова',
    },
    'wait-for-installer': { title: 'Подождать другой установщик', noUndo: 'ничего не меняется' },
    'disable-source': {
      title: 'Исправить сломанный источник или отключить его, переименовав файл',
      noUndo: 'переименуйте обратно, чтобы снова включить',
    },
    'remove-proxy': { title: 'Исправить или удалить прокси для обновлений', noUndo: 'файл правите вы сами' },
    restart: { title: 'Сохранить работу и перезагрузить', noUndo: 'сохранённое перезагрузка не меняет' },
  },
  questions: {},
  nodes: {},
} satisfies Translation<Messages>;
