import os from 'node:os';
import type { Raw } from '../../contract.ts';
import type { Context, Handler } from './context.ts';
import { runProgram } from './exec.ts';

export const clock: Handler<'clock'> = () => ({
  epochMs: Date.now(),
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone ?? '',
});

export const system: Handler<'system'> = () => ({
  platform: os.platform(),
  release: os.release(),
  arch: os.arch(),
  hostname: os.hostname(),
  bootedSecondsAgo: Math.round(os.uptime()),
});

export const env: Handler<'env'> = ({ names }) => ({
  values: Object.fromEntries(
    names.flatMap((name): [string, string][] => {
      const value = Object.hasOwn(process.env, name) ? process.env[name] : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  ),
});

export const interfaces: Handler<'interfaces'> = () => ({
  addresses: Object.entries(os.networkInterfaces()).flatMap(([name, addresses = []]) =>
    addresses.map(({ address, cidr, mac, internal }) => ({
      interface: name,
      address,
      prefix: Number(cidr?.split('/')[1] ?? 0),
      mac,
      internal,
    })),
  ),
});

export const user: Handler<'user'> = async (_, context) => {
  const { username, homedir, uid } = account();
  return { name: username, home: homedir, uid, elevated: await isElevated(context) };
};

/** In a container the user may have a number and no name. */
const account = (): { username: string; homedir: string; uid: number } => {
  try {
    return os.userInfo();
  } catch {
    const uid = process.getuid?.() ?? -1;
    return { username: process.env.USER ?? String(uid), homedir: process.env.HOME ?? '', uid };
  }
};

const isElevated = async (context: Context): Promise<Raw['user']['elevated']> => {
  if (process.geteuid !== undefined) return process.geteuid() === 0;
  try {
    const { stdout } = await runProgram(['whoami.exe', '/groups', '/fo', 'csv', '/nh'], context);
    // The integrity level of the process: names are translated, numbers are not. High, and that of the system.
    if (/S-1-16-(12288|16384)\b/.test(stdout)) return true;
    return /S-1-16-\d+/.test(stdout) ? false : null;
  } catch {
    return null;
  }
};
