const PLURAL = new Intl.PluralRules('ru');

const of = (number: number, one: string, few: string, many: string): string => {
  const rule = PLURAL.select(number);
  return `${number}\u00a0${rule === 'one' ? one : rule === 'few' ? few : many}`;
};

export const times = (number: number): string => of(number, 'раз', 'раза', 'раз');
export const minutes = (number: number): string => of(number, 'минуту', 'минуты', 'минут');
export const devices = (number: number): string =>
  of(number, 'известное устройство', 'известных устройства', 'известных устройств');

export const ago = (passed: number | null): string => {
  if (passed === null) return '';
  if (passed < 1) return ', только что';
  return passed >= 90
    ? `, ${of(Math.round(passed / 60), 'час', 'часа', 'часов')} назад`
    : `, ${minutes(passed)} назад`;
};

const ERRNO: Readonly<Record<number, string>> = {
  [-71]: 'EPROTO, искажено',
  [-84]: 'EILSEQ, искажено',
  [-75]: 'EOVERFLOW, пришло лишнее',
  [-110]: 'ETIMEDOUT, нет ответа',
  [-62]: 'ETIME, нет ответа',
  [-32]: 'EPIPE, отказ',
  [-12]: 'ENOMEM, контроллер',
  [-28]: 'ENOSPC, нет места',
};

export const errnoText = (error: number | null): string =>
  error === null ? '' : `, ${error}${ERRNO[error] === undefined ? '' : ` ${ERRNO[error]}`}`;
