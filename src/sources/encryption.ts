/** Whether disks are encrypted, as far as anybody may read it. */
import { read, source, sourceByOs, unparsable } from '../contract.ts';
import { windowsMachine } from './machine/hardware.ts';
import { numberOf, partOf, textOf } from './windows-part.ts';

export interface Mapping {
  /** `dm-1`. */
  readonly device: string;
  /** What stands below /dev/mapper: `luks-root`. */
  readonly name: string;
  /** Begins with what made it: `CRYPT-LUKS2-…`, `LVM-…`. */
  readonly uuid: string;
}

/** What the device mapper made of other devices. */
export const mappings = source({
  id: 'security.mappings',
  os: ['linux'],
  request: { kind: 'attributes', folder: '/sys/block', names: ['dm/name', 'dm/uuid'] },
  parse: ({ entries }): readonly Mapping[] =>
    Object.entries(entries).flatMap(([device, values]) => {
      const [name, uuid] = ['dm/name', 'dm/uuid'].map((key) => {
        const value = values[key];
        return value !== undefined && 'text' in value ? value.text.trim() : '';
      });
      return name === undefined || name === '' ? [] : [{ device, name, uuid: uuid ?? '' }];
    }),
});

/** While it decrypts, it says that it is off. Some versions write to stderr. */
export const fileVault = source({
  id: 'security.mac.filevault',
  os: ['darwin'],
  request: { kind: 'exec', argv: ['fdesetup', 'status'] },
  parse: ({ stdout, stderr }): boolean => {
    const said = `${stdout}\n${stderr}`;
    if (/FileVault is On/.test(said)) return true;
    if (/FileVault is Off/.test(said)) return false;
    throw unparsable(said.trim());
  },
});

/** Of the system drive. */
export interface BitLocker {
  /** `C:` */
  readonly drive: string;
  /** 1 on, 2 off, 3 encrypting, 4 decrypting, 5 suspended, 6 locked; null where Windows does not tell. */
  readonly state: number | null;
}

/** What the Explorer shows (System.Volume.BitLockerProtection), without administrator rights. */
export const bitLocker = sourceByOs<BitLocker>('machine.bitlocker', {
  win32: read(windowsMachine, ({ stdout }) => {
    const [item] = partOf(stdout, 'lock');
    if (item === undefined) throw unparsable(stdout.trim());
    return { drive: textOf(item.drive), state: numberOf(item.state) || null };
  }),
});

/** On, encrypting or locked: without its key nobody reads it. */
export const isProtected = ({ state }: BitLocker): boolean => state === 1 || state === 3 || state === 6;
