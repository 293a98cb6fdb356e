/** Made-up people, companies and places. */
import type { Chance } from './random.ts';

const FIRST =
  'Marta Oleg Priya Jonas Amina Lukas Ingrid Tomas Yuki Farid Greta Nils Paula Rosa Stefan Wanda Emre Chloe'.split(
    ' ',
  );
const LAST =
  'Kowalczyk Lindqvist Okonkwo Brandauer Petrosyan Delacroix Haugland Szymanski Virtanen Marchetti Oyelaran Tanigawa Bergstrom Castellano Dubrovsky Eriksen Fitzgerald Grunewald Horvath Iwanowski'.split(
    ' ',
  );
const RUSSIAN_FIRST = 'Екатерина Дмитрий Светлана Григорий Людмила Тимофей'.split(' ');
const RUSSIAN_LAST = 'Белозёрова Кузьминых Тихомиров Завьялова Остапенко Лукьянчук'.split(' ');
const COMPANY =
  'borealis tannhof quillon merrow vandelay halvorsen kestrelia obrecht zephyrin marquardt'.split(' ');
const PLACE = 'attic lakeview workshop annex pavilion warehouse northwing orchard'.split(' ');

const from = (list: readonly string[], chance: Chance): string => list[chance.int(0, list.length - 1)] ?? '';

export const firstName = (chance: Chance): string => from(FIRST, chance);
export const lastName = (chance: Chance): string => from(LAST, chance);
export const person = (chance: Chance): string =>
  `${firstName(chance)} ${chance.pick('ABCDEGHJKLMNPRSTW'.split('') as [string, ...string[]])}. ${lastName(chance)}`; // seventeen letters
export const russianPerson = (chance: Chance): string =>
  `${from(RUSSIAN_FIRST, chance)} ${from(RUSSIAN_LAST, chance)}`;
/** As administrators give them: jkowalczyk4. */
export const login = (chance: Chance): string => {
  const last = lastName(chance).toLowerCase();
  const first = firstName(chance).toLowerCase();
  return chance.pick([
    `${first.slice(0, 1)}${last}${chance.int(2, 99)}`,
    `${first}.${last}${chance.int(2, 99)}`,
    `${last.slice(0, 5)}${chance.lower(2)}${chance.int(2, 99)}`,
    `${first}_${last.slice(0, 3)}${chance.int(2, 99)}`,
  ]);
};
export const company = (chance: Chance): string => `${from(COMPANY, chance)}${chance.lower(2)}`;
export const place = (chance: Chance): string => from(PLACE, chance);
