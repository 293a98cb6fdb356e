/** Words for what the network answers, in Russian. */

const ENDS: Readonly<Record<string, string>> = {
  refused: 'отказывает в соединении',
  reset: 'обрывает соединение',
  timeout: 'не отвечает',
  unreachable: 'к нему нет пути',
  denied: 'этот компьютер запрещает соединение',
  'no-name': 'у имени нет адреса',
  'not-found': 'у имени нет адреса',
  failed: 'соединение не удаётся',
  stalled: 'ответ обрывается на полпути',
  'not an address': 'указанное не является адресом',
};

/** How an attempt ended: a word of ours in words, anything else as it came. */
export const ending = (how: string): string => {
  if (how === '') return 'отвечает не тем, что нужно';
  return ENDS[how] ?? (/^\d+$/.test(how) ? `отвечает ошибкой ${how}` : how);
};

/** RFC 8914. */
const EXTENDED: Readonly<Record<number, string>> = {
  0: 'причину он не называет',
  1: 'алгоритм подписи ему неизвестен (DNSSEC)',
  2: 'вид дайджеста ему неизвестен (DNSSEC)',
  3: 'ответ устарел',
  4: 'ответ намеренно подменён',
  5: 'подпись не удалось оценить (DNSSEC)',
  6: 'подпись неверна (DNSSEC)',
  7: 'срок подписи истёк (DNSSEC)',
  8: 'срок подписи ещё не начался (DNSSEC)',
  9: 'нет ключа подписи (DNSSEC)',
  10: 'нет подписи (DNSSEC)',
  11: 'ключ не предназначен для этой зоны (DNSSEC)',
  12: 'нет доказательства отсутствия (DNSSEC)',
  13: 'он повторяет прежнюю ошибку',
  14: 'он ещё не готов',
  15: 'он блокирует это имя',
  16: 'он блокирует это имя по чужому распоряжению',
  17: 'он фильтрует это имя по желанию пользователя',
  18: 'он не обслуживает этот компьютер',
  19: 'по старому ответу, такого имени больше нет',
  20: 'он не отвечает за это имя',
  21: 'такой запрос он не поддерживает',
  22: 'ни один из ответственных серверов ему не доступен',
  23: 'его собственная сеть не работает',
  24: 'он получил неверные данные',
};

/** Why a name server failed, where it says so itself. */
export const extendedError = (code: number): string | undefined =>
  code < 0 ? undefined : (EXTENDED[code] ?? `причина ${code}`);

/** A number with its unit, not to be parted at the end of a line. */
export const amount = (value: number, unit: string): string =>
  `${new Intl.NumberFormat('ru', { maximumFractionDigits: 1, useGrouping: false }).format(value)}\u00a0${unit}`;

const plural = new Intl.PluralRules('ru');

/** «1 раз», «2 раза», «5 раз». */
export const counted = (count: number, one: string, few: string, many: string): string => {
  const form = plural.select(count);
  return `${count}\u00a0${form === 'one' ? one : form === 'few' ? few : many}`;
};
