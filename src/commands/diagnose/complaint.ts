/** Which module answers a complaint, and which others are looked at with it. */
import { checkIds, loadCheck } from '../../../checks/index.ts';
import type { Language } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { diagnoseWords } from '../../language/diagnose.ts';
import { nearest } from '../../nearest.ts';
import type { Partner } from './partner.ts';

/** In the order they are offered. Words are matched by their beginning, so that endings do not matter. */
const COMPLAINTS: readonly {
  readonly id: string;
  readonly with: readonly string[];
  readonly words: RegExp;
  /** Whole words, to be found in spite of a slip of the fingers. */
  readonly spelled: readonly string[];
}[] = [
  {
    id: 'connectivity',
    with: ['clock'],
    spelled: ['connectivity', 'internet', 'network', 'router', 'website', 'интернет', 'роутер', 'сайты'],
    words:
      /(?:^|[^\p{L}])(?:internet|network|net\b|online|offline|wi-?fi|wlan|lan\b|ethernet|router|modem|provider|dns|vpn|proxy|site|web|page|connect|интернет|сет[иьяе]|инет|онлайн|вай-?фай|роутер|модем|провайдер|прокси|сайт|страниц|соедин|подключ|связ)/iu,
  },
  {
    id: 'disk-space',
    with: ['updates', 'clock'],
    spelled: ['disk-space', 'disk', 'storage', 'диск', 'место'],
    words:
      /(?:^|[^\p{L}])(?:disk|disc\b|drives?\b|space|storage|full\b|inode|partition|диск|мест[оа]|хранилищ|раздел|переполн|закончилось)/iu,
  },
  {
    id: 'updates',
    with: ['disk-space', 'connectivity', 'clock', 'hardware'],
    spelled: ['updates', 'update', 'upgrade', 'обновление', 'обновления'],
    words: /(?:^|[^\p{L}])(?:update|upgrade|patch|обновл|обновит|апдейт|апгрейд|патч)/iu,
  },
  {
    id: 'performance',
    with: ['hardware', 'disk-space', 'clock'],
    spelled: ['performance', 'slow', 'freezes', 'hangs', 'тормозит', 'зависает', 'медленно'],
    words:
      /(?:^|[^\p{L}])(?:performance|slow|sluggish|laggy|lagging|freez|frozen|hangs?\b|hanging|производительност|тормоз|медленн|зависа|завис(?!\p{L})|виснет|висит|подвиса|глючит|лагает)/iu,
  },
  {
    id: 'safe-mode',
    with: ['hardware', 'disk-space', 'drivers', 'updates'],
    spelled: ['safe-mode', 'startup', 'bluescreen', 'запуск', 'загрузка'],
    words:
      /(?:^|[^\p{L}])(?:boot|start-?up|safe mode|recovery mode|blue ?screen|bsod|restarts? by itself|keeps restarting|безопасн\p{L}* режим|загруж|загрузк|синий экран|бсод|перезагружается|включается)/iu,
  },
  {
    id: 'drivers',
    with: ['peripherals', 'updates', 'safe-mode'],
    spelled: ['drivers', 'driver', 'firmware', 'драйвер', 'драйверы', 'прошивка'],
    words: /(?:^|[^\p{L}])(?:driver|firmware|nvidia|graphics card|драйвер|прошивк|видеокарт)/iu,
  },
  {
    id: 'compatibility',
    with: ['updates', 'security', 'performance'],
    spelled: ['compatibility', 'program', 'application', 'программа', 'приложение'],
    words:
      /(?:^|[^\p{L}])(?:compatib|incompatib|program|application|apps?\b|software|dll\b|library|программ|приложени|несовместим|библиотек|вылета)/iu,
  },
  {
    id: 'peripherals',
    with: ['drivers', 'updates'],
    spelled: ['peripherals', 'keyboard', 'bluetooth', 'monitor', 'клавиатура', 'флешка', 'монитор', 'камера'],
    words:
      /(?:^|[^\p{L}])(?:peripheral|usb|mouse|keyboard|touchpad|trackpad|webcam|camera|monitor|(?<!blue ?)screen|bluetooth|stick\b|plugged|периферия|периферии|усб|мыш|клавиатур|тачпад|вебкамер|веб-камер|камер|монитор|(?<!синий )экран|блютус|блютуз|флеш|флэш|устройств)/iu,
  },
  {
    id: 'hardware',
    with: ['safe-mode', 'disk-space'],
    spelled: ['hardware', 'battery', 'overheating', 'железо', 'батарея', 'перегрев'],
    words:
      /(?:^|[^\p{L}])(?:hardware|battery|overheat|too hot|gets hot|fan\b|nois[ey]|smart\b|broken files|железо|батаре|аккумулятор|перегрев|греется|вентилятор|шумит)/iu,
  },
  {
    id: 'printing',
    with: ['connectivity', 'peripherals'],
    spelled: ['printing', 'printer', 'принтер', 'печать'],
    words: /(?:^|[^\p{L}])(?:print|принтер|печат)/iu,
  },
  {
    id: 'audio',
    with: ['drivers', 'peripherals'],
    spelled: ['audio', 'sound', 'microphone', 'headphones', 'звук', 'микрофон', 'наушники'],
    words:
      /(?:^|[^\p{L}])(?:audio|sound|speaker|microphone|mic\b|headphone|headset|звук|микрофон|наушник|гарнитур|динамик)/iu,
  },
  {
    id: 'clock',
    with: ['connectivity'],
    spelled: ['clock', 'time', 'timezone', 'часы', 'время'],
    words:
      /(?:^|[^\p{L}])(?:clock|wrong time|time is|time ?zone|the date|часы(?!\p{L})|врем(?:я|ени)(?!\p{L})|часово|дата(?!\p{L}))/iu,
  },
  {
    id: 'security',
    with: ['connectivity'],
    spelled: ['security', 'virus', 'firewall', 'backup', 'вирус', 'безопасность'],
    words:
      /(?:^|[^\p{L}])(?:security|virus|malware|hacked|ransom|firewall|backup|вирус|взлом|брандмауэр|защищ[её]н|резервн)/iu,
  },
];

export const complaintIds: readonly string[] = COMPLAINTS.map(({ id }) => id).filter((id) =>
  checkIds.includes(id),
);

/** The module that a complaint is about; nothing where it is about none, or about several. */
export const moduleFor = (complaint: string): string | undefined => {
  const text = complaint.trim().toLowerCase();
  if (checkIds.includes(text)) return text;
  const meant = COMPLAINTS.filter(({ words }) => words.test(text));
  // What is slow is the complaint: a slow internet is one about the internet.
  const about = meant.length > 1 ? meant.filter(({ id }) => id !== 'performance') : meant;
  if (about.length > 0) return about.length === 1 ? about[0]?.id : undefined;
  const word = nearest(
    text,
    COMPLAINTS.flatMap(({ spelled }) => spelled),
  );
  return word === undefined ? undefined : COMPLAINTS.find(({ spelled }) => spelled.includes(word))?.id;
};

/** `complaint` is empty where nobody named one. */
export const unclear = (complaint: string): UserError => {
  const [en, ru] = (['en', 'ru'] as const).map((language) => {
    const words = diagnoseWords(language);
    return {
      message: complaint === '' ? words.sayComplaint : words.noComplaint(complaint),
      hint: words.complaintsAre(complaintIds.join(', ')),
    };
  });
  return new UserError('E_COMPLAINT', en?.message ?? complaint, en?.hint ?? '', {
    exitCode: EXIT.usage,
    ...(ru !== undefined && { ru }),
  });
};

/** The id of a complaint or a module; nothing where the person left. */
export const complaintFor = async (
  text: string,
  partner: Partner | undefined,
  language: Language,
): Promise<string | undefined> => {
  const words = diagnoseWords(language);
  const checks = await Promise.all(complaintIds.map(loadCheck));
  const symptoms = checks.flatMap(({ symptoms = [], messages }) =>
    symptoms.map(({ id }) => ({ id, name: messages[language].symptoms?.[id]?.name ?? id })),
  );
  if (text === '') {
    if (partner === undefined) throw unclear(text);
    return partner.choose(words.chooseComplaint, symptoms);
  }
  if (symptoms.some(({ id }) => id === text)) return text;
  const id = moduleFor(text);
  if (id === undefined) throw unclear(text);
  return id;
};
