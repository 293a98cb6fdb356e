/**
 * Plans that a person agrees to. Without steps: the command holds this machine's own names and stands in
 * the finding's words, or it is something that only hands do.
 */
import type { Chance, Effort, Fix } from '../../src/contract.ts';

const person = (
  id: string,
  os: Fix['os'],
  cost: Effort,
  chance: Chance,
  ...codes: readonly string[]
): Fix => ({ id, for: codes, os, steps: [], needs: 'person', risk: 'example', cost, chance });

const windows = (
  id: string,
  codes: readonly string[],
  steps: Fix['steps'],
  rest: Pick<Fix, 'risk' | 'chance' | 'undo'> & { readonly seconds: number },
): Fix => {
  const { seconds, ...more } = rest;
  return { id, for: codes, os: ['win32'], steps, needs: 'root', cost: { seconds, admin: true }, ...more };
};

const ANY: Fix['os'] = ['linux', 'win32'];

export const fixes: readonly Fix[] = [
  {
    id: 'load-module',
    for: ['drivers/device-no-driver'],
    os: ['linux'],
    steps: [['modprobe', '{module}']],
    needs: 'root',
    risk: 'likely',
    undo: [['modprobe', '--remove', '{module}']],
    cost: { seconds: 10, admin: true },
    chance: 'half',
  },
  {
    id: 'install-ubuntu-drivers',
    for: ['drivers/device-no-driver', 'drivers/gpu-fallback', 'drivers/update-available'],
    os: ['linux'],
    steps: [['ubuntu-drivers', 'install']],
    needs: 'root',
    risk: 'likely',
    cost: { seconds: 300, admin: true, risk: 'some' },
    chance: 'half',
    touches: ['packages', 'download'],
  },
  {
    id: 'build-modules',
    for: ['drivers/dkms-missing'],
    os: ['linux'],
    steps: [['dkms', 'autoinstall']],
    needs: 'root',
    risk: 'likely',
    cost: { seconds: 180, admin: true },
    chance: 'mostly',
    touches: ['packages'],
  },
  windows(
    'scan-devices',
    ['drivers/device-no-driver', 'drivers/registry-damaged', 'drivers/device-start-failed'],
    [['pnputil', '/scan-devices']],
    { risk: 'safe', chance: 'seldom', seconds: 20 },
  ),
  windows('restart-device', ['drivers/device-start-failed'], [['pnputil', '/restart-device', '{where}']], {
    risk: 'likely',
    chance: 'half',
    seconds: 20,
  }),
  windows('enable-device-windows', ['drivers/device-disabled'], [['pnputil', '/enable-device', '{where}']], {
    risk: 'likely',
    chance: 'mostly',
    seconds: 20,
    undo: [['pnputil', '/disable-device', '{where}']],
  }),
  windows(
    'reinstall-device',
    ['drivers/registry-damaged'],
    [
      ['pnputil', '/remove-device', '{where}'],
      ['pnputil', '/scan-devices'],
    ],
    { risk: 'likely', chance: 'half', seconds: 60 },
  ),
  person('install-firmware', ['linux'], { seconds: 180, admin: true }, 'mostly', 'drivers/firmware-missing'),
  person(
    'restart-computer',
    [...ANY, 'darwin'],
    { seconds: 30, opening: 'restart' },
    'mostly',
    'drivers/gpu-library-mismatch',
    'drivers/device-load-failed',
    'drivers/device-start-failed',
    'drivers/kernel-tainted',
  ),
  person(
    'take-power-away',
    ANY,
    { seconds: 60, opening: 'restart' },
    'half',
    'drivers/device-start-failed',
    'drivers/gpu-resets',
  ),
  person(
    'other-socket',
    ANY,
    { seconds: 120 },
    'half',
    'drivers/device-start-failed',
    'drivers/resource-conflict',
  ),
  person(
    'install-official-driver',
    ANY,
    { seconds: 900, admin: true, risk: 'some' },
    'mostly',
    'drivers/device-no-driver',
    'drivers/device-load-failed',
    'drivers/device-start-failed',
    'drivers/signature-blocked',
    'drivers/gpu-fallback',
  ),
  person(
    'roll-back-driver',
    ANY,
    { seconds: 300, admin: true, risk: 'some' },
    'half',
    'drivers/gpu-resets',
    'drivers/device-start-failed',
    'drivers/device-load-failed',
  ),
  person('enable-device', ANY, { seconds: 60, admin: true }, 'mostly', 'drivers/device-disabled'),
  person(
    'enrol-key',
    ['linux'],
    { seconds: 300, admin: true, opening: 'restart' },
    'mostly',
    'drivers/signature-blocked',
  ),
  person('allow-extension', ['darwin'], { seconds: 60, admin: true }, 'surely', 'drivers/signature-blocked'),
  person(
    'update-firmware',
    ['linux'],
    { seconds: 900, admin: true, risk: 'high', opening: 'restart' },
    'half',
    'drivers/update-available',
    'drivers/resource-conflict',
  ),
];
