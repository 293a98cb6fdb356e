/** What the words of the way into safe mode are made from: plain values, without a language. */

/** How keys are pressed: any of them again and again, one after the other, or held together. */
export type Press = { readonly keys: readonly string[]; readonly how: 'tap' | 'then' | 'hold' };

export type Loader = 'grub' | 'systemd-boot' | 'refind' | 'u-boot' | 'unknown';

/** Where the keys go: its own keyboard, the window of a virtual machine, or a page of whoever rents it out. */
export type Screen = 'own' | 'window' | 'rented';

export type Lock = 'bitlocker' | 'filevault' | 'luks' | 'unknown';

export type WindowsVersion = 7 | 8 | 10 | 11 | null;

export type Firmware = 'uefi' | 'bios' | null;

type Windows = { readonly on: 'windows'; readonly version: WindowsVersion };
type Mac = { readonly on: 'mac'; readonly chip: 'apple' | 'intel' };
type Linux = {
  readonly on: 'linux';
  readonly loader: Loader;
  readonly firmware: Firmware;
  /** Whether the menu has entries of its own for recovery; null where nothing says so. */
  readonly recovery: boolean | null;
};
type Pi = { readonly on: 'raspberry-pi' };

/** A stick is started from by these keys; null where there are none to press. */
type Stick = { readonly menu: readonly Press[] | null; readonly sure: boolean };

export type KeyParams = { readonly lock: Lock; readonly on: 'windows' | 'linux' | 'mac' };

export type EnterParams = (Windows | Mac | Linux | Pi) & {
  readonly screen: Screen;
  /** Whoever is connected from elsewhere loses the connection. */
  readonly remote: boolean;
};

export type NotStartingParams = (Windows | Mac | Linux | Pi) & Stick;

export type FirmwareParams = {
  readonly computer: string | null;
  readonly setup: readonly Press[];
  readonly menu: readonly Press[];
  /** Whether the keys are those of this maker; otherwise the usual ones. */
  readonly known: boolean;
  /** Whether the table is young enough to be taken as a fact. */
  readonly sure: boolean;
  readonly asOf: string;
  /** Makers that deliver the boot menu switched off. */
  readonly menuIsOff: boolean;
  /** The running system can be told to open the setup with the next start. */
  readonly from: 'windows' | 'linux' | null;
};

export type VirtualParams = { readonly hypervisor: string; readonly screen: Screen };

export type LeaveParams = { readonly on: 'windows' | 'linux' | 'raspberry-pi' | 'mac' };

export type ElsewhereParams = { readonly place: 'wsl' | 'container' };
