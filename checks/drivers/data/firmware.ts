/** Which package holds a firmware file, by distribution. Debian splits its firmware, the others mostly do not. */

/** Date of the table: packages are split and renamed now and then. */
export const asOf = '2026-11-24';

/** The first beginning that fits counts. Names that are the same in Debian 12 and 13. */
const DEBIAN: readonly (readonly [prefix: string, name: string])[] = [
  ['iwlwifi-', 'firmware-iwlwifi'],
  ['intel/iwlwifi/', 'firmware-iwlwifi'],
  ['intel/ibt-', 'firmware-iwlwifi'],
  ['intel/sof', 'firmware-sof-signed'],
  ['sof', 'firmware-sof-signed'],
  ['rtl_bt/', 'firmware-realtek'],
  ['rtl_nic/', 'firmware-realtek'],
  ['rtlwifi/', 'firmware-realtek'],
  ['rtw88/', 'firmware-realtek'],
  ['rtw89/', 'firmware-realtek'],
  ['amdgpu/', 'firmware-amd-graphics'],
  ['radeon/', 'firmware-amd-graphics'],
  ['brcm/', 'firmware-brcm80211'],
  ['ath3k-', 'firmware-atheros'],
  ['ath6k/', 'firmware-atheros'],
  ['ath9k_htc/', 'firmware-ath9k-htc'],
  ['ath10k/', 'firmware-atheros'],
  ['ath11k/', 'firmware-atheros'],
  ['ath12k/', 'firmware-atheros'],
  ['qca/', 'firmware-atheros'],
  ['bnx2/', 'firmware-bnx2'],
  ['bnx2x/', 'firmware-bnx2x'],
  ['libertas/', 'firmware-libertas'],
  ['mrvl/', 'firmware-libertas'],
  ['e100/', 'firmware-misc-nonfree'],
  ['ti-connectivity/', 'firmware-ti-connectivity'],
];

const SOUND_OPEN_FIRMWARE: Readonly<Record<string, string>> = {
  fedora: 'alsa-sof-firmware',
  arch: 'sof-firmware',
  suse: 'sof-firmware',
  opensuse: 'sof-firmware',
  ubuntu: 'firmware-sof-signed',
};

/** The package, and '' where this table does not know. `ids`: ID and ID_LIKE of os-release. */
export const packageFor = (file: string, ids: readonly string[]): string => {
  const isSound = file.startsWith('intel/sof') || file.startsWith('sof');
  const family = ['ubuntu', 'debian', 'fedora', 'arch', 'suse', 'opensuse'].find((id) => ids.includes(id));
  if (family === undefined) return '';
  if (family === 'debian') {
    return DEBIAN.find(([prefix]) => file.startsWith(prefix))?.[1] ?? 'firmware-misc-nonfree';
  }
  return (
    (isSound ? SOUND_OPEN_FIRMWARE[family] : undefined) ??
    (family === 'suse' || family === 'opensuse' ? 'kernel-firmware-all' : 'linux-firmware')
  );
};

/** The command that installs packages, as a person types it. */
export const installCommand = (ids: readonly string[]): string => {
  if (ids.includes('debian') || ids.includes('ubuntu')) return 'sudo apt install';
  if (ids.includes('fedora') || ids.includes('rhel')) return 'sudo dnf install';
  if (ids.includes('arch')) return 'sudo pacman -S';
  if (ids.includes('suse') || ids.includes('opensuse')) return 'sudo zypper install';
  return '';
};
