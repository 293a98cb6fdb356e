/** macOS: whether it sets the time by itself. */
import { source, Unreadable, unparsable } from '../../src/contract.ts';

/** Asks for an administrator, and says so on stdout with exit status 0. Never translated. */
export const macNetworkTime = source({
  id: 'clock.macos.network-time',
  os: ['darwin'],
  request: { kind: 'exec', argv: ['systemsetup', '-getusingnetworktime'] },
  parse: ({ stdout, stderr }): boolean => {
    const [, state] = /^(?:Network Time|setUsingNetworkTime): (On|Off)\s*$/m.exec(stdout) ?? [];
    if (state !== undefined) return state === 'On';
    if (/administrator access/i.test(stdout + stderr))
      throw new Unreadable('denied', 'systemsetup tells it to administrators only');
    throw unparsable(stdout.trim() || stderr.trim() || 'nothing was printed');
  },
});
