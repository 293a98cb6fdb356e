/** How one step gets the rights of an administrator. Passwords are asked for by the system's own tool, never by us. */
import type { Os } from '../contract.ts';
import type { Argv } from './fill.ts';

export const ELEVATORS = ['sudo', 'doas', 'pkexec', 'osascript', 'powershell'] as const;
export type Elevator = (typeof ELEVATORS)[number];

export interface RightsHere {
  readonly os: Os;
  /** root, or an elevated administrator. */
  readonly isAdmin: boolean;
  /** Which of them are installed. */
  readonly tools: readonly Elevator[];
  /** Whether somebody is there to type a password. */
  readonly isAttended: boolean;
}

export type Rights =
  | { readonly kind: 'direct'; readonly argv: Argv }
  /** `asks`: it may want a password on the terminal, or in a window of its own. */
  | { readonly kind: 'through'; readonly tool: Elevator; readonly argv: Argv; readonly asks: boolean }
  | { readonly kind: 'none' };

/** The command as it will run. */
export const withRights = (argv: Argv, needs: 'user' | 'root' | 'person', here: RightsHere): Rights => {
  if (needs !== 'root' || here.isAdmin) return { kind: 'direct', argv };
  const tool = TOOLS[here.os].find(
    (one) => here.tools.includes(one) && (here.isAttended || WITHOUT_PERSON.has(one)),
  );
  if (tool === undefined) return { kind: 'none' };
  return { kind: 'through', tool, argv: WAYS[tool](argv, here.isAttended), asks: here.isAttended };
};

const TOOLS: Readonly<Record<Os, readonly Elevator[]>> = {
  linux: ['sudo', 'doas', 'pkexec'],
  darwin: ['sudo', 'osascript'],
  win32: ['powershell'],
  other: ['sudo', 'doas'],
};

/** They know rules without a password, and can be told not to ask for one. */
const WITHOUT_PERSON: ReadonlySet<Elevator> = new Set(['sudo', 'doas']);

const WAYS: Readonly<Record<Elevator, (argv: Argv, isAttended: boolean) => Argv>> = {
  sudo: (argv, isAttended) => ['sudo', ...(isAttended ? [] : ['-n']), '--', ...argv],
  doas: (argv, isAttended) => ['doas', ...(isAttended ? [] : ['-n']), ...argv],
  pkexec: (argv) => ['pkexec', ...argv],
  osascript: (argv) => [
    'osascript',
    '-e',
    `do shell script "${appleQuoted(argv.map(shellQuoted).join(' '))}" with administrator privileges`,
  ],
  powershell: ([program = '', ...args]) => [
    ...['powershell', '-NoProfile', '-Command'],
    [
      `$step = Start-Process -FilePath ${powershellQuoted(program)}`,
      ...(args.length === 0 ? [] : [`-ArgumentList ${powershellQuoted(args.map(windowsQuoted).join(' '))}`]),
      '-Verb RunAs -WindowStyle Hidden -Wait -PassThru; exit $step.ExitCode',
    ].join(' '),
  ],
};

const shellQuoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
const appleQuoted = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
const powershellQuoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** As CommandLineToArgvW takes it apart again. */
const windowsQuoted = (word: string): string =>
  /^[^\s"]+$/.test(word) ? word : `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;
