/** Words of what goes into a report, and of agreeing to it, in Russian. */
import type { BundleWords } from './bundle.en.ts';
import { count } from './counted.ts';

const megabytes = (bytes: number): string =>
  bytes < 1e6
    ? `${Math.max(1, Math.round(bytes / 1e3))}\u00a0кБ`
    : `${(bytes / 1e6).toFixed(1).replace('.', ',')}\u00a0МБ`;

export const ru: BundleWords = {
  redact: 'сколько скрыть: standard, strict (также общеизвестные имена и адреса) или none',
  yesIncludePersonalData: 'вместе с --redact none: согласие там, где спросить некого',
  hideNothing:
    'Ничего не будет скрыто: адреса, имена, серийные номера и пароли, если их напечатали программы, останутся в отчёте как есть, для каждого, к кому попадёт файл. Составить такой отчёт?',
  notAgreed: 'Никто не согласился на отчёт, в котором ничего не скрыто, поэтому он не составлен.',
  notAgreedHint:
    'Уберите --redact none или согласитесь в терминале либо параметром --yes-include-personal-data.',
  since: 'из журналов только то, что новее: 2026-01-31, 2026-01-31T14:00 или 36h, 7d назад',
  logs: 'также конец собственных журналов системы',
  maxSize: 'файл займёт не больше: 5MB, 500kB; сначала опускается наименее важное',
  exclude: 'не включать: evidence/ИМЯ.txt или имя чтения (можно повторять)',
  excludeFinding: 'не включать находку и то, на чём она основана (можно повторять)',
  encryptTo: 'файл откроет только владелец этого ключа: age1… (можно повторять)',
  identity: 'секретный ключ, открывающий зашифрованный отчёт (иначе TECHSUPPORT_IDENTITY)',
  encrypted: (keys) => `Зашифровано, откроют только владельцы этих ключей: ${keys}`,
  badSince: 'должно быть датой (2026-01-31), датой и временем (2026-01-31T14:00) или давностью (36h, 7d)',
  notYet: (now) => `это время ещё не наступило: на часах этого компьютера ${now}`,
  badSize: 'должно быть размером, например 5MB или 500kB',
  estimate: (reads, seconds, bytes) =>
    `Примерно ${count('ru', reads, { one: 'чтение', few: 'чтения', many: 'чтений', other: 'чтения' })} и то, что из них следует, до ${seconds}\u00a0с; файл примерно ${megabytes(bytes)}`,
  cut: (when) => `Журналы: старше ${when} ничего нет, и находки о более старом не знают`,
  leftOutExcluded: (ids) => `Не включено, как вы пожелали: ${ids}`,
  leftOutReads: (ids) => `Не включено ради размера: ${ids}`,
  leftOutTexts: (many) =>
    `Ради размера только в recording.json: ${count('ru', many, { one: 'текст', few: 'текста', many: 'текстов', other: 'текста' })}`,
  unread: (ids) => `Без опущенного или скрытого об этом судить больше нельзя: ${ids}`,
  strange: (names) => `В отчёте нет ничего с таким именем, опустить нечего: ${names}`,
  strangeHint: 'Имена показывает techsupport report --preview. Ничего не записано.',
  preview: 'показать всё, что в нём будет, затем спросить; без терминала вывести и файл не записывать',
  shownOnly: 'Только показано: согласиться некому, поэтому файл не записан.',
  notWritten: 'Ничего не записано.',
  whatNow: 'Что сделать с этим отчётом?',
  choices: {
    write: 'записать',
    exclude: 'что-нибудь не включать',
    look: 'посмотреть всё ещё раз',
    leave: 'не записывать',
    describe: 'написать или изменить описание в вашем редакторе (VISUAL, EDITOR)',
  },
  inYourWords: 'Что случилось? Сохраните текст в редакторе и закройте его.',
  describe: 'что случилось, вашими словами; при --preview также в вашем редакторе',
  tooLong: (limit) => `Это длиннее, чем ${limit} знаков.`,
  whatLeaves: 'Что не включать? (пробел отмечает, Enter завершает)',
  holds: (reads, findings) =>
    `${count('ru', reads, { one: 'чтение', few: 'чтения', many: 'чтений', other: 'чтения' })}, ${count('ru', findings, { one: 'находка', few: 'находки', many: 'находок', other: 'находки' })}`,
  andMore: (many) => `и ещё ${many}`,
};
