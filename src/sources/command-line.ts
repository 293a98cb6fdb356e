/** Linux: how the kernel was started, in which mode, and in which mode the system is now. */
import { source } from '../contract.ts';
import type { Unit } from './systemd.ts';

/** The words the boot loader gave the kernel. */
export const commandLine = source({
  id: 'drivers.command-line',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/cmdline' },
  parse: ({ text }) => text.trim().split(/\s+/),
});

export type Mode = 'rescue' | 'emergency';

/** kernel-command-line(7). `recovery` is Ubuntu's menu entry; a shell as first program is what people type when they are locked out. */
export const modeOfWords = (words: readonly string[]): Mode | null => {
  const own = words.includes('--') ? words.slice(0, words.indexOf('--')) : words;
  if (own.some((word) => EMERGENCY.test(word))) return 'emergency';
  return own.some((word) => RESCUE.test(word)) ? 'rescue' : null;
};

const EMERGENCY =
  /^(?:emergency|-b|rd\.break(?:=.*)?|(?:systemd\.unit=)emergency\.target|(?:rd)?init=\/(?:usr\/)?bin\/\w*sh)$/;
const RESCUE = /^(?:single|s|S|1|rescue|recovery|systemd\.unit=(?:rescue|runlevel1)\.target)$/;

const isActive = (units: readonly Unit[], name: string): boolean =>
  units.some((unit) => unit.name === name && unit.active === 'active');

/** What systemd itself says; null where it is up as usual. */
export const modeOfUnits = (units: readonly Unit[]): Mode | null => {
  if (isActive(units, 'emergency.target')) return 'emergency';
  return isActive(units, 'rescue.target') ? 'rescue' : null;
};

/** Whoever leaves the rescue shell goes on to the usual targets: then nothing is missing any more. */
export const wentOn = (units: readonly Unit[]): boolean =>
  isActive(units, 'multi-user.target') || isActive(units, 'graphical.target');
