/** The clock: upstream of certificates, sign-ins and updates. */
import { defineCheck } from '../../src/contract.ts';
import { diagnose } from './findings.ts';
import { fixes } from './fixes.ts';
import { en } from './messages.en.ts';
import { ru } from './messages.ru.ts';
import { families, followUps, reads } from './probe.ts';
import { settings } from './settings.ts';

export const clock = defineCheck({
  id: 'clock',
  tags: ['system', 'network'],
  reads,
  settings,
  families,
  followUps,
  diagnose,
  catalogue: {
    'clock/skew': {
      explains: ['connectivity/tls-failure', 'updates/repository-invalid'],
      reference: 'RFC 5905; RFC 9110 section 6.6.1; krb5.conf(5), clockskew; RFC 6238',
    },
  },
  fixes,
  messages: { en, ru },
});
