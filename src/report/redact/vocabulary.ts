/** Words that are nobody's own, even where a user or a computer bears them. */

/** Names of accounts and computers that come with a system: hiding them hides nothing and breaks what is read. */
export const GENERIC: ReadonlySet<string> = new Set(
  `root admin administrator user guest nobody daemon system ubuntu debian fedora centos arch alpine kali mint raspberrypi
  raspberry pi localhost localdomain local domain workgroup home lan mail www ftp sshd apt backup games list
  news proxy uucp irc gnats sync lp man bin sys messagebus avahi polkitd postfix ntp chrony dnsmasq systemd-network
  systemd-resolve systemd-timesync syslog whoopsie nm-openvpn colord geoclue pulse gdm lightdm sddm rtkit usbmux
  tss kernoops saned hplip speech-dispatcher cups-pk-helper gnome-initial-setup default public shared all
  defaultaccount wdagutilityaccount networkservice localservice builtin authority nt everyone owner unknown
  none null true false linuxbrew lost+found vagrant runner docker node postgres mysql redis nginx apache git
  invalid example test host hostname computer`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Words of programs' output: as a name they are hidden only where a name is meant (`/home/dev`, `dev@`). */
export const COMMON: ReadonlySet<string> = new Set(
  `link wlan main disk data tmp var usr boot proc net eth default state kernel service scope global server
  client gateway router name address laptop desktop linux windows darwin mac macbook notebook office work media
  group users device devices interface network memory print printer audio video music web site store cloud
  base core file files folder path time date type version status error warning info debug trace from with
  that this there where when what which have been were will only also into over than then them some such
  update upgrade install package packages source sources size used free avail mounted filesystem unix
  inet inet6 ether brd mtu qdisc noqueue dynamic valid forever preferred metric proto static src dev via
  secondary permanent reachable stale lower upper table priority running active inactive loaded failed
  start stop stopped started reload mount swap share snap flat apps app code python java node rust
  ruby perl bash shell console login session process thread socket port ports open close closed listen
  time timeout reply bytes packets ping icmp dns dhcp http https tcp udp tls ssl ipv4 ipv6 ethernet
  wireless wifi bluetooth usb pci nvme sata scsi root uuid label ext4 btrfs vfat ntfs tmpfs overlay zfs xfs
  company team corp internal intranet private staff student teacher school family guest1 mobile phone tablet`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Labels of host names that tell what a host does. */
export const TELLING_LABELS: ReadonlySet<string> = new Set(
  `www www1 www2 ns ns1 ns2 dns dns1 dns2 mail smtp imap pop mx mx1 proxy gw gateway router wpad captive portal
  api cdn ftp ntp time vpn ldap dc dc1 kdc web probe connectivity-check connectivitycheck detectportal mirror
  mirrors repo archive security deb static _tcp _udp _http _dns-sd localhost ip6-localhost test check`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Ends of names that no public name server knows: what stands before them is somebody's own. */
export const PRIVATE_ENDS =
  'local|lan|home|internal|intranet|corp|localdomain|home\\.arpa|private|test|example';

/** Public resolvers and identifiers that are the same everywhere. */
export const PUBLIC_RESOLVERS: readonly string[] =
  `1.1.1.1 1.0.0.1 1.1.1.2 1.1.1.3 8.8.8.8 8.8.4.4 9.9.9.9 9.9.9.10
  149.112.112.112 208.67.222.222 208.67.220.220 4.2.2.1 4.2.2.2 77.88.8.8 77.88.8.1 94.140.14.14 94.140.15.15
  76.76.2.0 64.6.64.6 64.6.65.6 185.228.168.9 223.5.5.5 223.6.6.6 114.114.114.114 119.29.29.29
  2606:4700:4700::1111 2606:4700:4700::1001 2001:4860:4860::8888 2001:4860:4860::8844 2620:fe::fe 2620:fe::9
  2620:119:35::35 2620:119:53::53 2a02:6b8::feed:ff 2a02:6b8:0:1::feed:ff 2a10:50c0::ad1:ff 2a10:50c0::ad2:ff`
    .split(/\s+/)
    .filter((word) => word !== '');

/** UUIDs that name a kind of thing: Bluetooth services, partition types, device classes, power settings. */
export const WELL_KNOWN_UUID =
  /^(?:[0-9a-f]{8}-0000-1000-8000-00805f9b34fb|[0-9a-f]{8}-0000-0000-c000-000000000046|0{8}-(?:0{4}-){3}0{12}|f{8}-(?:f{4}-){3}f{12}|[0-9a-f]{8}-[0-9a-f]{4}-11d[0-9]-|[0-9a-f]{8}-e325-11ce-bfc1-08002be10318|8be4df61-93ca-|c12a7328-f81f-|ebd0a0a2-b9e5-|e3c9e316-0b5c-|de94bba4-06d1-|0fc63daf-8483-|0657fd6d-a4ab-|4f68bce3-e8cd-|933ac7e1-2eb4-|e6d6d379-f507-|48465300-0000-11aa-|7c3457ef-0000-11aa-|(?:381b4222-f694|8c5e7fda-e8bf|a1841308-3541|e9a42b02-d5df)-)/i;
