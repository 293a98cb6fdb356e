/** What is longer than a host keeps comes without its middle. */
import { Unreadable } from '../contract.ts';

/** For what may be the one line that matters: a list without its middle is no list. */
export const refuseCut = ({ droppedBytes = 0 }: { readonly droppedBytes?: number }): void => {
  if (droppedBytes > 0)
    throw new Unreadable('unparsable', `too long: ${droppedBytes} bytes of it were left out`);
};
