/** Encrypts a report for whom the person or the configuration names; without anybody it stays as it is. */
import type { Bundle } from '../../report/bundle/write.ts';

export interface Encryption {
  readonly recipients: readonly string[];
  /** How much longer the file may become. */
  readonly overheadBytes: (bytes: number) => number;
  readonly apply: (bundle: Bundle) => Promise<Bundle>;
}

/** A wrong recipient is refused here, before anything is read. */
export const encryption = async (recipients: readonly string[]): Promise<Encryption> => {
  if (recipients.length === 0) {
    return { recipients, overheadBytes: () => 0, apply: async (bundle) => bundle };
  }
  const { encryptFor } = await import('../../report/age/encrypt.ts');
  const encrypt = await encryptFor(recipients);
  return {
    recipients,
    // A head for each key, the largest of them for post-quantum ones, and 16 bytes for each 64 KiB.
    overheadBytes: (bytes) => 200 + 2000 * recipients.length + Math.ceil(bytes / 65_536) * 16,
    apply: async (bundle) => ({
      ...bundle,
      name: `${bundle.name}.age`,
      bytes: await encrypt(bundle.bytes),
    }),
  };
};
