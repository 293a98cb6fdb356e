/** What must be known of a computer's surroundings before anything is changed on it. */
import { read, sourceByOs, Unreadable, unparsable } from '../contract.ts';
import { machineReads } from './machine.ts';
import { isObject } from './network/json.ts';
import { type PowerSupply, powerSupplies } from './power.ts';

export interface Power {
  readonly onBattery: boolean;
  /** Null without a battery, and where it does not tell. */
  readonly percent: number | null;
}

const inventory = { kind: 'inventory', what: 'battery' } as const;

const batteryInventory = read(
  { ...inventory, fields: ['hasBattery', 'acConnected', 'percent'] },
  ({ value }): Power => {
    if (!isObject(value)) throw unparsable(String(value));
    const { hasBattery, acConnected, percent } = value;
    if (hasBattery !== true) return { onBattery: false, percent: null };
    if (typeof acConnected !== 'boolean') throw unparsable(JSON.stringify(value));
    return { onBattery: !acConnected, percent: typeof percent === 'number' ? percent : null };
  },
);

/** The same request as that of the supplies. */
const supplies = powerSupplies.on.linux;

/** What the computer lives on. */
export const powerNow = sourceByOs<Power>('power.now', {
  ...(supplies !== undefined && {
    linux: { request: supplies.request, parse: (raw, asked) => powerFrom(supplies.parse(raw, asked)) },
  }),
  darwin: batteryInventory,
  win32: batteryInventory,
});

export const powerFrom = (all: readonly PowerSupply[]): Power => {
  const batteries = all.flatMap((one) =>
    one.kind === 'battery' && one.of === 'computer' && one.present ? [one] : [],
  );
  if (batteries.length === 0) return { onBattery: false, percent: null };
  const percents = batteries.flatMap(({ percent }) => percent ?? []);
  const percent = percents.length === 0 ? null : Math.max(...percents);
  const isCharged = all.some((one) => one.kind === 'charger' && one.online === true);
  return { onBattery: !isCharged && batteries.some(({ status }) => status !== 'charging'), percent };
};

/** NetworkManager's own word for each of its devices; a guess of its counts like its knowledge. */
export const meteredNow = sourceByOs<boolean>('network.metered', {
  linux: read(
    { kind: 'exec', argv: ['nmcli', '-t', '-f', 'GENERAL.STATE,GENERAL.METERED', 'device', 'show'] },
    ({ stdout, exitCode }) => {
      if (exitCode !== 0) throw new Unreadable('failed', `nmcli: ${exitCode}`);
      return meteredFrom(stdout);
    },
  ),
});

/** `GENERAL.STATE:100 (connected)` and `GENERAL.METERED:no (guessed)`, a block for each device. */
export const meteredFrom = (stdout: string): boolean => {
  const connected = stdout
    .split(/\n\s*\n/)
    .filter((block) => /^GENERAL\.STATE:100\b/m.test(block))
    .flatMap((block) => /^GENERAL\.METERED:(yes|no|unknown)/m.exec(block)?.[1] ?? []);
  if (connected.includes('yes')) return true;
  if (connected.length === 0 || connected.includes('unknown'))
    throw new Unreadable('absent', 'nmcli does not tell');
  return false;
};

/** Somebody else decides about this computer. That nothing says so does not make it the person's own. */
export const managedNow = sourceByOs<boolean>('system.managed', {
  linux: read({ kind: 'stat', path: '/etc/sssd/sssd.conf' }, () => true),
  darwin: read({ kind: 'exec', argv: ['profiles', 'status', '-type', 'enrollment'] }, ({ stdout }) => {
    const found = /^MDM enrollment: (Yes|No)/m.exec(stdout)?.[1];
    if (found === undefined) throw unparsable(stdout);
    return found === 'Yes';
  }),
});

/** Everything that is read before a fix is offered. */
export const surroundings = {
  power: powerNow,
  metered: meteredNow,
  managed: managedNow,
  session: machineReads.session,
};
