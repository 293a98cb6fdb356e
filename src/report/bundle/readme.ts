/** What a person reads who opens the bundle by hand. */
import type { Language } from '../../contract.ts';

/** `isRedacted`: whether anything was hidden at all. */
export const readme = (language: Language, isRedacted: boolean): string => {
  const { inside, hidden, nothing } = { en: EN, ru: RU }[language];
  return `${inside}\n${isRedacted ? hidden : nothing}`;
};

const EN = {
  inside: `This is a techsupport report: what was found on one computer, and what it was found from.

  report.html     what is wrong, what to do and what it is based on, for a browser; it contacts nothing
  report.md       the same in short, to read or to paste
  report.json     the same for programs
  evidence/       what programs printed and files held
  recording.json  every answer of the computer; from it the checks can be run again:
                  techsupport inspect FILE.tar.gz
  manifest.json   what was read, when, how long it took, and a checksum of each file
  hidden.json     how many personal values were replaced, by kind, in all and in each read; the values
                  themselves are nowhere here
  SEAL            a checksum over manifest.json: whether something changed, not who wrote it
`,
  hidden: `Addresses, names, serial numbers and the like were replaced before anything was written. The same thing
has the same substitute everywhere, and an address stays an address of its kind, so the report can be
understood. Passwords, keys and tokens were removed ([secret]).
`,
  nothing: `NOTHING IS HIDDEN in this report: its owner wished it so. Addresses, names, serial numbers, and whatever
passwords programs printed, stand in it as they are. Give it to nobody who may not know them.
`,
};

const RU = {
  inside: `Это отчёт techsupport: что найдено на одном компьютере и на чём это основано.

  report.html     что не так, что делать и на чём это основано: для браузера; ни к чему не обращается
  report.md       то же кратко: чтобы прочитать или вставить в сообщение
  report.json     то же для программ
  evidence/       что напечатали программы и что было в файлах
  recording.json  все ответы компьютера; по ним проверки можно запустить ещё раз:
                  techsupport inspect ФАЙЛ.tar.gz
  manifest.json   что было прочитано, когда, за какое время, и контрольная сумма каждого файла
  hidden.json     сколько личных данных заменено, по видам, всего и в каждом ответе; самих данных здесь нет
  SEAL            контрольная сумма manifest.json: изменилось ли что-нибудь, но не кто это написал
`,
  hidden: `Адреса, имена, серийные номера и подобное заменены до записи. Одно и то же заменено одинаково, и адрес
остаётся адресом того же вида, поэтому отчёт можно понять. Пароли, ключи и токены удалены ([secret]).
`,
  nothing: `В ЭТОМ ОТЧЁТЕ НИЧЕГО НЕ СКРЫТО: так пожелал его владелец. Адреса, имена, серийные номера и пароли, если их
напечатали программы, стоят в нём как есть. Не передавайте его тем, кому нельзя их знать.
`,
};
