/** Службы, папки людей и то, что должно быть под рукой до любых изменений. */
import { powershellWord, shellWord } from '../../../src/sources/command-words.ts';
import type { Service } from '../params.ts';
import { count } from './phrases.ts';

const RESULTS: Readonly<Record<string, string>> = {
  timeout: 'не успела запуститься вовремя',
  watchdog: 'перестала отвечать',
  'oom-kill': 'кончилась память',
  'start-limit-hit': 'слишком много неудач подряд',
  'core-dump': 'аварийно завершилась',
  resources: 'система не смогла её запустить',
  dependency: 'нет того, что ей нужно',
};

const how = (p: Service): string => {
  if (p.result === 'exit-code' && p.exitStatus !== null) return `: код завершения ${p.exitStatus}`;
  if (p.result === 'signal' && p.exitStatus !== null) return `: завершена сигналом ${p.exitStatus}`;
  const result = RESULTS[p.result];
  return result === undefined ? '' : `: ${result}`;
};

const title = (p: Service): string => {
  const what = p.description === '' || p.description === p.name ? p.name : `${p.name} (${p.description})`;
  if (p.kind === 'others')
    return p.names.length === 1
      ? `Не запустилась служба ${what}${how(p)}`
      : `Не ${p.names.length % 10 === 1 && p.names.length % 100 !== 11 ? 'запустилась' : 'запустились'} ${count(p.names.length, 'служба', 'службы', 'служб')}: ${p.names.slice(0, 4).join(', ')}${p.names.length > 4 ? ' …' : ''}`;
  if (p.kind === 'loop')
    return `Служба ${what} всё время завершается с ошибкой и запускается снова${p.restarts === null ? '' : ` (${count(p.restarts, 'раз', 'раза', 'раз')})`}${how(p)}`;
  return `Не запустилась служба ${what}${how(p)}`;
};

const next = (p: Service): string => {
  switch (p.on) {
    case 'linux':
      return p.kind === 'loop'
        ? `Узнайте почему: journalctl -b -u ${shellWord(p.name)} -n 30; пока остановите её: sudo systemctl stop ${shellWord(p.name)}`
        : `Узнайте почему: journalctl -b -u ${shellWord(p.name)} -n 30; затем один раз: sudo systemctl restart ${shellWord(p.name)}`;
    case 'openrc':
      return `Узнайте почему в /var/log/messages, затем: rc-service ${shellWord(p.name)} restart`;
    case 'win32':
      return `От имени администратора: Start-Service ${p.kind === 'failed' ? '-Name' : '-DisplayName'} ${powershellWord(p.name)}; если не поможет, переустановите программу, которой она принадлежит`;
    case 'darwin':
      return `Узнайте, что это: launchctl print system/${shellWord(p.name)} (или gui/$UID/${shellWord(p.name)}); обновите или удалите программу`;
  }
};

const LOGIN: Readonly<Record<string, (path: string, uid: number) => string>> = {
  missing: (path) => `Домашней папки ${path} нет`,
  owner: (path) => `Домашняя папка ${path} принадлежит другому`,
  'read-only': (path) => `Домашняя папка ${path} доступна только для чтения`,
  'not-writable': (path) => `В домашнюю папку ${path} её владелец не может писать`,
  file: (path) => `${path} принадлежит root`,
  temporary: () => 'Windows вошла с временным профилем',
  profile: () => 'Windows не смогла загрузить профиль',
};

export const services = {
  'safe-mode/failed-services': {
    name: 'При запуске не стартовали некоторые службы',
    means:
      'Большую часть работы делают программы без окна: сеть, печать, звук, обновления, диски. Одна из них не запустилась или завершилась и не смогла продолжить.',
    found:
      'Linux: службы, которые systemd отмечает как failed, и те, что перезапускались три раза и больше и продолжают; приводится их последняя строка. OpenRC: службы, отмеченные им как failed. Windows: службы, которые должны работать, но завершились с ошибкой, и события Service Control Manager после этого запуска. macOS: чужие программы, которые launchd не смог удержать. Предупреждение — для сети, печати, звука, обновлений, дисков, входа, времени и копий и для бесконечных перезапусков; иначе заметка.',
    say: (p: Service) => ({
      title: title(p),
      why:
        p.line === ''
          ? 'То, что она делает для других, не работает, пока она стоит.'
          : `То, что она делает для других, не работает, пока она стоит. Её последние слова: «${p.line}»`,
      next: next(p),
    }),
  },
  'safe-mode/login-broken': {
    name: 'Вход не удаётся или открывается временный рабочий стол',
    means:
      'При входе система открывает папку человека. Если она не может там читать или писать, снова появляется экран входа или пустой рабочий стол, который в конце выбрасывается.',
    found:
      'Linux и macOS: домашней папки нет, она только для чтения или чужая; файлы сеанса принадлежат root. Windows: события 1511, 1515 и 1508 от User Profiles Service после этого запуска.',
    say: (p: { readonly kind: string; readonly path: string; readonly uid: number }) => ({
      title: LOGIN[p.kind]?.(p.path, p.uid) ?? `При входе нельзя использовать ${p.path}`,
      why:
        p.kind === 'temporary'
          ? 'Всё, что сохранено на этом рабочем столе, пропадёт при выходе.'
          : 'Войти не удаётся, или программы ничего не могут сохранить.',
      next:
        p.kind === 'temporary' || p.kind === 'profile'
          ? 'Ничего здесь не сохраняйте. Перезагрузите компьютер один раз; если не помогло, пусть исправят запись в ProfileList; профиль не удаляйте'
          : p.kind === 'read-only'
            ? 'Сначала проверьте диск: techsupport check disk-space'
            : p.kind === 'missing'
              ? `Проверьте, подключён ли её диск: findmnt --target ${shellWord(p.path)}`
              : p.kind === 'not-writable'
                ? `sudo chmod u+rwx ${shellWord(p.path)}`
                : `sudo chown ${p.uid}: ${shellWord(p.path)}`,
    }),
  },
  'safe-mode/encryption-guard': {
    name: 'Диск зашифрован: подготовьте ключ восстановления до любых изменений загрузки',
    means:
      'Зашифрованный диск открывается сам или по паролю, только пока запуск идёт так, как он привык. После изменения прошивки, порядка или настроек загрузки он может спросить ключ восстановления. Без ключа файлы потеряны.',
    found:
      'Linux: системный том лежит на зашифрованном (device mapper). Windows: BitLocker защищает системный диск. macOS: включён FileVault. Это не неисправность: заметка, критично только пока открыто то, что лечится изменением запуска.',
    say: (p: { readonly on: string; readonly volume: string }) => ({
      title: `${p.volume} зашифрован (${p.on === 'win32' ? 'BitLocker' : p.on === 'darwin' ? 'FileVault' : 'LUKS'}): подготовьте ${p.on === 'linux' ? 'пароль' : 'ключ восстановления'}, прежде чем менять запуск`,
      why: 'После изменения прошивки, порядка или настроек загрузки диск может его спросить, а без него файлы потеряны.',
      next:
        p.on === 'win32'
          ? 'Найдите 48-значный ключ (aka.ms/myrecoverykey или ваш ИТ-отдел), сверьте первые 8 цифр Key ID; перед изменением: manage-bde -protectors -disable C: -RebootCount 2'
          : p.on === 'darwin'
            ? 'Убедитесь, что знаете пароль учётной записи и ключ восстановления FileVault'
            : 'Убедитесь, что знаете пароль; сохраните копию заголовка в другом месте: cryptsetup luksHeaderBackup',
    }),
  },
  'safe-mode/no-recovery-path': {
    name: 'Нет запасного способа загрузки',
    means:
      'Если обновление или драйвер ломает запуск, назад ведут второе ядро, снимок системы или среда восстановления. Здесь нет ни одного из них.',
    found:
      'Linux: только одно ядро и нет снимков Snapper или Timeshift. Windows: среда восстановления выключена и нет точки восстановления (от имени администратора). macOS: нет тома с ролью Recovery. Заметка; предупреждение в Windows и там, где следующий запуск уже под угрозой.',
    say: (p: { readonly on: string; readonly kernel: string }) => ({
      title:
        p.on === 'linux'
          ? `Установлено только одно ядро (${p.kernel}), и снимков системы нет`
          : p.on === 'win32'
            ? 'Среда восстановления выключена, и нет точки восстановления'
            : 'На этом Mac нет тома Recovery',
      why: 'Если следующий запуск не удастся, поможет только другой носитель.',
      next:
        p.on === 'linux'
          ? 'Держите под рукой флешку с живой системой или оставляйте второе ядро'
          : p.on === 'win32'
            ? 'От имени администратора: reagentc /enable; создайте диск восстановления: RecoveryDrive.exe'
            : 'Держите установщик на флешке или используйте восстановление по интернету: Option-Cmd-R при запуске',
    }),
  },
};
