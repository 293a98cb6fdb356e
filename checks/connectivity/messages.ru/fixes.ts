/** What can be done, in Russian. */
import type { fixes as en } from '../messages.en/fixes.ts';

const NOTHING_LOST = 'ничего не меняется насовсем: возвращать нечего';
const ROUTER_DECIDES = 'какой адрес дать, решает роутер';
const NAMES_ANEW = 'ничего не теряется: имена найдутся заново';

export const fixes: typeof en = {
  'replug-adapter': {
    title: 'Выньте сетевой USB-адаптер и вставьте его в другое гнездо',
    noUndo: 'вставьте его обратно',
  },
  'enable-adapter': { title: 'Включить сетевой адаптер' },
  'enable-networking': { title: 'Включить сеть' },
  'unblock-wifi': { title: 'Включить радио Wi-Fi' },
  'unblock-wifi-macos': { title: 'Включить Wi-Fi' },
  'press-airplane-key': {
    title: 'Нажмите клавишу с самолётом или сдвиньте переключатель Wi-Fi на компьютере',
    noUndo: 'нажмите её ещё раз',
  },
  'reseat-cable': {
    title: 'Вставьте кабель до щелчка с обеих сторон; затем попробуйте другой кабель и другое гнездо роутера',
    noUndo: NOTHING_LOST,
  },
  'join-wifi': {
    title: 'Забудьте сеть Wi-Fi, выберите её снова и введите пароль',
    noUndo: 'чтобы вернуться, понадобится пароль',
  },
  'move-closer': { title: 'Сядьте ближе к роутеру или подключитесь кабелем', noUndo: NOTHING_LOST },
  'replace-cable': { title: 'Замените сетевой кабель новым (Cat 5e или лучше)', noUndo: NOTHING_LOST },
  'renew-lease-windows': { title: 'Запросить у роутера адрес заново', noUndo: ROUTER_DECIDES },
  'renew-lease-linux': { title: 'Запросить у роутера адрес заново', noUndo: ROUTER_DECIDES },
  'renew-lease-macos': { title: 'Запросить у роутера адрес заново', noUndo: ROUTER_DECIDES },
  'set-automatic-address': {
    title: 'Выберите в настройках сети автоматические адрес, шлюз и DNS (DHCP)',
    noUndo: 'запишите прежние значения, прежде чем менять их',
  },
  'disconnect-wrong-way': { title: 'Отключить подключение, которое никуда не ведёт' },
  'disconnect-vpn': {
    title: 'Отключите VPN в его собственном окне и выключите его блокировку (kill switch)',
    noUndo: 'подключите его снова в том же окне',
  },
  'restart-router': {
    title: 'Выключите роутер и модем из розетки на 60 секунд, включите и подождите три минуты',
    noUndo: NOTHING_LOST,
  },
  'check-router-rules': {
    title: 'Найдите на странице роутера заблокированные устройства, расписание или родительский контроль',
    noUndo: 'что изменено, видно на той же странице',
  },
  'call-provider': {
    title: 'Узнайте по телефону об аварии и состоянии счёта, затем позвоните провайдеру',
    noUndo: NOTHING_LOST,
  },
  'prefer-ipv4': { title: 'Велеть Windows предпочитать IPv4 (после перезагрузки)' },
  'allow-in-firewall': {
    title: 'Разрешите заблокированную программу в окне своего брандмауэра',
    noUndo: 'удалите правило там же',
  },
  'flush-names-linux': { title: 'Забыть запомненные имена', noUndo: NAMES_ANEW },
  'flush-names-windows': { title: 'Забыть запомненные имена', noUndo: NAMES_ANEW },
  'flush-names-macos': { title: 'Забыть запомненные имена', noUndo: NAMES_ANEW },
  'other-name-server-linux': { title: 'Взять другой сервер имён до следующего запуска' },
  'other-name-server-windows': { title: 'Взять другой сервер имён' },
  'other-name-server-macos': { title: 'Взять другой сервер имён' },
  'remove-hosts-lines': {
    title: 'Скопируйте файл hosts, затем уберите из него показанные строки',
    noUndo: 'верните копию на место',
  },
  'sign-in': {
    title: 'Откройте страницу сети в браузере и войдите или примите условия',
    noUndo: 'вход закончится сам',
  },
  'proxy-off-gnome': { title: 'Выключить прокси для этого пользователя' },
  'proxy-off-windows': { title: 'Выключить прокси для этого пользователя' },
  'proxy-off-macos': { title: 'Выключить прокси' },
  'remove-proxy-variable': {
    title: 'Уберите прокси оттуда, где он указан, если его задала не ваша организация',
    noUndo: 'запишите прежнее значение, прежде чем убирать его',
  },
  'sign-in-to-proxy': {
    title: 'Введите имя и пароль прокси в настройках системы',
    noUndo: 'уберите их там же',
  },
  'check-https-scanning': {
    title: 'Посмотрите проверку HTTPS в антивирусе: обновите её или настройте заново',
    noUndo: 'вернуть прежнее можно в том же окне',
  },
  'wait-for-site': {
    title: 'Посмотрите страницу состояния сайта или сообщите его владельцу',
    noUndo: NOTHING_LOST,
  },
  'set-mtu': { title: 'Посылать через этот интерфейс пакеты меньшего размера до следующего запуска' },
};
