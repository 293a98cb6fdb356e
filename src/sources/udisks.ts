/** What udisks knows of a disk's health: it asks as root every ten minutes, and tells everyone. */
import { family, type Raw, read, Unreadable, unparsable } from '../contract.ts';
import { isObject, type LooseObject, parseJson } from './network/json.ts';

export interface KnownHealth {
  /** The disk's own verdict; null for NVMe, which warns by `warnings`. */
  readonly failing: boolean | null;
  readonly attributesFailing: number;
  readonly badSectors: number;
  /** `spare`, `temperature`, `degraded`, `readonly`, `volatile_mem`, `pmr_readonly`. */
  readonly warnings: readonly string[];
  readonly selfTestFailed: boolean;
}

/** `--auto-start=no`: where it does not run nobody starts it. */
const busctl = (...rest: readonly string[]) =>
  ({
    kind: 'exec',
    argv: ['busctl', '--system', '--json=short', '--auto-start=no', ...rest],
  }) as const;

/** The drive behind a disk: `sda` → `/org/freedesktop/UDisks2/drives/Samsung_SSD_…`. Asking for all at once would tell serial numbers. */
export const knownDrive = family<string>('disk.known-drive', 'disk', (name) => ({
  on: {
    linux: read(
      busctl(
        'get-property',
        'org.freedesktop.UDisks2',
        `/org/freedesktop/UDisks2/block_devices/${name}`,
        'org.freedesktop.UDisks2.Block',
        'Drive',
      ),
      (raw) => {
        const reply = replyOf(raw);
        if (typeof reply !== 'string') throw unparsable(raw.stdout.trim());
        if (!reply.startsWith(DRIVES)) throw new Unreadable('absent', `${name} is no drive`);
        return reply.slice(DRIVES.length);
      },
    ),
  },
}));

const DRIVES = '/org/freedesktop/UDisks2/drives/';

export const knownHealth = family<KnownHealth>('disk.known-health', 'drive', (drive) => ({
  on: { linux: read(askFor(drive, 'org.freedesktop.UDisks2.Drive.Ata'), (raw) => parseKnownHealth(raw)) },
  otherwise: knownNvme(drive),
}));

const knownNvme = family<KnownHealth>('disk.known-health.nvme', 'drive', (drive) => ({
  on: {
    linux: read(askFor(drive, 'org.freedesktop.UDisks2.NVMe.Controller'), (raw) => parseKnownHealth(raw)),
  },
}));

const askFor = (drive: string, face: string) =>
  busctl(
    'call',
    'org.freedesktop.UDisks2',
    `${DRIVES}${drive}`,
    'org.freedesktop.DBus.Properties',
    'GetAll',
    's',
    face,
  );

export const parseKnownHealth = (raw: Raw['exec']): KnownHealth => {
  const reply = replyOf(raw);
  const face: unknown = Array.isArray(reply) ? reply[0] : undefined;
  if (!isObject(face)) throw unparsable(raw.stdout.trim());
  const updated = valueIn(face, 'SmartUpdated');
  // 0: it was never asked, or gives no answer.
  if (typeof updated !== 'number' || updated === 0)
    throw new Unreadable('absent', 'udisks has not read its health');
  const status = valueIn(face, 'SmartSelftestStatus');
  const failing = valueIn(face, 'SmartFailing');
  const warnings = valueIn(face, 'SmartCriticalWarning');
  return {
    failing: typeof failing === 'boolean' ? failing : null,
    attributesFailing: positive(valueIn(face, 'SmartNumAttributesFailing')),
    badSectors: positive(valueIn(face, 'SmartNumBadSectors')),
    warnings: Array.isArray(warnings) ? warnings.filter((one) => typeof one === 'string') : [],
    selfTestFailed: typeof status === 'string' && /^(?:error_|fatal)/.test(status),
  };
};

const replyOf = ({ stdout, stderr, exitCode }: Raw['exec']): unknown => {
  if (exitCode !== 0)
    throw new Unreadable('absent', stderr.trim().split('\n')[0] || `busctl ended with ${exitCode}`);
  const reply = parseJson(stdout);
  if (!isObject(reply)) throw unparsable(stdout.trim());
  return reply.data;
};

/** -1 stands for: not known. */
const positive = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0);

/** busctl wraps each value with its type. */
const valueIn = (face: LooseObject, property: string): unknown => {
  const wrapped = face[property];
  return isObject(wrapped) ? wrapped.data : undefined;
};
