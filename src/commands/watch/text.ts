/** What is seen and what happens, in lines for a person. */
import type { WatchWords } from '../../language/watch.en.ts';
import { oneLine } from '../../output/untrusted.ts';
import type { Peripheral } from '../../sources/peripherals.ts';
import type { WatchEvent } from './follow.ts';

/** By bus; USB as the tree that its ports are. */
export const inventoryLines = (items: readonly Peripheral[], words: WatchWords): readonly string[] => {
  const buses = [...new Set(items.map(({ bus }) => bus))];
  return buses.flatMap((bus) => [
    `${words.buses[bus]}:`,
    ...items
      .filter((item) => item.bus === bus)
      .map((item) => `  ${bus === 'usb' ? indent(item.place) : ''}${describe(item, words)}`),
  ]);
};

/** `1-1.2` hangs on the hub at `1-1`. */
const indent = (place: string | null): string =>
  '  '.repeat(place !== null && /^\d+-[\d.]+$/.test(place) ? place.split('.').length - 1 : 0);

export const describe = (item: Peripheral, words: WatchWords): string => {
  const { name, place, drivers, speedMbps, trouble } = item;
  return oneLine(
    [
      place === null || place.length > 24 ? name : `${place}: ${name}`,
      ...(speedMbps === null ? [] : [words.speed(speedMbps)]),
      ...(drivers.length === 0 ? [] : [words.driver(drivers.join(', '))]),
      ...(trouble === null || trouble === 'no-driver' ? [] : [words.troubles[trouble]]),
    ].join(', '),
  );
};

export const eventLine = (event: WatchEvent, words: WatchWords): string => {
  const time = words.after(event.seconds);
  if (event.kind === 'error') return `${time}  ${words.error}  ${oneLine(`${event.port}: ${event.text}`)}`;
  const { item, kind } = event;
  const what =
    kind === 'trouble' && item.trouble !== null
      ? `${oneLine(item.name)}: ${words.troubles[item.trouble]}`
      : describe(kind === 'gone' ? { ...item, drivers: [], speedMbps: null, trouble: null } : item, words);
  return `${time}  ${words.kinds[kind]}  ${words.buses[item.bus]} ${what}`;
};
