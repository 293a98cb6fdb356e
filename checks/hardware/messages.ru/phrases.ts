/** Parts of sentences that several findings share. */
import type { Drive, Raid, SignParam } from '../params.ts';

const PLURAL = new Intl.PluralRules('ru');

/** `1 сектор, 2 сектора, 5 секторов`. */
export const count = (number: number, one: string, few: string, many: string): string => {
  const rule = PLURAL.select(number);
  return `${number} ${rule === 'one' ? one : rule === 'few' ? few : many}`;
};

export const drive = ({ disk, model }: Drive): string => {
  if (disk === '') return model === '' ? 'без имени' : model;
  // "disk 0" в Windows стоит после самого слова.
  const name = disk.replace(/^disk (?=\d)/, '');
  return model === '' ? name : `${name} (${model})`;
};

const sectors = (number: number): string => count(number, 'сектор', 'сектора', 'секторов');
const errors = (number: number): string => count(number, 'ошибка', 'ошибки', 'ошибок');

const SIGNS: Readonly<Record<string, (number: number, name: string) => string>> = {
  'failing-now': (_, name) => (name === '' ? 'счётчик на пределе' : `${name} на пределе`),
  reallocated: (number) => `переназначено: ${sectors(number)}`,
  reported: (number) => `не исправлено: ${errors(number)}`,
  timeouts: (number) => `не выполнено вовремя: ${count(number, 'команда', 'команды', 'команд')}`,
  pending: (number) => `пока не читается: ${sectors(number)}`,
  uncorrectable: (number) => `не читается: ${sectors(number)}`,
  'self-test': () => 'самопроверка не пройдена',
  'media-errors': (number) => `в данных: ${errors(number)}`,
  'grown-defects': (number) => `приобретено: ${count(number, 'дефект', 'дефекта', 'дефектов')}`,
  'bad-sectors': (number) => `сбойные: ${sectors(number)}`,
  'windows-warning': () => 'Windows отмечает состояние «Предупреждение»',
  'read-errors': (number) => `чтения и записи: ${errors(number)}`,
};

export const signs = (all: readonly SignParam[]): string =>
  all.map(({ sign, count: number, name }) => SIGNS[sign]?.(number, name) ?? sign).join(', ');

export const NVME: Readonly<Record<string, string>> = {
  spare: 'кончается запас ячеек',
  temperature: 'слишком горячий или холодный',
  reliability: 'больше не работает надёжно',
  'read-only': 'доступен только для чтения',
  backup: 'отказала защита от отключения питания',
  pmr: 'ненадёжна область памяти',
  personality: 'состояние не определено',
  unknown: 'причину он не называет',
};

export const array = (p: Raid): string => {
  const working =
    p.working !== null && p.disks !== null ? `: работает дисков ${p.working} из ${p.disks}` : '';
  const missing = p.missing.length > 0 ? `, нет или отказали: ${p.missing.join(', ')}` : '';
  return `${p.name}${working}${missing}`;
};

export const ARRAY_LOOK: Readonly<Record<string, (name: string) => string>> = {
  md: (name) => `mdadm --detail ${name}`,
  zfs: (name) => `zpool status ${name}`,
  btrfs: () => 'btrfs filesystem show',
  apple: () => 'diskutil appleRAID list',
  'storage-space': () => 'Панель управления > Дисковые пространства',
};
