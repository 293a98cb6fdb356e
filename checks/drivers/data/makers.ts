/** Where a maker publishes its drivers, by vendor id. Never driver collections of third parties. */

/** Date of the addresses, which age. */
export const asOf = '2026-11-24';

export interface Maker {
  readonly name: string;
  /** https only: shown to be opened in a browser, never downloaded from. */
  readonly url: string;
  /** The maker leaves drivers to whoever built the computer or the board: its page comes first. */
  readonly oemFirst?: true;
  /** A device of a virtual machine: its driver comes with the guest tools. */
  readonly virtual?: true;
}

const maker = (name: string, url: string, kind: Omit<Maker, 'name' | 'url'> = {}): Maker => ({
  name,
  url,
  ...kind,
});
const OEM = { oemFirst: true } as const;
const VM = { virtual: true } as const;

const INTEL = maker('Intel', 'https://www.intel.com/content/www/us/en/download-center/home.html');
const AMD = maker('AMD', 'https://www.amd.com/en/support');

export const PCI_MAKERS: Readonly<Record<string, Maker>> = {
  '8086': INTEL,
  '8087': INTEL,
  '10de': maker('NVIDIA', 'https://www.nvidia.com/drivers'),
  '1002': AMD,
  '1022': AMD,
  '10ec': maker('Realtek', 'https://www.realtek.com/Download/Index', OEM),
  '14e4': maker('Broadcom', 'https://www.broadcom.com/support', OEM),
  '168c': maker('Qualcomm Atheros', 'https://www.qualcomm.com/support', OEM),
  '17cb': maker('Qualcomm', 'https://www.qualcomm.com/support', OEM),
  '14c3': maker('MediaTek', 'https://www.mediatek.com', OEM),
  '11ab': maker('Marvell', 'https://www.marvell.com/support/downloads.html'),
  '1b4b': maker('Marvell', 'https://www.marvell.com/support/downloads.html'),
  '1b21': maker('ASMedia', 'https://www.asmedia.com.tw', OEM),
  '1912': maker('Renesas', 'https://www.renesas.com', OEM),
  '1106': maker('VIA', 'https://www.viatech.com', OEM),
  '144d': maker('Samsung', 'https://semiconductor.samsung.com/consumer-storage/support/tools/'),
  '15b7': maker('SanDisk', 'https://support.wdc.com'),
  '1344': maker('Micron', 'https://www.crucial.com/support'),
  c0a9: maker('Crucial', 'https://www.crucial.com/support'),
  '2646': maker('Kingston', 'https://www.kingston.com/support'),
  '1af4': maker('virtio', 'https://fedorapeople.org/groups/virt/virtio-win/', VM),
  '1b36': maker('QEMU', 'https://fedorapeople.org/groups/virt/virtio-win/', VM),
  '1234': maker('QEMU', 'https://www.qemu.org', VM),
  '15ad': maker('VMware', 'https://support.broadcom.com', VM),
  '80ee': maker('VirtualBox', 'https://www.virtualbox.org/wiki/Downloads', VM),
  '1414': maker(
    'Microsoft Hyper-V',
    'https://learn.microsoft.com/windows-server/virtualization/hyper-v/',
    VM,
  ),
  '5853': maker('Xen', 'https://xenproject.org', VM),
};

export const USB_MAKERS: Readonly<Record<string, Maker>> = {
  '8087': INTEL,
  '0bda': maker('Realtek', 'https://www.realtek.com/Download/Index', OEM),
  '0a5c': maker('Broadcom', 'https://www.broadcom.com/support', OEM),
  '0cf3': maker('Qualcomm Atheros', 'https://www.qualcomm.com/support', OEM),
  '0e8d': maker('MediaTek', 'https://www.mediatek.com', OEM),
  '03f0': maker('HP', 'https://support.hp.com'),
  '04b8': maker('Epson', 'https://epson.com/support'),
  '04a9': maker('Canon', 'https://www.canon.com/support/'),
  '04f9': maker('Brother', 'https://support.brother.com'),
  '04e8': maker('Samsung', 'https://support.hp.com'),
  '0482': maker('Kyocera', 'https://www.kyoceradocumentsolutions.com/en/support/'),
  '043d': maker('Lexmark', 'https://support.lexmark.com'),
  '0924': maker('Xerox', 'https://www.support.xerox.com'),
  '046d': maker('Logitech', 'https://support.logi.com'),
  '045e': maker('Microsoft', 'https://support.microsoft.com'),
  '17e9': maker('DisplayLink', 'https://www.synaptics.com/products/displaylink-graphics/downloads'),
  '0403': maker('FTDI', 'https://ftdichip.com/drivers/'),
  '067b': maker('Prolific', 'https://www.prolific.com.tw'),
  '10c4': maker('Silicon Labs', 'https://www.silabs.com/developers/usb-to-uart-bridge-vcp-drivers'),
  '1a86': maker('WCH', 'https://www.wch.cn'),
  '0b95': maker('ASIX', 'https://www.asix.com.tw'),
  '056a': maker('Wacom', 'https://www.wacom.com/support'),
  '05ac': maker('Apple', 'https://support.apple.com/boot-camp'),
  '2357': maker('TP-Link', 'https://www.tp-link.com/support/'),
  '0846': maker('Netgear', 'https://www.netgear.com/support/'),
  '0b05': maker('ASUS', 'https://www.asus.com/support/'),
  '1058': maker('Western Digital', 'https://support.wdc.com'),
  '0781': maker('SanDisk', 'https://support.wdc.com'),
  '0951': maker('Kingston', 'https://www.kingston.com/support'),
};
