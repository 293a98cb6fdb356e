/** Values of the blind list, put together at run time so that none that looks real stands in the repository. */
import { type Chance, chance } from './corpus/random.ts';

export interface Line {
  readonly tool: string;
  readonly text: string;
  /** Each of them must be gone. */
  readonly values: readonly string[];
}

export type Made = (c: Chance) => Line;

/** `line('w', ([user, ip]) => …, user, ip)`: the text, and the values that must not be left of it. */
export const line =
  (tool: string, text: (...values: string[]) => string, ...kinds: readonly ((c: Chance) => string)[]): Made =>
  (c) => {
    const values = kinds.map((kind) => kind(c));
    return { tool, text: text(...values), values };
  };

export const madeOf = (lines: readonly Made[], seed: number): readonly Line[] => {
  const c = chance(seed);
  return lines.map((made) => made(c));
};

const FIRST = ['Ottilie', 'Ragnar', 'Solveig', 'Tancred', 'Ximena', 'Jorinde'] as const;
const LAST = ['Brackwater', 'Okonjowe', 'Fjeldstad', 'Marchetti', 'Zielonka', 'Haverkort'] as const;
const THING = ['quarry', 'lantern', 'walrus', 'juniper', 'saffron', 'pelican'] as const;

export const user = (c: Chance): string => `${c.lower(2)}${c.pick(LAST).toLowerCase()}${c.digits(1)}`;
export const person = (c: Chance): string => `${c.pick(FIRST)} ${c.pick(LAST)}${c.lower(2)}`;
export const first = (c: Chance): string => `${c.pick(FIRST)}${c.lower(2)}`;
export const last = (c: Chance): string => `${c.pick(LAST)}${c.lower(2)}`;
export const russian = (c: Chance): string =>
  c.pick(['Добрынина Ульяна Марковна', 'Хвостов Ермолай', 'Пелагея Курицына', 'Щербатых Н. В.']);
export const host = (c: Chance): string => `${c.pick(THING)}-${c.lower(2)}${c.digits(2)}`;
export const bigHost = (c: Chance): string => `${c.pick(THING).toUpperCase()}-${c.upper(5)}`;
export const fqdn = (c: Chance): string => `${host(c)}.${c.lower(7)}.net`;
export const domain = (c: Chance): string => `${c.lower(5)}${c.pick(THING)}`;
export const netbios = (c: Chance): string => domain(c).toUpperCase();
export const share = (c: Chance): string => `${c.pick(THING)}${c.lower(3)}`;
export const ssid = (c: Chance): string =>
  `${c.pick(['Casa', 'Chez', 'Villa'])} ${c.pick(LAST)} ${c.digits(2)}`;
export const lan = (c: Chance): string => `192.168.${c.int(2, 250)}.${c.int(2, 250)}`;
export const wan = (c: Chance): string => `93.${c.int(10, 250)}.${c.int(10, 250)}.${c.int(10, 250)}`;
export const mac = (c: Chance): string => `3c:${[1, 2, 3, 4].map(() => c.hex(2)).join(':')}:a${c.hex(1)}`;
export const winMac = (c: Chance): string => mac(c).toUpperCase().replaceAll(':', '-');
export const serial = (c: Chance): string => `${c.upper(3)}X${c.digits(3)}${c.upper(5)}`;
export const password = (c: Chance): string => `${c.mixed(9)}!${c.digits(1)}`;
export const plainPassword = (c: Chance): string => c.mixed(11);
export const uuid = (c: Chance): string => `${c.hex(8)}-${c.hex(4)}-4${c.hex(3)}-9${c.hex(3)}-a${c.hex(11)}`;
export const mail = (c: Chance): string => `${user(c)}@${c.lower(7)}.net`;
export const sid = (c: Chance): string =>
  `S-1-5-21-${c.digits(10)}-${c.digits(9)}-${c.digits(10)}-${c.digits(4)}`;
export const base64 =
  (length: number, end = '') =>
  (c: Chance): string =>
    `${c.base64(length)}${end}`;
