/** Words of the audio check, in Russian. */
import type { Translation } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';
import { fixes, nodes, questions } from './messages.ru/steps.ts';
import { symptoms } from './messages.ru/symptoms.ts';
import type { Blocked, System } from './params.ts';

const SETTINGS: Readonly<Record<System, string>> = {
  linux: 'в настройках звука',
  windows: 'в Параметрах → Система → Звук',
  macos: 'в Системных настройках → Звук',
};

const BLOCKED: Readonly<Record<Blocked['by'], string>> = {
  policy: 'Политика организации запрещает программам микрофон',
  machine: 'Микрофон выключен для этого компьютера',
  user: 'Программам запрещён микрофон',
  'desktop-programs': 'Классическим программам запрещён микрофон',
  gnome: 'Микрофон выключен в настройках конфиденциальности',
  portal: 'Программам запрещён микрофон',
};

export const ru = {
  name: 'Звук',
  complaint: 'Нет звука',
  fine: 'звуку есть откуда идти, и он не выключен',
  findings: {
    'audio/no-output-device': {
      name: 'Не найдено устройство вывода звука',
      means:
        'Система не видит ни динамиков, ни наушников, ни монитора, которые могли бы звучать. Устройства нет, оно отключено, не подключено или без драйвера.',
      found:
        'Нет вывода, кроме заглушки звуковой службы; в Windows нет активного устройства, в macOS — устройства вывода. В виртуальной машине, при удалённом подключении или если никто не вошёл, это примечание; если программ для звука нет вовсе, не сообщается ничего.',
      say: (p) => ({
        title:
          p.lack === 'unused'
            ? `Звуковая карта ${p.device} есть, но звуковая служба её не использует`
            : p.lack === 'no-driver'
              ? `У звуковой микросхемы ${p.device} нет драйвера`
              : p.lack === 'disabled'
                ? `Единственное устройство вывода отключено: ${p.device}`
                : p.lack === 'unplugged'
                  ? `В единственный выход звука ничего не вставлено: ${p.device}`
                  : 'Не найдено устройство вывода звука',
        why: 'Звуку неоткуда идти.',
        next:
          p.lack === 'unused'
            ? 'systemctl --user restart pipewire.service wireplumber.service pipewire-pulse.service, затем посмотрите вкладку «Конфигурация» в pavucontrol'
            : p.lack === 'no-driver'
              ? 'techsupport check drivers'
              : p.lack === 'disabled'
                ? 'Включите устройство в настройках звука (Windows: Параметры → Система → Звук → Дополнительные параметры звука, контекстное меню, «Включить»)'
                : p.lack === 'unplugged'
                  ? 'Вставьте штекер колонок или наушников до щелчка или выберите другое гнездо'
                  : 'Подключите наушники или звуковое устройство USB; если в компьютере есть звуковая микросхема, включите её в настройках прошивки',
      }),
    },
    'audio/service-down': {
      name: 'Не работает служба звука',
      means:
        'Все программы играют и записывают через одну службу. Без неё они не находят устройств или бесконечно ждут.',
      found:
        'Linux: пользовательская служба PipeWire, WirePlumber или PulseAudio завершилась с ошибкой, или включена, но не работает и никто не отвечает. Windows: AudioEndpointBuilder или Audiosrv стоит, хотя запускается сама. macOS: coreaudiod.',
      say: (p) => ({
        title: p.isOff ? `Служба звука ${p.service} отключена` : `Служба звука ${p.service} не работает`,
        why: 'Ни одна программа не может ни играть, ни записывать.',
        next:
          p.system === 'linux'
            ? `systemctl --user restart ${p.service}; последние сообщения: journalctl --user -b -u ${p.service} -n 20`
            : p.system === 'macos'
              ? 'sudo killall coreaudiod'
              : p.isOff
                ? `От имени администратора: sc.exe config ${p.service} start= auto, затем net start ${p.service}`
                : 'От имени администратора: net start AudioEndpointBuilder, затем net start Audiosrv',
      }),
    },
    'audio/muted': {
      name: 'Звук выключен или на нуле',
      means:
        'Беззвучна сама система. Кнопка или колёсико на гарнитуре и мониторе тоже могут выключать звук, и ни один компьютер этого не видит.',
      found: 'Устройство по умолчанию выключено, или его самый громкий канал ниже 5\u00a0%.',
      say: (p) => ({
        title: p.isMuted ? `Звук выключен: ${p.device}` : `Громкость ${p.volumePct}\u00a0%: ${p.device}`,
        why: 'Ничего не слышно, какая бы программа ни играла.',
        next:
          p.system === 'linux'
            ? 'pactl set-sink-mute @DEFAULT_SINK@ 0, затем pactl set-sink-volume @DEFAULT_SINK@ 40%'
            : p.system === 'macos'
              ? "osascript -e 'set volume output muted false' -e 'set volume output volume 40'"
              : 'Нажмите на динамик в панели задач и передвиньте ползунок на 40',
      }),
    },
    'audio/wrong-output': {
      name: 'Звук идёт на другое устройство',
      means:
        'Система играет, но туда, где никто не слышит: в пустое гнездо, в монитор без динамиков, в программу.',
      found:
        'В устройство по умолчанию ничего не вставлено, а другое могло бы звучать: предупреждение. Это монитор или программа, а рядом есть динамики или наушники: примечание, ведь так могло быть задумано.',
      say: (p) => ({
        title:
          p.why === 'unplugged'
            ? `Звук идёт на ${p.device}, куда ничего не подключено`
            : p.why === 'virtual'
              ? `Звук идёт в программу: ${p.device}`
              : `Звук идёт на монитор: ${p.device}`,
        why: `Звучать могло бы другое устройство: ${p.better}.`,
        next: `Выберите в настройках звука устройство вывода ${p.better}`,
      }),
    },
    'audio/mic-blocked': {
      name: 'Доступ к микрофону запрещён',
      means:
        'Система не даёт программам микрофон ради конфиденциальности. Им кажется, что его нет или что он молчит.',
      found:
        'Windows: ConsentStore\\microphone или политика LetAppsAccessMicrophone запрещает. Linux: выключатель GNOME или хранилище разрешений порталов. macOS свой список не показывает: там спрашивают человека.',
      say: (p) => ({
        title: p.apps.length === 0 ? BLOCKED[p.by] : `Микрофон запрещён программам: ${p.apps.join(', ')}`,
        why: 'В разговорах вас не слышно, записи беззвучны.',
        next:
          p.by === 'policy'
            ? 'Обратитесь к тому, кто управляет этим компьютером'
            : p.by === 'gnome'
              ? 'gsettings set org.gnome.desktop.privacy disable-microphone false'
              : p.by === 'portal'
                ? `flatpak permission-set devices microphone ${p.apps[0] ?? ''} yes`
                : 'Параметры → Конфиденциальность и защита → Микрофон: включите доступ',
      }),
    },
    'audio/mic-muted': {
      name: 'Микрофон выключен, тихий или выбран не тот',
      means:
        'Программам можно слушать, но они ничего не слышат. То же может делать кнопка на гарнитуре или ноутбуке, и система о ней не знает.',
      found: 'Вход по умолчанию выключен или ниже 10\u00a0%, или отключены все микрофоны.',
      say: (p) => ({
        title:
          p.how === 'disabled'
            ? `Единственный микрофон отключён: ${p.device}`
            : p.how === 'muted'
              ? `Микрофон выключен: ${p.device}`
              : `Уровень микрофона ${p.volumePct}\u00a0%: ${p.device}`,
        why: 'В разговорах вас не слышно, записи беззвучны.',
        next:
          p.system === 'linux'
            ? 'pactl set-source-mute @DEFAULT_SOURCE@ 0, затем pactl set-source-volume @DEFAULT_SOURCE@ 70%'
            : p.system === 'macos'
              ? "osascript -e 'set volume input volume 70'"
              : `Выберите микрофон ${SETTINGS[p.system]} → Ввод и передвиньте ползунок на 70`,
      }),
    },
    'audio/bluetooth-call-profile': {
      name: 'Bluetooth-гарнитура звучит как телефон',
      means:
        'Гарнитура Bluetooth либо хорошо играет, либо слушает. Пока программа занимает её микрофон, она звучит как телефон.',
      found:
        'Активен профиль HFP или HSP, по умолчанию выбрана её половина «hands-free», или она работает на 24 кГц и ниже. Примечание, пока какая-то программа записывает: это может быть разговор.',
      say: (p) => ({
        title:
          p.program === ''
            ? `${p.device} в телефонном режиме`
            : `${p.device} в телефонном режиме: микрофон слушает ${p.program}`,
        why: 'Музыка звучит плоско и глухо, пока режим не сменится.',
        next:
          p.program === ''
            ? p.system === 'linux'
              ? 'Выберите для гарнитуры «Высокое качество (A2DP)» в настройках звука'
              : `Выберите ${SETTINGS[p.system]} другой микрофон, не микрофон гарнитуры`
            : `Закройте ${p.program} или выберите в ней встроенный микрофон`,
      }),
    },
  },
  fixes,
  questions,
  symptoms,
  nodes,
} satisfies Translation<Messages>;
