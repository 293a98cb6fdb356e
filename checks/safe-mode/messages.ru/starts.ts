/** Запуски: чем кончились, как часто и сколько длились. */
import type { Crash } from '../params.ts';
import { count, seconds } from './phrases.ts';

const ago = (hours: number): string =>
  hours < 1
    ? 'меньше часа назад'
    : hours < 48
      ? `${count(hours, 'час', 'часа', 'часов')} назад`
      : `${count(Math.round(hours / 24), 'день', 'дня', 'дней')} назад`;

const times = (number: number, days: number): string =>
  `${count(number, 'раз', 'раза', 'раз')} за ${count(days, 'день', 'дня', 'дней')}`;

const WHEN: Readonly<Record<Crash['when'], string>> = {
  now: 'во время этого запуска',
  before: 'перед этим запуском',
  earlier: 'недавно',
};

const CLASSES: Readonly<Record<string, { readonly of: string; readonly first: string }>> = {
  memory: {
    of: 'память',
    first: 'Отключите разгон и XMP, затем проверьте память за ночь',
  },
  disk: {
    of: 'диск или его файловая система',
    first: 'Скопируйте важные файлы, затем проверьте диск: techsupport check hardware',
  },
  driver: {
    of: 'драйвер',
    first:
      'Сначала отмените последнее изменение: верните прежний или обновите драйвер, который меняли последним',
  },
  graphics: {
    of: 'драйвер видеокарты или сама видеокарта',
    first: 'Обновите драйвер видеокарты или верните прежний и проверьте, не перегревается ли она',
  },
  processor: {
    of: 'процессор или плата',
    first: 'Отключите разгон, проверьте, нет ли перегрева, обновите прошивку',
  },
  'system-files': {
    of: 'повреждённые системные файлы',
    first:
      'Сначала проверьте диск, затем восстановите системные файлы: DISM /Online /Cleanup-Image /RestoreHealth',
  },
};

const crashed = (p: Crash): string => {
  const what =
    p.kind === 'stop'
      ? `${p.line}${p.name === '' ? '' : ` ${p.name}`}`
      : p.line === ''
        ? ''
        : `${p.line}${p.place === '' ? '' : `, ${p.place}`}`;
  return `${what === '' ? '' : `: ${what}`}${p.count === 1 ? '' : ` (${times(p.count, p.days)})`}`;
};

const SUDDEN: Readonly<Record<string, string>> = {
  button: 'Компьютер выключили долгим нажатием кнопки питания',
  power: 'Компьютер лишился питания или завис и остановился без завершения работы',
  sleep: 'Компьютер не вышел из сна или лишился питания во сне',
  heat: 'Компьютер выключился сам из-за нагрева',
  unknown: 'Компьютер выключился или завис без завершения работы',
};

export const starts = {
  'safe-mode/unexpected-shutdown': {
    name: 'Компьютер выключался аварийно',
    means:
      'Завершая работу, система последней строкой пишет об этом. Здесь запуск закончился без неё: пропало питание, кто-то держал кнопку или всё зависло. Открытые файлы могли повредиться.',
    found:
      'Linux: запуски в журнале, конец которых никто не приказывал и не записал. Windows: Kernel-Power 41 (его поля различают кнопку, сон и питание) и EventLog 6008. macOS: «Previous shutdown cause» в системном журнале. Сбой, оставивший свои следы, — это safe-mode/bugcheck. Один внезапный конец больше недели назад — заметка.',
    say: (p: {
      readonly kind: string;
      readonly count: number;
      readonly days: number;
      readonly hoursAgo: number;
      readonly cause: string;
    }) => ({
      title: `${SUDDEN[p.kind] ?? SUDDEN.unknown ?? ''} ${ago(p.hoursAgo)}${p.count > 1 ? ` (${times(p.count, p.days)})` : ''}${p.cause === '' ? '' : `, причина ${p.cause}`}`,
      why:
        p.kind === 'button'
          ? 'Скорее всего, он завис. Что его остановило, нигде не записано.'
          : 'Открытые файлы могли повредиться, и то же может случиться снова.',
      next:
        p.kind === 'button'
          ? 'Вспомните, что менялось перед зависанием, и запустите techsupport check hardware'
          : 'Проверьте розетку, кабель и батарею, затем запустите techsupport check hardware',
    }),
  },
  'safe-mode/bugcheck': {
    name: 'Система аварийно остановилась (синий экран или kernel panic)',
    means:
      'Ядро системы встретило то, с чем не может работать дальше. Чаще всего виноваты драйвер, память или диск. «Oops» в Linux завершает одну программу, но ядро до следующего запуска остаётся повреждённым.',
    found:
      'Linux: panic, Oops и BUG в журнале ядра этого и предыдущего запуска, в памяти прошивки (pstore), дампы (kdump), отметка самого ядра. Windows: событие 1001 от WER-SystemErrorReporting и 41 с кодом остановки. macOS: отчёты о panic. За последние 30 дней; два и больше критичны. Вид кода остановки берётся из таблицы.',
    say: (p: Crash) => ({
      title:
        p.on === 'linux'
          ? p.kind === 'oops'
            ? `В ядре Linux серьёзный сбой ${WHEN[p.when]}${crashed(p)}`
            : p.kind === 'lockup'
              ? `Процессор завис ${WHEN[p.when]}${crashed(p)}`
              : `Ядро Linux аварийно остановилось ${WHEN[p.when]}${crashed(p)}`
          : p.on === 'darwin'
            ? `macOS аварийно остановилась (kernel panic) ${WHEN[p.when]}${crashed(p)}`
            : `Windows аварийно остановилась с синим экраном ${WHEN[p.when]}${crashed(p)}`,
      why: `${CLASSES[p.class] === undefined ? 'Скорее всего, это повторится, а несохранённое пропадает.' : `За такими сбоями чаще всего стоит ${CLASSES[p.class]?.of ?? ''}.`}${p.noDump ? ' Windows не смогла записать, что произошло: это указывает на диск.' : ''}`,
      next:
        CLASSES[p.class]?.first ??
        (p.when === 'now'
          ? 'Сохраните работу и перезагрузите компьютер; затем отмените последнее изменение драйверов или деталей'
          : 'Отмените последнее изменение драйверов или деталей и запустите techsupport check hardware'),
    }),
  },
  'safe-mode/restart-loop': {
    name: 'Компьютер постоянно перезагружается',
    means:
      'Несколько запусков последовали один за другим за полчаса, и никто их не приказывал. Обычно виноваты питание, нагрев, память, драйвер или последнее обновление.',
    found:
      'Три запуска и больше за 30 минут в последние сутки, каждый после конца, которого никто не приказывал. Linux: отметки в журнале. Windows: события 6005 без 1074 и без чистой остановки. macOS: last reboot.',
    say: (p: { readonly count: number; readonly minutes: number }) => ({
      title: `Компьютер сам перезагрузился ${count(p.count, 'раз', 'раза', 'раз')} за ${count(p.minutes, 'минуту', 'минуты', 'минут')}`,
      why: 'Каждый внезапный конец может повредить файлы, и так будет, пока причина остаётся.',
      next: 'Отключите всё, кроме клавиатуры, экрана и питания; если не поможет, отмените последнее обновление или драйвер в режиме восстановления',
    }),
  },
  'safe-mode/slow-start': {
    name: 'Слишком долгий запуск',
    means:
      'От первой программы до последней, что стартует с системой, проходит больше времени, чем обычно. Часто одна служба ждёт того, чего нет: диска, сети, сервера.',
    found:
      'Linux: больше 60 с от первой программы, по журналу или systemd-analyze, без времени на ввод пароля; самые медленные службы по systemd-analyze blame. Windows: событие 100 из Diagnostics-Performance, основной путь дольше 60 с или остальное дольше 30 с (критично: 120 и 60 с); события 101–110 называют виновных.',
    say: (p: {
      readonly on: string;
      readonly seconds: number;
      readonly afterSeconds: number | null;
      readonly slowest: readonly { readonly name: string; readonly seconds: number }[];
    }) => ({
      title: `Запуск занял ${seconds(p.seconds)}${p.afterSeconds === null ? '' : ` и ещё ${seconds(p.afterSeconds)} после появления рабочего стола`}${
        p.slowest.length === 0
          ? ''
          : `; дольше всего: ${p.slowest.map(({ name, seconds: took }) => `${name} (${seconds(took)})`).join(', ')}`
      }`,
      why: 'Это время уходит при каждом включении.',
      next:
        p.on === 'linux'
          ? 'Посмотрите, что чего ждёт: systemd-analyze critical-chain; ненужное отключите: sudo systemctl disable ИМЯ'
          : 'Отключите лишние программы: Диспетчер задач > Автозагрузка приложений',
    }),
  },
  'safe-mode/fast-startup': {
    name: '«Завершение работы» не перезапускает Windows полностью',
    means:
      'При быстром запуске Windows при выключении усыпляет своё ядро на диск, а потом будит его. Сбои и обновления, которым нужен перезапуск, остаются. Заново Windows начинает только после «Перезагрузки».',
    found:
      'HiberbootEnabled равен 1, а ядро Windows работает больше 7 дней, хотя за это время его могли выключать (событие 27 Kernel-Boot, вид 1).',
    say: (p: { readonly days: number }) => ({
      title: `Windows по-настоящему перезапускалась ${count(p.days, 'день', 'дня', 'дней')} назад: «Завершение работы» здесь только усыпляет её`,
      why: 'Драйверы и обновления, которым нужен новый запуск, его не получили.',
      next: 'Один раз выберите «Перезагрузка»; чтобы один раз выключить полностью: shutdown /s /f /t 0',
    }),
  },
};
