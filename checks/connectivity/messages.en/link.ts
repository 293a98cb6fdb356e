/** Cable and radio, in English. */
import type { FindingWords } from '../../../src/contract.ts';
import { amount } from './terms.ts';

export const link = {
  'connectivity/no-adapter': {
    name: 'No network adapter was found',
    means:
      'The system knows no network card: neither for a cable nor for Wi-Fi. The hardware is missing, switched off in the firmware, or has no driver. The fault is in this computer.',
    found: 'The list of network interfaces holds no physical one.',
    say: () => ({
      title: 'This computer shows no network adapter',
      why: 'Without one there is no way to the router or the internet.',
      next: 'Plug the adapter out and in again if it is a USB one; otherwise look for it in the firmware setup and in the list of devices without a driver (Linux: lspci -nnk, lsusb)',
    }),
  },
  'connectivity/adapter-disabled': {
    name: 'The network adapter is switched off in the system',
    means: 'The network card is there and works, but the system was told not to use it.',
    found: 'Every physical interface is administratively down.',
    say: (p: { adapter: string; device?: string }) => ({
      title: `The network adapter ${p.adapter} is switched off in this computer`,
      why: 'The cable and the router may be fine: the system does not look at them.',
      next: `Switch it on in the network settings (Linux: sudo ip link set ${p.adapter} up)`,
    }),
  },
  'connectivity/wifi-radio-off': {
    name: 'Wi-Fi is switched off (airplane mode or radio key)',
    means: 'The radio of the Wi-Fi adapter is blocked, by a setting or by a switch or key on the computer.',
    found: 'rfkill (Linux), the power state of the Wi-Fi interface (macOS, Windows).',
    say: (p: { how: 'soft' | 'hard'; radio: string }) => ({
      title:
        p.how === 'hard'
          ? `Wi-Fi (${p.radio}) is switched off by a key or switch on this computer`
          : `Wi-Fi (${p.radio}) is switched off in this computer`,
      why: 'With its radio off the computer sees no network.',
      next:
        p.how === 'hard'
          ? 'Press the airplane key (often with Fn) or slide the Wi-Fi switch; no command can do that'
          : 'Switch airplane mode off and Wi-Fi on (Linux: rfkill unblock wlan; macOS: networksetup -setairportpower en0 on)',
    }),
  },
  'connectivity/link-down': {
    name: 'The cable is unplugged or there is no link',
    means:
      'The adapter is on, but nothing answers at the other end of the cable: it is not plugged in, is broken, or the router is without power.',
    found: 'No carrier on any wired interface, and no Wi-Fi that is joined.',
    say: (p: { adapter: string; device?: string }) => ({
      title: `${p.adapter} has no link: the other end of the cable does not answer`,
      why: 'Everything beyond the cable is out of reach. The cable, its socket or the router is the place to look.',
      next: 'Push the cable in at both ends until it clicks, look whether the router has power, then try another cable and another socket of the router',
    }),
  },
  'connectivity/wifi-not-associated': {
    name: 'Wi-Fi is on but not joined to a network',
    means: 'The radio works, but this computer is not part of any Wi-Fi network.',
    found: 'The Wi-Fi interface is up and associated with no access point.',
    say: (p: { adapter: string; device?: string }) => ({
      title: `Wi-Fi (${p.adapter}) is on but joined to no network`,
      why: 'There is no way to the router until the computer has joined its Wi-Fi.',
      next: 'Choose your network in the Wi-Fi menu and type its password (Linux: nmcli device wifi list)',
    }),
  },
  'connectivity/wifi-auth-failed': {
    name: 'Wi-Fi refuses the password',
    means: 'The access point and this computer do not agree on the password.',
    found: 'Two or more failed handshakes with the same network within five minutes, in the log.',
    say: (p: { network: string; times: number }) => ({
      title: `The Wi-Fi ${p.network} refused the password ${p.times} times`,
      why: 'The stored password is not the one the router has. It may have been changed there.',
      next: `Forget the network ${p.network} in the Wi-Fi menu, join it again, and type the password that stands on the router`,
    }),
  },
  'connectivity/wifi-weak-signal': {
    name: 'The Wi-Fi signal is weak here',
    means:
      'What arrives from the access point is so weak that packets are lost and sent again. Distance, walls and other networks are the usual reasons.',
    found:
      'Signal strength: warning below -67 dBm, less than 25 dB above the noise, or at most two of the five bars that Windows shows; critical below -75 dBm.',
    say: (p: {
      adapter: string;
      signalDbm: number;
      limitDbm: number;
      aboveNoiseDb?: number;
      bars?: number;
    }) => ({
      title:
        p.bars !== undefined
          ? `The Wi-Fi signal at ${p.adapter} has ${p.bars} of 5 bars`
          : p.aboveNoiseDb !== undefined
            ? `The Wi-Fi signal at ${p.adapter} is ${amount(p.aboveNoiseDb, 'dB')} above the noise, good is ${amount(25, 'dB')}`
            : `The Wi-Fi signal at ${p.adapter} is ${amount(p.signalDbm, 'dBm')}, good is above ${amount(p.limitDbm, 'dBm')}`,
      why: 'The connection gets slow and drops, while router and provider are fine.',
      next: 'Move closer to the router or use a cable; where that is not possible, a repeater in between',
    }),
  },
  'connectivity/ethernet-slow-link': {
    name: 'The cable link runs slower than the equipment allows',
    means:
      'Adapter and router agreed on a lower speed than both can do. A gigabit needs all four pairs of the cable: 100 Mbit/s usually means that one pair is broken.',
    found:
      'Speed at most 100 Mbit/s where both ends can do 1000, half duplex, or more than 0.1 % of the received packets damaged.',
    say: (p: {
      adapter: string;
      speedMbps: number;
      possibleMbps: number;
      halfDuplex: boolean;
      damaged?: number;
      packets?: number;
    }) => ({
      title:
        p.damaged !== undefined
          ? `${p.adapter} has received ${p.damaged} damaged packets beside ${p.packets ?? 0} good ones`
          : `${p.adapter} runs at ${amount(p.speedMbps, 'Mbit/s')}${p.halfDuplex ? ', half duplex' : ''}, possible is ${amount(p.possibleMbps, 'Mbit/s')}`,
      why: 'Nothing through this cable can be faster, whatever the provider delivers.',
      next: 'Replace the cable (Cat 5e or better), then try another socket of the router',
    }),
  },
} satisfies Readonly<Record<string, FindingWords<never>>>;
