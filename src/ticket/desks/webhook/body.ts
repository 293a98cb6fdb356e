/** The body: multipart/form-data, byte for byte the same at every attempt. */
import { createHash } from 'node:crypto';
import type { BundleFile } from '../../desk.ts';
import type { Body } from '../../http/client.ts';
import { multipart } from '../../http/multipart.ts';
import type { Ticket } from '../../model.ts';

/** Reads the report from disk; may be streamed more than once. */
export interface SignedBody extends Body {
  /** SHA-256 of all of it, hexadecimal. */
  digest(): Promise<string>;
}

export const makeBody = (ticket: Ticket, bundle: BundleFile | undefined): SignedBody => {
  const body = multipart(`techsupport-${ticket.key}`, [
    { name: 'ticket', type: 'application/json', text: JSON.stringify(ticket) },
    ...(bundle === undefined ? [] : [{ name: 'bundle', file: bundle }]),
  ]);
  return {
    ...body,
    digest: async () => {
      const hash = createHash('sha256');
      for await (const chunk of body.stream()) hash.update(chunk);
      return hash.digest('hex');
    },
  };
};
