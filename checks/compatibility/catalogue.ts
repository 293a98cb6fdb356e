/** What each finding certainly explains, and where its rule comes from (fault catalogue 3.8). */
import type { CatalogueEntry } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';

const CRASH = ['compatibility/app-crash-repeated'];

export const catalogue = {
  'compatibility/app-arch-mismatch': {
    explains: CRASH,
    reference: 'elf(5); Microsoft PE format; Apple: about Rosetta',
  },
  'compatibility/missing-runtime': {
    explains: CRASH,
    reference: 'ld.so(8); Microsoft: NTSTATUS values, side-by-side assemblies; Apple dyld(1)',
  },
  'compatibility/app-needs-newer-os': {
    explains: CRASH,
    reference: 'ld.so(8), symbol versions; Microsoft PE format; Apple: LSMinimumSystemVersion',
  },
  'compatibility/app-crash-repeated': {
    reference: 'systemd-coredump(8); Microsoft: Windows Error Reporting; Apple: crash reports',
  },
  'compatibility/app-blocked': {
    reference: 'audit2why(8); apparmor(7); Microsoft: AppLocker, App Control, ASR events; spctl(8)',
  },
  'compatibility/app-outdated': { reference: 'apt-get(8); flatpak(1); winget; brew(1)' },
  'compatibility/hardware-below-requirements': {
    reference:
      'Microsoft: Windows 11 requirements; Apple: computers that run macOS Tahoe; x86-64 psABI levels',
  },
  'compatibility/two-antiviruses': {
    reference: 'Microsoft: Windows Security Center; fanotify(7); Apple: Endpoint Security',
  },
} satisfies Readonly<Record<keyof Messages['findings'], CatalogueEntry>>;
