/** Words of the security check, in Russian. */
import type { Translation } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';
import { access } from './messages.ru/access.ts';
import { files } from './messages.ru/files.ts';
import { protection } from './messages.ru/protection.ts';

const NO_LOSS = 'больше защиты — не потеря';
const BY_HAND = 'делается вручную';

export const ru = {
  name: 'Безопасность',
  complaint: 'Защищён ли я, нет ли в компьютере посторонних?',
  fine: 'вся защита этого компьютера включена',
  findings: { ...protection, ...access, ...files },
  fixes: {
    'update-signatures': { title: 'Получить новейшие вирусные базы', noUndo: NO_LOSS },
    'enable-defender': { title: 'Включить защиту в режиме реального времени', noUndo: NO_LOSS },
    'enable-ufw': { title: 'Включить брандмауэр с правилами по умолчанию' },
    'enable-windows-firewall': { title: 'Включить брандмауэр для каждой сети' },
    'enable-mac-firewall': { title: 'Включить брандмауэр' },
    'enable-gatekeeper': { title: 'Включить Gatekeeper' },
    'disable-smb1': { title: 'Убрать старый общий доступ к файлам (SMB 1)' },
    'tighten-key': {
      title: 'Отнять у других права на ключ: команда стоит в находке',
      noUndo: 'закрытый ключ больше никому не нужен',
    },
    'disconnect-and-scan': {
      title: 'Отключиться от сети, проверить всё, сменить пароли с другого устройства',
      noUndo: BY_HAND,
    },
    'copy-files-out': {
      title: 'Скопировать важные файлы на другой диск или в облако',
      noUndo: 'копия ничего не отнимает',
    },
    'end-remote-control': {
      title: 'Завершить сеанс, отключиться от сети, удалить программу, позвонить в банк',
      noUndo: BY_HAND,
    },
    'close-remote-access': { title: 'Выключить удалённый вход или принимать только ключи', noUndo: BY_HAND },
    'lock-screen': { title: 'Блокировать экран через 10 минут и спрашивать пароль', noUndo: BY_HAND },
    'encrypt-disk': { title: 'Сделать копию, зашифровать диск, хранить ключ отдельно', noUndo: BY_HAND },
    'update-firmware': {
      title: 'Установить обновления системы и прошивки',
      noUndo: 'старую прошивку редко возвращают',
    },
    'remove-authority': { title: 'Удалить программу, которая добавила сертификат', noUndo: BY_HAND },
  },
  questions: {
    'remote-tool': {
      text: 'Программа на этом компьютере позволяет другим управлять им. Вы сами её установили? Вас просили об этом по телефону?',
      answers: { mine: 'Установил сам', asked: 'Меня попросили', unsure: 'Не знаю' },
    },
    managed: {
      text: 'Это компьютер организации (работа, учёба)?',
      answers: { mine: 'Мой', work: 'Организации' },
    },
    backup: {
      text: 'Есть ли копия важных файлов на другом диске или в облаке?',
      answers: { yes: 'Да', no: 'Нет', unsure: 'Не знаю' },
    },
  },
  nodes: {
    'SEC.0': 'Ищет чужие программы, вредоносные программы и выключенную защиту',
    'SEC.FRAUD':
      'Сейчас же отключитесь от сети. Удалите программу. Позвоните в банк по номеру на карте и смените пароли с другого устройства',
    'SEC.1': 'Смотрит, что ещё открыто',
    'SEC.CLEAN': 'Отключитесь от сети, обновите защиту, проверьте всё',
    'SEC.INFECTED':
      'Она всё ещё здесь: отдайте компьютер тому, кто его очистит, и до тех пор ничем на нём не пользуйтесь',
    'SEC.MANAGED': 'За этот компьютер отвечает ваша организация: передайте её специалистам отчёт',
    'SEC.PROTECT': 'Включите то, что защищает этот компьютер',
    'SEC.UNPROTECTED': 'Защита остаётся выключенной: что-то не даёт её включить',
    'SEC.COPY': 'Скопируйте важные файлы на другой диск или в облако',
    'SEC.UNSAVED': 'У ваших файлов пока нет копии',
    'SEC.CAUSE': 'Вот через что компьютер открыт',
    'SEC.SOLVED': 'Это исправлено',
    'SEC.FINE': 'Вся защита этого компьютера включена',
    'SEC.UNKNOWN': 'Посмотреть, что защищает этот компьютер, не удалось',
  },
} satisfies Translation<Messages>;
