/** Which computer this is: its maker and form, its firmware, whether it is virtual, and from where it is used. */
import type { Facts, Reading } from '../contract.ts';
import { source } from '../contract.ts';
import { hypervisorNamed } from './hypervisors.ts';
import { type Hardware, hardware } from './machine/hardware.ts';
import { placeReads } from './system.ts';

/** Spread into a check's reads. */
export const machineReads = {
  platform: placeReads.platform,
  hardware,
  /** There on a computer that was started by UEFI. */
  efiMark: source({
    id: 'machine.efi',
    os: ['linux'],
    request: { kind: 'stat', path: '/sys/firmware/efi' },
    parse: () => true,
  }),
  /** Boards without SMBIOS: `Raspberry Pi 5 Model B Rev 1.0`. */
  boardName: source({
    id: 'machine.board',
    os: ['linux'],
    request: { kind: 'file', path: '/proc/device-tree/model' },
    parse: ({ text }) => text.replaceAll('\0', '').trim(),
  }),
  /** The processor says whether a hypervisor runs above it. */
  processor: source({
    id: 'machine.processor',
    os: ['linux'],
    request: { kind: 'file', path: '/proc/cpuinfo' },
    parse: ({ text }) => ({ hypervisor: /^flags\s*:.*\shypervisor(\s|$)/m.test(text.slice(0, MAX_CPUINFO)) }),
  }),
  session: source({
    id: 'machine.session',
    request: { kind: 'env', names: ['SSH_CONNECTION', 'SSH_TTY', 'SESSIONNAME', 'XRDP_SESSION'] },
    parse: ({ values }): 'ssh' | 'rdp' | 'local' =>
      values.SSH_CONNECTION || values.SSH_TTY
        ? 'ssh'
        : /^rdp-/i.test(values.SESSIONNAME ?? '') || values.XRDP_SESSION
          ? 'rdp'
          : 'local',
  }),
};

/** The first processor is enough, and the flags of one line are below that. */
const MAX_CPUINFO = 16_384;

export interface Machine {
  readonly maker: string | null;
  readonly model: string | null;
  readonly boardMaker: string | null;
  readonly laptop: boolean | null;
  readonly firmware: 'uefi' | 'bios' | null;
  /** The hypervisor's name, or `virtual` where it has none; null on a computer of its own, and where nothing says so. */
  readonly virtual: string | null;
  /** The person sits elsewhere. Null at the computer itself, and where nothing says so. */
  readonly remote: 'ssh' | 'rdp' | null;
  readonly appleSilicon: boolean;
  readonly raspberryPi: boolean;
}

export const machineOf = (facts: Facts<typeof machineReads>): Machine => {
  const known = whenRead(facts.hardware);
  const board = whenRead(facts.boardName);
  const maker = known?.maker ?? null;
  const model = known?.model ?? board;
  return {
    maker,
    model,
    boardMaker: known?.boardMaker ?? null,
    laptop: laptopOf(known, facts),
    firmware: firmwareOf(known, facts),
    virtual: virtualOf(known, facts),
    remote: facts.session.status === 'ok' && facts.session.value !== 'local' ? facts.session.value : null,
    appleSilicon: known?.appleSilicon ?? false,
    raspberryPi: /^raspberry pi/i.test(board ?? ''),
  };
};

const whenRead = <T>(reading: Reading<T>): T | null => (reading.status === 'ok' ? reading.value : null);

/** SMBIOS 3: portable, laptop, notebook, sub-notebook, tablet, convertible, detachable. */
const PORTABLE: readonly number[] = [8, 9, 10, 14, 30, 31, 32];

const laptopOf = (known: Hardware | null, facts: Facts<typeof machineReads>): boolean | null => {
  if (known === null) return facts.boardName.status === 'ok' ? false : null;
  if (known.maker === 'Apple' && known.chassis.length === 0) {
    if (/^MacBook/.test(known.model ?? '')) return true;
    // Since 2022 the name is `Mac14,2` for every form.
    return /^(iMac|Macmini|MacPro)/.test(known.model ?? '') ? false : null;
  }
  return known.chassis.length === 0 ? null : known.chassis.some((type) => PORTABLE.includes(type));
};

const firmwareOf = (known: Hardware | null, facts: Facts<typeof machineReads>): Machine['firmware'] => {
  if (known !== null && known.firmware !== null) return known.firmware;
  if (facts.efiMark.status === 'ok') return 'uefi';
  const isPc =
    facts.platform.status === 'ok' &&
    facts.platform.value.platform === 'linux' &&
    /^(x64|ia32)$/.test(facts.platform.value.arch);
  // Only where the folder is known not to be there, and only on a PC: a Raspberry Pi has neither.
  return isPc && facts.efiMark.status === 'absent' ? 'bios' : null;
};

const virtualOf = (known: Hardware | null, facts: Facts<typeof machineReads>): string | null => {
  const names = [known?.maker, known?.model, known?.boardMaker]
    .filter((name) => typeof name === 'string')
    .join('\n');
  const named = hypervisorNamed(names);
  if (named !== undefined) return named;
  if (known?.maker === 'Apple') return known.hypervisor ? 'virtual' : null;
  // The flag alone counts only where no maker is named: Windows' own protection and Xen's first system set
  // it on a computer with hardware of its own.
  const isFlagged = facts.processor.status === 'ok' && facts.processor.value.hypervisor;
  return isFlagged && (known === null || known.maker === null) ? 'virtual' : null;
};
