/** Whether the person is protected: from strangers in the network, thieves, malware and bad luck. */
import { defineCheck } from '../../src/contract.ts';
import { catalogue } from './catalogue.ts';
import { diagnose } from './findings.ts';
import { fixes } from './fixes.ts';
import { en } from './messages.en.ts';
import { ru } from './messages.ru.ts';
import { families, followUps, reads } from './probe.ts';
import { settings } from './settings.ts';
import { symptoms } from './symptoms.ts';
import { tree } from './tree.ts';

export const security = defineCheck({
  id: 'security',
  tags: ['security'],
  reads,
  settings,
  families,
  followUps,
  diagnose,
  catalogue,
  tree,
  symptoms,
  fixes,
  messages: { en, ru },
});
