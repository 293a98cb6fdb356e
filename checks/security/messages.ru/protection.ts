import type { AntivirusOff, FirewallOff, Malware } from '../params.ts';

const PLURAL = new Intl.PluralRules('ru');

/** `1 день, 2 дня, 5 дней`, с неразрывным пробелом. */
export const days = (count: number): string => {
  const rule = PLURAL.select(count);
  return `${count}\u00a0${rule === 'one' ? 'день' : rule === 'few' ? 'дня' : 'дней'}`;
};

const PROFILES: Readonly<Record<string, string>> = {
  Domain: 'сеть организации',
  Private: 'частная сеть',
  Public: 'общественная сеть',
};

const firewallTitle = ({ system, product, profiles, ports }: FirewallOff): string => {
  if (system === 'windows') {
    return `Брандмауэр Windows выключен: ${profiles.map((name) => PROFILES[name] ?? name).join(', ')}`;
  }
  if (system === 'macos') return 'Брандмауэр macOS выключен';
  const what = product === '' ? 'Брандмауэр не настроен' : `Брандмауэр (${product}) выключен`;
  return ports.length === 0 ? what : `${what}, из сети доступны порты: ${ports.join(', ')}`;
};

const firewallNext: Readonly<Record<FirewallOff['system'], string>> = {
  linux:
    'Включите его с правилами по умолчанию: sudo ufw enable. Если вы вошли по ssh, сначала: sudo ufw allow OpenSSH',
  windows: 'Безопасность Windows → Брандмауэр и защита сети → включите для каждой сети',
  macos: 'Системные настройки → Сеть → Брандмауэр → включите',
};

const antivirusNext: Readonly<Record<string, string>> = {
  'Microsoft Defender/off':
    'Безопасность Windows → Защита от вирусов и угроз → Управление настройками → Защита в режиме реального времени: Вкл.',
  'Microsoft Defender/old': 'Безопасность Windows → Защита от вирусов и угроз → Проверить наличие обновлений',
  'XProtect/old':
    'Системные настройки → Основные → Обновление ПО → (i) → включите «Устанавливать системные файлы и ответы на угрозы безопасности»',
  'Gatekeeper/off':
    'Системные настройки → Конфиденциальность и безопасность → Разрешать приложения: App Store и известные разработчики',
  'System Integrity Protection/off': 'Запустите режим восстановления и там в Терминале: csrutil enable',
  'ClamAV/old': 'sudo systemctl enable --now clamav-freshclam',
};

export const protection = {
  'security/firewall-off': {
    name: 'Брандмауэр выключен',
    means:
      'Брандмауэр отклоняет подключения, которых здесь никто не просил. Без него всё, что ждёт подключений на этом компьютере, доступно всем в той же сети: дома это семья, в кафе — посторонние.',
    found:
      'Windows: каждый профиль брандмауэра, если не зарегистрирован другой; предупреждение, когда он выключен для общественных сетей или для той, что в использовании. macOS: собственный брандмауэр. Linux: ufw, firewalld, nftables и подобные; предупреждение только на компьютере с рабочим столом, где что-то доступно из сети. Серверы не рассматриваются.',
    say: (p: FirewallOff) => ({
      title: firewallTitle(p),
      why: `Программы, которые ждут подключений, доступны всем в той же сети.${p.seenRules ? '' : ' Правила, заданные вручную, видны только администратору: запустите эту проверку с sudo, чтобы увидеть их.'}`,
      next: firewallNext[p.system],
    }),
  },
  'security/antivirus-off': {
    name: 'Антивирусная защита выключена или устарела',
    means:
      'То, что открывают и скачивают, никто не проверяет, либо проверяет по давним вирусам. Новые появляются каждый день.',
    found:
      'Windows: данные центра безопасности и самого Defender; выключено — критично, базы старше 3 дней — предупреждение, старше 14 — критично. macOS: дата последних данных XProtect (90 дней), Gatekeeper и System Integrity Protection. Linux в антивирусе не нуждается: смотрят только установленный ClamAV.',
    say: (p: AntivirusOff) => ({
      title:
        p.state === 'off'
          ? `Защита выключена: ${p.product}`
          : p.days === null
            ? `${p.product} не знает новых вирусов`
            : `${p.product} не узнавал о новых вирусах ${days(p.days)}`,
      why: 'То, что скачивают или подключают, не проверяется на то, что ходит сейчас.',
      next:
        antivirusNext[`${p.product}/${p.state}`] ??
        `Откройте ${p.product}: продлите или обновите. Если срок истёк, удалите его: тогда Windows включит собственную защиту`,
    }),
  },
  'security/malware-detected': {
    name: 'На компьютере найдена вредоносная программа',
    means:
      'Защита нашла вредоносную программу. Если удалить её не удалось, пароли и файлы уже могут быть в чужих руках.',
    found:
      'Windows: обнаружения Defender по их состоянию; неустранённые критичны, устранённые за 30 дней — заметка. Linux: файлы, названные в журнале ClamAV и всё ещё существующие. macOS: то, с чем имел дело XProtect Remediator за 7 дней.',
    say: (p: Malware) => ({
      title: `${p.state === 'active' ? 'На компьютере вредоносная программа' : 'Вредоносная программа найдена и обезврежена'}: ${p.name}${p.path === '' ? '' : ` (${p.path})`}`,
      why:
        p.state === 'active'
          ? 'Она найдена и не удалена: она может читать пароли, портить файлы и заражать других.'
          : 'Она удалена или изолирована; стоит узнать, как она сюда попала.',
      next:
        p.state === 'active'
          ? 'Отключитесь от сети, запустите полную проверку и смените пароли с другого устройства'
          : 'Один раз запустите полную проверку и больше не открывайте то, с чем она пришла',
    }),
  },
};
