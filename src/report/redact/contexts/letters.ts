/** What people write of themselves beside what they paste: who they are and where they live. */
import type { Context } from './context.ts';

const RUSSIAN_NAME = String.raw`[А-ЯЁ][а-яё]{1,30}(?:-[А-ЯЁ][а-яё]{1,30})?(?:[ \u00a0](?:[А-ЯЁ][а-яё]{1,30}|[А-ЯЁ]\.(?:[ \u00a0]?[А-ЯЁ]\.)?)){1,3}`;
const NAME = String.raw`\p{Lu}[\p{L}’'-]{1,30}(?:[ \u00a0](?:\p{Lu}[\p{L}’'-]{1,30}|\p{Lu}\.|(?:van|von|de|der|den|di|da|la)(?= ))){1,4}`;
const STREET_END = 'Road|Street|Avenue|Lane|Drive|Crescent|Boulevard|Terrace|Gardens|Rd\\.?|Ave\\.?|Blvd\\.?';

export const LETTERS: readonly Context[] = [
  {
    kind: 'person',
    pattern: new RegExp(
      `((?<!\\p{L})(?:Контакт(?:ное лицо)?|Контактное лицо|Сотрудни(?:к|ца)|ФИО|Ф\\.И\\.О\\.|Заявитель|Ответственный|Клиент|Владелец|Получатель|Исполнитель|Инициатор|Автор)[ \\t]{0,3}[:–—-][ \\t]{0,8})(${RUSSIAN_NAME})`,
      'gu',
    ),
  },
  {
    kind: 'user',
    pattern:
      /((?<!\p{L})(?:Логин|логин|Учётная запись|Учетная запись)[ \t]{0,3}[:=–—][ \t]{0,8})([A-Za-z][\w.@\\-]{1,63})/gu,
  },
  {
    kind: 'word',
    pattern:
      /((?<![\p{L}.])(?:ул|улица|просп|пр-т|проспект|пер|переулок|наб|набережная|бул|б-р|бульвар|шоссе|пл|площадь)\.?[ \u00a0])([А-ЯЁ\d][\p{L}\d .-]{1,50},[ \u00a0]?(?:(?:д|дом)\.?[ \u00a0]?)?\d{1,4}[\p{L}\d/]{0,4}(?:,[ \u00a0]?(?:к|корп|корпус|стр|строение)\.?[ \u00a0]?\d{1,3}[а-я]?)?(?:,[ \u00a0]?(?:кв|оф|квартира|офис)\.?[ \u00a0]?\d{1,4})?)/giu,
  },
  {
    kind: 'person',
    pattern: new RegExp(
      `((?<!\\p{L})(?:[Cc]ontact(?: person| name)?|[Kk]ontakt|Ansprechpartner(?:in)?|[Ss]hip to|[Bb]ill to|[Dd]eliver to|[Aa]ttn|[Rr]ecipient|[Ee]mployee|Mitarbeiter(?:in)?|[Rr]eported by|[Rr]equester)\\.?[ \\t]{0,3}:[ \\t]{0,8})(${NAME})`,
      'gu',
    ),
  },
  {
    kind: 'person',
    isLong: true,
    pattern: new RegExp(
      `((?:[Rr]egards|[Ss]incerely|[Cc]heers|Mit freundlichen Grüßen|Viele Grüße|Cordialement|Saludos|С уважением),?[ \\t]{0,4}\\r?\\n(?:\\r?\\n)?)(${NAME})(?=[ \\t]{0,4}\\r?$)`,
      'gmu',
    ),
  },
  {
    kind: 'word',
    pattern: new RegExp(
      `((?<![\\w.:/-]))(\\d{1,5}[a-z]? (?:\\p{Lu}[\\p{L}’'-]{1,30} ){1,4}(?:${STREET_END})(?!\\p{L}))`,
      'gu',
    ),
  },
  {
    kind: 'word',
    pattern:
      /((?<![\p{L}\p{N}_]))(\p{Lu}[\p{L}.-]{0,30}(?:straße|strasse|str\.|allee|gasse|platz|weg)[ \u00a0]\d{1,4}[ \u00a0]?[a-z]?)(?=,|\r?$|[ \u00a0]\d{5}\b)/gmu,
  },
];
