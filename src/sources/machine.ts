/** Which computer this is: its maker and form, its firmware, whether it is virtual, and from where it is used. */
import type { Facts, Raw, Reading } from '../contract.ts';
import { read, source, sourceByOs, unparsable } from '../contract.ts';
import { hypervisorNamed } from './hypervisors.ts';
import { isObject, parseJson } from './network/json.ts';
import { powershell } from './powershell.ts';
import { placeReads } from './system.ts';
import { PARTS } from './windows-part.ts';

/** What the firmware says of itself (SMBIOS), or what macOS calls the model. */
export interface Hardware {
  readonly maker: string | null;
  readonly model: string | null;
  readonly boardMaker: string | null;
  /** SMBIOS chassis types: 3 desktop, 9 laptop, 10 notebook, 31 convertible … */
  readonly chassis: readonly number[];
  readonly firmware: 'uefi' | 'bios' | null;
  /** Of macOS: Apple's own processor. */
  readonly appleSilicon: boolean;
  /** What the system says about a hypervisor above it; Windows says yes on computers of its own with its protection on. */
  readonly hypervisor: boolean;
  /** Windows: `22631`; null elsewhere. */
  readonly build: number | null;
}

const MACHINE_SCRIPT = `
${PARTS}
@{
  system = Get-CimInstance Win32_ComputerSystem | Select-Object Manufacturer, Model, SystemFamily, PCSystemType, HypervisorPresent
  board = Get-CimInstance Win32_BaseBoard | Select-Object -First 1 Manufacturer
  chassis = @((Get-CimInstance Win32_SystemEnclosure).ChassisTypes)
  firmware = (Get-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Control').PEFirmwareType
  build = (Get-CimInstance Win32_OperatingSystem).BuildNumber
  lock = Part { @{ drive = $env:SystemDrive; state = (New-Object -ComObject Shell.Application).NameSpace("$env:SystemDrive\\").Self.ExtendedProperty('System.Volume.BitLockerProtection') } }
} | ConvertTo-Json -Depth 3 -Compress`;

/**
 * One batch; what says whether the disk is encrypted comes with it. As a part: without a desktop (Server Core),
 * and where PowerShell is restricted, the shell cannot be asked, and an error there would end the whole batch.
 */
export const windowsMachine = powershell(MACHINE_SCRIPT);

export const hardware = sourceByOs<Hardware>('machine.hardware', {
  linux: read(
    {
      kind: 'attributes',
      folder: '/sys/class/dmi',
      names: ['sys_vendor', 'product_name', 'product_version', 'board_vendor', 'chassis_type'],
    },
    (raw) => parseDmi(raw),
  ),
  win32: read(windowsMachine, ({ stdout }) => parseWindowsMachine(stdout)),
  darwin: read(
    {
      kind: 'exec',
      argv: ['sysctl', 'hw.model', 'hw.optional.arm64', 'kern.hv_vmm_present'],
    },
    ({ stdout }) => parseMacHardware(stdout),
  ),
});

export const parseDmi = ({ entries }: Raw['attributes']): Hardware => {
  const of = (name: string): string | null => {
    const attribute = entries.id?.[name];
    const text = attribute !== undefined && 'text' in attribute ? attribute.text.trim() : '';
    return isFiller(text) ? null : text;
  };
  const chassis = of('chassis_type');
  if (chassis !== null && !/^\d{1,3}$/.test(chassis)) throw unparsable(chassis);
  const model = of('product_name');
  const version = of('product_version');
  return {
    maker: of('sys_vendor'),
    model: modelOf(of('sys_vendor'), model, version),
    boardMaker: of('board_vendor'),
    chassis: chassis === null ? [] : [Number(chassis)],
    firmware: null,
    appleSilicon: false,
    hypervisor: false,
    build: null,
  };
};

/** Lenovo writes a number into the model and `ThinkPad X1 Carbon` into the version or the family. */
const modelOf = (maker: string | null, model: string | null, version: string | null): string | null =>
  /^lenovo$/i.test(maker ?? '') && version !== null && model !== null ? `${version} (${model})` : model;

/** What makers of boards leave in fields that they do not fill. */
const isFiller = (text: string): boolean =>
  text === '' ||
  /^(to be filled by o\.?e\.?m\.?|default string|system (manufacturer|product name|version)|not (applicable|specified|available)|none|n\/a|o\.?e\.?m\.?|unknown|invalid|x\.x|\.)$/i.test(
    text,
  );

export const parseWindowsMachine = (text: string): Hardware => {
  const batch = parseJson(text);
  if (!isObject(batch) || !isObject(batch.system)) throw unparsable(text.trim());
  const {
    Manufacturer: maker,
    Model: model,
    SystemFamily: family,
    HypervisorPresent: hypervisor,
  } = batch.system;
  const board = isObject(batch.board) ? batch.board.Manufacturer : null;
  const build = Number(batch.build ?? Number.NaN);
  const chassis = Array.isArray(batch.chassis) ? batch.chassis : [batch.chassis];
  return {
    maker: named(maker),
    model: modelOf(named(maker), named(model), named(family)),
    boardMaker: named(board),
    chassis: chassis.filter((type): type is number => typeof type === 'number' && Number.isInteger(type)),
    firmware: batch.firmware === 2 ? 'uefi' : batch.firmware === 1 ? 'bios' : null,
    appleSilicon: false,
    hypervisor: hypervisor === true,
    build: Number.isInteger(build) && build > 0 ? build : null,
  };
};

const named = (value: unknown): string | null =>
  typeof value === 'string' && !isFiller(value.trim()) ? value.trim() : null;

/** `hw.model: MacBookPro18,3`. Names that this macOS does not know are only complained about on stderr. */
export const parseMacHardware = (text: string): Hardware => {
  const of = (name: string): string | null => {
    const line = text.split('\n').find((one) => one.startsWith(`${name}: `));
    return line === undefined ? null : line.slice(name.length + 2).trim();
  };
  const model = of('hw.model');
  if (model === null || model === '') throw unparsable(text.trim() || 'nothing was printed');
  return {
    maker: 'Apple',
    model,
    boardMaker: null,
    chassis: [],
    firmware: null,
    appleSilicon: of('hw.optional.arm64') === '1',
    hypervisor: of('kern.hv_vmm_present') === '1' || model.startsWith('VirtualMac'),
    build: null,
  };
};

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
