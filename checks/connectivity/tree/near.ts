/** Adapter, link and address. */
import type { TreeNode } from '../../../src/contract.ts';
import { cause } from '../../../src/contract.ts';
import {
  ADAPTER,
  ADDRESS,
  ANY,
  against,
  anyOpen,
  BROKEN,
  code,
  conclude,
  noneOpen,
  SAFE_MODE,
  WIFI,
  wrongClock,
} from './parts.ts';

const RENEWED = ['renew-lease-windows', 'renew-lease-linux', 'renew-lease-macos'];

export const near: Readonly<Record<string, TreeNode>> = {
  'NET.0': {
    kind: 'measure',
    // Where nothing could be seen, the person's eyes are the only instrument.
    branches: [
      // Without its network, safe mode is meant to have none.
      {
        when: (view) => view.open(SAFE_MODE) && (anyOpen(...BROKEN)(view) || !view.looked),
        to: 'NET.0S',
      },
      { when: (view) => !view.looked && noneOpen(...ANY)(view) && !wrongClock(view), to: 'NET.6' },
    ],
    otherwise: 'NET.1',
  },
  'NET.0S': cause(SAFE_MODE),
  'NET.1': {
    kind: 'measure',
    branches: [
      { when: anyOpen('no-adapter'), to: 'NET.1A' },
      { when: anyOpen(...ADAPTER), to: 'NET.1D' },
    ],
    otherwise: 'NET.2',
  },
  'NET.1A': against(
    ['no-adapter'],
    ['rescan-devices-windows', 'replug-adapter', 'enable-in-firmware'],
    'NET.1C',
  ),
  'NET.1C': conclude('no-adapter', ...ADAPTER),
  'NET.1D': against(
    ADAPTER,
    [
      'enable-networking',
      'enable-adapter',
      'enable-adapter-windows',
      'unblock-wifi',
      'unblock-wifi-macos',
      'press-airplane-key',
    ],
    'NET.1C',
  ),
  'NET.2': {
    kind: 'measure',
    branches: [
      { when: anyOpen('link-down'), to: 'NET.2A' },
      { when: anyOpen(...WIFI), to: 'NET.2W' },
    ],
    otherwise: 'NET.3',
  },
  'NET.2A': {
    kind: 'ask',
    question: 'cable',
    to: { blink: 'NET.2R', dark: 'NET.2B', loose: 'NET.2L', wifi: 'NET.2W' },
    unsure: 'NET.2L',
    cost: { seconds: 30 },
  },
  'NET.2L': against(['link-down'], ['reseat-cable'], 'NET.2B'),
  // Lights without a link: the adapter may only have to begin anew.
  'NET.2R': against(['link-down'], ['reconnect-linux', 'reseat-cable'], 'NET.2B'),
  'NET.2B': against(['link-down'], ['replace-cable'], 'NET.2C'),
  'NET.2C': conclude('link-down'),
  'NET.2W': {
    kind: 'ask',
    question: 'wifi-changed',
    known: ({ open }) => (open(code('wifi-auth-failed')) ? 'yes' : undefined),
    to: { yes: 'NET.2J', no: 'NET.2F', unsure: 'NET.2J' },
  },
  'NET.2F': {
    kind: 'ask',
    question: 'where',
    to: { same: 'NET.2J', next: 'NET.2J', further: 'NET.2M', floor: 'NET.2M' },
    unsure: 'NET.2J',
  },
  'NET.2M': against([...WIFI, 'link-down'], ['move-closer'], 'NET.2J'),
  'NET.2J': against([...WIFI, 'link-down'], ['reconnect-linux', 'join-wifi', 'set-mixed-security'], 'NET.2X'),
  'NET.2X': conclude(...WIFI, 'link-down'),
  'NET.3': {
    kind: 'measure',
    branches: [
      { when: anyOpen('wrong-subnet'), to: 'NET.3S' },
      { when: anyOpen('duplicate-ip'), to: 'NET.3U' },
      { when: anyOpen(...ADDRESS), to: 'NET.3D' },
    ],
    otherwise: 'NET.4',
  },
  'NET.3S': against(['wrong-subnet'], ['set-automatic-address'], 'NET.3C'),
  'NET.3C': conclude('wrong-subnet'),
  'NET.3U': against(['duplicate-ip'], RENEWED, 'NET.3A'),
  'NET.3A': against(['duplicate-ip'], ['set-automatic-address'], 'NET.3B'),
  'NET.3B': conclude('duplicate-ip'),
  'NET.3D': against(ADDRESS, [...RENEWED, 'restart-network-service'], 'NET.6'),
};
