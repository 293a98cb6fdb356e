/** Hardware faults as Linux, smartctl and udisks tell of them. */
import { attributes, corpus, type Evidence, exec, file, json, raw } from '../../evidence.ts';
import { clockAt, dmesg, NOW, scanned } from '../../hardware.ts';

const SMARTCTL_JSON = 'smartctl-json/smartctl_exporter';
const AT_SDA = { 'disk.smart.scan': scanned('/dev/sda') };
const AT_NVME = { 'disk.smart.scan': scanned('/dev/nvme0', 'nvme') };

const nvmeLog = (log: object) =>
  json({
    smartctl: { exit_status: 0 },
    device: { protocol: 'NVMe' },
    nvme_smart_health_information_log: {
      critical_warning: 0,
      available_spare: 100,
      available_spare_threshold: 10,
      percentage_used: 3,
      media_errors: 0,
      ...log,
    },
  });

const worn = (level: object) =>
  attributes({
    BAT0: { type: 'Battery\n', present: '1\n', ...level },
    AC: { type: 'Mains\n', online: '1\n' },
  });

const mark = (boot: string, daysAgo: number, id: string) =>
  JSON.stringify({
    _BOOT_ID: boot,
    MESSAGE_ID: id,
    __REALTIME_TIMESTAMP: String((NOW - daysAgo * 86_400_000) * 1000),
    MESSAGE: '',
  });
const STARTED = 'f77379a8490b408bbe5f6940505a777b';
const STOPPED = 'd93fb3c9c24d451a97cea615ce59c00b';

export const hardwareOnLinux: readonly Evidence[] = [
  {
    code: 'hardware/disk-smart-failing',
    os: 'linux',
    from: 'corpus',
    what: 'smartctl -x of an ATA disk that failed (linuxhw), as versions before 7.0 are asked',
    answers: {
      ...AT_SDA,
      'disk.smart//dev/sda': exec('smartctl 6.5\n=======> UNRECOGNIZED OPTION: j\n', 1),
      'disk.smart.text//dev/sda': corpus(
        'smartctl/linux-hw-probe/failing/failed-ata--HDD_Seagate_ST3750_ST3750640NS_D71F9E50E55A.txt',
      ),
    },
  },
  {
    code: 'hardware/disk-smart-failing',
    os: 'linux',
    from: 'lab',
    what: 'disk-failing: smartctl --json with status FAILED and exit 24',
    answers: {
      ...AT_SDA,
      'disk.smart//dev/sda': exec(
        '{"smartctl":{"version":[7,3],"exit_status":24},"device":{"name":"/dev/sda","type":"sat","protocol":"ATA"},"model_name":"LABDISK 500","smart_status":{"passed":false},"ata_smart_attributes":{"table":[{"id":5,"name":"Reallocated_Sector_Ct","value":1,"worst":1,"thresh":36,"when_failed":"now","raw":{"value":1432,"string":"1432"}}]}}',
        24,
      ),
    },
  },
  {
    code: 'hardware/disk-smart-failing',
    os: 'linux',
    from: 'composed',
    what: 'udisks’ properties of Drive.Ata (storaged.org), for a user without rights',
    answers: {
      'disk.devices': attributes({
        sda: { size: '976773168', '.': '../devices/pci0000:00/ata1/host0/block/sda' },
      }),
      'disk.known-drive/sda': json({ type: 'o', data: '/org/freedesktop/UDisks2/drives/LABDISK_1' }),
      'disk.known-health/LABDISK_1': json({
        type: 'a{sv}',
        data: [
          {
            SmartUpdated: { type: 't', data: 1_763_600_000 },
            SmartFailing: { type: 'b', data: true },
            SmartNumBadSectors: { type: 'x', data: 96 },
          },
        ],
      }),
    },
  },
  {
    code: 'hardware/disk-smart-failing',
    os: 'linux',
    from: 'corpus',
    what: 'a healthy Seagate whose raw read error rate is 200674827',
    quiet: true,
    answers: {
      ...AT_SDA,
      'disk.smart//dev/sda': exec('smartctl 6.5\n=======> UNRECOGNIZED OPTION: j\n', 1),
      'disk.smart.text//dev/sda': corpus(
        'smartctl/linux-hw-probe/healthy/healthy-seagate-raw--HDD_Seagate_ST6000_ST6000NM0024-1HT17Z_A511AE2D8232.txt',
      ),
    },
  },
  {
    code: 'hardware/disk-smart-predictive',
    os: 'linux',
    from: 'corpus',
    what: 'smartctl --json of a SCSI disk with 536 uncorrected errors (smartctl_exporter)',
    answers: {
      'disk.smart.scan': scanned('/dev/sda', 'scsi'),
      'disk.smart//dev/sda': corpus(`${SMARTCTL_JSON}/SEAGATE_ST373453LC_26.json`),
    },
  },
  {
    code: 'hardware/disk-smart-predictive',
    os: 'linux',
    from: 'composed',
    what: 'a disk that sleeps: smartctl -n standby ends with 2 and wakes nobody',
    quiet: true,
    answers: {
      ...AT_SDA,
      'disk.smart//dev/sda': exec(
        '{"smartctl":{"exit_status":2,"messages":[{"string":"Device is in STANDBY mode, exit(2)","severity":"information"}]}}',
        2,
      ),
    },
  },
  {
    code: 'hardware/nvme-critical-warning',
    os: 'linux',
    from: 'composed',
    what: 'smartctl -j of an NVMe disk, critical_warning 13 (smartctl(8), NVM Express log 02h)',
    answers: { ...AT_NVME, 'disk.smart//dev/nvme0': nvmeLog({ critical_warning: 13, available_spare: 2 }) },
  },
  {
    code: 'hardware/nvme-critical-warning',
    os: 'linux',
    from: 'composed',
    what: 'nvme smart-log -o json, where smartctl does not understand',
    answers: {
      ...AT_NVME,
      'disk.smart//dev/nvme0': exec('not JSON', 1),
      'disk.smart.text//dev/nvme0': exec('nothing known', 1),
      'disk.smart.nvme//dev/nvme0': json({
        critical_warning: 4,
        temperature: 310,
        avail_spare: 100,
        spare_thresh: 10,
        percent_used: 0,
        media_errors: 0,
      }),
    },
  },
  {
    code: 'hardware/ssd-worn',
    os: 'linux',
    from: 'composed',
    what: 'smartctl -j of an NVMe disk, percentage_used 101',
    answers: { ...AT_NVME, 'disk.smart//dev/nvme0': nvmeLog({ percentage_used: 101 }) },
  },
  {
    code: 'hardware/disk-io-errors',
    os: 'linux',
    from: 'lab',
    what: 'disk-failing: the kernel’s lines',
    answers: {
      'kernel.log': dmesg(
        'sd 0:0:0:0: [sda] tag#12 Add. Sense: Unrecovered read error - auto reallocate failed',
        'I/O error, dev sda, sector 87654320 op 0x0:(READ) flags 0x80700 phys_seg 1 prio class 2',
        'Buffer I/O error on dev sda1, logical block 10956790, async page read',
      ),
    },
  },
  {
    code: 'hardware/disk-io-errors',
    os: 'linux',
    from: 'composed',
    what: 'a CD that cannot be read, a discard that is not supported (kernel block/blk-core.c)',
    quiet: true,
    answers: {
      'kernel.log': dmesg(
        'I/O error, dev sr0, sector 0 op 0x0:(READ) flags 0x0 phys_seg 1 prio class 2',
        'critical target error, dev sda, sector 4096 op 0x3:(DISCARD) flags 0x800 phys_seg 1 prio class 2',
        'Buffer I/O error on dev sr0, logical block 0, async page read',
      ),
    },
  },
  {
    code: 'hardware/disk-io-errors',
    os: 'linux',
    from: 'composed',
    what: 'an NVMe controller that the kernel has given up (drivers/nvme/host/sysfs.c)',
    answers: {
      'disk.nvme': attributes({ nvme0: { state: 'dead', model: 'LABNVME' }, nvme1: { state: 'live' } }),
    },
  },
  {
    code: 'hardware/disk-link-resets',
    os: 'linux',
    from: 'composed',
    what: 'libata’s lines when a cable is loose (drivers/ata/libata-eh.c)',
    answers: {
      'kernel.log': dmesg(
        'ata3: hard resetting link',
        'ata3: hard resetting link',
        'ata3: hard resetting link',
      ),
    },
  },
  {
    code: 'hardware/disk-link-resets',
    os: 'linux',
    from: 'composed',
    what: 'a start: one reset, and sockets with nothing in them',
    quiet: true,
    answers: {
      'kernel.log': dmesg(
        'ata3: hard resetting link',
        'ata5: SATA link down (SStatus 0 SControl 300)',
        'ata6: SATA link down (SStatus 0 SControl 300)',
        'ata7: SATA link down (SStatus 0 SControl 300)',
      ),
    },
  },
  {
    code: 'hardware/filesystem-errors',
    os: 'linux',
    from: 'lab',
    what: 'root-readonly: ext4’s lines',
    answers: {
      'kernel.log': dmesg(
        'EXT4-fs error (device sda1): ext4_journal_check_start:84: comm cron: Detected aborted journal',
        'EXT4-fs (sda1): Remounting filesystem read-only',
      ),
    },
  },
  {
    code: 'hardware/filesystem-errors',
    os: 'linux',
    from: 'composed',
    what: '/sys/fs/ext4/*/errors_count (kernel ABI sysfs-fs-ext4)',
    answers: {
      'disk.ext4-errors': attributes({
        features: {},
        sda1: { errors_count: '2\n', last_error_time: '1763600000\n' },
      }),
    },
  },
  {
    code: 'hardware/raid-degraded',
    os: 'linux',
    from: 'composed',
    what: '/proc/mdstat of a mirror with a failed member (md(4))',
    answers: {
      'disk.raid.md': file(
        'Personalities : [raid1]\nmd0 : active raid1 sdb1[1](F) sda1[0]\n      976630464 blocks super 1.2 [2/1] [U_]\n      \nunused devices: <none>\n',
      ),
    },
  },
  {
    code: 'hardware/raid-degraded',
    os: 'linux',
    from: 'corpus',
    what: 'zpool status of a degraded pool (jc)',
    answers: {
      'disk.raid.zfs': attributes({ tank: { state: 'DEGRADED\n' } }),
      'disk.raid.zpool/all': corpus('zpool/jc-generic/zpool-status-v2.out'),
    },
  },
  {
    code: 'hardware/raid-degraded',
    os: 'linux',
    from: 'corpus',
    what: '/proc/mdstat of two arrays in order (checkbox)',
    quiet: true,
    answers: { 'disk.raid.md': corpus('mdstat/checkbox/mdstat_multiple_raid.txt', file) },
  },
  {
    code: 'hardware/overheating',
    os: 'linux',
    from: 'composed',
    what: 'coretemp at 97 °C of 100 °C in two looks (kernel hwmon sysfs interface)',
    answers: {
      'sensors.chips': attributes({
        hwmon2: { name: 'coretemp\n', '.': '../../devices/platform/coretemp.0/hwmon/hwmon2' },
      }),
      'sensors.values//sys/devices/platform/coretemp.0/hwmon': attributes({
        hwmon2: {
          name: 'coretemp\n',
          temp1_input: '97000\n',
          temp1_crit: '100000\n',
          temp1_max: '100000\n',
          temp1_label: 'Package id 0\n',
        },
      }),
      'sensors.again//sys/devices/platform/coretemp.0/hwmon': attributes({
        hwmon2: {
          name: 'coretemp\n',
          temp1_input: '98000\n',
          temp1_crit: '100000\n',
          temp1_max: '100000\n',
          temp1_label: 'Package id 0\n',
        },
      }),
    },
  },
  {
    code: 'hardware/thermal-throttling',
    os: 'linux',
    from: 'composed',
    what: 'the counters of thermal_throttle grow between two looks (arch/x86 therm_throt)',
    answers: {
      'cpu.throttles': attributes({
        cpu0: {
          'thermal_throttle/core_throttle_count': '5\n',
          'thermal_throttle/package_throttle_count': '7\n',
        },
      }),
      'cpu.throttles.later/all': attributes({
        cpu0: {
          'thermal_throttle/core_throttle_count': '9\n',
          'thermal_throttle/package_throttle_count': '12\n',
        },
      }),
    },
  },
  {
    code: 'hardware/memory-errors',
    os: 'linux',
    from: 'composed',
    what: '/sys/devices/system/edac/mc (kernel EDAC)',
    answers: { 'memory.edac': attributes({ mc0: { ue_count: '1\n', ce_count: '14\n' } }) },
  },
  {
    code: 'hardware/machine-check',
    os: 'linux',
    from: 'composed',
    what: 'an uncorrected error left by the last start (arch/x86/kernel/cpu/mce)',
    answers: {
      'kernel.log': dmesg('mce: [Hardware Error]: CPU 2: Machine Check: 0 Bank 5: be00000000800400'),
    },
  },
  {
    code: 'hardware/machine-check',
    os: 'linux',
    from: 'composed',
    what: 'one corrected error, and PCI Express errors that were corrected',
    quiet: true,
    answers: {
      'kernel.log': dmesg(
        'mce: [Hardware Error]: Machine check events logged',
        'pcieport 0000:00:1c.5: AER: Corrected error received: 0000:00:1c.5',
        '{1}[Hardware Error]: event severity: corrected',
      ),
    },
  },
  {
    code: 'hardware/battery-worn',
    os: 'linux',
    from: 'lab',
    what: 'battery-worn: power_supply/BAT0',
    answers: {
      'power.supplies': worn({
        status: 'Discharging\n',
        capacity: '96\n',
        energy_full: '15500000\n',
        energy_full_design: '50000000\n',
        cycle_count: '1143\n',
      }),
    },
  },
  {
    code: 'hardware/battery-not-charging',
    os: 'linux',
    from: 'composed',
    what: 'charger online, “Not charging” at 34 % without a limit (kernel power_supply ABI)',
    answers: { 'power.supplies': worn({ status: 'Not charging\n', capacity: '34\n' }) },
  },
  {
    code: 'hardware/battery-not-charging',
    os: 'linux',
    from: 'composed',
    what: 'a charging limit of 60 % that somebody set',
    quiet: true,
    answers: {
      'power.supplies': worn({
        status: 'Not charging\n',
        capacity: '58\n',
        charge_control_end_threshold: '60\n',
        charge_control_start_threshold: '55\n',
      }),
    },
  },
  {
    code: 'hardware/power-supply-suspect',
    os: 'linux',
    from: 'composed',
    what: 'a journal whose last two starts were never stopped (sd-messages.h)',
    answers: {
      ...clockAt,
      'journal.starts': exec(
        [
          mark('a'.repeat(32), 9, STARTED),
          mark('a'.repeat(32), 8, STOPPED),
          mark('b'.repeat(32), 7, STARTED),
          mark('c'.repeat(32), 5, STARTED),
          mark('d'.repeat(32), 1, STARTED),
        ].join('\n'),
      ),
    },
  },
  {
    code: 'hardware/disk-io-errors',
    os: 'linux',
    from: 'composed',
    what: 'inside a container, where the log is the host’s',
    quiet: true,
    answers: {
      'system.container.docker': raw('stat', {
        type: 'file',
        bytes: 0,
        inode: 1,
        modifiedAt: '2026-11-01T00:00:00Z',
      }),
      'kernel.log': dmesg(
        'critical medium error, dev sdk, sector 130611915 op 0x1:(WRITE) flags 0x0 phys_seg 13 prio class 0',
      ),
    },
  },
];
