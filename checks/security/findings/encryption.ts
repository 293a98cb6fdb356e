/** Whether whoever takes the computer can read its disk. */
import { isProtected } from '../../../src/sources/encryption.ts';
import { encryptionOf } from '../encryption.ts';
import { missed, NOTHING, type Outcome } from '../outcome.ts';
import type { SecurityFacts } from '../probe.ts';
import type { Situation } from '../situation.ts';

export const diagnoseEncryption = (facts: SecurityFacts, situation: Situation): Outcome => {
  // The disks of a virtual machine, and of a server in its room, are somebody else's to lock.
  if (situation.virtual || !situation.personal) return NOTHING;
  if (situation.os === 'win32') return windowsEncryption(facts, situation);
  if (situation.os === 'darwin') {
    const { macFileVault } = facts;
    if (macFileVault.status !== 'ok') return missed(macFileVault);
    return macFileVault.value ? NOTHING : notEncrypted('/', 'FileVault', macFileVault.from, situation);
  }
  if (situation.os !== 'linux') return NOTHING;
  if (facts.mounts.status !== 'ok') return missed(facts.mounts);
  if (facts.mappings.status !== 'ok' && facts.mappings.status !== 'absent') return missed(facts.mappings);
  const { state, path } = encryptionOf(facts);
  if (state === 'open') return notEncrypted(path, 'LUKS', facts.mappings.from, situation);
  return state === 'unclear'
    ? {
        unknown: [
          { source: facts.mappings.from, reason: 'unsupported', why: `what ${path} lies on does not tell` },
        ],
      }
    : NOTHING;
};

const windowsEncryption = ({ bitLocker }: SecurityFacts, situation: Situation): Outcome => {
  if (bitLocker.status !== 'ok') return missed(bitLocker);
  const { drive, state } = bitLocker.value;
  if (state === null) {
    return {
      unknown: [
        {
          source: bitLocker.from,
          reason: 'unsupported',
          why: `Windows does not tell whether ${drive} is encrypted`,
        },
      ],
    };
  }
  return isProtected(bitLocker.value) ? NOTHING : notEncrypted(drive, 'BitLocker', bitLocker.from, situation);
};

const notEncrypted = (path: string, product: string, from: string, { os, laptop }: Situation): Outcome => ({
  findings: [
    {
      code: 'security/disk-not-encrypted',
      // Apple's newer names do not tell a laptop from a desktop: most are carried about.
      severity: laptop === true || (os === 'darwin' && laptop === null) ? 'warning' : 'info',
      subject: path,
      params: { path, product, laptop: laptop === true },
      evidence: [from],
    },
  ],
});
