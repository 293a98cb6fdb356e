/** A tree of /sys that node_exporter keeps, read by the sources of ours that read attributes. */
import type { Source } from '../../../src/contract.ts';
import { blockDevices, nvmeControllers } from '../../../src/sources/block-devices.ts';
import { btrfsDevices, memoryControllers, throttles } from '../../../src/sources/health-counters.ts';
import { hardware } from '../../../src/sources/machine/hardware.ts';
import { adapters } from '../../../src/sources/network/adapters.ts';
import { pciDevices } from '../../../src/sources/pci.ts';
import { powerSupplies } from '../../../src/sources/power.ts';
import { chips, sensors } from '../../../src/sources/sensors.ts';
import { hasShared } from '../../shared.ts';
import type { Sample } from '../../sources/network/corpus.ts';
import { type Tool, tool } from '../agreement.ts';
import { entriesOf } from './ttar.ts';

const sources: readonly Source<unknown>[] = [
  blockDevices,
  nvmeControllers,
  memoryControllers,
  btrfsDevices,
  throttles,
  hardware,
  adapters,
  pciDevices,
  powerSupplies,
  chips,
  sensors('/sys/class/hwmon'),
];

const parts: readonly Sample[] = hasShared
  ? sources.map(({ id }) => ({ name: `sysfs/node_exporter/sys.ttar/${id}`, text: '', expected: undefined }))
  : [];

export const sysfs: readonly Tool[] = [
  tool(
    '/sys',
    'attributes of 11 sources',
    parts,
    (_, { name }) => {
      const way = sources.find(({ id }) => name.endsWith(`/${id}`))?.on.linux;
      if (way?.request.kind !== 'attributes') throw new Error(`${name} reads no attributes`);
      const { folder, names, links } = way.request;
      return way.parse({ entries: entriesOf(folder.slice(1), names, links) }, way.request);
    },
    {
      refuses: [[/disk\.devices/, 'the archive keeps no `size` of its md arrays, which every kernel tells']],
    },
  ),
];
