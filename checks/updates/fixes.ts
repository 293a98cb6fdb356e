/** Plans that a person agrees to. Locks are waited for, never deleted. */
import type { Fix } from '../../src/contract.ts';

const EVERYWHERE = ['linux', 'darwin', 'win32'] as const;

/** Something only a person can do: the words of the finding hold this machine's own command. */
const byHand = (id: string, codes: readonly string[], os: Fix['os'] = EVERYWHERE): Fix => ({
  id,
  for: codes,
  os,
  steps: [],
  needs: 'person',
  risk: 'example',
});

export const fixes: readonly Fix[] = [
  { ...byHand('wait-for-installer', ['updates/package-manager-locked']), risk: 'safe' },
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
    id: 'finish-apk',
    for: ['updates/package-db-interrupted', 'updates/broken-dependencies'],
    os: ['linux'],
    steps: [['apk', 'fix']],
    needs: 'root',
    risk: 'likely',
  },
  byHand('disable-source', ['updates/repository-invalid'], ['linux']),
  byHand('remove-proxy', ['updates/proxy-unreachable'], ['linux', 'win32']),
  byHand('pause-protection', ['updates/conflicting-software'], ['win32', 'darwin']),
  {
    id: 'repair-store',
    for: ['updates/component-store-corrupt'],
    os: ['win32'],
    steps: [
      ['dism', '/Online', '/Cleanup-Image', '/RestoreHealth'],
      ['sfc', '/scannow'],
    ],
    needs: 'root',
    risk: 'likely',
  },
  byHand('unmask-units', ['updates/service-disabled'], ['linux']),
  byHand('enable-services', ['updates/service-disabled'], ['win32']),
  byHand('free-space', ['updates/insufficient-space']),
  byHand('check-for-updates', ['updates/overdue', 'updates/download-failed']),
  byHand('move-to-newer', ['updates/release-eol', 'updates/upgrade-blocked']),
  byHand('restart', ['updates/pending-reboot', 'updates/kernel-modules-missing']),
];
