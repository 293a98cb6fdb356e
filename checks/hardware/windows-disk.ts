/** Which disk Windows means, in its classes and in its events. */
import { eventsOf, type WindowsEvent } from '../../src/sources/windows-events.ts';
import type { WindowsHardware } from '../../src/sources/windows-hardware/parts.ts';
import type { HardwareFacts } from './probe.ts';

export const diskEvents = (facts: HardwareFacts, ...ids: readonly number[]): readonly WindowsEvent[] =>
  facts.windowsEvents.status === 'ok' ? eventsOf(facts.windowsEvents.value, 'disk', ...ids) : [];

/** `\\Device\\Harddisk1\\DR1` → `1`. */
export const diskIdOf = ({ data }: WindowsEvent): string =>
  data.map((value) => /\\Harddisk(\d{1,4})(?:\\|$)/i.exec(value)?.[1]).find((id) => id !== undefined) ?? '';

/** The drive letter that disk-space speaks of; none on a computer with one disk. */
export const subjectOf = (id: string, all: WindowsHardware): { readonly subject?: string } => {
  if (all.disks.items.length <= 1) return {};
  const drives = all.partitions.items.filter(({ disk }) => String(disk) === id).map(({ drive }) => drive);
  return { subject: [...drives].sort()[0] ?? `disk ${id}` };
};
