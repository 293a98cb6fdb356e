import { count } from './phrases.ts';

const MODES: Readonly<Record<string, string>> = {
  'power-profiles': 'Профиль питания:',
  firmware: 'Профиль прошивки:',
  tuned: 'Профиль tuned:',
  cpufreq: 'Процессор удерживается на наименьшей частоте:',
  'windows-plan': 'Схема питания:',
  'windows-mode': 'Режим питания:',
  macos: 'macOS экономит энергию:',
};

const BALANCED: Readonly<Record<string, string>> = {
  'power-profiles': 'powerprofilesctl set balanced',
  firmware: 'Выберите «Сбалансированный» в параметрах питания',
  tuned: 'sudo tuned-adm profile balanced',
  cpufreq:
    'Выберите «Сбалансированный» в параметрах питания или выполните: sudo cpupower frequency-set -g schedutil',
  'windows-plan': 'powercfg /setactive 381b4222-f694-41f0-9685-ff5bb260df2e',
  'windows-mode': 'Параметры > Система > Питание > Режим питания: «Сбалансированный»',
  macos: 'Системные настройки > Аккумулятор > Режим энергосбережения: никогда или только от аккумулятора',
};

export const habits = {
  'performance/system-on-hdd': {
    name: 'Система установлена на жёсткий диск (HDD)',
    means:
      'Диску с пластинами нужно около 10 мс на каждый поиск, SSD — 0,1 мс. На старых компьютерах его замена даёт больше всего.',
    found:
      'Диск системы вращается: /sys/block/*/queue/rotational, MSFT_PhysicalDisk MediaType 3, SolidState у diskutil. Не проверяется в виртуальных машинах и для дисков по USB, где ответ ничего не стоит.',
    say: (p: { readonly disk: string; readonly model: string }) => ({
      title: `Система стоит на жёстком диске с пластинами${p.model === '' && p.disk === '' ? '' : `: ${[p.disk, p.model].filter((part) => part !== '').join(' ')}`}`,
      why: 'Запуск системы и программ длится во много раз дольше, чем с SSD.',
      next: 'Скопируйте важные файлы, затем перенесите (клонируйте) систему на SSD',
    }),
  },
  'performance/power-saver': {
    name: 'Режим энергосбережения ограничивает скорость',
    means: 'При питании от сети экономить нечего, и процессор сдерживается напрасно.',
    found:
      'Только при питании от сети. Linux: power-profiles-daemon, platform_profile, tuned, регулятор частоты («powersave» у intel_pstate и amd-pstate — это нормально). Windows: схема «Экономия энергии», режим «Наилучшая эффективность». macOS: режим энергосбережения.',
    say: (p: { readonly mode: string; readonly by: string }) => ({
      title: `${MODES[p.by] ?? 'Режим питания:'} ${p.mode}, при питании от сети`,
      why: 'Процессор сдерживается, и всё длится дольше.',
      next: BALANCED[p.by] ?? 'Выберите «Сбалансированный» в параметрах питания',
    }),
  },
  'performance/startup-load': {
    name: 'Слишком много программ в автозапуске',
    means: 'Каждая из них замедляет вход и весь день занимает память, нужна она или нет.',
    found:
      'Больше 15, не относящихся к системе и не отключённых. Linux: ~/.config/autostart и включённые службы пользователя. Windows: разделы Run и папки автозагрузки с учётом StartupApproved. macOS: LaunchAgents.',
    say: (p: { readonly count: number; readonly names: readonly string[] }) => ({
      title: `Вместе с сеансом запускается ${count(p.count, 'программа', 'программы', 'программ')}: ${p.names.join(', ')}${p.count > p.names.length ? ', …' : ''}`,
      why: 'Вход в систему длится дольше, и каждая из них весь день занимает память.',
      next: 'Отключите то, что не нужно сразу: Диспетчер задач > Автозагрузка, Системные настройки > Основные > Объекты входа или автозапуск в настройках рабочего стола',
    }),
  },
  'performance/long-uptime': {
    name: 'Компьютер давно не перезагружался',
    means:
      'Программы понемногу теряют память, а обновления ждут перезагрузки. В Windows «Завершение работы» её не заменяет: система только засыпает.',
    found:
      'Больше 14 дней в Windows, больше 30 в других системах. Это примечание: оно что-то значит только вместе с жалобой.',
    say: (p: { readonly days: number }) => ({
      title: `Компьютер работает без перезагрузки ${count(p.days, 'день', 'дня', 'дней')}`,
      why: 'Утечки памяти накапливаются, а обновления ждут перезагрузки.',
      next: 'Сохраните работу и выберите «Перезагрузка» (не «Завершение работы»)',
    }),
  },
};
