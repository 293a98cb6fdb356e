/** Linux: rescue and emergency mode, and what keeps a computer in them. */
import type { Finding } from '../../../src/contract.ts';
import { type Mode, modeOfUnits, modeOfWords, wentOn } from '../../../src/sources/command-line.ts';
import { awaited, isThere } from '../fstab.ts';
import type { Messages } from '../messages.en.ts';
import type { Entry } from '../params.ts';
import type { SafeModeFacts } from '../probe.ts';

type Found = Finding<Messages>;

export const modeFindings = (facts: SafeModeFacts): readonly Found[] => [
  ...emergency(facts),
  ...active(facts),
  ...stuck(facts),
];

/** The mode that was asked for when it started. */
const asked = ({ commandLine }: SafeModeFacts): Mode | null =>
  commandLine.status === 'ok' ? modeOfWords(commandLine.value) : null;

/** The mode it is in; by the command line alone where systemd does not run. */
export const modeNow = (facts: SafeModeFacts): Mode | null => {
  if (facts.units.status !== 'ok') return asked(facts);
  const now = modeOfUnits(facts.units.value);
  if (now !== null) return now;
  return wentOn(facts.units.value) ? null : asked(facts);
};

/** Nobody asked for it: the start could not go on. */
export const stoppedInEmergency = (facts: SafeModeFacts): boolean =>
  facts.units.status === 'ok' &&
  modeOfUnits(facts.units.value) === 'emergency' &&
  asked(facts) !== 'emergency';

/** Disks that the start waited for in vain. */
export const missingEntries = (facts: SafeModeFacts): readonly Entry[] =>
  awaited(facts)
    .filter((entry) => isThere(entry, facts) === false)
    .map(({ device, path }) => ({ device, path }));

const emergency = (facts: SafeModeFacts): readonly Found[] => {
  if (facts.units.status !== 'ok' || !stoppedInEmergency(facts)) return [];
  const failed = facts.units.value
    .filter(({ name, active }) => active === 'failed' && /\.mount$|^systemd-fsck/.test(name))
    .map(({ name }) => name);
  const entries = missingEntries(facts);
  return [
    {
      code: 'safe-mode/emergency-mode',
      severity: 'critical',
      params: {
        entries: entries.slice(0, 3),
        // Mounts that failed only because their disk is not there are named by the disk.
        units: (entries.length > 0 ? [] : failed).slice(0, 3),
      },
      evidence: [facts.units.from, ...(entries.length > 0 ? [facts.fstab.from] : [])],
    },
  ];
};

const active = (facts: SafeModeFacts): readonly Found[] => {
  const mode = modeNow(facts);
  if (mode === null) return [];
  const words = facts.commandLine.status === 'ok' ? facts.commandLine.value : [];
  return [
    {
      code: 'safe-mode/safe-mode-active',
      severity: 'warning',
      params: { on: 'linux', mode, word: words.find((word) => modeOfWords([word]) !== null) ?? '' },
      evidence: [facts.units.status === 'ok' ? facts.units.from : facts.commandLine.from],
    },
  ];
};

/** What starts it so again and again. A flag that is not used yet is no trouble yet: it is a remark. */
const stuck = (facts: SafeModeFacts): readonly Found[] => {
  const severity = modeNow(facts) === null ? 'info' : 'warning';
  const found = (where: string, word: string, from: string): readonly Found[] => [
    {
      code: 'safe-mode/safeboot-flag-stuck',
      severity,
      params: { on: 'linux', where, word },
      evidence: [from],
    },
  ];
  const { defaultTarget, grubWords, kernelWords } = facts;
  if (
    defaultTarget.status === 'ok' &&
    /^(?:rescue|emergency|runlevel1)\.target$/.test(defaultTarget.value ?? '')
  )
    return found('default.target', defaultTarget.value ?? '', defaultTarget.from);
  for (const [where, reading] of [
    ['/etc/default/grub', grubWords],
    ['/etc/kernel/cmdline', kernelWords],
  ] as const) {
    const word =
      reading.status === 'ok' ? reading.value.find((one) => modeOfWords([one]) !== null) : undefined;
    if (word !== undefined) return found(where, word, reading.from);
  }
  return [];
};
