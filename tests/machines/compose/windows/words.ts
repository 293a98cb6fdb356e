/** What Windows calls its things in English, German and Russian; never what a check may go by. */

export type Tongue = 'en' | 'de' | 'ru';

export interface Words {
  readonly wifi: string;
  readonly ethernet: string;
  readonly bluetooth: string;
  readonly loopback: string;
  readonly speakers: string;
  readonly microphone: string;
  readonly recovery: string;
  readonly update: string;
  readonly keyboard: string;
  readonly mouse: string;
  readonly user: string;
  readonly printer: string;
  readonly pong: string;
  readonly silence: string;
  /** What Windows calls a shutdown. */
  readonly off: string;
  /** A key of the registry: the same in every language. */
  readonly zone: string;
  /** A service, by its display name: in events it has no other. */
  readonly service: string;
}

export const WORDS: Readonly<Record<Tongue, Words>> = {
  en: {
    wifi: 'Wi-Fi',
    ethernet: 'Ethernet',
    bluetooth: 'Bluetooth Network Connection',
    loopback: 'Loopback Pseudo-Interface 1',
    speakers: 'Speakers',
    microphone: 'Microphone Array',
    recovery: 'Recovery',
    update: '2026-11 Cumulative Update for Windows (KB5068861)',
    keyboard: 'Standard PS/2 Keyboard',
    mouse: 'HID-compliant mouse',
    user: 'anna',
    printer: 'Microsoft Print to PDF',
    pong: 'Reply from 192.168.178.1: bytes=32 time=2ms TTL=64\r\n',
    silence: 'Request timed out.\r\n',
    off: 'power off',
    zone: 'W. Europe Standard Time',
    service: 'Windows Update',
  },
  de: {
    wifi: 'WLAN',
    ethernet: 'Ethernet-Verbindung',
    bluetooth: 'Bluetooth-Netzwerkverbindung',
    loopback: 'Loopback Pseudo-Interface 1',
    speakers: 'Lautsprecher',
    microphone: 'Mikrofonarray',
    recovery: 'Wiederherstellung',
    update: '2026-11 Kumulatives Update für Windows (KB5068861)',
    keyboard: 'Standardtastatur (PS/2)',
    mouse: 'HID-konforme Maus',
    user: 'jürgen',
    printer: 'Microsoft Print to PDF',
    pong: 'Antwort von 192.168.178.1: Bytes=32 Zeit=2ms TTL=64\r\n',
    silence: 'Zeit�berschreitung der Anforderung.\r\n',
    off: 'Ausschalten',
    zone: 'W. Europe Standard Time',
    service: 'Druckwarteschlange',
  },
  ru: {
    wifi: 'Беспроводная сеть',
    ethernet: 'Подключение по локальной сети',
    bluetooth: 'Сетевое подключение Bluetooth',
    loopback: 'Loopback Pseudo-Interface 1',
    speakers: 'Динамики',
    microphone: 'Набор микрофонов',
    recovery: 'Восстановление',
    update: '2026-11 Накопительное обновление для Windows (KB5068861)',
    keyboard: 'Стандартная клавиатура PS/2',
    mouse: 'HID-совместимая мышь',
    user: 'Аня',
    printer: 'Microsoft Print to PDF',
    // Code page 866, read as UTF-8.
    pong: '�⢥� �� 192.168.178.1: �᫮ ����=32 �६�=2�� TTL=64\r\n',
    silence: '�ॢ�襭 ���ࢠ� �������� ��� �����.\r\n',
    off: 'выключить питание',
    zone: 'Russian Standard Time',
    service: 'Диспетчер печати',
  },
};

export const wordsOf = (tongue: Tongue): Words => WORDS[tongue];
