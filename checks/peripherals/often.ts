/** How often something happened. */
import type { UsbEvent } from '../../src/sources/usb/log.ts';

/** The most events within so many minutes; without times all of them. */
export const busiest = (events: readonly UsbEvent[], minutes: number): number =>
  Math.max(
    0,
    ...events.map(
      ({ seconds: start }) =>
        events.filter(
          ({ seconds }) =>
            start === null || seconds === null || (seconds >= start && seconds - start <= minutes * 60),
        ).length,
    ),
  );
