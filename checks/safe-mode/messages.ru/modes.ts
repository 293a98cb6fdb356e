/** Режимы запуска и то, что нужно следующему запуску. */
import { shellWord } from '../../../src/sources/command-words.ts';
import type { Entry, Mode } from '../params.ts';

const MODES: Readonly<Record<Mode['mode'], string>> = {
  rescue: 'в режиме восстановления (rescue)',
  emergency: 'в аварийном режиме (emergency)',
  minimal: 'в безопасном режиме',
  network: 'в безопасном режиме с сетью',
  safe: 'в безопасном режиме',
};

const entry = ({ device, path }: Entry): string => `${path} (${device})`;

const MAKE: Readonly<Record<string, (release: string) => string>> = {
  'update-initramfs': (release) => `sudo update-initramfs -c -k ${shellWord(release)}`,
  mkinitcpio: () => 'sudo mkinitcpio -P',
  mkinitfs: (release) => `mkinitfs ${shellWord(release)}`,
  dracut: (release) => `sudo dracut -f --kver ${shellWord(release)}`,
};

export const modes = {
  'safe-mode/safe-mode-active': {
    name: 'Компьютер сейчас в безопасном режиме',
    means:
      'Запущено только то, что нужно для починки. Нет звука и печати, простая графика, часто нет сети — здесь это нормально, а не отдельные неисправности.',
    found:
      'Linux: слова в командной строке ядра (single, rescue, emergency, systemd.unit=…) или работает rescue.target либо emergency.target; кто перешёл к обычному запуску, уже не в этом режиме. Windows: SafeBoot\\Option и SAFEBOOT_OPTION. macOS: kern.safeboot.',
    say: (p: Mode) => ({
      title: `Компьютер работает ${MODES[p.mode]}${p.word === '' ? '' : ` (запущен со словом ${p.word})`}`,
      why: 'Звука, печати, графики и сети может не быть только поэтому.',
      next:
        p.on === 'linux'
          ? 'Когда починка закончена: systemctl reboot (или exit, чтобы продолжить запуск)'
          : 'Когда починка закончена, перезагрузите компьютер как обычно',
    }),
  },
  'safe-mode/safeboot-flag-stuck': {
    name: 'Компьютер всегда запускается в безопасном режиме',
    means:
      'Безопасный режим выбран не на один запуск, а записан в настройки запуска. Пока запись не убрана, каждый запуск кончается в нём.',
    found:
      'Linux: целью по умолчанию стоит rescue или emergency, или такие слова есть в /etc/default/grub или /etc/kernel/cmdline. Windows: элемент safeboot загрузочной записи (bcdedit, от имени администратора). macOS: -x в переменной boot-args. Предупреждение, пока компьютер в этом режиме, иначе заметка.',
    say: (p: { readonly on: string; readonly where: string; readonly word: string }) => ({
      title: `${p.where} каждый раз запускает его в безопасном режиме: ${p.word}`,
      why: 'Перезагрузка не выводит из безопасного режима.',
      next:
        p.on === 'win32'
          ? 'Подготовьте ключ BitLocker, затем от имени администратора: bcdedit /deletevalue {current} safeboot'
          : p.on === 'darwin'
            ? 'sudo nvram boot-args="" (сначала запишите, что там ещё стоит: nvram boot-args)'
            : p.where === 'default.target'
              ? 'sudo systemctl set-default graphical.target (на сервере: multi-user.target)'
              : p.where === '/etc/default/grub'
                ? `Уберите ${p.word} из /etc/default/grub, затем sudo update-grub (Fedora: sudo grub2-mkconfig -o /boot/grub2/grub.cfg)`
                : `Уберите ${p.word} из ${p.where}, затем установите запись ядра заново: sudo kernel-install add-all`,
    }),
  },
  'safe-mode/emergency-mode': {
    name: 'Linux остановился в аварийном режиме',
    means:
      'Того, что нужно для запуска, не оказалось или оно не починилось; чаще всего это диск из /etc/fstab. Linux ждёт, пока кто-нибудь это исправит.',
    found:
      'Работает emergency.target, и никто его не просил. Называются записи /etc/fstab без nofail, устройства которых нет, иначе — подключения и проверки файловых систем, закончившиеся ошибкой.',
    say: (p: { readonly entries: readonly Entry[]; readonly units: readonly string[] }) => ({
      title:
        p.entries.length > 0
          ? `Linux остановился в аварийном режиме: нет диска для ${p.entries.map(entry).join(', ')}`
          : `Linux остановился в аварийном режиме${p.units.length === 0 ? '' : `: ошибка в ${p.units.join(', ')}`}`,
      why: 'Пока это не исправлено, больше ничего не запустится.',
      next:
        p.entries.length > 0
          ? 'Сохраните копию (cp /etc/fstab /etc/fstab.before), добавьте к этой записи nofail, затем systemctl daemon-reload и exit'
          : 'Посмотрите, что не удалось: journalctl -xb -p 3; если это файловая система, до fsck запустите techsupport check hardware',
    }),
  },
  'safe-mode/fstab-missing-device': {
    name: 'Следующий запуск может остановиться: нет диска из fstab',
    means:
      'При запуске система ждёт каждый диск из /etc/fstab, у которого не стоит nofail, и останавливается в аварийном режиме, если он не появился.',
    found:
      'Записи /etc/fstab, которые сейчас не подключены, кроме noauto, nofail и сетевых, устройства которых нет ни в /dev/disk/by-*, ни в /dev.',
    say: (p: Entry) => ({
      title: `Нет диска для ${p.path}: ${p.device}`,
      why: 'Следующий запуск будет его ждать и остановится в аварийном режиме.',
      next: `Подключите диск или добавьте nofail к записи ${p.path} в /etc/fstab (сначала сохраните копию)`,
    }),
  },
  'safe-mode/initramfs-missing': {
    name: 'Новое ядро не загрузится: нет образа initramfs',
    means:
      'Чтобы найти свой диск, Linux нужен маленький стартовый образ (initramfs). Без него следующий запуск кончится словами «Kernel panic: VFS: unable to mount root». Обычно причина — полный /boot или прерванное обновление.',
    found:
      'У самого нового ядра в /boot нет стартового образа или в нём 0 байт. Единые образы и ядра систем, которым он не нужен, не считаются.',
    say: (p: {
      readonly release: string;
      readonly image: string;
      readonly older: string;
      readonly tool: string;
    }) => ({
      title:
        p.image === ''
          ? `У ядра ${p.release} нет стартового образа (initramfs)`
          : `Стартовый образ ядра ${p.release} пуст: /boot/${p.image}`,
      why: 'Следующий запуск с этим ядром не удастся.',
      next: `Пока не перезагружайте. Проверьте, есть ли место в /boot, затем ${MAKE[p.tool]?.(p.release) ?? 'создайте образ заново'}${p.older === '' ? '' : `; или выберите ${p.older} в загрузочном меню`}`,
    }),
  },
  'safe-mode/bootloader-damaged': {
    name: 'Система не загружается: повреждён загрузчик или порядок загрузки',
    means:
      'Перед системой работает загрузчик, который её находит и запускает. Если его файлов нет или прошивка смотрит не на тот диск, на экране остаётся «No bootable device», «grub>» или код вроде 0xc000000f.',
    found:
      'Если компьютер не запускается — по словам на его экране, в пошаговом поиске. В работающем Linux: GRUB установлен в /boot, а его настройки нет или она пуста.',
    say: (p: { readonly path: string; readonly empty: boolean }) => ({
      title: `Настройка загрузчика ${p.empty ? 'пуста' : 'отсутствует'}: ${p.path}`,
      why: 'Следующий запуск остановится на приглашении grub>.',
      next: p.path.includes('grub2')
        ? `Пока не перезагружайте. sudo grub2-mkconfig -o ${p.path}`
        : `Пока не перезагружайте. sudo update-grub (или sudo grub-mkconfig -o ${p.path})`,
    }),
  },
};
