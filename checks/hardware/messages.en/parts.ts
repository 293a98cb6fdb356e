import type { Battery } from '../params.ts';

const HEAT: Readonly<Record<string, string>> = {
  shutdown: 'The computer reached its critical temperature',
  system: 'macOS reports a thermal warning',
};

const MEMORY: Readonly<Record<string, string>> = {
  test: 'Windows’ memory test found errors',
  module: 'A memory module is reported bad',
  panic: 'The system stopped because of a memory error',
};

export const parts = {
  'hardware/overheating': {
    name: 'The computer runs too hot',
    means:
      'A part is close to the temperature at which it switches itself off: dust, a fan that stands still, blocked vents or dried-out paste.',
    found:
      'Sensors against their own limits, in two looks: critical within 5 °C of the limit, warning above the sensor’s “max” within 15 °C. All fans of a laptop at 0 rpm while the processor is above 80 °C. The kernel’s “critical temperature reached”, Windows event 86, macOS’s warning level.',
    say: (p: {
      readonly kind: string;
      readonly sensor: string;
      readonly celsius: number | null;
      readonly limitC: number | null;
    }) => ({
      title:
        HEAT[p.kind] ??
        (p.kind === 'fan'
          ? `No fan turns while ${p.sensor} is at ${p.celsius ?? 0} °C`
          : `${p.sensor} is at ${p.celsius ?? 0} °C, its limit is ${p.limitC ?? 0} °C`),
      why: 'A computer that is too hot slows down, switches itself off, and wears out.',
      next: 'Put it on a hard surface, free the vents, and have the dust cleaned out',
    }),
  },
  'hardware/thermal-throttling': {
    name: 'The processor slows itself down because of heat or firmware',
    means:
      'The processor lowers its clock to stay within its temperature or power limit. Everything is slow meanwhile. On a laptop a charger that is too weak does the same.',
    found:
      'The kernel’s throttle counters grow between two looks, or its log tells of it in the last 15 minutes; Windows event 37 in the last day; macOS CPU_Speed_Limit below 100.',
    say: (p: { readonly count: number; readonly limitPct: number | null; readonly by: string }) => ({
      title:
        p.limitPct === null
          ? `The processor slowed itself down ${p.count === 1 ? 'once' : `${p.count} times`} ${p.by === 'windows' ? 'in the last day' : 'just now'}`
          : `The processor is limited to ${p.limitPct}% of its speed`,
      why: 'Everything is slow as long as it is too hot or gets too little power.',
      next: 'Free the vents, use the original charger, and let the computer cool down',
    }),
  },
  'hardware/memory-errors': {
    name: 'The memory (RAM) makes errors',
    means:
      'Memory gave back something other than what was put in. Programs crash at random, and files are saved with errors. Most computers have no memory that notices this: no report proves nothing.',
    found:
      'Linux: counters of memory with error correction (EDAC) and the kernel’s lines. Windows: the result of its memory test (1102, 1202), corrected errors (WHEA 47). macOS: the state of the modules, panics.',
    say: (p: {
      readonly by: string;
      readonly uncorrected: number;
      readonly corrected: number;
      readonly line: string;
    }) => ({
      title: `${MEMORY[p.by] ?? `The memory made ${p.uncorrected} uncorrected and ${p.corrected} corrected errors`}${p.line === '' ? '' : `: ${p.line}`}`,
      why: 'Wrong data in memory crash programs and damage files.',
      next: 'Undo overclocking (XMP), reseat the modules, test them one at a time overnight with memtest86+',
    }),
  },
  'hardware/machine-check': {
    name: 'The processor or board reported a hardware error',
    means:
      'The processor noticed an error in itself, in a cache, in memory or on a bus. Corrected ones cost nothing; frequent or uncorrected ones stop the computer.',
    found:
      'Linux: machine check lines of the kernel, the firmware’s record of the last start, the kernel’s taint mark M. Windows: WHEA 18 or stop code 0x124 (critical), three of WHEA 19 in a day, more than 100 of WHEA 17 in an hour. macOS: panics.',
    say: (p: { readonly fatal: boolean; readonly count: number; readonly line: string }) => ({
      title: `The processor or board reported ${p.fatal ? 'a hardware error that it could not correct' : `${p.count} corrected hardware errors`}${p.line === '' ? '' : `: ${p.line}`}`,
      why: p.fatal ? 'Such errors stop the computer and may damage data.' : 'So many of them are not normal.',
      next: 'Undo overclocking and undervolting, check cooling and power, update the firmware; otherwise service',
    }),
  },
  'hardware/battery-worn': {
    name: 'The battery has lost much of its capacity',
    means: 'Batteries age with every charge and with heat. This one holds much less than when it was new.',
    found:
      'What it holds when full against what it was made for: warning below 80 %, critical below 60 %. macOS: its own condition and maximum capacity.',
    say: (p: Battery) => ({
      title:
        p.pct === null
          ? `The battery’s condition: ${p.condition}${p.cycles === null ? '' : ` (${p.cycles} cycles)`}`
          : `The battery ${p.name} holds ${p.pct}% of what it held when new${p.full === null || p.design === null ? '' : ` (${p.full} of ${p.design} ${p.unit})`}${p.cycles === null ? '' : `, ${p.cycles} cycles`}`,
      why: 'It lasts a short time, and the computer may go off without warning under load.',
      next: 'Have the battery replaced by an original one. If the case bulges: stop, unplug, service',
    }),
  },
  'hardware/battery-not-charging': {
    name: 'The laptop is plugged in but does not charge',
    means:
      'The charger is recognised, but the battery’s level does not rise, and no charging limit explains it: a weak or foreign charger, a worn cable or port, heat, or the battery itself.',
    found:
      'A charger is online, and a battery below its charging limit (below 50 % where none is known) discharges or does not charge.',
    say: (p: {
      readonly name: string;
      readonly percent: number;
      readonly status: string;
      readonly watts: number | null;
    }) => ({
      title: `Plugged in, but the battery ${p.name} ${p.status === 'discharging' ? 'discharges' : 'does not charge'} at ${p.percent}%${p.watts === null ? '' : ` (charger ${p.watts} W)`}`,
      why: 'It will run empty although the charger is connected.',
      next: 'Use the original charger, another socket, cable and port, and let the computer cool down',
    }),
  },
  'hardware/power-supply-suspect': {
    name: 'Sudden power-offs point to the power supply',
    means:
      'The computer went off several times without a shutdown, a crash report or a sign of heat. What is left is the power: the socket, the cable, the power supply. A freeze ended by holding the power button looks the same: this is a suspicion.',
    found:
      'At least two starts in 30 days that ended without a shutdown (Linux journal), Windows event 41 without stop code and power button, macOS shutdown cause 0; no battery, no heat, no hardware error.',
    say: (p: { readonly times: number; readonly days: number; readonly last: string }) => ({
      title: `The computer went off ${p.times} times in ${p.days} days without a shutdown${p.last === '' ? '' : `, last ${p.last}`}: possibly the power supply`,
      why: 'Work is lost each time, and disks suffer.',
      next: 'Use a wall socket without a strip, seat the power cable, then test with another power supply',
    }),
  },
};
