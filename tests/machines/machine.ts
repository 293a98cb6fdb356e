/** How a computer of the collection is told, and what several of them have in common. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Host, Recording, Settings } from '../../src/contract.ts';
import { replay } from '../../src/host/replay.ts';
import { hostOf, type World } from './compose/world.ts';

export interface Machine {
  readonly name: string;
  /** System, version, and what kind of computer it is. */
  readonly system: string;
  /** Where its answers come from. */
  readonly from: 'recorded' | 'composed';
  readonly how: string;
  /** What is wrong with it, in a few words; without it it is healthy. */
  readonly fault?: string;
  /** The root causes as a reader meets them, the expected one first. Empty on a healthy one. */
  readonly causes: readonly string[];
  /** Warnings that are right although nothing is broken, and why. */
  readonly justified?: Readonly<Record<string, string>>;
  /** What the checks cannot see there, by read, and why nobody in that place would. */
  readonly unseen?: Readonly<Record<string, string>>;
  /** In a lab whose servers are the only ones there. */
  readonly settings?: Readonly<Record<string, Settings>>;
  readonly host: () => Host;
}

type Rest = Omit<Machine, 'from' | 'host' | 'causes'> & { readonly causes?: readonly string[] };

export const composed = (world: () => World, rest: Rest): Machine => ({
  causes: [],
  ...rest,
  from: 'composed',
  host: () => hostOf(world()),
});

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** Our own files: written by record.ts. */
export const recorded = (rest: Rest): Machine => ({
  causes: [],
  ...rest,
  from: 'recorded',
  host: () => replay(JSON.parse(read(`${rest.name}.json`)) as Recording),
});

export const LAB = parse(read('../lab/techsupport.config.yaml')) as Readonly<Record<string, Settings>>;

const ADMINISTRATOR = 'an ordinary user asks, and Windows tells it to administrators only';
export const WINDOWS_UNSEEN = {
  'updates.component-store': ADMINISTRATOR,
  'windows.hardware': ADMINISTRATOR,
  'start.windows.recovery': ADMINISTRATOR,
};
export const OFFLINE = {
  'net.http/http://connectivitycheck.gstatic.com/generate_204': 'without a network nobody tells the time',
};
export const MICROSOFT =
  'after Microsoft Learn: CIM classes MSFT_Net…, MSFT_PhysicalDisk, Win32_PnPEntity, registry values, event ids; the names in the language of the system';
export const APPLE =
  'after the manuals of ifconfig(8), netstat(1), scutil(8), diskutil(8), pmset(1), and system_profiler -json as captured of macOS 10.15 to 15.5';
export const APPLE_UNSEEN = {
  'clock.macos.network-time': 'an ordinary user asks, and systemsetup answers administrators only',
};
export const SYSFS =
  'sysfs, procfs, mountinfo after the kernel’s documentation, iproute2 -j, busctl --json; PipeWire’s pactl as captured on Debian 12';

export const ISOLATED = {
  'net.http/http://connectivitycheck.gstatic.com/generate_204':
    'the virtual machine is on a network without a way out, and nobody tells the time',
};
