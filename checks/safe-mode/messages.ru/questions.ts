/** Слова вопросов. */

export const questions = {
  running: {
    text: 'Эта программа запущена на том компьютере, с которым беда?',
    answers: { here: 'Да, он хотя бы иногда запускается', elsewhere: 'Нет, на другом или с флешки' },
  },
  'boot-stage': {
    text: 'До какого места доходит включение?',
    answers: {
      dark: 'Ни огней, ни вентилятора',
      black: 'Огни горят, экран чёрный',
      maker: 'Логотип производителя',
      text: 'Текст или ошибка на экране',
      system: 'Логотип системы или кружок',
      login: 'Экран входа',
      desktop: 'Рабочий стол, потом сбой',
    },
  },
  'power-tried': {
    text: 'Включите прямо в розетку, посмотрите на огонёк блока питания, держите кнопку питания 30 секунд (если можно, выньте батарею), затем включите. Что происходит?',
    answers: { starts: 'Запускается', lights: 'Огни или вентилятор, без картинки', nothing: 'Совсем ничего' },
  },
  'monitor-input': {
    text: 'Выбран ли на мониторе нужный вход (HDMI, DP) и вставлен ли кабель в разъём видеокарты? Тёмен ли и другой экран?',
    answers: { yes: 'Да, по-прежнему темно', wrong: 'Было не так: теперь картинка есть', unsure: 'Не знаю' },
  },
  noises: {
    text: 'Слышны ли щелчки, скрежет или писк?',
    answers: { none: 'Нет', clicking: 'Щелчки или скрежет', beeps: 'Писк' },
  },
  'stop-text': {
    text: 'Какой код или какие слова на синем экране?',
    answers: {
      'stop-memory':
        'MEMORY_MANAGEMENT, PFN_LIST_CORRUPT, PAGE_FAULT_IN_NONPAGED_AREA, CRITICAL_STRUCTURE_CORRUPTION (0x1A, 0x4E, 0x50, 0x19, 0xC2, 0x109)',
      'stop-disk':
        'NTFS_FILE_SYSTEM, KERNEL_DATA_INPAGE_ERROR, INACCESSIBLE_BOOT_DEVICE, UNMOUNTABLE_BOOT_VOLUME, UNEXPECTED_STORE_EXCEPTION (0x24, 0x7A, 0x7B, 0xED, 0xF4, 0x154)',
      'stop-driver':
        'IRQL_NOT_LESS_OR_EQUAL, KMODE_EXCEPTION, SYSTEM_SERVICE_EXCEPTION, DRIVER_POWER_STATE_FAILURE, DPC_WATCHDOG_VIOLATION (0x0A, 0xD1, 0x1E, 0x3B, 0x7E, 0x9F, 0x133, 0x139)',
      'stop-graphics': 'VIDEO_TDR_FAILURE, VIDEO_SCHEDULER_INTERNAL_ERROR (0x116, 0x117, 0x119)',
      'stop-board':
        'WHEA_UNCORRECTABLE_ERROR, CLOCK_WATCHDOG_TIMEOUT, MACHINE_CHECK_EXCEPTION (0x124, 0x101, 0x9C, 0x7F)',
      'stop-system': 'CRITICAL_PROCESS_DIED, CONFIG_INITIALIZATION_FAILED (0xEF, 0xC000021A, 0x67)',
      other: 'Другой, или он исчез слишком быстро',
    },
  },
  'picture-tried': {
    text: 'Попробуйте другой экран или вход, выньте добавленную память и платы, проверьте модули памяти по одному. Что происходит?',
    answers: { picture: 'Картинка есть', beeps: 'Он пищит', nothing: 'По-прежнему темно и тихо' },
  },
  'disk-listed': {
    text: 'Отключите всё, кроме клавиатуры, экрана и питания, и один раз подождите 10 минут. Затем откройте настройки прошивки (часто F2, Del или Esc при включении). Виден ли там диск?',
    answers: { starts: 'Теперь запускается', yes: 'Да', no: 'Нет', unsure: 'Не могу туда попасть' },
  },
  'boot-text': {
    text: 'Какие из этих слов или знаков на экране?',
    answers: {
      'no-bootable': 'No bootable device, Operating system not found, Insert boot media',
      'bcd-code': '0xc000000f, 0xc000000e, 0xc0000225 или 0xc0000098',
      'system-code': '0xc000021a, 0xc0000001 или INACCESSIBLE_BOOT_DEVICE',
      'repair-loop': '«Подготовка автоматического восстановления», снова и снова',
      'recovery-key': 'Введите ключ восстановления, восстановление BitLocker',
      'grub-rescue': 'grub rescue>, unknown filesystem, no such partition',
      grub: 'grub>',
      'vfs-panic': 'Kernel panic … VFS: unable to mount root',
      emergency: 'You are in emergency mode, Give root password for maintenance',
      initramfs: '(initramfs), busybox',
      'mac-sign': 'Mac: папка с вопросом, перечёркнутый круг, круг с восклицательным знаком',
      'secure-boot': 'Security boot violation, image failed to verify',
      cmos: 'CMOS checksum, дата не установлена, нажмите F1',
      fan: 'CPU fan error, over temperature',
      smart: 'SMART failure predicted on hard disk',
      beeps: 'Слов нет: он пищит',
      'stop-code': 'Синий экран с другим кодом',
      other: 'Что-то другое',
    },
  },
  'disk-listed-order': {
    text: 'Выньте все флешки, карты и диски и включите снова. Если не помогло: виден ли диск в настройках прошивки?',
    answers: { starts: 'Теперь запускается', yes: 'Виден', no: 'Не виден' },
  },
  'bitlocker-key': {
    text: 'Есть ли у вас 48-значный ключ восстановления (страница учётной записи Microsoft aka.ms/myrecoverykey, распечатка, ИТ-отдел)?',
    answers: { yes: 'Да', no: 'Нет', what: 'Что это такое?' },
  },
  recovery: {
    text: 'Если диск зашифрован, держите ключ под рукой. Затем откройте меню восстановления: Windows открывает его после двух неудачных запусков; Linux: Esc или Shift при включении, Advanced options, более старое ядро; Mac: держите кнопку питания (Intel: Cmd-R). Что помогло?',
    answers: {
      repaired: 'Восстановление запуска или старое ядро: запускается',
      safe: 'Запускается только в безопасном режиме',
      nothing: 'Ничего',
    },
  },
  'other-account': {
    text: 'Может ли войти на этом компьютере другая учётная запись?',
    answers: { works: 'Да', fails: 'Нет', none: 'Другой учётной записи нет' },
  },
  'safe-works': {
    text: 'Запустите в безопасном режиме (Linux: recovery mode). Исчезает ли там беда?',
    answers: {
      works: 'Да, там работает',
      fails: 'Нет, то же самое',
      cannot: 'Безопасный режим не запускается',
    },
  },
  managed: {
    text: 'Это компьютер организации (работа, учёба)?',
    answers: { mine: 'Нет, мой', work: 'Да, работы или учёбы' },
  },
  'phone-time': {
    text: 'Сравните дату и время на телефоне и на экране входа. Они совпадают?',
    answers: { same: 'Совпадают, с точностью до минуты', other: 'Нет, расходятся' },
  },
  'slow-what': {
    text: 'Что именно медленно: всё или только включение?',
    answers: {
      start: 'Только пока не заработает рабочий стол',
      everything: 'Всё, и потом тоже',
      waiting: 'Ещё до логотипа системы',
    },
  },
  unsaved: {
    text: 'Есть ли несохранённая работа и можно ли перезагрузить компьютер сейчас?',
    answers: { saved: 'Всё сохранено, можно', 'not-now': 'Не сейчас' },
  },
  changed: {
    text: 'Что произошло прямо перед тем, как это началось?',
    answers: {
      update: 'Обновление системы',
      program: 'Новая программа или драйвер',
      device: 'Новое устройство или деталь',
      moved: 'Переносили, уронили или намочили',
      power: 'Отключали электричество',
      nothing: 'Ничего не знаю',
    },
  },
  'disk-password': {
    text: 'Если этот диск зашифрован (BitLocker, FileVault, LUKS): есть ли у вас ключ восстановления или пароль?',
    answers: { yes: 'Да', no: 'Нет', none: 'Он не зашифрован' },
  },
  media: {
    text: 'Есть ли другой рабочий компьютер и флешка от 8\u00a0ГБ?',
    answers: { yes: 'Да', no: 'Нет' },
  },
  backup: {
    text: 'Есть ли копия важных файлов на другом диске или в облаке?',
    answers: { yes: 'Да', no: 'Нет', unsure: 'Не знаю' },
  },
  still: { text: 'Проблема осталась?', answers: { yes: 'Да', no: 'Нет' } },
};
