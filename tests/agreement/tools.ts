import type { Tool } from './agreement.ts';
import { devices } from './tools/devices.ts';
import { disks } from './tools/disks.ts';
import { kernelLogs } from './tools/kernel.ts';
import { network } from './tools/network.ts';
import { smart } from './tools/smart.ts';
import { sysfs } from './tools/sysfs.ts';
import { system } from './tools/system.ts';

export const tools: readonly Tool[] = [
  ...network,
  ...disks,
  ...smart,
  ...system,
  ...devices,
  ...sysfs,
  ...kernelLogs,
];
