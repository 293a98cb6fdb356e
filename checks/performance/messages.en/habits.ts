const MODES: Readonly<Record<string, string>> = {
  'power-profiles': 'The power profile is',
  firmware: 'The firmware’s profile is',
  tuned: 'The profile of tuned is',
  cpufreq: 'The processor is held at its lowest speed:',
  'windows-plan': 'The power plan is',
  'windows-mode': 'The power mode is',
  macos: 'macOS saves power:',
};

const BALANCED: Readonly<Record<string, string>> = {
  'power-profiles': 'powerprofilesctl set balanced',
  firmware: 'Choose “Balanced” in the power settings',
  tuned: 'sudo tuned-adm profile balanced',
  cpufreq: 'Choose “Balanced” in the power settings, or: sudo cpupower frequency-set -g schedutil',
  'windows-plan': 'powercfg /setactive 381b4222-f694-41f0-9685-ff5bb260df2e',
  'windows-mode': 'Settings > System > Power > Power mode: Balanced',
  macos: 'System Settings > Battery > Low Power Mode: never, or only on battery',
};

export const habits = {
  'performance/system-on-hdd': {
    name: 'The system runs from a mechanical hard disk',
    means:
      'A disk with platters needs about 10 ms for each thing it looks for, an SSD 0.1 ms. On old computers changing it is the largest gain there is.',
    found:
      'The disk of the system turns: /sys/block/*/queue/rotational, MSFT_PhysicalDisk MediaType 3, SolidState of diskutil. Not asked in virtual machines and of disks on USB, where the answer is worth nothing.',
    say: (p: { readonly disk: string; readonly model: string }) => ({
      title: `The system is on a hard disk with platters${p.model === '' && p.disk === '' ? '' : `: ${[p.disk, p.model].filter((part) => part !== '').join(' ')}`}`,
      why: 'Starting up and opening programs takes many times longer than from an SSD.',
      next: 'Copy your important files, then have the system moved (cloned) to an SSD',
    }),
  },
  'performance/power-saver': {
    name: 'A power-saving mode limits speed',
    means: 'On mains power there is nothing to save, and the processor is held back for nothing.',
    found:
      'On mains power only. Linux: power-profiles-daemon, platform_profile, tuned, the governor (the “powersave” of intel_pstate and amd-pstate is normal). Windows: the power plan «Power saver», the mode “Best power efficiency”. macOS: Low Power Mode.',
    say: (p: { readonly mode: string; readonly by: string }) => ({
      title: `${MODES[p.by] ?? 'The power mode is'} ${p.mode}, on mains power`,
      why: 'The processor is held back, and everything takes longer.',
      next: BALANCED[p.by] ?? 'Choose “Balanced” in the power settings',
    }),
  },
  'performance/startup-load': {
    name: 'Many programs start together with the system',
    means: 'Each of them makes signing in slower and holds memory all day, needed or not.',
    found:
      'More than 15 that are no part of the system and are not switched off. Linux: ~/.config/autostart and enabled user units. Windows: the Run keys and Startup folders, by StartupApproved. macOS: LaunchAgents.',
    say: (p: { readonly count: number; readonly names: readonly string[] }) => ({
      title: `${p.count} programs start together with your session: ${p.names.join(', ')}${p.count > p.names.length ? ', …' : ''}`,
      why: 'Signing in takes longer, and each of them holds memory all day.',
      next: 'Switch off what you do not need at once: Task Manager > Startup apps, System Settings > General > Login Items, or the startup settings of your desktop',
    }),
  },
  'performance/long-uptime': {
    name: 'The computer has not been restarted for a long time',
    means:
      'Programs lose memory bit by bit, and updates wait for a restart. On Windows «Shut down» is none: it sends the system to sleep.',
    found:
      'More than 14 days on Windows, more than 30 elsewhere. A remark: only with a complaint it means anything.',
    say: (p: { readonly days: number }) => ({
      title: `The computer has run for ${p.days} days without a restart`,
      why: 'Memory leaks add up, and updates wait for a restart.',
      next: 'Save your work and choose Restart (not Shut down)',
    }),
  },
};
