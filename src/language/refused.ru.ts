/** Почему файл не открывается как отчёт, по-русски. Следует за двоеточием. */
import type { RefusedWords } from './refused.en.ts';

export const ru: RefusedWords = {
  tooMany: (count) => `файлов в нём больше, чем ${count}`,
  badSize: 'размер одного из файлов в нём невозможен',
  cut: 'он обрывается посреди файла',
  strange: (type) => `в нём есть то, чего в отчётах не бывает: ${type}`,
  twice: (name) => `${name} встречается в нём дважды`,
  empty: 'в нём нет файлов',
  large: 'он больше 64 МиБ',
  encrypted: 'он зашифрован, а зашифрованное открывает только inspect',
  noGzip: 'это не файл gzip',
  ratio: 'в распакованном виде он намного больше любого отчёта',
  damaged: 'он повреждён',
  name: (path) => `имя одного из файлов в нём ведёт в другое место: ${path}`,
  notRegular: 'это не обычный файл',
  missing: (name) => `нет файла ${name}`,
  noJson: (name) => `файл ${name} не читается как JSON`,
  prototype: (name) => `в файле ${name} есть ключ, которого в отчётах не бывает: __proto__`,
  invalid: (name, where) => `в файле ${name} неверное значение: ${where}`,
  unclear: (name) => `файл ${name} не удаётся разобрать`,
  noVersion: (name) => `в файле ${name} не указана версия`,
};
