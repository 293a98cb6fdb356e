import type { TicketMessages } from '../messages.en.ts';
import type { en } from './desks.en.ts';

const waits = 'Всё ждёт на этом компьютере и не потеряется.';
const again = 'Отправьте ожидающее: techsupport ticket send';

export const ru: Pick<TicketMessages, keyof typeof en> = {
  'report-too-large': ({ target, detail }) => ({
    title: `Отчёт слишком велик, чтобы уйти вместе с заявкой: ${detail}`,
    why: `${target} получила заявку без него. В заявке сказано, где лежит отчёт.`,
    next: 'Передайте файл сами или создайте отчёт поменьше: techsupport report МОДУЛЬ',
  }),
  'no-tls': ({ target, detail }) => ({
    title: `Почтовый сервер не шифрует соединение: ${detail}`,
    why: `По адресу ${target} ничего не отправлено: по пути это мог бы прочесть кто угодно. Возможно, шифрование убрал кто-то посередине. ${waits}`,
    next: `Спросите того, кто ведёт почтовый сервер; иногда нужно security: tls (порт 465). ${again}`,
  }),
  'not-smtp': ({ target, detail }) => ({
    title: `Там отвечает не почтовый сервер: ${detail}`,
    why: `То, что отвечает по адресу ${target}, говорит иначе. Возможно, это страница входа гостевой сети. ${waits}`,
    next: `Проверьте host, port и security этой службы в настройках. ${again}`,
  }),
  'mail-broken': ({ target, detail }) => ({
    title: `Соединение оборвалось до того, как письмо было передано: ${detail}`,
    why: `Письмо не дошло до ${target}. ${waits}`,
    next: again,
  }),
  'mail-unclear': ({ target, detail }) => ({
    title: `Письмо, возможно, уже дошло: ${detail}`,
    why: `Оно передано целиком, но ответа не было. Узнать у ${target} нельзя, поэтому само письмо второй раз не уйдёт. ${waits}`,
    next: 'Спросите в поддержке, дошло ли оно. Если нет: techsupport ticket send --anyway',
  }),
  'folder-missing': ({ target, detail }) => ({
    title: `Папки службы поддержки нет на месте: ${detail}`,
    why: `Возможно, ${target} — сетевая папка, которая сейчас не подключена. ${waits}`,
    next: `Подключите её или исправьте folder этой службы в настройках. ${again}`,
  }),
  'folder-full': ({ target, detail }) => ({
    title: `В папке службы поддержки не осталось места: ${detail}`,
    why: `Папка ${target} приняла не всё, поэтому там ничего не оставлено. ${waits}`,
    next: `Попросите того, кто отвечает за эту папку, освободить место. ${again}`,
  }),
  'folder-unwritable': ({ target, detail }) => ({
    title: `В папку службы поддержки нельзя записать: ${detail}`,
    why: `У вас нет права писать в ${target}, или она доступна только для чтения. ${waits}`,
    next: `Попросите это право у того, кто отвечает за папку. ${again}`,
  }),
};
