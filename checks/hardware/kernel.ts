/** Which lines of the kernel log are faults of the hardware, and of which part. */
import type { KernelLine } from '../../src/sources/kernel-log.ts';

export type KernelSign =
  | { readonly kind: 'io'; readonly device: string; readonly medium: boolean }
  /** `port`: an ATA port, a disk or a USB port. */
  | { readonly kind: 'link'; readonly port: string }
  | { readonly kind: 'file-system'; readonly device: string; readonly type: string }
  | { readonly kind: 'machine-check'; readonly fatal: boolean }
  | { readonly kind: 'memory'; readonly uncorrected: boolean }
  | { readonly kind: 'throttle' }
  | { readonly kind: 'too-hot' };

export type Seen = KernelSign & {
  readonly text: string;
  readonly seconds: number | null;
};

export const signsIn = (lines: readonly KernelLine[]): readonly Seen[] =>
  lines.flatMap(({ text, seconds }) => {
    const sign = signOf(text);
    return sign === undefined ? [] : [{ ...sign, text: text.slice(0, 200), seconds }];
  });

export const signOf = (text: string): KernelSign | undefined => {
  // The drives and file systems of programs, and of what is no disk, are none of this.
  for (const look of [diskSign, fileSystemSign, linkSign, machineSign, memorySign, heatSign]) {
    const sign = look(text);
    if (sign !== undefined) return sign;
  }
  return undefined;
};

/** Discarding and zeroing are wishes: a disk that cannot do them loses nothing. */
const HARMLESS = /op 0x[0-9a-f]+:\((?:DISCARD|WRITE_ZEROES|SECURE_ERASE|WRITE_SAME|ZONE_\w+)\)/;

/** `I/O error, dev sda, sector 8 op 0x0:(READ)`, `critical medium error, dev sdk`; from end_request in kernels before 4.x. */
const IO =
  /\b(?:(I\/O|critical medium|critical target|protection|timeout) error|Unrecovered read error\b.{0,80}), dev (\w[\w/!-]{0,40}?), (?:logical block|sector)/;
/** `sd 0:0:0:0: [sda] tag#12 Add. Sense: Unrecovered read error` */
const SENSE =
  /\[(sd[a-z]{1,3})\].{0,40}(?:Add\. Sense: (?:Unrecovered read error|Write error|Mechanical positioning error|Record not found)|Sense Key : (?:Medium|Hardware) Error)/;
/** `nvme0n1: I/O Cmd(0x2) @ LBA 5, 8 blocks, I/O Error (sct 0x2 / sc 0x81) DNR`: sct 2 are media errors. */
const NVME = /^(?:nvme )?(nvme\d+)(?:n\d+)?: .{0,80}I\/O Error \(sct 0x([0-9a-f]) \/ sc 0x[0-9a-f]+\)/i;
/** `lost page write due to I/O error on sda1`, `Buffer I/O error on dev sda1, logical block 7` */
const BUFFER =
  /\b(?:Buffer I\/O error on dev(?:ice)?|lost (?:async )?page write(?: due to I\/O error on)?|I\/O error on) (\w[\w/!-]{0,40}?)(?:,|$)/;

const diskSign = (text: string): KernelSign | undefined => {
  if (HARMLESS.test(text)) return undefined;
  const io = IO.exec(text);
  if (io !== null) return ioSign(io[2] ?? '', io[1] === 'critical medium');
  const sense = SENSE.exec(text);
  if (sense !== null) return ioSign(sense[1] ?? '', true);
  const nvme = NVME.exec(text);
  if (nvme !== null) return ioSign(nvme[1] ?? '', nvme[2] === '2');
  const buffer = BUFFER.exec(text);
  return buffer === null ? undefined : ioSign(buffer[1] ?? '', false);
};

/** CDs and floppies fail as a matter of course; loop and mapped devices repeat what their disk says. */
const NO_DISK = /^(?:loop|sr|fd|nbd|zram|ram|dm-|md|zd|rbd|drbd|mtdblock|scd)\d*/;

const ioSign = (device: string, medium: boolean): KernelSign | undefined =>
  NO_DISK.test(device) ? undefined : { kind: 'io', device, medium };

const FILE_SYSTEMS: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['ext4', /^EXT4-fs error \(device ([^)\s:]{1,40})\)/],
  [
    'ext4',
    /^EXT4-fs \(([^)\s]{1,40})\): (?:Remounting filesystem read-only|error count since last fsck: [1-9])/,
  ],
  ['ext3', /^EXT[23]-fs error \(device ([^)\s:]{1,40})\)/],
  [
    'ext4',
    /^(?:JBD2: (?:Detected aborted journal|Error -?\d+ detected)|Aborting journal on device ([^\s.]{1,40}?)(?:-\d+)?\.)/,
  ],
  [
    'xfs',
    /^XFS \(([^)\s]{1,40})\): (?:Corruption|Metadata (?:corruption|CRC error)|Internal error|Unmount and run xfs_repair|(?:User|Log I\/O|Filesystem) .{0,60}(?:shut ?down|Shutting down))/i,
  ],
  [
    'btrfs',
    /^BTRFS (?:error|critical|warning) \(device ([^)\s:]{1,40})(?: state \w+)?\): (?:csum failed|checksum (?:error|verify failed)|parent transid verify failed|corrupt (?:leaf|node)|.{0,40}unable to fixup|.{0,60}forced readonly|bad tree block)/,
  ],
  ['f2fs', /^F2FS-fs \(([^)\s]{1,40})\): .{0,60}(?:corrupt|inconsistent|invalid)/i],
  ['fat', /^FAT-fs \(([^)\s]{1,40})\): (?:error,|Filesystem has been set read-only)/],
  ['exfat', /^exFAT-fs \(([^)\s]{1,40})\): (?:error,|Filesystem has been set read-only)/],
];

const fileSystemSign = (text: string): KernelSign | undefined => {
  for (const [type, pattern] of FILE_SYSTEMS) {
    const found = pattern.exec(text);
    if (found !== null) return { kind: 'file-system', device: found[1] ?? '', type };
  }
  return undefined;
};

const LINKS: readonly RegExp[] = [
  /^(ata\d+)(?:\.\d+)?: hard resetting link$/,
  /^(ata\d+)(?:\.\d+)?: limiting SATA link speed/,
  /\[(sd[a-z]{1,3})\] tag#\d+ uas_eh_abort_handler/,
  /^scsi host\d+: uas_eh_(?:bus|device)_reset_handler start/,
  /^nvme (nvme\d+): (?:controller is down; will reset|I\/O (?:tag )?\d+.{0,60}timeout, (?:reset controller|aborting))/,
];

const linkSign = (text: string): KernelSign | undefined => {
  for (const pattern of LINKS) {
    const found = pattern.exec(text);
    if (found !== null) return { kind: 'link', port: found[1] ?? '' };
  }
  return undefined;
};

/** Status of a bank: bit 61 says that the error was not corrected. */
const BANK = /Machine Check(?: Exception)?: \d+ Bank \d+: ([0-9a-f]{16})/;

const machineSign = (text: string): KernelSign | undefined => {
  if (/^mce: \[Hardware Error\]/.test(text)) {
    const status = BANK.exec(text)?.[1];
    const fatal =
      (status !== undefined && Number.parseInt(status.slice(0, 2), 16) % 64 >= 32) ||
      /Processor context corrupt|Fatal|Uncorrected/i.test(text);
    // What follows the first line of an event tells its details.
    return status !== undefined || fatal || /Machine check events logged/.test(text)
      ? { kind: 'machine-check', fatal }
      : undefined;
  }
  // APEI: what the firmware kept of the error that ended the last start.
  if (/^(?:\{\d+\})?\[Hardware Error\]:\s+event severity: (?:fatal|recoverable)/.test(text))
    return { kind: 'machine-check', fatal: true };
  return /Kernel panic - not syncing: (?:Fatal )?machine check/i.test(text)
    ? { kind: 'machine-check', fatal: true }
    : undefined;
};

const memorySign = (text: string): KernelSign | undefined => {
  const edac = /^EDAC \S+: \d+ (UE|CE) /.exec(text);
  if (edac !== null) return { kind: 'memory', uncorrected: edac[1] === 'UE' };
  return /^(?:Memory failure: 0x[0-9a-f]+: |mce: Uncorrected hardware memory error|MCE 0x[0-9a-f]+: Killing)/.test(
    text,
  )
    ? { kind: 'memory', uncorrected: true }
    : undefined;
};

const heatSign = (text: string): KernelSign | undefined => {
  if (/critical temperature reached|Critical temperature reached.{0,40}shutting down/i.test(text))
    return { kind: 'too-hot' };
  return /emperature above threshold, cpu clock(?:s are)? throttled/.test(text)
    ? { kind: 'throttle' }
    : undefined;
};
