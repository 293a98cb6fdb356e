/** Which services matter to a person, and which fail on many healthy computers. */

export type ServiceClass =
  | 'network'
  | 'print'
  | 'audio'
  | 'update'
  | 'disk'
  | 'sign-in'
  | 'time'
  | 'backup'
  | 'system';

/** The first that fits. Names of units, as Debian, Ubuntu, Fedora, openSUSE and Arch have them. */
const CLASSES: readonly (readonly [ServiceClass, RegExp])[] = [
  [
    'network',
    /^(?:NetworkManager|systemd-networkd|systemd-resolved|networking|wpa_supplicant(?:@.*)?|iwd|dhcpcd|connman|dnsmasq|openvpn.*|wg-quick@.*|firewalld|nftables|ufw)\.service$/,
  ],
  ['print', /^(?:cups.*|snap\.cups\..*|ipp-usb)\.(?:service|socket)$/],
  ['audio', /^(?:alsa-.*|pipewire.*|wireplumber|pulseaudio.*)\.(?:service|socket)$/],
  [
    'update',
    /^(?:apt-daily|apt-daily-upgrade|unattended-upgrades|packagekit|snapd|dnf-automatic.*|dnf5-automatic|rpm-ostreed-automatic|transactional-update|system-update.*|packagekit-offline-update)\.service$/,
  ],
  [
    'disk',
    /(?:\.mount|\.swap)$|^(?:systemd-fsck.*|systemd-cryptsetup@.*|systemd-remount-fs|lvm2-.*|mdadm.*|mdmonitor.*|smartd|smartmontools|zfs-.*|udisks2|multipathd|systemd-growfs.*|fstrim)\.service$/,
  ],
  [
    'sign-in',
    /^(?:gdm3?|sddm|lightdm|lxdm|ly|greetd|display-manager|systemd-logind|systemd-user-sessions|dbus|dbus-broker|polkit|accounts-daemon|sssd|user@\d+)\.service$/,
  ],
  ['time', /^(?:systemd-timesyncd|chronyd?|ntpd?|ntpsec|openntpd)\.service$/],
  [
    'backup',
    /backup|^(?:restic|borg|timeshift|duplicity|rsnapshot|snapper|btrbk|sanoid|syncoid)[\w@.-]*\.service$/,
  ],
  [
    'system',
    /^(?:systemd-(?:udevd|journald|sysctl|tmpfiles-setup.*|udev-settle)|bluetooth|rsyslog|cron|crond)\.service$/,
  ],
];

/** These wait for what may never come, or ask servers that are often busy. */
const OFTEN_FAILING =
  /^(?:.*-wait-online|fwupd-refresh|motd-news|apt-news|esm-cache|ua-timer|man-db|logrotate|casper-md5check|systemd-udev-settle|dnf-makecache|geoclue|packagekit-offline-update)\.service$/;

/** Null: it may matter to whoever installed it, and to nothing else. */
export const classOf = (unit: string): ServiceClass | null =>
  OFTEN_FAILING.test(unit) ? null : (CLASSES.find(([, names]) => names.test(unit))?.[0] ?? null);
