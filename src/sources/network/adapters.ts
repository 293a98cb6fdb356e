/** Network adapters: which are hardware, which are switched on, which have a link. */
import { type Raw, read, sourceByOs, unparsable } from '../../contract.ts';
import { networkBatch, parseBatch } from './windows.ts';

export interface Adapter {
  readonly name: string;
  /** Hardware of this computer, not a bridge, tunnel or container's cable. */
  readonly physical: boolean;
  readonly wireless: boolean;
  readonly tunnel: boolean;
  readonly loopback: boolean;
  /** Switched on in the system (IFF_UP). */
  readonly enabled: boolean;
  /** null where it can't be told: an adapter that is switched off has no link to ask for. */
  readonly carrier: boolean | null;
  readonly speedMbps: number | null;
  readonly fullDuplex: boolean | null;
  /** Since the start of the computer; absent where the system does not count them. */
  readonly received?: { readonly packets: number; readonly damaged: number };
}

const PACKETS = 'statistics/rx_packets';
const DAMAGED = 'statistics/rx_crc_errors';
const IFF_UP = 0x1;
const ARPHRD_ETHER = 1;
const ARPHRD_LOOPBACK = 772;
const ARPHRD_PPP = 512;
/** tun and WireGuard: no link-layer header. */
const ARPHRD_NONE = 65_534;

/** `/sys/class/net/*` */
export const parseSysClassNet = ({ entries }: Raw['attributes']): readonly Adapter[] =>
  Object.entries(entries)
    .filter(([, attributes]) => 'text' in (attributes.flags ?? { error: '' }))
    .map(([name, attributes]) => {
      const text = (key: string): string | null => {
        const attribute = attributes[key];
        return attribute !== undefined && 'text' in attribute ? attribute.text.trim() : null;
      };
      const flags = Number(text('flags') ?? Number.NaN);
      const type = Number(text('type') ?? Number.NaN);
      if (Number.isNaN(flags) || Number.isNaN(type)) throw unparsable(`${name}: flags ${text('flags')}`);
      const speed = Number(text('speed') ?? Number.NaN);
      const duplex = text('duplex');
      const carrier = text('carrier');
      const packets = Number(text(PACKETS) ?? Number.NaN);
      const damaged = Number(text(DAMAGED) ?? Number.NaN);
      return {
        name,
        physical: text('device') !== null && type === ARPHRD_ETHER,
        wireless: text('phy80211') !== null,
        tunnel: type === ARPHRD_NONE || type === ARPHRD_PPP,
        loopback: type === ARPHRD_LOOPBACK,
        enabled: (flags & IFF_UP) !== 0,
        carrier: carrier === null ? null : carrier === '1',
        speedMbps: speed > 0 ? speed : null,
        fullDuplex: duplex === 'full' ? true : duplex === 'half' ? false : null,
        ...(packets >= 0 && damaged >= 0 && { received: { packets, damaged } }),
      };
    });

/**
 * AirDrop, hotspot and the links inside the machine: up beside Wi-Fi, and no way to a network. The
 * last is the T2 chip's, an `en` as any other but for the prefix of its address.
 */
const APPLE_OWN = /^(awdl|llw|anpi|ap|p2p)\d+: |^\s+ether ac:de:48:00:/m;

/** BSD `ifconfig -a`: `en` are hardware on a Mac, whatever stands behind the number. */
export const parseIfconfigAdapters = (text: string): readonly Adapter[] => {
  const blocks = text
    .split(/\n(?=\S)/)
    .filter((block) => block.trim() !== '')
    .filter((block) => !APPLE_OWN.test(block));
  return blocks.map((block) => {
    const head = /^([A-Za-z0-9._-]+): flags=[0-9a-f]+<([A-Z0-9,_]*)>/.exec(block);
    if (head === null) throw unparsable(block.split('\n')[0] ?? '');
    const name = head[1] ?? '';
    const flags = (head[2] ?? '').split(',');
    const status = /^[ \t]+status: (.+)$/m.exec(block)?.[1];
    const media = /^[ \t]+media: (.+)$/m.exec(block)?.[1] ?? '';
    const speed = /(\d+)(G?)[bB]ase/.exec(media);
    return {
      name,
      physical: /^en\d+$/.test(name) && /^[ \t]+ether /m.test(block),
      wireless: false,
      tunnel: /^(utun|ipsec|ppp)\d+$/.test(name),
      loopback: flags.includes('LOOPBACK'),
      enabled: flags.includes('UP'),
      carrier: status === undefined ? null : status === 'active' || status === 'associated',
      speedMbps: speed === null ? null : Number(speed[1]) * (speed[2] === 'G' ? 1000 : 1),
      fullDuplex: /full-duplex/.test(media) ? true : /half-duplex/.test(media) ? false : null,
    };
  });
};

export const adapters = sourceByOs<readonly Adapter[]>('net.adapters', {
  linux: read(
    {
      kind: 'attributes',
      folder: '/sys/class/net',
      names: ['flags', 'type', 'carrier', 'speed', 'duplex', PACKETS, DAMAGED],
      links: ['device', 'phy80211'],
    },
    parseSysClassNet,
  ),
  darwin: read({ kind: 'exec', argv: ['ifconfig', '-a'] }, ({ stdout }) => parseIfconfigAdapters(stdout)),
  win32: read(networkBatch, ({ stdout }) => parseBatch(stdout).adapters),
});
