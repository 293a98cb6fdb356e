/** Hardware faults as system_profiler, pmset, diskutil and the log of macOS tell of them. */
import { type Evidence, exec, file, json, list } from '../../evidence.ts';
import { mac, macLog, scanned } from '../../hardware.ts';

const NVME = 'IOService:/AppleARMPE/arm-io/ANS/AppleANS3NVMeController';
const row = (
  code: string,
  what: string,
  answers: Evidence['answers'],
  more: { readonly quiet?: true } = {},
): Evidence => ({ code, os: 'darwin', from: 'composed', what, answers, ...more });

const smartctl = (log: object) => ({
  'disk.smart.scan': scanned(NVME, 'nvme'),
  [`disk.smart/${NVME}`]: json({
    smartctl: { exit_status: 0 },
    device: { protocol: 'NVMe' },
    model_name: 'APPLE SSD AP0512Z',
    smart_status: { passed: true },
    nvme_smart_health_information_log: {
      critical_warning: 0,
      available_spare: 100,
      available_spare_threshold: 99,
      percentage_used: 4,
      media_errors: 0,
      ...log,
    },
  }),
});

const battery = (health: object, charge: object = {}, charger: object = {}) => ({
  sppower_battery_health_info: health,
  sppower_battery_charge_info: charge,
  sppower_ac_charger_information: charger,
});

const plist = (status: string, member: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict><key>AppleRAIDSets</key><array><dict>
<key>Name</key><string>Mirror</string><key>Status</key><string>${status}</string>
<key>Members</key><array>
<dict><key>BSD Name</key><string>disk4s2</string><key>MemberStatus</key><string>Online</string></dict>
<dict><key>AppleRAIDMemberUUID</key><string>0A1B</string><key>MemberStatus</key><string>${member}</string></dict>
</array></dict></array></dict></plist>`;

export const hardwareOnMac: readonly Evidence[] = [
  row('hardware/disk-smart-failing', 'SPStorageDataType smart_status Failing', mac({ smart: 'Failing' })),
  row(
    'hardware/disk-smart-failing',
    'SPStorageDataType smart_status Not Supported',
    mac({ smart: 'Not Supported' }),
    { quiet: true },
  ),
  row(
    'hardware/disk-smart-predictive',
    'smartctl: media errors of an Apple NVMe disk',
    smartctl({ media_errors: 3 }),
  ),
  row('hardware/nvme-critical-warning', 'smartctl: critical_warning 4', smartctl({ critical_warning: 4 })),
  row('hardware/ssd-worn', 'smartctl: percentage_used 88', smartctl({ percentage_used: 88 })),
  row('hardware/ssd-worn', 'smartctl: Apple’s spare threshold is 99 %, and the spare 100 %', smartctl({}), {
    quiet: true,
  }),
  row(
    'hardware/disk-io-errors',
    'log show: I/O errors of the kernel',
    macLog('disk0s2: I/O error.', 'disk0s2: I/O error.', 'disk0s2: I/O error.'),
  ),
  row(
    'hardware/disk-link-resets',
    'log show: a disk that vanishes again and again',
    macLog('disk4: media is not present.', 'disk4: media is not present.', 'disk4: media is not present.'),
  ),
  row('hardware/raid-degraded', 'diskutil appleRAID list -plist (diskutil(8))', {
    'mac.raid': exec(plist('Degraded', 'Missing/Damaged')),
  }),
  row(
    'hardware/raid-degraded',
    'a mirror that is online',
    { 'mac.raid': exec(plist('Online', 'Online')) },
    { quiet: true },
  ),
  row('hardware/overheating', 'pmset -g therm: a thermal warning level', {
    'mac.thermal': exec('Note: No performance warning level has been recorded\nThermal Warning Level = 2\n'),
  }),
  row('hardware/thermal-throttling', 'pmset -g therm: CPU_Speed_Limit', {
    'mac.thermal': exec(
      'Note: No thermal warning level has been recorded\nCPU Power notify\n\tCPU_Scheduler_Limit \t= 100\n\tCPU_Available_CPUs \t= 8\n\tCPU_Speed_Limit \t= 62\n',
    ),
  }),
  row('hardware/memory-errors', 'SPMemoryDataType: a module that is not ok', mac({ dimm: 'ECC errors' })),
  row('hardware/machine-check', 'a kernel panic of an Intel Mac', {
    'mac.panics': list('Kernel-2026-11-18-101112.panic', 'Safari-2026-11-18.crash'),
    'mac.panic/Kernel-2026-11-18-101112.panic': file(
      'panic(cpu 3 caller 0xffffff80): "Machine Check at 0xffffff7f8, registers: CR0: 0x80010033"\n',
    ),
  }),
  row(
    'hardware/battery-worn',
    'SPPowerDataType: maximum capacity 71 %',
    mac({
      power: battery({
        sppower_battery_cycle_count: 812,
        sppower_battery_health: 'Good',
        sppower_battery_health_maximum_capacity: '71%',
      }),
    }),
  ),
  row(
    'hardware/battery-worn',
    'SPPowerDataType: condition Service Recommended',
    mac({
      power: battery({ sppower_battery_cycle_count: 1043, sppower_battery_health: 'Service Recommended' }),
    }),
  ),
  row(
    'hardware/battery-worn',
    'SPPowerDataType: 84 %, Good',
    mac({
      power: battery({
        sppower_battery_cycle_count: 253,
        sppower_battery_health: 'Good',
        sppower_battery_health_maximum_capacity: '84%',
      }),
    }),
    { quiet: true },
  ),
  row(
    'hardware/battery-not-charging',
    'SPPowerDataType: connected, not charging, at 12 %',
    mac({
      power: battery(
        { sppower_battery_health: 'Good' },
        {
          sppower_battery_is_charging: 'FALSE',
          sppower_battery_fully_charged: 'FALSE',
          sppower_battery_state_of_charge: 12,
        },
        { sppower_battery_charger_connected: 'TRUE', sppower_ac_charger_watts: '20' },
      ),
    }),
  ),
  row(
    'hardware/power-supply-suspect',
    'log show: previous shutdown cause 0 (Apple does not document it)',
    macLog('Previous shutdown cause: 0', 'Previous shutdown cause: 0'),
  ),
];
