/** Which change is the likelier cause of a trouble: what is told first. */
import type { ChangeKind } from '../contract.ts';
import type { Change } from './changes.ts';

/** What breaks a module, the likeliest first; kinds that are not named come last. */
const BREAKS: Readonly<Record<string, readonly ChangeKind[]>> = {
  connectivity: ['network', 'driver', 'kernel', 'package', 'system'],
  'disk-space': ['space', 'package', 'device', 'kernel'],
  updates: ['package', 'system', 'space', 'network', 'kernel'],
  'safe-mode': ['kernel', 'driver', 'package', 'system', 'space', 'device'],
  drivers: ['driver', 'kernel', 'package', 'device', 'system'],
  peripherals: ['device', 'driver', 'kernel', 'package'],
  hardware: ['device', 'system', 'kernel', 'driver'],
  compatibility: ['package', 'system', 'driver', 'kernel'],
  performance: ['package', 'space', 'driver', 'kernel', 'device', 'system'],
  clock: ['system', 'package', 'network'],
  printing: ['network', 'package', 'device', 'driver'],
  audio: ['driver', 'package', 'kernel', 'device'],
  security: ['package', 'system', 'network'],
};

/** Packages that belong to what a module looks at: of two hundred that were upgraded, these are named. */
const NAMED: Readonly<Record<string, RegExp>> = {
  connectivity:
    /network-?manager|wpa|iwd|dhc|connman|resolv|dns|vpn|wireguard|firmware|iptables|nftables|firewall|netplan|openssl|ca-certificates|modemmanager/i,
  drivers: /nvidia|mesa|firmware|dkms|linux-|kernel|xserver|xorg|amdgpu|intel|libdrm|microcode/i,
  peripherals: /bluez|blueman|libinput|udev|usb|firmware|v4l|mutter|kwin|xserver|xorg/i,
  hardware: /firmware|microcode|smartmontools|thermald|fwupd|linux-|kernel/i,
  'safe-mode':
    /systemd|grub|initramfs|dracut|mkinitcpio|linux-|kernel|shim|cryptsetup|gdm|sddm|lightdm|plymouth/i,
  updates: /apt|dpkg|dnf|rpm|pacman|zypp|packagekit|snapd|flatpak|gnupg|keyring|ca-certificates/i,
  compatibility: /glibc|libc6|libstdc|mesa|openssl|libssl|java|jre|jdk|python|dotnet|qt|gtk|wine|libwebkit/i,
  performance: /mesa|kernel|linux-|systemd|gnome|plasma|mutter|kwin|tracker|baloo|snapd|firefox|chrom/i,
  printing: /cups|hplip|gutenprint|ghostscript|avahi|printer|foomatic|brother|epson|canon/i,
  audio: /pipewire|pulse|wireplumber|alsa|jack|sof-firmware|bluez/i,
  clock: /chrony|ntp|systemd|tzdata|timesync/i,
  security: /ufw|firewall|clam|openssh|sudo|pam|apparmor|selinux|ca-certificates/i,
};

/** Before the trouble first; then what breaks such things; then what was nearest to it. */
export const byPlausibility = (changes: readonly Change[], codes: readonly string[]): readonly Change[] => {
  const modules = [...new Set(codes.map((code) => code.split('/', 1)[0] ?? ''))];
  return [...changes]
    .map((change) => ({ change, weight: weightOf(change, modules) }))
    .sort(
      (a, b) =>
        Number(a.change.isLater) - Number(b.change.isLater) ||
        a.weight - b.weight ||
        Date.parse(b.change.at ?? b.change.to) - Date.parse(a.change.at ?? a.change.to) ||
        (a.change.key < b.change.key ? -1 : a.change.key > b.change.key ? 1 : 0),
    )
    .map(({ change }) => change);
};

const FAR = 20;

/** Of several modules the one it fits best. */
const weightOf = (change: Change, modules: readonly string[]): number =>
  Math.min(FAR, ...modules.map((module) => weightFor(change, module)));

const weightFor = ({ kind, key, before, after }: Change, module: string): number => {
  const place = BREAKS[module]?.indexOf(kind) ?? -1;
  const byKind = place < 0 ? FAR / 2 : place * 2;
  if (kind !== 'package') return byKind;
  // A package that has nothing to do with it is the weakest of all reasons, however many there are.
  if (NAMED[module]?.test(key) !== true) return FAR - 1;
  return byKind - (before !== null && after !== null ? 1 : 0);
};

/** Whether it belongs to what these modules look at by its name, not only by its kind. */
export const isNamed = (key: string, codes: readonly string[]): boolean =>
  codes.some((code) => NAMED[code.split('/', 1)[0] ?? '']?.test(key) === true);
