/** Находки, слова которых зависят от того, что именно увидено. */
import type { Words } from '../../../src/contract.ts';
import { sizeText } from '../../../src/sources/size.ts';
import type { BlockedCamera, BluetoothOff, ClosedDisk, InputTrouble } from '../params.ts';

export const closedDisk = ({ disk, device, bytes, fileSystem, reason }: ClosedDisk): Words => {
  const what = `${disk} (${device}, ${sizeText('ru', bytes)})`;
  switch (reason) {
    case 'known':
      return {
        title: `Диск не открыт: ${what}, ${fileSystem ?? 'есть файлы'}`,
        why: 'С диском, насколько видно, всё в порядке: его никто не открыл.',
        next: `Откройте его в файловом менеджере (Linux: udisksctl mount -b и раздел; Windows: назначьте букву в diskmgmt.msc; macOS: diskutil mountDisk ${device})`,
      };
    case 'foreign':
      return {
        title: `Диск заблокирован или от другой системы: ${what}${fileSystem === null ? '' : `, ${fileSystem}`}`,
        why: 'Эта система сама его не откроет. Форматирование удалит всё, что на нём есть.',
        next: 'Разблокируйте его паролем или прочитайте в той системе, где он создан; не форматируйте',
      };
    case 'empty':
      return {
        title: `На диске ничего не распознано: ${what}`,
        why: 'Он новый и пустой, или повреждено его начало. Форматирование удалит то, что там ещё может быть.',
        next: 'Если на нём было что-то нужное, ничего не записывайте на него и обратитесь за восстановлением данных; иначе его можно форматировать',
      };
    case 'unreadable':
      return {
        title: `Windows не может прочитать раздел (RAW): ${what}`,
        why: 'Он заблокирован, от другой системы или повреждён. «Форматировать диск?» удалит всё, что на нём есть.',
        next: 'Ответьте на «Форматировать диск?» «нет»; разблокируйте его (BitLocker) или прочитайте в его системе; если повреждён, сначала скопируйте нужное',
      };
    case 'offline':
      return {
        title: `Диск переведён в автономный режим: ${what}`,
        why: 'Windows видит диск, но ей велено им не пользоваться.',
        next: 'diskmgmt.msc: правой кнопкой по диску, «В сети»',
      };
  }
};

export const offBluetooth = ({ reason, adapter }: BluetoothOff): Words => {
  const which = adapter === null ? 'Bluetooth' : `Bluetooth (${adapter})`;
  switch (reason) {
    case 'hard-block':
      return {
        title: `${which} выключен клавишей или переключателем на компьютере`,
        why: 'Что выключено клавишей, программа не включит.',
        next: 'Нажмите клавишу «в самолёте» или Bluetooth (часто с Fn) либо сдвиньте переключатель',
      };
    case 'soft-block':
      return {
        title: `${which} выключен в этом компьютере`,
        why: 'По Bluetooth не подключается ничего: ни гарнитура, ни мышь, ни клавиатура.',
        next: 'Выключите режим «в самолёте» и включите Bluetooth (Linux: rfkill unblock bluetooth)',
      };
    case 'service':
      return {
        title: `Не запущена служба для ${which}`,
        why: 'Адаптер есть, но его никто не обслуживает.',
        next: 'Linux: sudo systemctl start bluetooth; Windows: services.msc, «Служба поддержки Bluetooth», «Запустить»',
      };
    case 'powered-off':
      return {
        title: `${which} выключен`,
        why: 'По Bluetooth не подключается ничего: ни гарнитура, ни мышь, ни клавиатура.',
        next: 'Включите Bluetooth в настройках (Linux: bluetoothctl power on)',
      };
    case 'failed':
      return {
        title: `${which} не удалось запустить`,
        why: 'Адаптер отвечал ядру ошибками, и ядро от него отказалось.',
        next: 'Выключите компьютер, отключите его от сети на 30 секунд и включите снова: перезагрузка адаптер не сбрасывает',
      };
  }
};

const LEVELS: Readonly<Record<string, string>> = {
  computer: 'для этого компьютера ',
  user: 'для вашей учётной записи ',
  'desktop-apps': 'для классических программ ',
};

export const blockedCamera = ({ reason, camera, by }: BlockedCamera): Words => {
  switch (reason) {
    case 'denied':
      return {
        title: `Камера запрещена ${LEVELS[by ?? ''] ?? ''}в настройках конфиденциальности: ${camera}`,
        why: 'Программы не получают изображения, и большинство не говорит почему.',
        next: 'Откройте «Параметры», «Конфиденциальность и защита», «Камера» и разрешите доступ',
      };
    case 'not-authorized':
      return {
        title: `Система не пускает камеру: ${camera}`,
        why: 'Её не пропустило правило для USB-устройств (USBGuard, authorized_default).',
        next: 'Если она ваша: usbguard list-devices -b, затем usbguard allow-device с её номером; на компьютере организации обратитесь к администратору',
      };
    case 'no-node':
      return {
        title: `Камера подключена, но программам её не предлагают: ${camera}`,
        why: 'Нет части ядра, которая делает из неё камеру, или она не запустилась.',
        next: 'Запустите techsupport check drivers; после обновления часто помогает перезагрузка',
      };
    case 'in-use':
      return {
        title: `Камера занята: ${camera} (${by ?? 'программа'})`,
        why: 'Большинство камер обслуживает одну программу одновременно.',
        next: `Закройте ${by ?? 'эту программу'}, когда камера нужна другой`,
      };
  }
};

export const inputTrouble = ({ what, device }: InputTrouble): Words => {
  switch (what) {
    case 'touchpad-off':
      return {
        title: `Тачпад выключен${device === null ? '' : `: ${device}`}`,
        why: 'Он есть и работает, но его выключила клавиша или настройка.',
        next: 'Нажмите клавишу тачпада (часто Fn и F5–F9) или включите его в настройках',
      };
    case 'keyboard':
      return { title: 'Монитор подключён, а клавиатуры нет', ...LOST };
    case 'pointer':
      return { title: 'Монитор подключён, а ни мыши, ни тачпада нет', ...LOST };
    case 'both':
      return { title: 'Не подключены ни клавиатура, ни мышь', ...LOST };
  }
};

const LOST = {
  why: 'Система не знает ни одной: ни на USB, ни внутри компьютера, ни по Bluetooth.',
  next: 'Проверьте батарею и приёмник беспроводной, подключите в другой порт; techsupport watch покажет, появилась ли она',
};
