/** What the readings say of the way into safe mode. */
import type { Facts, Reading } from '../../src/contract.ts';
import { outdated } from '../../src/sources/dated.ts';
import { type Machine, machineOf } from '../../src/sources/machine.ts';
import { mountOf } from '../../src/sources/mounts.ts';
import { placeOf } from '../../src/sources/system.ts';
import { AS_OF } from './data/firmware-keys.ts';
import type { Situation } from './way.ts';
import type { Loader, WindowsVersion } from './way-params.ts';
import type { wayReads } from './way-reads.ts';

type WayFacts = Facts<typeof wayReads>;

export const situationOf = (facts: WayFacts): Situation => {
  const machine = machineOf(facts);
  const system = SYSTEMS[facts.platform.status === 'ok' ? facts.platform.value.platform : ''] ?? 'other';
  const { hardware, efiMark, boardName } = facts;
  return {
    place: placeOf(facts),
    system,
    windows: windowsOf(hardware.status === 'ok' ? hardware.value.build : null),
    maker: machine.maker,
    model: machine.model,
    boardMaker: machine.boardMaker,
    laptop: machine.laptop,
    firmware: machine.firmware,
    loader: loaderOf(facts, machine),
    recovery: facts.grubSettings.status === 'ok' ? facts.grubSettings.value.hasRecovery : null,
    lock: LOCK_OF[system](facts),
    hypervisor: machine.virtual,
    remote: machine.remote !== null,
    appleSilicon: machine.appleSilicon,
    raspberryPi: machine.raspberryPi,
    isFresh: outdated(AS_OF, facts.clock) === undefined,
    evidence: {
      machine: [hardware.from, ...read(efiMark, boardName)],
      start: read(facts.loaderInfo, facts.commandLine, facts.bootFiles, facts.grubSettings),
      lock: LOCK_READS[system].map((name) => facts[name].from),
    },
  };
};

const SYSTEMS: Readonly<Record<string, Situation['system']>> = {
  win32: 'windows',
  linux: 'linux',
  darwin: 'mac',
};

const read = (...readings: readonly Reading<unknown>[]): readonly string[] =>
  readings.flatMap(({ status, from }) => (status === 'ok' ? [from] : []));

/** The first builds of Windows 8, 10 and 11. */
const windowsOf = (build: number | null): WindowsVersion => {
  if (build === null) return null;
  if (build < 9200) return 7;
  if (build < 10_240) return 8;
  return build < 22_000 ? 10 : 11;
};

/** What started it this time says so itself; otherwise what lies in /boot, if the start line agrees. */
const loaderOf = (
  { loaderInfo, commandLine, bootFiles, grubSettings }: WayFacts,
  machine: Machine,
): Loader => {
  if (loaderInfo.status === 'ok') {
    const named = LOADERS.find(([mark]) => mark.test(loaderInfo.value));
    if (named !== undefined) return named[1];
  }
  const names = bootFiles.status === 'ok' ? bootFiles.value : [];
  // GRUB always tells the kernel which file it was started from.
  const isNamed =
    commandLine.status !== 'ok' || commandLine.value.some((word) => word.startsWith('BOOT_IMAGE='));
  const isThere = grubSettings.status === 'ok' || names.some((name) => name === 'grub' || name === 'grub2');
  if (isNamed && isThere) return 'grub';
  if (names.includes('refind_linux.conf') && machine.firmware === 'uefi') return 'refind';
  return machine.firmware === null && names.some((name) => /^(?:extlinux|boot\.scr|uEnv\.txt)$/.test(name))
    ? 'u-boot'
    : 'unknown';
};

const LOADERS: readonly (readonly [mark: RegExp, loader: Loader])[] = [
  [/^systemd-boot\b/i, 'systemd-boot'],
  [/^grub\b/i, 'grub'],
  [/^refind\b/i, 'refind'],
];

const BITLOCKER_OFF = 2;

/** Plain partitions: nothing lies between them and the disk. */
const PARTITION = /^\/dev\/(?:sd|nvme|mmcblk|vd|xvd|hd)/;

const LOCK_OF: Readonly<Record<Situation['system'], (facts: WayFacts) => Situation['lock']>> = {
  windows: ({ bitLocker }) =>
    bitLocker.status !== 'ok' || bitLocker.value.state === null
      ? 'unknown'
      : bitLocker.value.state === BITLOCKER_OFF
        ? 'none'
        : 'bitlocker',
  mac: ({ fileVault }) => (fileVault.status !== 'ok' ? 'unknown' : fileVault.value ? 'filevault' : 'none'),
  linux: ({ mappings, mounts }) => {
    const root = mounts.status === 'ok' ? mountOf('/', mounts.value) : undefined;
    // They encrypt by themselves, and tell so only to their own tools.
    if (root !== undefined && /^(?:zfs|bcachefs)$/.test(root.type)) return 'unknown';
    if (root !== undefined && PARTITION.test(root.source)) return 'none';
    if (mappings.status !== 'ok') return 'unknown';
    return mappings.value.some(({ uuid }) => uuid.startsWith('CRYPT-LUKS')) ? 'luks' : 'none';
  },
  other: () => 'unknown',
};

const LOCK_READS = {
  windows: ['bitLocker'],
  mac: ['fileVault'],
  linux: ['mounts', 'mappings'],
  other: [],
} as const satisfies Readonly<Record<Situation['system'], readonly (keyof typeof wayReads)[]>>;
