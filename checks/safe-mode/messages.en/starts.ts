/** Starts: how they ended, how often, how long they took. */
import type { Crash } from '../params.ts';

const ago = (hours: number): string =>
  hours < 1
    ? 'less than an hour ago'
    : hours < 48
      ? `${hours === 1 ? '1 hour' : `${hours} hours`} ago`
      : `${Math.round(hours / 24)} days ago`;

const WHEN: Readonly<Record<Crash['when'], string>> = {
  now: 'during this start',
  before: 'before this start',
  earlier: 'lately',
};

/** What the codes of a class have in common, and what is looked at first. */
const CLASSES: Readonly<Record<string, { readonly of: string; readonly first: string }>> = {
  memory: { of: 'memory', first: 'Undo any overclocking or XMP, then test the memory overnight' },
  disk: {
    of: 'the disk or its file system',
    first: 'Copy important files, then look at the disk: techsupport check hardware',
  },
  driver: {
    of: 'a driver',
    first: 'Undo the last change first: roll back or update the driver that was changed last',
  },
  graphics: {
    of: 'the graphics driver or card',
    first: 'Update or roll back the graphics driver, and see whether the card gets too hot',
  },
  processor: {
    of: 'the processor or the board',
    first: 'Undo any overclocking, see whether it gets too hot, update the firmware',
  },
  'system-files': {
    of: 'damaged system files',
    first: 'Look at the disk first, then repair the system files: DISM /Online /Cleanup-Image /RestoreHealth',
  },
};

const crashed = (p: Crash): string => {
  const what =
    p.kind === 'stop'
      ? `${p.line}${p.name === '' ? '' : ` ${p.name}`}`
      : p.line === ''
        ? ''
        : `${p.line}${p.place === '' ? '' : ` in ${p.place}`}`;
  const often = p.count === 1 ? '' : `, ${p.count} crashes in ${p.days} days`;
  return `${what === '' ? '' : `: ${what}`}${often}`;
};

const SUDDEN: Readonly<Record<string, string>> = {
  button: 'The computer was switched off by holding the power button',
  power: 'The computer lost power or froze, and stopped without a shutdown',
  sleep: 'The computer did not come back from sleep, or lost power in it',
  heat: 'The computer switched itself off because of heat',
  unknown: 'The computer was switched off or crashed without a clean shutdown',
};

export const starts = {
  'safe-mode/unexpected-shutdown': {
    name: 'The computer was switched off or crashed without a clean shutdown',
    means:
      'A system that shuts down says so last of all. Here a start ended without that: the power went, somebody held the power button, or everything froze. Open files may be damaged.',
    found:
      'Linux: starts in the journal whose end was neither ordered nor written. Windows: Kernel-Power 41 (its fields tell the power button, sleep and power apart) and EventLog 6008. macOS: «Previous shutdown cause» in the system log. A crash that left its own traces is safe-mode/bugcheck. One sudden end longer than a week ago is a remark.',
    say: (p: {
      readonly kind: string;
      readonly count: number;
      readonly days: number;
      readonly hoursAgo: number;
      readonly cause: string;
    }) => ({
      title: `${SUDDEN[p.kind] ?? SUDDEN.unknown ?? ''} ${ago(p.hoursAgo)}${p.count > 1 ? ` (${p.count} times in ${p.days} days)` : ''}${p.cause === '' ? '' : `, cause ${p.cause}`}`,
      why:
        p.kind === 'button'
          ? 'It had probably frozen. What froze it is not written anywhere.'
          : 'Files that were open may be damaged, and what stopped it may stop it again.',
      next:
        p.kind === 'button'
          ? 'Think of what changed before it froze, and run techsupport check hardware'
          : 'Check mains, cable and battery, then run techsupport check hardware',
    }),
  },
  'safe-mode/bugcheck': {
    name: 'The system crashed (blue screen or kernel panic)',
    means:
      'The core of the system met something it could not go on with. Most often a driver, memory or the disk is behind it. An «oops» of Linux ends one program only, and leaves a kernel that is damaged until the next start.',
    found:
      'Linux: panic, Oops and BUG in the kernel’s log of this start and the one before, in the firmware’s store (pstore), crash dumps (kdump), the kernel’s own mark. Windows: event 1001 of WER-SystemErrorReporting and 41 with a stop code. macOS: panic reports. Of the last 30 days; two or more are critical. The class of a stop code comes from a table.',
    say: (p: Crash) => ({
      title:
        p.on === 'linux'
          ? p.kind === 'oops'
            ? `The Linux kernel had a serious fault ${WHEN[p.when]}${crashed(p)}`
            : p.kind === 'lockup'
              ? `A processor hung ${WHEN[p.when]}${crashed(p)}`
              : `The Linux kernel crashed ${WHEN[p.when]}${crashed(p)}`
          : p.on === 'darwin'
            ? `macOS crashed (kernel panic) ${WHEN[p.when]}${crashed(p)}`
            : `Windows crashed with a blue screen ${WHEN[p.when]}${crashed(p)}`,
      why: `${CLASSES[p.class] === undefined ? 'It will probably crash again, and what was not saved is lost.' : `Crashes of this kind mostly come from ${CLASSES[p.class]?.of ?? ''}.`}${p.noDump ? ' Windows could not write down what happened: that points to the disk.' : ''}`,
      next:
        CLASSES[p.class]?.first ??
        (p.when === 'now'
          ? 'Save your work and restart; then undo the last change of drivers or hardware'
          : 'Undo the last change of drivers or hardware, and run techsupport check hardware'),
    }),
  },
  'safe-mode/restart-loop': {
    name: 'The computer keeps restarting',
    means:
      'Several starts followed one another within half an hour, and nobody and nothing ordered them. Power, heat, memory, a driver or the last update are the usual reasons.',
    found:
      'Three or more starts within 30 minutes, in the last 24 hours, each after an end that was not ordered. Linux: marks in the journal. Windows: events 6005 without 1074 and without a clean stop. macOS: last reboot.',
    say: (p: { readonly count: number; readonly minutes: number }) => ({
      title: `The computer restarted by itself ${p.count} times within ${p.minutes} minutes`,
      why: 'Each sudden end can damage files, and it will go on until the reason is gone.',
      next: 'Unplug everything but keyboard, screen and power; if it goes on, undo the last update or driver in recovery',
    }),
  },
  'safe-mode/slow-start': {
    name: 'Start-up takes too long',
    means:
      'From the first program to the last that starts with the system it takes longer than usual. Often one service waits for something that is not there: a disk, a network, a server.',
    found:
      'Linux: more than 60 s from the first program on, by the journal or systemd-analyze, without the time somebody took to type a password; the slowest units by systemd-analyze blame. Windows: event 100 of Diagnostics-Performance, main path above 60 s or what follows above 30 s (critical: 120 s, 60 s); events 101 to 110 name what was slow.',
    say: (p: {
      readonly on: string;
      readonly seconds: number;
      readonly afterSeconds: number | null;
      readonly slowest: readonly { readonly name: string; readonly seconds: number }[];
    }) => ({
      title: `Start-up took ${p.seconds} s${p.afterSeconds === null ? '' : ` and ${p.afterSeconds} s more after the desktop appeared`}${
        p.slowest.length === 0
          ? ''
          : `; slowest: ${p.slowest.map(({ name, seconds }) => `${name} (${seconds} s)`).join(', ')}`
      }`,
      why: 'Every start costs that time again.',
      next:
        p.on === 'linux'
          ? 'See what waits for what: systemd-analyze critical-chain; switch off what is not needed: sudo systemctl disable NAME'
          : 'Switch off programs that start along: Task Manager > Startup apps',
    }),
  },
  'safe-mode/fast-startup': {
    name: '«Shut down» does not really restart Windows here',
    means:
      'With fast startup Windows keeps its core asleep on the disk when it is shut down, and wakes it up again. Faults and updates that need a restart stay. Only «Restart» starts anew.',
    found:
      'HiberbootEnabled is 1, and Windows’ core has run for more than 7 days although it may have been shut down in between (event 27 of Kernel-Boot, type 1).',
    say: (p: { readonly days: number }) => ({
      title: `Windows was last really restarted ${p.days} days ago: «Shut down» only puts it to sleep here`,
      why: 'Drivers and updates that need a fresh start have not had one.',
      next: 'Choose Restart once; to shut down fully once: shutdown /s /f /t 0',
    }),
  },
};
