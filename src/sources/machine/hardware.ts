/** What the firmware, Windows and macOS say of the computer itself. */
import type { Raw } from '../../contract.ts';
import { read, sourceByOs, unparsable } from '../../contract.ts';
import { isObject, parseJson } from '../network/json.ts';
import { powershell } from '../powershell.ts';
import { PARTS } from '../windows-part.ts';

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
