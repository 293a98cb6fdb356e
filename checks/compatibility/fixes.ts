/** Plans that a person agrees to. No protection is ever switched off. */
import type { Fix } from '../../src/contract.ts';

const EVERYWHERE = ['linux', 'darwin', 'win32', 'other'] as const;

const byHand = (id: string, codes: readonly string[], os: Fix['os'] = EVERYWHERE): Fix => ({
  id,
  for: codes,
  os,
  steps: [],
  needs: 'person',
  risk: 'likely',
});

const ARCH = 'compatibility/app-arch-mismatch';
const RUNTIME = 'compatibility/missing-runtime';
const NEWER = 'compatibility/app-needs-newer-os';
const CRASH = 'compatibility/app-crash-repeated';

export const fixes: readonly Fix[] = [
  byHand('get-right-build', [ARCH]),
  {
    id: 'install-rosetta',
    for: [ARCH],
    os: ['darwin'],
    steps: [['softwareupdate', '--install-rosetta', '--agree-to-license']],
    needs: 'root',
    risk: 'likely',
  },
  byHand('run-in-virtual-machine', [ARCH, NEWER]),
  {
    id: 'find-library-debian',
    for: [RUNTIME],
    os: ['linux'],
    steps: [['apt-file', 'search', '/LIBRARY']],
    needs: 'user',
    risk: 'example',
  },
  {
    id: 'find-library-fedora',
    for: [RUNTIME],
    os: ['linux'],
    steps: [['dnf', 'provides', '*/LIBRARY']],
    needs: 'user',
    risk: 'example',
  },
  byHand('install-runtime', [RUNTIME]),
  byHand('get-older-version', [NEWER]),
  byHand('update-program', [CRASH, RUNTIME]),
  byHand('clean-profile', [CRASH]),
  byHand('reinstall-program', [CRASH]),
  byHand('pause-overlays', [CRASH]),
  byHand('roll-back', [CRASH]),
  byHand('get-from-maker', ['compatibility/app-blocked']),
  byHand('allow-in-window', ['compatibility/app-blocked'], ['darwin', 'win32']),
  {
    id: 'update-programs-debian',
    for: ['compatibility/app-outdated'],
    os: ['linux'],
    steps: [['apt-get', 'upgrade']],
    needs: 'root',
    risk: 'example',
  },
  byHand('update-programs', ['compatibility/app-outdated']),
  byHand('enable-in-firmware', ['compatibility/hardware-below-requirements'], ['win32']),
  byHand('stay-on-release', ['compatibility/hardware-below-requirements']),
  byHand('keep-one-antivirus', ['compatibility/two-antiviruses']),
];
