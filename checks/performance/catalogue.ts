/** What each finding certainly explains, and where its rule comes from (fault catalogue 3.9). */
import type { CatalogueEntry } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';

export const catalogue = {
  'performance/memory-pressure': {
    explains: ['performance/out-of-memory'],
    reference: 'kernel Documentation/accounting/psi; oomd.conf(5); xnu memorystatus_notify',
  },
  'performance/out-of-memory': {
    reference: 'kernel mm/oom_kill.c; systemd-oomd(8); Microsoft event 2004; xnu memorystatus_kills',
  },
  'performance/cpu-saturated': {
    reference: 'check_load (monitoring-plugins); getloadavg(3); kernel Documentation/accounting/psi',
  },
  'performance/runaway-process': {
    explains: ['performance/cpu-saturated'],
    reference: 'proc_pid_stat(5); Win32_Process; ps(1)',
  },
  'performance/disk-saturated': {
    reference: 'kernel Documentation/admin-guide/iostats; Microsoft Win32_PerfRawData_PerfDisk_PhysicalDisk',
  },
  'performance/system-on-hdd': {
    reference: 'kernel ABI sysfs-block queue/rotational; MSFT_PhysicalDisk; diskutil(8)',
  },
  'performance/power-saver': {
    reference: 'power-profiles-daemon; kernel ABI sysfs-platform_profile; Microsoft powercfg; pmset(1)',
  },
  'performance/startup-load': {
    reference:
      'XDG Desktop Application Autostart Specification; systemd.unit(5); Microsoft Run and RunOnce keys',
  },
  'performance/long-uptime': { reference: 'project policy; Win32_OperatingSystem.LastBootUpTime' },
  'performance/low-ram': {
    reference: 'Microsoft Windows 11 requirements; Win32_PhysicalMemory; project policy',
  },
  'performance/background-maintenance': {
    explains: ['performance/cpu-saturated', 'performance/disk-saturated'],
    reference: 'project policy; proc_pid_stat(5)',
  },
} satisfies Readonly<Record<keyof Messages['findings'], CatalogueEntry>>;
