/** Devices and sound; what macOS and Windows tell of theirs. */
import { readFileSync } from 'node:fs';
import { parsePactlList } from '../../../checks/audio/pactl.ts';
import { objectsOf, serverOf } from '../../../checks/audio/pipewire.ts';
import { parseInput } from '../../../src/sources/input.ts';
import { parseWindowsMachine } from '../../../src/sources/machine/hardware.ts';
import { parseMacUsb } from '../../../src/sources/macos-peripherals.ts';
import { parseBatch } from '../../../src/sources/network/windows.ts';
import { parsePlist } from '../../../src/sources/plist.ts';
import { parseSysfsUsb } from '../../../src/sources/usb/sysfs.ts';
import { isOfClass, USB_CLASS } from '../../../src/sources/usb.ts';
import { parseWindowsDevices } from '../../../src/sources/windows-devices.ts';
import { parseWindowsDisks } from '../../../src/sources/windows-disks.ts';
import { parseWindowsHardware } from '../../../src/sources/windows-hardware/parts.ts';
import { hasShared, sharedDir } from '../../shared.ts';
import { type Sample, samples } from '../../sources/network/corpus.ts';
import { type Tool, tool } from '../agreement.ts';
import { expectedBy } from './forms.ts';
import { devicesOf, inputOf, last, usbOf } from './udev.ts';
import { type Cim, dumped } from './wmi.ts';

/** How cyme, which reads the same output, understood it. */
interface CymeDevice {
  readonly name: string;
  readonly vendor_id?: number;
  readonly product_id?: number;
  readonly device_speed?: string;
  readonly devices?: readonly CymeDevice[];
}

type Counts = Readonly<Record<string, readonly { readonly counts: Readonly<Record<string, number>> }[]>>;

/** checkbox's own file. */
const counted: Counts = hasShared
  ? (JSON.parse(readFileSync(sharedDir('corpus/udevadm-export-db/checkbox/expected.json'), 'utf8')) as Counts)
  : {};

const cymeDevices = (): readonly string[] => {
  if (!hasShared) return [];
  const flat = (devices: readonly CymeDevice[] = []): readonly CymeDevice[] =>
    devices.flatMap((one) => [one, ...flat(one.devices)]);
  const hex = (id = 0): string => id.toString(16).padStart(4, '0');
  const mbps = (text = ''): number | null =>
    text === '' ? null : Number.parseFloat(text) * (text.endsWith('Gb/s') ? 1000 : 1);
  // cyme's own file.
  const { buses } = JSON.parse(
    readFileSync(sharedDir('corpus/system_profiler/cyme/cyme_sp_macos_tree.json'), 'utf8'),
  ) as { readonly buses: readonly { readonly devices?: readonly CymeDevice[] }[] };
  return buses
    .flatMap((bus) => flat(bus.devices))
    .map((one) => `${one.name.trim()} ${hex(one.vendor_id)} ${hex(one.product_id)} ${mbps(one.device_speed)}`)
    .sort();
};

/** Of each kind: what udev's own rules say of an input. */
const kindOf = (told: Readonly<Record<string, string>>): string => {
  const pointer =
    told.ID_INPUT_MOUSE ?? told.ID_INPUT_TOUCHPAD ?? told.ID_INPUT_TABLET ?? told.ID_INPUT_POINTINGSTICK;
  // One touchpad carries both marks, of two rules; its button says that it is none to look at.
  if (pointer !== undefined) return 'pointer';
  if (told.ID_INPUT_TOUCHSCREEN === '1') return 'touchscreen';
  return told.ID_INPUT_KEYBOARD === undefined ? 'other' : 'keyboard';
};

const name = ({ name: path }: Sample): string => path.split('/').at(-1) ?? '';

const wmi = (suffix: string): readonly Sample[] => samples('wmi', new RegExp(`${suffix}\\.wmi$`));

/** One class of the batch that our script asks for; the others were not recorded. */
const absent = { state: 'absent', items: [] };
const physicalDisks = (items: readonly Cim[]): string =>
  JSON.stringify({
    disks: {
      state: 'ok',
      items: items.map((one) => ({
        id: `${one.DeviceId}`,
        name: one.FriendlyName,
        media: one.MediaType,
        bus: one.BusType,
        health: one.HealthStatus,
        status: one.OperationalStatus,
      })),
    },
    ...Object.fromEntries(
      'counters predictions smart partitions volumes pools spaces full design cycles power zones'
        .split(' ')
        .map((part) => [part, absent]),
    ),
  });

export const devices: readonly Tool[] = [
  tool(
    'udevadm info --export-db',
    'parseSysfsUsb, parseInput',
    samples('udevadm-export-db', /\.txt$/),
    (text) => {
      const all = devicesOf(text);
      return { usb: parseSysfsUsb(usbOf(all)), inputs: parseInput(inputOf(all)), all };
    },
    {
      compare: ({ usb, inputs, all }, sample) => {
        const told = new Map(all.map(({ path, properties }) => [last(path), properties]));
        const counts = counted[name(sample).replace('.txt', '')]?.[0]?.counts ?? {};
        const cameras = usb.filter((device) => isOfClass(device, USB_CLASS.video)).length;
        const adapters = usb.filter((device) => device.interfaces.some(({ driver }) => driver === 'btusb'));
        return [
          {
            inputs: inputs.map(({ id, kind }) => [id, kind]),
            bluetooth: adapters.length,
            cameras,
          },
          {
            inputs: inputs.map(({ id }) => [id, kindOf(told.get(id) ?? {})]),
            bluetooth: counts.BLUETOOTH ?? adapters.length,
            // A camera inside may hang on MIPI instead: then there is none on USB.
            cameras: cameras === 0 ? 0 : (counts.CAPTURE ?? cameras),
          },
        ];
      },
    },
  ),
  tool('pactl list', 'parsePactlList', samples('pactl', /./), parsePactlList),
  tool('pw-dump', 'objectsOf, serverOf', samples('pipewire', /./), (text) => serverOf(objectsOf(text)), {
    refuses: [[/wpctl/, '`wpctl status`, a drawing; pw-dump is asked']],
  }),
  tool('system_profiler -json', 'parseMacUsb', samples('system_profiler', /cyme\/.*\.json$/), parseMacUsb, {
    refuses: [[/cyme_sp/, 'what cyme made of it, no output of system_profiler']],
    compare: (ours) => [
      ours
        .map(({ name, vendorId, productId, speedMbps }) => `${name} ${vendorId} ${productId} ${speedMbps}`)
        .sort(),
      cymeDevices(),
    ],
    differs: [
      [
        /system_profiler_dump/,
        'cyme’s own file leaves out one device and one speed that stand in the profile',
      ],
    ],
  }),
  tool(
    'system_profiler -xml',
    'parsePlist',
    [...samples('system_profiler', /\.xml$/), ...samples('storages', /\.xml$/)],
    parsePlist,
    {
      refuses: [[/storages/, 'a made-up sample without a property list in it']],
    },
  ),
  tool('MSFT_NetAdapter', 'parseBatch', wmi('MSFT_NetAdapter'), (_, sample) =>
    parseBatch(JSON.stringify({ adapters: dumped(name(sample)) })),
  ),
  tool(
    'Win32_LogicalDisk',
    'parseWindowsDisks',
    wmi('Win32_LogicalDisk'),
    (_, sample) => parseWindowsDisks(JSON.stringify({ systemDrive: 'C:', disks: dumped(name(sample)) })),
    {
      compare: ({ volumes }) => [
        volumes.map(({ drive, freeBytes, totalBytes }) => [
          drive,
          Math.floor(freeBytes / 2 ** 20),
          Math.floor(totalBytes / 2 ** 20),
        ]),
        expectedBy('tasks__inventory__windows__drives', 'winxp-sp3-x86')
          .filter(({ TOTAL }) => TOTAL !== null)
          .map(({ LETTER, FREE, TOTAL }) => [LETTER, FREE, TOTAL]),
      ],
    },
  ),
  tool(
    'MSFT_PhysicalDisk',
    'parseWindowsHardware',
    wmi('MSFT_PhysicalDisk'),
    (_, sample) => parseWindowsHardware(physicalDisks(dumped(name(sample)))),
    {
      compare: (ours) => [
        ours.disks.items.map((disk) => disk.name),
        expectedBy('tasks__inventory__windows__storages', 'win10-edu-2020-fr')
          .filter(({ NAME }) => `${NAME}`.startsWith('PhysicalDisk'))
          .map(({ MODEL }) => MODEL),
      ],
    },
  ),
  tool(
    'Win32_ComputerSystem',
    'parseWindowsMachine',
    wmi('Win32_ComputerSystem'),
    (_, sample) => parseWindowsMachine(JSON.stringify({ system: dumped(name(sample))[0] })),
    {
      compare: ({ maker, model }) => [
        [maker, model],
        expectedBy('tasks__inventory__windows__bios', 'proxmox').flatMap(({ SMANUFACTURER, SMODEL }) => [
          SMANUFACTURER,
          SMODEL,
        ]),
      ],
    },
  ),
  tool(
    'CIM_LogicalDevice',
    'parseWindowsDevices',
    wmi('CIM_LogicalDevice'),
    (_, sample) =>
      parseWindowsDevices(
        JSON.stringify({
          devices: dumped(name(sample)).map((one) => ({
            id: one.PNPDeviceID,
            code: one.ConfigManagerErrorCode,
          })),
        }),
      ),
    {
      compare: (ours) => [
        [...new Set(ours.flatMap(({ id }) => /VID_(\w{4})&PID_(\w{4})/.exec(id)?.slice(1).join(':') ?? []))],
        expectedBy('tasks__inventory__windows__usb', 'bar-code-scanner').map(
          ({ VENDORID, PRODUCTID }) => `${VENDORID}:${PRODUCTID}`,
        ),
      ],
    },
  ),
];
