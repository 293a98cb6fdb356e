/**
 * Plans that a person agrees to. Without steps: the command holds this machine's own names and stands in
 * the finding's words, or it is something that only hands do.
 */
import type { Fix } from '../../src/contract.ts';

const person = (id: string, os: Fix['os'], ...codes: readonly string[]): Fix => ({
  id,
  for: codes,
  os,
  steps: [],
  needs: 'person',
  risk: 'example',
});

const ANY: Fix['os'] = ['linux', 'win32'];

export const fixes: readonly Fix[] = [
  {
    id: 'install-ubuntu-drivers',
    for: ['drivers/device-no-driver', 'drivers/gpu-fallback', 'drivers/update-available'],
    os: ['linux'],
    steps: [['ubuntu-drivers', 'install']],
    needs: 'root',
    risk: 'likely',
  },
  {
    id: 'build-modules',
    for: ['drivers/dkms-missing'],
    os: ['linux'],
    steps: [['dkms', 'autoinstall']],
    needs: 'root',
    risk: 'likely',
  },
  {
    id: 'scan-devices',
    for: ['drivers/device-no-driver', 'drivers/registry-damaged', 'drivers/device-start-failed'],
    os: ['win32'],
    steps: [['pnputil', '/scan-devices']],
    needs: 'root',
    risk: 'safe',
  },
  person('install-firmware', ['linux'], 'drivers/firmware-missing'),
  person(
    'restart-computer',
    [...ANY, 'darwin'],
    'drivers/gpu-library-mismatch',
    'drivers/device-load-failed',
    'drivers/device-start-failed',
    'drivers/kernel-tainted',
  ),
  person('take-power-away', ANY, 'drivers/device-start-failed', 'drivers/gpu-resets'),
  person('other-socket', ANY, 'drivers/device-start-failed', 'drivers/resource-conflict'),
  person(
    'install-official-driver',
    ANY,
    'drivers/device-no-driver',
    'drivers/device-load-failed',
    'drivers/device-start-failed',
    'drivers/signature-blocked',
    'drivers/gpu-fallback',
  ),
  person(
    'roll-back-driver',
    ANY,
    'drivers/gpu-resets',
    'drivers/device-start-failed',
    'drivers/device-load-failed',
  ),
  person('enable-device', ANY, 'drivers/device-disabled'),
  person('enrol-key', ['linux'], 'drivers/signature-blocked'),
  person('allow-extension', ['darwin'], 'drivers/signature-blocked'),
  person('update-firmware', ['linux'], 'drivers/update-available', 'drivers/resource-conflict'),
];
