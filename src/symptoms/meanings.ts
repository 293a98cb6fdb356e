import { devices } from './meanings/devices.ts';
import { network } from './meanings/network.ts';
import { software } from './meanings/software.ts';
import { system } from './meanings/system.ts';

/**
 * What each complaint is made of: concepts that stand together, in any order; `|` where either will do. The more of
 * them a text holds, and the rarer they are, the more it speaks for the complaint.
 */
export const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  ...network,
  ...system,
  ...software,
  ...devices,
};
