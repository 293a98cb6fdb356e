/** What the way into safe mode depends on: the computer, what starts it, and whether its disk is encrypted. */
import { source, unparsable } from '../../src/contract.ts';
import { commandLine } from '../../src/sources/command-line.ts';
import { bitLocker, fileVault, mappings } from '../../src/sources/encryption.ts';
import { bootFiles } from '../../src/sources/kernels.ts';
import { machineReads } from '../../src/sources/machine.ts';
import { mounts } from '../../src/sources/mounts.ts';
import { clock, placeReads } from '../../src/sources/system.ts';

/** systemd's boot loader interface: a variable of the firmware that everybody may read. */
const LOADER_INFO = '/sys/firmware/efi/efivars/LoaderInfo-4a67b082-0a4c-41cf-b6c7-440b29bb8c4f';

export const wayReads = {
  ...placeReads,
  ...machineReads,
  clock,
  mounts,
  commandLine,
  bootFiles,
  mappings,
  fileVault,
  bitLocker,
  /** What started it this time: `systemd-boot 257.4`, `GRUB 2.12`, `rEFInd 0.14.2`. */
  loaderInfo: source({
    id: 'start.loader-info',
    os: ['linux'],
    request: { kind: 'file', path: LOADER_INFO },
    parse: ({ text }) => parseLoaderInfo(text),
  }),
  grubSettings: source({
    id: 'start.grub-settings',
    os: ['linux'],
    request: { kind: 'file', path: '/etc/default/grub' },
    parse: ({ text }) => parseGrubSettings(text),
  }),
};

/** Four bytes of attributes, then UTF-16: in plain English letters each has a zero beside it. */
export const parseLoaderInfo = (text: string): string => {
  const name = text.replaceAll('\0', '').slice(1).trim();
  if (!/^[\x20-\x7e]{1,100}$/.test(name)) throw unparsable(name);
  return name;
};

/** A shell reads the file; the last setting of a name counts. */
export const parseGrubSettings = (text: string): { readonly hasRecovery: boolean } => {
  const said = text
    .split('\n')
    .flatMap((line) => /^\s*(?:export\s+)?GRUB_DISABLE_RECOVERY=(["']?)([^"'#\s]*)\1/.exec(line)?.[2] ?? []);
  return { hasRecovery: said.at(-1) !== 'true' };
};
