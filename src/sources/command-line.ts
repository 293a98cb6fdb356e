/** How the kernel was started: the words the boot loader gave it. */
import { source } from '../contract.ts';

export const commandLine = source({
  id: 'drivers.command-line',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/cmdline' },
  parse: ({ text }) => text.trim().split(/\s+/),
});
