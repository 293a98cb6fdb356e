/** Слова о том, откуда приходят обновления. */
import { PROXY_OUTCOMES } from './phrases.ts';

const SILENT: Readonly<Record<string, string>> = {
  timeout: 'не отвечает',
  refused: 'отклоняет соединения',
  reset: 'обрывает соединения',
  unreachable: 'недоступен',
  stalled: 'останавливается на середине',
  'no-name': 'не найден по имени',
};

interface Source {
  readonly problem: string;
  readonly file: string;
  readonly entry: number;
  readonly stanza: boolean;
  readonly message: string;
  readonly key: string;
  readonly url: string;
  readonly manager: string;
}

const placeOf = (p: Source): string =>
  p.file === '' ? '' : `${p.file}${p.entry > 0 ? `, ${p.stanza ? 'запись' : 'строка'} ${p.entry}` : ''}`;

const switchOff = (p: Source): string =>
  p.file === ''
    ? 'найдите запись: ls /etc/apt/sources.list /etc/apt/sources.list.d'
    : p.file.endsWith('/sources.list')
      ? `поставьте # перед записью в ${p.file}`
      : `отключите источник: sudo mv ${p.file} ${p.file}.disabled`;

export const sources = {
  'updates/repository-invalid': {
    name: 'Источник обновлений не работает или просрочен',
    means:
      'Менеджер пакетов сначала читает все источники: один, который прочесть нельзя, останавливает всё. Источнику без ключа или с истёкшим сроком нельзя доверять, его пропускают или отвергают.',
    found:
      'apt называет источник, который не может прочесть; нет файла ключа, названного в источнике; apt проверял обновления, а списка источника нет; сервер отвечает 404 или его список просрочен (Valid-Until) по часам самого сервера. pacman: нет серверов или ключей. dnf: 404 в журнале. Windows: не отвечает сервер обновлений организации.',
    say: (p: Source) => {
      const place = placeOf(p);
      const named = place === '' ? p.url : `${p.url} (${place})`;
      switch (p.problem) {
        case 'key':
          return {
            title: `${place} должен быть подписан ключом ${p.key}, которого нет`,
            why: 'Ничего из этого источника нельзя проверить, и обновление из него не проходит.',
            next: `Возьмите ключ на странице этого источника или ${p.manager === 'apt' ? switchOff(p) : `укажите enabled=0 в ${p.file}`}`,
          };
        case 'refused':
          return {
            title: `apt скачал и не принял ${named}`,
            why: 'Подпись, ключ или срок не подходят (NO_PUBKEY, EXPKEYSIG, просрочен): обновлений отсюда нет.',
            next: `Посмотрите причину: sudo apt-get update. Возьмите новый ключ на странице источника или ${switchOff(p)}`,
          };
        case 'never-read':
          return {
            title: `apt проверял обновления, но из ${named} ничего не получил`,
            why: 'Источник не подписан, недоступен или исчез; apt-get update заканчивается ошибкой.',
            next: `Посмотрите причину: sudo apt-get update. Если источник не нужен, ${switchOff(p)}`,
          };
        case 'expired':
          return {
            title: `Список ${named} был действителен до ${p.message}`,
            why: 'Просроченный список отвергается, чтобы никто не подсунул старые пакеты: обновлений отсюда нет.',
            next: `Обновить его должен владелец источника. Выберите другое зеркало или ${switchOff(p)}`,
          };
        case 'not-found':
          return {
            title: `Источника ${named} больше нет (${p.message})`,
            why: 'Его перенесли или закрыли, часто после окончания поддержки: обновлений отсюда нет.',
            next:
              p.manager === 'dnf'
                ? `Найдите новый адрес или отключите: sudo dnf config-manager setopt ${p.url}.enabled=0`
                : `Найдите новый адрес на странице производителя или ${switchOff(p)}`,
          };
        case 'no-servers':
          return {
            title: `В ${p.file} нет ни одного сервера`,
            why: 'Скачать ничего нельзя.',
            next:
              p.manager === 'pacman'
                ? `Уберите # перед ближайшим сервером в ${p.file}`
                : 'Выберите источники заново: sudo setup-apkrepos',
          };
        case 'no-keyring':
          return {
            title: `У pacman нет ключей в ${p.key}`,
            why: 'Все пакеты отвергаются: их подпись нечем проверить.',
            next: 'Создайте их заново: sudo pacman-key --init, затем sudo pacman-key --populate',
          };
        case 'mixed':
          return {
            title: `В ${p.file} смешаны выпуски: ${p.message}`,
            why: 'Пакеты разных выпусков не подходят друг к другу; обновление останавливается или ломает систему.',
            next: `Оставьте в ${p.file} один выпуск, затем sudo apk upgrade --available`,
          };
        case 'server':
          return {
            title: `Сервер обновлений организации ${p.url} не отвечает (${p.message})`,
            why: 'Компьютер спрашивает только его, поэтому обновлений нет.',
            next: 'Подключитесь к сети организации или её VPN; иначе сообщите тем, кто обслуживает компьютер',
          };
        default:
          return {
            title: p.file === '' ? 'apt не может прочесть источники' : `apt не может прочесть ${place}`,
            why: `apt на этом останавливается и не делает ничего: ${p.message}`,
            next: p.file === '' ? capital(switchOff(p)) : `Исправьте запись или ${switchOff(p)}`,
          };
      }
    },
  },
  'updates/proxy-unreachable': {
    name: 'Прокси, заданный для обновлений, не отвечает',
    means: 'Только обновления идут через прокси, которого больше нет, а всё остальное — напрямую.',
    found: 'Соединение с прокси из настроек apt, dnf или WinHTTP; сервер обновлений отвечает без него.',
    say: (p: { address: string; outcome: string; option: string; file: string }) => ({
      title: `Прокси для обновлений ${p.address} ${PROXY_OUTCOMES[p.outcome] ?? 'не принимает соединения'}`,
      why: 'Ни одно обновление не скачать, хотя сеть работает.',
      next:
        p.option === 'WinHTTP'
          ? 'Удалите его от имени администратора: netsh winhttp reset proxy'
          : p.file === ''
            ? `Исправьте или удалите настройку ${p.option}: ${p.option === 'proxy' ? '/etc/dnf/dnf.conf' : 'apt-config dump | grep -i proxy'}`
            : `Исправьте или удалите прокси в ${p.file}`,
    }),
  },
  'updates/download-failed': {
    name: 'Обновления не скачиваются',
    means:
      'Обновление не приходит из-за сети, прокси или самого сервера. Если не работает сам интернет, причина в нём.',
    found:
      'У серверов из источников apt запрашивается их список. dnf: неудачи в журнале за 7 дней. Windows: коды скачивания за 7 дней. macOS: сетевые ошибки в install.log за 7 дней.',
    say: (p: { source: string; why: string; at: string }) => ({
      title:
        p.at === ''
          ? `Сервер обновлений ${p.source} ${SILENT[p.why] ?? `отвечает: ${p.why}`}`
          : `Скачать ${p.source} ${p.at} не удалось${p.why === '' ? '' : `: ${p.why}`}`,
      why: 'Пока это так, обновления не устанавливаются.',
      next: 'Проверьте подключение и часы: techsupport check connectivity clock. Затем повторите обновление',
    }),
  },
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
