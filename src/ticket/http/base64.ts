/** For desks that want a file within JSON: all of it at once, so only up to a size. */
import type { BundleFile, Failed } from '../desk.ts';

export const base64Of = async (file: BundleFile, maxBytes: number): Promise<string | Failed> => {
  if (file.bytes > maxBytes) return tooLarge(file.bytes, maxBytes);
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.open()) chunks.push(chunk);
  return Buffer.concat(chunks).toString('base64');
};

const tooLarge = (bytes: number, maxBytes: number): Failed => ({
  status: 'failed',
  failure: {
    code: 'too-large',
    certainty: 'not-received',
    again: 'person',
    detail: `${bytes} B, at most ${maxBytes} B`,
  },
});
