/** What names or reaches a person, and what a person pays with. */
import { type Kind, kind, syslog } from './kind.ts';
import { type Chance, DIGITS } from './random.ts';
import { company, firstName, lastName, person, russianPerson } from './words.ts';

/** Appends the digit that makes the Luhn sum a multiple of ten. */
const luhn = (digits: string): string => {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
};
const card = (c: Chance): string => {
  const start = c.pick(['4', '51', '55', '2221', '2200', '37', '6011']);
  const digits = luhn(start + c.chars(DIGITS, (start === '37' ? 14 : 15) - start.length));
  const four = digits.replace(/(\d{4})(?=\d)/g, '$1 ');
  return c.pick([digits, four, four.replaceAll(' ', '-')]);
};

/** Two check digits that leave the remainder 1 modulo 97. */
const iban = (c: Chance): string => {
  const [country, account] = c.pick([
    ['DE', c.digits(18)],
    ['FR', c.digits(23)],
    ['GB', `${c.chars('ABCDEFGHKLMNPRSTW', 4)}${c.digits(14)}`],
    ['NL', `${c.chars('ABCDEFGHKLMNPRSTW', 4)}${c.digits(10)}`],
    ['PL', c.digits(24)],
  ]);
  const letters = `${account}${country}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  const check = String(98n - (BigInt(letters) % 97n)).padStart(2, '0');
  const plain = `${country}${check}${account}`;
  return c.int(0, 1) === 0 ? plain : plain.replace(/(.{4})(?=.)/g, '$1 ');
};

const phone = (c: Chance): string =>
  c.pick([
    `+49 ${c.digits(3)} ${c.digits(7)}`,
    `+44 20 ${c.digits(4)} ${c.digits(4)}`,
    `+33 ${c.digits(1)} ${c.digits(2)} ${c.digits(2)} ${c.digits(2)} ${c.digits(2)}`,
    `+48${c.digits(9)}`,
    `+1-${c.chars('2345679', 1)}${c.digits(2)}-${c.digits(3)}-${c.digits(4)}`,
  ]);
const russianPhone = (c: Chance): string =>
  c.pick([
    `+7 (9${c.digits(2)}) ${c.digits(3)}-${c.digits(2)}-${c.digits(2)}`,
    `8 (49${c.chars('569', 1)}) ${c.digits(3)}-${c.digits(2)}-${c.digits(2)}`,
    `+79${c.digits(9)}`,
    `8-9${c.digits(2)}-${c.digits(3)}-${c.digits(2)}-${c.digits(2)}`,
  ]);
const americanPhone = (c: Chance): string => {
  const [area, exchange, line] = [
    `${c.chars('2345679', 1)}${c.digits(2)}`,
    `${c.chars('2345679', 1)}${c.digits(2)}`,
    c.digits(4),
  ];
  return c.pick([
    `(${area}) ${exchange}-${line}`,
    `${area}-${exchange}-${line}`,
    `+1 (${area}) ${exchange}-${line}`,
  ]);
};
const mail = (c: Chance): string =>
  `${firstName(c).toLowerCase()}.${lastName(c).toLowerCase()}${c.int(2, 99)}@${company(c)}.${c.pick(['com', 'de', 'io', 'co.uk', 'ru'])}`;

export const PEOPLE: readonly Kind[] = [
  kind('identity', 'e-mail', mail, [
    (v) => `Author: A Developer <${v}>\nDate:   Thu Mar 12 08:14:31 2026 +0100`,
    (v) => `[user]\n\temail = ${v}`,
    (v, c) =>
      `${syslog(c, 'postfix/smtp')}4F1A2C0D3E: to=<${v}>, relay=none, delay=0.4, dsn=4.4.1, status=deferred`,
    (v) => `"email": "${v}",`,
    (v) => `mailto:${v}?subject=Help`,
    (v) => `Apple ID: ${v}`,
    (v) => `UserPrincipalName : ${v}`,
    (v) => `https://login.invalid/oauth?login_hint=${v}&prompt=none`,
    (v) => `ssh-ed25519 AAAA ${v}`,
    (v) => `Письмо для ${v} не доставлено`,
  ]),
  kind('identity', 'phone, international', phone, [
    (v) => `Phone: ${v}`,
    (v) => `TEL;TYPE=CELL:${v}`,
    (v) => `"phoneNumber": "${v}",`,
    (v) => `Please call me back on ${v} after lunch.`,
    (v) => `telephoneNumber: ${v}`,
    (v) => `Own numbers: ${v}`,
  ]),
  kind('identity', 'phone, Russian', russianPhone, [
    (v) => `Телефон: ${v}`,
    (v) => `тел. ${v}, звонить до 18:00`,
    (v) => `"phone": "${v}"`,
    (v) => `Перезвоните, пожалуйста, на ${v}.`,
    (v) => `Моб.: ${v}`,
  ]),
  kind('identity', 'phone, American', americanPhone, [
    (v) => `Phone: ${v}`,
    (v) => `Contact: ${v} ext. 4`,
    (v) => `mobile=${v}`,
    (v) => `You can reach me at ${v}.`,
    (v) => `<phone>${v}</phone>`,
  ]),
  kind('identity', 'card number', card, [
    (v) => `card_number=${v}`,
    (v) => `"pan": "${v}",`,
    (v) => `POST /pay number=${v}&exp=04%2F29`,
    (v) => `Payment with card ${v} declined: insufficient funds`,
    (v) => `Номер карты: ${v}`,
    (v) => `DEBUG charge request {card: ${v}, amount: 1200}`,
  ]),
  kind('identity', 'IBAN', iban, [
    (v) => `IBAN: ${v}`,
    (v) => `"iban": "${v}",`,
    (v) => `Transfer to ${v} rejected`,
    (v) => `<IBAN>${v}</IBAN>`,
    (v) => `Zahlung an ${v} fehlgeschlagen`,
  ]),
  kind(
    'identity',
    'name of a person',
    (c) => (c.int(0, 2) === 0 ? `${russianPerson(c)} ${c.pick(['А.', 'В.', 'К.', 'П.', 'С.'])}` : person(c)),
    [
      (v) => `acct7:x:1001:1001:${v},,,:/srv/data:/bin/bash`,
      (v) => `Full Name                    ${v}`,
      (v) => `Полное имя                               ${v}`,
      (v) => `displayName: ${v}`,
      (v) => `[user]\n\tname = ${v}`,
      (v) => `Author: ${v} <nobody@users.noreply.invalid>`,
      (v) => `      User Name: ${v} (acct7)`,
      (v) => `RealName: ${v}`,
      (v) => `"fullName": "${v}",`,
      (v) => `Registered Owner:          ${v}`,
      (v) => `Зарегистрированный владелец:      ${v}`,
      (v) => `cn: ${v}\nobjectClass: person`,
    ],
  ),
  kind('identity', 'SID', (c) => `S-1-5-21-${c.digits(10)}-${c.digits(10)}-${c.digits(9)}`, [
    (v) => `Security ID:\t\t${v}-1001`,
    (v) => `HKEY_USERS\\${v}-1001\\Software\\Microsoft`,
    (v) => `borealis\\acct7 ${v}-1104`,
    (v) => `"Sid": "${v}-500"`,
    (v) => `C:\\$Recycle.Bin\\${v}-1001\\$R1.txt`,
    (v) => `<Security UserID='${v}-1001'/>`,
  ]),
];
