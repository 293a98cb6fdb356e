/** Plans that a person agrees to. No protection is ever switched off. */
import type { Chance, Effort, Fix, Touch } from '../../src/contract.ts';

const EVERYWHERE = ['linux', 'darwin', 'win32', 'other'] as const;

interface Figures {
  readonly cost: Effort;
  readonly chance: Chance;
  readonly touches?: readonly Touch[];
  readonly os?: Fix['os'];
}

const byHand = (id: string, codes: readonly string[], figures: Figures): Fix => ({
  id,
  for: codes,
  os: EVERYWHERE,
  steps: [],
  needs: 'person',
  risk: 'example',
  ...figures,
});

const ARCH = 'compatibility/app-arch-mismatch';
const RUNTIME = 'compatibility/missing-runtime';
const NEWER = 'compatibility/app-needs-newer-os';
const CRASH = 'compatibility/app-crash-repeated';
const BLOCKED = 'compatibility/app-blocked';
const OUTDATED = 'compatibility/app-outdated';
const BELOW = 'compatibility/hardware-below-requirements';
const DRIVERS = ['drivers/device-load-failed', 'drivers/signature-blocked', 'drivers/gpu-library-mismatch'];

/** All that the channel has: what was installed from elsewhere stays as it is. */
const updated = (id: string, os: Fix['os'], needs: 'user' | 'root', argv: readonly string[]): Fix => ({
  id,
  for: [OUTDATED],
  os,
  steps: [argv],
  needs,
  risk: 'likely',
  cost: { seconds: 900, ...(needs === 'root' && { admin: true as const }) },
  chance: 'half',
  touches: ['packages', 'disk', 'download'],
});

export const fixes: readonly Fix[] = [
  byHand('get-right-build', [ARCH], {
    cost: { seconds: 900 },
    chance: 'mostly',
    touches: ['packages', 'download'],
  }),
  {
    id: 'install-rosetta',
    for: [ARCH],
    os: ['darwin'],
    steps: [['softwareupdate', '--install-rosetta', '--agree-to-license']],
    needs: 'root',
    risk: 'likely',
    cost: { seconds: 120, admin: true },
    chance: 'mostly',
    touches: ['packages', 'download'],
  },
  byHand('run-in-virtual-machine', [ARCH, NEWER], {
    cost: { seconds: 5400 },
    chance: 'half',
    touches: ['disk', 'download'],
  }),
  {
    id: 'find-library-debian',
    for: [RUNTIME],
    os: ['linux'],
    steps: [['apt-file', 'search', '/{component}']],
    needs: 'user',
    risk: 'example',
    cost: { seconds: 60 },
    chance: 'seldom',
  },
  {
    id: 'find-library-fedora',
    for: [RUNTIME],
    os: ['linux'],
    steps: [['dnf', 'provides', '*/{component}']],
    needs: 'user',
    risk: 'example',
    cost: { seconds: 60 },
    chance: 'seldom',
  },
  byHand('install-runtime', [RUNTIME], {
    cost: { seconds: 600, admin: true },
    chance: 'mostly',
    touches: ['packages', 'download'],
  }),
  byHand('get-older-version', [NEWER], {
    cost: { seconds: 900 },
    chance: 'mostly',
    touches: ['packages', 'download'],
  }),
  byHand('update-program', [CRASH, RUNTIME, OUTDATED], {
    cost: { seconds: 600 },
    chance: 'half',
    touches: ['packages', 'download'],
  }),
  byHand('clean-profile', [CRASH], { cost: { seconds: 300 }, chance: 'half' }),
  byHand('reinstall-program', [CRASH, RUNTIME], {
    cost: { seconds: 1200, risk: 'some' },
    chance: 'seldom',
    touches: ['packages', 'download'],
  }),
  byHand('pause-overlays', [CRASH], {
    cost: { seconds: 600, risk: 'some' },
    chance: 'seldom',
    touches: ['policy'],
  }),
  byHand('roll-back', [CRASH, ...DRIVERS], {
    cost: { seconds: 900, risk: 'some', admin: true },
    chance: 'half',
    touches: ['packages', 'session'],
  }),
  byHand('restart', ['updates/pending-reboot', 'updates/kernel-modules-missing'], {
    cost: { seconds: 60, opening: 'restart' },
    chance: 'mostly',
    touches: ['session'],
  }),
  byHand('get-from-maker', [BLOCKED], { cost: { seconds: 600 }, chance: 'half', touches: ['download'] }),
  byHand('allow-in-window', [BLOCKED], {
    cost: { seconds: 120, risk: 'some' },
    chance: 'mostly',
    touches: ['policy'],
    os: ['darwin', 'win32'],
  }),
  updated('update-programs-debian', ['linux'], 'root', [
    'apt-get',
    '--assume-yes',
    '--with-new-pkgs',
    'upgrade',
  ]),
  updated('update-programs-flatpak', ['linux'], 'user', ['flatpak', 'update', '--assumeyes']),
  updated('update-programs-windows', ['win32'], 'user', [
    'winget',
    'upgrade',
    '--all',
    '--accept-source-agreements',
    '--accept-package-agreements',
  ]),
  updated('update-programs-brew', ['darwin'], 'user', ['brew', 'upgrade']),
  byHand('update-programs', [OUTDATED], {
    cost: { seconds: 900 },
    chance: 'half',
    touches: ['packages', 'download'],
  }),
  byHand('enable-in-firmware', [BELOW], {
    cost: { seconds: 900, risk: 'high', opening: 'restart' },
    chance: 'mostly',
    touches: ['boot', 'session'],
    os: ['win32'],
  }),
  byHand('stay-on-release', [BELOW], { cost: { seconds: 60 }, chance: 'half' }),
  byHand('keep-one-antivirus', ['compatibility/two-antiviruses'], {
    cost: { seconds: 900, risk: 'some', admin: true },
    chance: 'surely',
    touches: ['policy', 'packages'],
  }),
];
