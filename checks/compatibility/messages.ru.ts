/** Words of the compatibility check, in Russian. */
import type { Translation } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';
import { fixes, nodes, questions } from './messages.ru/steps.ts';
import { symptoms } from './messages.ru/symptoms.ts';
import type { Blocked, Miss } from './params.ts';
import { gibText } from './size.ts';

const missText = (miss: Miss): string => {
  switch (miss.what) {
    case 'memory':
      return `память (найдено ${gibText('ru', miss.hasBytes)}, ожидалось ${gibText('ru', miss.needsBytes)})`;
    case 'disk':
      return `диск (найдено ${gibText('ru', miss.hasBytes)}, ожидалось ${gibText('ru', miss.needsBytes)})`;
    case 'processor':
      return `процессор (${miss.has})`;
    case 'level':
      return `процессор (ожидался уровень ${miss.needs})`;
    default:
      return MISSES[miss.what];
  }
};

const MISSES = {
  tpm: 'модуль TPM 2.0 отсутствует или выключен',
  'secure-boot': 'Secure Boot недоступен',
  uefi: 'запуск не через UEFI',
  cores: 'одно ядро процессора',
  bits: '32-разрядный процессор или система',
  model: 'этой модели нет в списке Apple',
} as const;

const BLOCKED_BY: Readonly<Record<Blocked['by'], string>> = {
  selinux: 'SELinux',
  apparmor: 'AppArmor',
  userns: 'AppArmor (запрещена собственная песочница)',
  noexec: 'раздел, на котором она лежит (noexec)',
  applocker: 'AppLocker, политика организации',
  'code-integrity': 'контроль приложений Windows (целостность кода)',
  asr: 'правило сокращения поверхности атаки Microsoft Defender',
  gatekeeper: 'Gatekeeper',
};

const one = (count: number, forms: readonly [one: string, few: string, many: string]): string => {
  const rule = new Intl.PluralRules('ru').select(count);
  return `${count}\u00a0${rule === 'one' ? forms[0] : rule === 'few' ? forms[1] : forms[2]}`;
};

export const ru = {
  name: 'Совместимость программ',
  complaint: 'Программа не запускается или вылетает',
  fine: 'система не отказала ни одной программе, и ни одна не падает снова и снова',
  findings: {
    'compatibility/app-arch-mismatch': {
      name: 'Программа собрана для другого процессора или системы',
      means:
        'Программа состоит из команд одного вида процессоров. На другом она не запускается вовсе, если её ничто не переводит.',
      found:
        'Linux: «Exec format error» в журнале за три дня. Windows: заголовки программ, которые недавно скачали или запускали. macOS: вид каждой установленной программы и наличие Rosetta.',
      say: (p) => ({
        title:
          p.built === ''
            ? `Программа ${p.program} собрана не для этого компьютера (${p.own})`
            : `Программа ${p.program} собрана для ${p.built}, а этот компьютер — ${p.own}`,
        why: 'Здесь она не запустится, сколько ни пробуй.',
        next: p.rosetta
          ? 'Установите Rosetta: softwareupdate --install-rosetta; ещё лучше взять у разработчика версию для процессоров Apple'
          : p.built === '16-bit'
            ? 'Возьмите у разработчика более новую версию или запустите её в виртуальной машине с 32-разрядной системой'
            : `Скачайте версию для ${p.own} с сайта разработчика`,
      }),
    },
    'compatibility/missing-runtime': {
      name: 'Программе не хватает компонента (библиотеки)',
      means:
        'Программы пользуются общими библиотеками, которые устанавливают отдельно. Если библиотеки нет или она не того вида, программа закрывается, ничего не показав.',
      found:
        'Linux: что написал загрузчик в журнал за три дня, если библиотека не появилась с тех пор. Windows: события Application Error (0xC0000135, 0xC000007B), Application Popup, SideBySide и .NET Runtime. macOS: «Library not loaded» в отчёте о сбое. Сами программы не запускаются.',
      say: (p) => ({
        title:
          p.component === ''
            ? `Программа ${p.program} не запустилась: нет нужной библиотеки`
            : `Программа ${p.program} не запустилась: нет ${p.component}`,
        why: 'Она закрывается, ничего не показав, пока компонента нет.',
        next:
          p.system === 'linux'
            ? `Найдите пакет, в котором он есть: apt-file search ${p.component} или dnf provides '*/${p.component}'`
            : p.system === 'windows'
              ? 'Установите компонент с сайта Microsoft (Visual C++, .NET) или переустановите программу; не берите отдельные DLL с сайтов загрузок'
              : 'Переустановите программу с сайта разработчика со всем, что к ней относится',
      }),
    },
    'compatibility/app-needs-newer-os': {
      name: 'Программе нужна более новая система',
      means:
        'Каждая версия системы приносит функции, которых нет в прежних. Программа, собранная для них, на прежней не запускается.',
      found:
        'Linux: не нашлась нужная версия библиотеки C. Windows: версия Windows в заголовке программы или функция, которой нет в библиотеках Windows. macOS: LSMinimumSystemVersion установленных программ или слова dyld в отчёте о сбое.',
      say: (p) => ({
        title: `Программе ${p.program} нужна ${p.needs === '' ? 'более новая система' : `система новее: ${p.needs}`}${p.has === '' ? '' : `, а здесь ${p.has}`}`,
        why: 'На этой системе она не запускается.',
        next: 'Возьмите у разработчика последнюю версию для этой системы (в Linux также Flatpak или AppImage) или обновите систему',
      }),
    },
    'compatibility/app-crash-repeated': {
      name: 'Одна и та же программа постоянно падает',
      means:
        'Один сбой — случайность. Если одна программа падает несколько раз за неделю, есть причина: её ошибка, дополнение, повреждённые настройки или драйвер. Если падают разные программы, подозревайте память, диск или нехватку ОЗУ.',
      found:
        'Сбои за 7 дней: systemd-coredump, журнал ядра и apport; Application Error 1000 и Application Hang 1002; отчёты о сбоях macOS. Три сбоя одной программы — неполадка.',
      say: (p) => ({
        title: `Программа ${p.program} ${p.hangs === p.times ? 'перестала отвечать' : 'упала'} ${one(p.times, ['раз', 'раза', 'раз'])} за ${one(p.days, ['день', 'дня', 'дней'])}${p.module === '' || p.module === p.program ? '' : `, чаще всего в ${p.module}`}`,
        why:
          p.others.length > 0
            ? `Падали и другие программы (${p.others.slice(0, 5).join(', ')}): причиной могут быть память, диск или нехватка ОЗУ.`
            : 'Каждый раз теряется то, что не сохранено.',
        next:
          p.others.length > 0
            ? 'Сначала проверьте оборудование: techsupport check hardware; затем обновите программу с сайта разработчика'
            : 'Обновите программу с сайта разработчика, затем запустите её без дополнений или с новым профилем',
      }),
    },
    'compatibility/app-blocked': {
      name: 'Защита системы не даёт запустить программу',
      means:
        'Система не запускает программы, которым не доверяет или которые запрещены политикой. Так и задумано: надо не отключать защиту, а присмотреться к программе.',
      found:
        'Отказы за последний час: AppArmor и SELinux в журнале ядра, раздел без права запуска, AppLocker 8004, контроль приложений 3077, Defender 1121. macOS: что говорит Gatekeeper о программах, которые ещё никто не одобрил.',
      say: (p) => ({
        title: `Программу ${p.program} остановила защита: ${BLOCKED_BY[p.by]}${p.detail === '' ? '' : ` (${p.detail})`}`,
        why: 'Она или её часть не запустится, пока защита её не знает.',
        next:
          p.by === 'noexec'
            ? `Перенесите программу в другую папку: с ${p.detail} ничего запускать нельзя`
            : p.by === 'applocker' || p.by === 'code-integrity' || p.by === 'asr'
              ? 'Попросите того, кто обслуживает этот компьютер, разрешить программу; защиту не отключайте'
              : 'Возьмите программу у разработчика или из пакетов системы; разрешайте её в окне системы, только если доверяете разработчику',
      }),
    },
    'compatibility/app-outdated': {
      name: 'Для программ есть новые версии',
      means: 'В новых версиях исправлены ошибки и уязвимости. Само по себе это не срочно.',
      found: 'Что предлагают apt, flatpak, snap, winget и Homebrew при подробной проверке.',
      say: (p) => ({
        title: `В ${p.from} есть новые версии: ${one(p.count, ['программа', 'программы', 'программ'])}${p.names.length === 0 ? '' : ` (${p.names.join(', ')}${p.count > p.names.length ? ' …' : ''})`}`,
        why: 'Здесь остаются ошибки, которые с тех пор исправлены.',
        next: NEXT_UPDATE[p.from] ?? 'Обновите программы из их официального источника',
      }),
    },
    'compatibility/hardware-below-requirements': {
      name: 'Оборудование не соответствует требованиям новой системы',
      means:
        'Новые системы требуют больше прежних: другой процессор, больше памяти, модуль безопасности. Выключенное в прошивке можно включить, процессор заменить нельзя.',
      found:
        'Windows 10: требования Microsoft к Windows 11; процессор считается, только если он заведомо слишком старый. macOS: список Apple для macOS 26. Linux: уровень процессора и память, которых требует следующий выпуск Enterprise Linux и SUSE.',
      say: (p) => ({
        title: `Этому компьютеру не подойдёт ${p.next}: ${p.misses.map(missText).join('; ')}`,
        why: 'Он остаётся на нынешней системе и получает исправления, только пока их получает она.',
        next: p.misses.some(({ what }) => what === 'tpm' || what === 'secure-boot' || what === 'uefi')
          ? 'Посмотрите в настройках прошивки, можно ли включить TPM, UEFI и Secure Boot; до этого приготовьте ключ восстановления зашифрованного диска'
          : 'Оставайтесь на выпуске, который получает исправления безопасности, или запланируйте другой компьютер',
      }),
    },
    'compatibility/two-antiviruses': {
      name: 'Одновременно работают два антивируса',
      means:
        'Каждый из них проверяет каждый открываемый файл, в том числе те, что открывает другой. Компьютер тормозит, обновления срываются, а защита не лучше.',
      found:
        'Центр безопасности Windows: два включённых продукта, не считая Microsoft Defender. Linux: работают два известных сканера реального времени. macOS: включены расширения безопасности двух антивирусов.',
      say: (p) => ({
        title: `Одновременно работают антивирусы: ${p.names.join(', ')}`,
        why: 'Они тормозят друг друга и держат файлы, нужные обновлениям.',
        next: 'Оставьте один, другой удалите утилитой его разработчика, затем проверьте, что оставшийся включён',
      }),
    },
  },
  fixes,
  questions,
  nodes,
  symptoms,
} satisfies Translation<Messages>;

const NEXT_UPDATE: Readonly<Record<string, string>> = {
  apt: 'sudo apt-get upgrade',
  flatpak: 'flatpak update',
  snap: 'sudo snap refresh',
  winget: 'winget upgrade --all',
  Homebrew: 'brew upgrade',
};
