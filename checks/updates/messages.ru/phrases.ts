/** Части предложений, общие для нескольких находок. */

export const PROXY_OUTCOMES: Readonly<Record<string, string>> = {
  refused: 'отклоняет соединения',
  reset: 'обрывает соединения',
  timeout: 'не отвечает',
  unreachable: 'недоступен',
  'no-name': 'назван неизвестным именем',
};

export const STATES: Readonly<Record<string, string>> = {
  'half-installed': 'установлен наполовину',
  unpacked: 'распакован, не настроен',
  'half-configured': 'настроен наполовину',
  'triggers-awaited': 'ждёт других пакетов',
  'triggers-pending': 'ждёт завершения',
  reinstall: 'нужно установить заново',
  damaged: 'повреждён',
  twice: 'установлен в двух версиях',
  last: 'последний, до которого дошло',
};

export const some = (list: readonly string[]): string =>
  list.length <= 4 ? list.join(', ') : `${list.slice(0, 4).join(', ')} и ещё ${list.length - 4}`;

const PLURAL = new Intl.PluralRules('ru');

const count = (number: number, one: string, few: string, many: string): string => {
  const rule = PLURAL.select(number);
  return `${number} ${rule === 'one' ? one : rule === 'few' ? few : many}`;
};

export const days = (number: number): string => count(number, 'день', 'дня', 'дней');

export const updates = (number: number): string => count(number, 'обновление', 'обновления', 'обновлений');

export const UPDATE: Readonly<Record<string, string>> = {
  apt: 'sudo apt update && sudo apt upgrade',
  dnf: 'sudo dnf upgrade --refresh',
  zypper: 'sudo zypper refresh && sudo zypper update',
  pacman: 'sudo pacman -Sy archlinux-keyring && sudo pacman -Su',
  apk: 'sudo apk upgrade --update-cache',
  ostree: 'rpm-ostree upgrade, затем перезагрузка',
  windows: 'откройте «Параметры» > «Центр обновления Windows» и выберите «Проверить наличие обновлений»',
  macos: 'откройте «Системные настройки» > «Основные» > «Обновление ПО»',
};
