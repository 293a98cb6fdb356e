/** What people write of themselves next to what they paste: names, phones of their country, where they live. */
import { host, last, line, type Made, password, person, russian, user } from './blind-words.ts';

export const LETTERS: readonly Made[] = [
  line(
    'contact',
    (n, p) => `Контакт: ${n}, тел. ${p}`,
    russian,
    (c) => `8 (831) ${c.digits(3)}-${c.digits(2)}-${c.digits(2)}`,
  ),
  line(
    'Russian address',
    (s, k) => `Адрес: 190000, г. Санкт-Петербург, ул. ${s}, д. 12, кв. ${k}`,
    (c) => c.pick(['Чапыгина', 'Подковырова', 'Салтыкова']),
    (c) => c.digits(3),
  ),
  line('Russian login', (u, p) => `Логин: ${u}, пароль: ${p}`, user, password),
  line('Russian computer', (h, n) => `Имя компьютера: ${h}\nСотрудник: ${n}`, host, russian),
  line(
    'German phone',
    (a, b) => `Tel.: ${a}, mobil ${b}`,
    (c) => `0721 608-4${c.digits(4)}`,
    (c) => `0171 ${c.digits(7)}`,
  ),
  line(
    'French phone',
    (p) => `Tél. : ${p}`,
    (c) => `06 ${c.digits(2)} ${c.digits(2)} ${c.digits(2)} ${c.digits(2)}`,
  ),
  line(
    'British phone',
    (p) => `Phone: ${p}`,
    (c) => `020 7${c.digits(3)} ${c.digits(4)}`,
  ),
  line(
    'English address',
    (n, s) => `Ship to: ${n}, ${s}, Sheffield S10 2TN`,
    person,
    (c) => `${c.digits(2)} ${last(c)} Road`,
  ),
  line(
    'German address',
    (s) => `Anschrift: ${s}, 76131 Karlsruhe`,
    (c) => `${last(c)}straße ${c.digits(2)}`,
  ),
  line(
    'signature',
    (n, p) => `Kind regards,\n${n}\nDirect line: ${p}`,
    person,
    (c) => `01632 ${c.digits(6)}`,
  ),
];
