/** Plans that a person agrees to. Locks are waited for, never deleted. */
import type { Fix } from '../../src/contract.ts';

export const fixes: readonly Fix[] = [
  {
    id: 'wait-for-installer',
    for: ['updates/package-manager-locked'],
    os: ['linux', 'darwin', 'win32'],
    steps: [],
    needs: 'person',
    risk: 'safe',
  },
  {
    id: 'finish-dpkg',
    for: ['updates/package-db-interrupted'],
    os: ['linux'],
    steps: [['dpkg', '--configure', '-a']],
    needs: 'root',
    risk: 'likely',
  },
  {
    id: 'fix-broken',
    for: ['updates/broken-dependencies', 'updates/package-db-interrupted'],
    os: ['linux'],
    // Without --yes: apt shows its plan and asks.
    steps: [['apt-get', '--fix-broken', 'install']],
    needs: 'root',
    risk: 'likely',
  },
  {
    id: 'disable-source',
    for: ['updates/repository-invalid'],
    os: ['linux'],
    // The command holds this machine's own path, and stands in the finding's words.
    steps: [],
    needs: 'person',
    risk: 'example',
  },
  {
    id: 'remove-proxy',
    for: ['updates/proxy-unreachable'],
    os: ['linux'],
    steps: [],
    needs: 'person',
    risk: 'example',
  },
  {
    id: 'restart',
    for: ['updates/pending-reboot'],
    os: ['linux', 'darwin', 'win32'],
    steps: [],
    needs: 'person',
    risk: 'example',
  },
];
