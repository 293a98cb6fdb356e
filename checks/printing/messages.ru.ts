/** Words of the printing check, in Russian. */
import type { Translation } from '../../src/contract.ts';
import { powershellWord, shellWord } from '../../src/sources/command-words.ts';
import type { Need } from './attention.ts';
import type { Messages } from './messages.en.ts';
import { fixes, nodes, questions } from './messages.ru/steps.ts';
import { symptoms } from './messages.ru/symptoms.ts';

const plural = new Intl.PluralRules('ru');

const documents = (count: number): string => {
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'документ', few: 'документа' };
  return `${count}\u00a0${forms[plural.select(count)] ?? 'документов'}`;
};
const waits = (count: number): string => (count === 0 ? '' : `, в очереди ${documents(count)}`);
const said = (message: string): string => (message === '' ? '' : `: ${message}`);

const NEEDS: Readonly<Record<Need, string>> = {
  paper: 'нет бумаги',
  'paper-low': 'заканчивается бумага',
  jam: 'замятие бумаги',
  ink: 'закончилась краска или тонер',
  'ink-low': 'заканчивается краска или тонер',
  cover: 'открыта крышка',
  output: 'выходной лоток полон или снят',
  tray: 'снят лоток для бумаги',
  waste: 'полон сборник отработанной краски или тонера',
  service: 'просит обслуживания',
};

export const ru = {
  name: 'Печать',
  complaint: 'Принтер не печатает',
  fine: 'служба печати работает, принтеры ничего не ждут',
  findings: {
    'printing/no-printer': {
      name: 'Принтер не установлен',
      means:
        'Программам некуда печатать. Даже включённый и подключённый принтер нужно один раз добавить на каждом компьютере.',
      found:
        'Нет ни одной очереди, кроме тех, что делают файлы или факсы. Предупреждение, если принтер подключён по USB, иначе примечание.',
      say: (p) => ({
        title:
          p.connected === ''
            ? 'Принтер не установлен'
            : `Принтер не установлен, хотя по USB подключено устройство ${p.connected}`,
        why: 'Программам некуда печатать.',
        next: 'Добавьте принтер: Параметры → Принтеры → Добавить (Windows: Bluetooth и устройства → Принтеры и сканеры → Добавить устройство)',
      }),
    },
    'printing/spooler-stopped': {
      name: 'Служба печати не работает',
      means:
        'Каждый документ проходит через службу печати. Пока она стоит, ничего не печатается и принтеры не видны.',
      found:
        'CUPS не отвечает, а служба включена или завершилась с ошибкой; в Windows остановлена служба Spooler. Если службу кто-то отключил, это примечание.',
      say: (p) => ({
        title: p.isOff
          ? `Служба печати ${p.service} отключена`
          : p.isFailed
            ? `Служба печати ${p.service} завершилась с ошибкой`
            : `Служба печати ${p.service} не работает`,
        why: 'Ни одна программа не может печатать, принтеров как будто нет.',
        next:
          p.service === 'Spooler'
            ? p.isOff
              ? 'От имени администратора: sc.exe config Spooler start= auto, затем net start Spooler'
              : 'От имени администратора: net start Spooler'
            : p.service.startsWith('org.')
              ? 'sudo launchctl kickstart -k system/org.cups.cupsd'
              : p.service === 'cupsd'
                ? 'Запустите cupsd средствами этой системы'
                : p.isOff
                  ? `sudo systemctl enable --now ${p.service}`
                  : `sudo systemctl start ${p.service}; последние сообщения: journalctl -b -u ${p.service} -n 20`,
      }),
    },
    'printing/queue-paused': {
      name: 'Очередь печати приостановлена',
      means:
        'Очередь принимает документы, но не передаёт их дальше, или не принимает вовсе. После ошибки система сама останавливает очередь, и её нужно запустить снова.',
      found:
        'CUPS: состояние 5 (остановлена) или «не принимает»; Windows: бит паузы или «Работать автономно», когда принтер на месте.',
      say: (p) => ({
        title:
          p.how === 'paused'
            ? `Очередь ${p.printer} приостановлена${waits(p.waiting)}${said(p.message)}`
            : p.how === 'refusing'
              ? `Очередь ${p.printer} не принимает документы${said(p.message)}`
              : `Для ${p.printer} включено «Работать автономно»${waits(p.waiting)}`,
        why: 'Документы ждут в очереди, хотя принтер мог бы печатать.',
        next:
          p.system === 'windows'
            ? p.how === 'paused'
              ? `Откройте очередь ${p.printer}, меню «Принтер», и снимите отметку «Приостановить печать»`
              : `Откройте очередь ${p.printer}, меню «Принтер», и снимите отметку «Работать автономно»`
            : p.how === 'refusing'
              ? `sudo cupsaccept ${shellWord(p.printer)}`
              : `sudo cupsenable ${shellWord(p.printer)}`,
      }),
    },
    'printing/jobs-stuck': {
      name: 'Задания печати зависли',
      means:
        'Документ ждёт намного дольше, чем длится печать. Обычно не печатается первый в очереди, а все остальные стоят за ним.',
      found:
        'Самый старый документ ждёт 10 минут и дольше, и ничего не печатается, или один документ печатается 30 минут. Документы, которые кто-то задержал сам, не считаются.',
      say: (p) => ({
        title: `Принтера ${p.printer} ждёт ${documents(p.jobs)}, самый старый из них — ${p.minutes}\u00a0мин`,
        why: 'Первый документ в очереди задерживает все остальные.',
        next:
          p.system === 'windows'
            ? `Отмените его: powershell Remove-PrintJob -PrinterName ${powershellWord(p.printer)} -ID ${p.id}`
            : `Отмените его: cancel ${shellWord(p.id)}`,
      }),
    },
    'printing/printer-offline': {
      name: 'Принтер не в сети',
      means:
        'Очередь есть, а принтера нет: он выключен, отсоединён, спит, находится в другой сети или получил новый адрес.',
      found:
        'На соединение с его адресом нет ответа, или по USB не видно принтера. Мнение самой системы учитывается, только если проверить нечем. Критично, пока ждут документы; принтер, который сейчас никому не нужен, — примечание.',
      say: (p) => ({
        title:
          p.how === 'usb'
            ? `${p.printer} не подключён по USB${waits(p.waiting)}`
            : p.how === 'said'
              ? `Система считает, что ${p.printer} не в сети${waits(p.waiting)}`
              : p.how === 'refused'
                ? `${p.printer} отклоняет соединения по адресу ${p.address}${waits(p.waiting)}`
                : p.how === 'unreachable'
                  ? `До ${p.printer} по адресу ${p.address} нет пути${waits(p.waiting)}`
                  : `${p.printer} не отвечает по адресу ${p.address}${waits(p.waiting)}`,
        why: 'Документы остаются в очереди, пока принтер не появится снова.',
        next:
          p.how === 'usb'
            ? 'Включите принтер и подсоедините его кабель прямо к этому компьютеру, при необходимости в другой порт'
            : 'Включите принтер, посмотрите, в той ли он сети, и напечатайте на нём сетевую страницу: адрес мог измениться',
      }),
    },
    'printing/supplies-or-paper': {
      name: 'Принтеру нужно внимание (бумага, краска, замятие, крышка)',
      means: 'Принтер сам чего-то ждёт от человека и продолжит, когда это будет сделано.',
      found:
        'printer-state-reasons по RFC 8011, по окончанию: -error критично, -warning предупреждение, -report примечание. Windows: DetectedErrorState и биты PrinterState.',
      say: (p) => ({
        title: `${p.printer}: ${p.needs.map((need) => NEEDS[need]).join(', ')}`,
        why: 'Пока этого не сделать, принтер стоит или скоро остановится.',
        next: 'Сделайте то, что просит дисплей принтера, и запустите очередь снова, если она остановлена',
      }),
    },
    'printing/filter-failed': {
      name: 'Сбой драйвера печати',
      means:
        'Перед печатью документ переводится на язык принтера. Программа, которая это делает, отсутствует, запрещена или обрывается.',
      found:
        'CUPS: фильтра нет, или права на него небезопасны, или в состоянии документа сказано, что фильтр не справился. Windows: драйвер принтера не установлен, или за сутки отклонены два документа (событие 372).',
      say: (p) => ({
        title:
          p.driver !== ''
            ? `Драйвера ${p.printer} нет, или он запрещён: ${p.driver}`
            : `Драйвер ${p.printer} не справился: ${documents(p.failed)}${said(p.message)}`,
        why: 'Сколько ни отправляй документ, ничего не печатается или выходит мусор.',
        next:
          p.system === 'windows'
            ? `Удалите ${p.printer} и добавьте снова с драйвером со страницы поддержки производителя`
            : `Настройте очередь заново без драйвера: sudo lpadmin -p ${shellWord(p.printer)} -v ipp://АДРЕС-ПРИНТЕРА/ipp/print -m everywhere`,
      }),
    },
    'printing/wrong-default': {
      name: 'По умолчанию выбран другой принтер',
      means:
        'Если не выбирать, программы печатают на принтер по умолчанию: документы уходят туда, где их никто не ищет.',
      found:
        'Принтер по умолчанию только делает файлы или недоступен, а другой готов; или принтеров несколько, и ни один не выбран по умолчанию.',
      say: (p) => ({
        title:
          p.why === 'none'
            ? `Принтер по умолчанию не выбран, подошёл бы ${p.better}`
            : p.why === 'virtual'
              ? `Программы печатают на ${p.chosen}, который делает файлы, а не на ${p.better}`
              : `Программы печатают на ${p.chosen}, который недоступен, а не на ${p.better}`,
        why: 'Документы уходят туда, где их никто не ищет.',
        next:
          p.system === 'windows'
            ? `${p.isManaged ? 'Выключите «Разрешить Windows управлять принтером по умолчанию» (Параметры → Принтеры и сканеры) и выберите' : 'Выберите в Параметрах → Принтеры и сканеры'} ${p.better} по умолчанию`
            : `lpoptions -d ${shellWord(p.better)}`,
      }),
    },
  },
  fixes,
  questions,
  symptoms,
  nodes,
} satisfies Translation<Messages>;
