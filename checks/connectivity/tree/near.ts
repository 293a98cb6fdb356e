/** Adapter, link and address. */
import type { TreeNode } from '../../../src/contract.ts';
import {
  ADAPTER,
  ADDRESS,
  ANY,
  against,
  anyOpen,
  code,
  conclude,
  noneOpen,
  WIFI,
  wrongClock,
} from './parts.ts';

export const near: Readonly<Record<string, TreeNode>> = {
  'NET.0': {
    kind: 'measure',
    // Where nothing could be seen, the person's eyes are the only instrument.
    branches: [{ when: (view) => !view.looked && noneOpen(...ANY)(view) && !wrongClock(view), to: 'NET.6' }],
    otherwise: 'NET.1',
  },
  'NET.1': {
    kind: 'measure',
    branches: [
      { when: anyOpen('no-adapter'), to: 'NET.1C' },
      { when: anyOpen(...ADAPTER), to: 'NET.1D' },
    ],
    otherwise: 'NET.2',
  },
  'NET.1C': conclude('no-adapter', ...ADAPTER),
  'NET.1D': against(
    ADAPTER,
    ['enable-networking', 'enable-adapter', 'unblock-wifi', 'unblock-wifi-macos', 'press-airplane-key'],
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
    to: { blink: 'NET.2B', dark: 'NET.2B', loose: 'NET.2L', wifi: 'NET.2W' },
  },
  'NET.2L': against(['link-down'], ['reseat-cable'], 'NET.2B'),
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
  },
  'NET.2M': against([...WIFI, 'link-down'], ['move-closer'], 'NET.2J'),
  'NET.2J': against([...WIFI, 'link-down'], ['join-wifi'], 'NET.2X'),
  'NET.2X': conclude(...WIFI, 'link-down'),
  'NET.3': {
    kind: 'measure',
    branches: [
      { when: anyOpen('wrong-subnet'), to: 'NET.3S' },
      { when: anyOpen(...ADDRESS), to: 'NET.3D' },
    ],
    otherwise: 'NET.4',
  },
  'NET.3S': against(['wrong-subnet'], ['set-automatic-address'], 'NET.3C'),
  'NET.3C': conclude('wrong-subnet'),
  'NET.3D': against(ADDRESS, ['renew-lease-windows', 'renew-lease-linux', 'renew-lease-macos'], 'NET.6'),
};
