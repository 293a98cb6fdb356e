/** What each finding certainly explains, and where its rule comes from (fault catalogue 3.10). */
import type { CatalogueEntry } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';

export const catalogue = {
  'clock/skew': {
    explains: ['connectivity/tls-failure', 'updates/repository-invalid'],
    reference: 'RFC 5905; RFC 9110 section 6.6.1; krb5.conf(5), clockskew; RFC 6238',
  },
  'clock/sync-off': {
    explains: ['clock/skew'],
    reference: 'timedatectl(1); Microsoft: Windows Time service tools and settings; systemsetup(8)',
  },
  'clock/timezone-wrong': {
    reference: 'tz database 2026d; tzfile(5); RFC 6557; Microsoft: TIME_ZONE_INFORMATION',
  },
  'clock/rtc-local-time': {
    explains: ['clock/skew'],
    reference: 'timedatectl(1), set-local-rtc; Microsoft: RealTimeIsUniversal',
  },
  'clock/cmos-battery': {
    explains: ['clock/skew'],
    reference: 'Linux rtc-cmos, register D (VRT); systemd clock_apply_epoch; Microsoft Kernel-General 1',
  },
} satisfies Readonly<Record<keyof Messages['findings'], CatalogueEntry>>;
