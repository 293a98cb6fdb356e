import { defineCheck } from '../../src/contract.ts';
import { catalogue } from './catalogue.ts';
import { diagnose } from './findings.ts';
import { fixes } from './fixes.ts';
import { families, followUps } from './follow-ups.ts';
import { ladder } from './ladder.ts';
import { en } from './messages.en.ts';
import { ru } from './messages.ru.ts';
import { reads } from './probe.ts';
import { settings } from './settings.ts';
import { symptoms } from './symptoms.ts';
import { tree } from './tree.ts';

export const connectivity = defineCheck({
  id: 'connectivity',
  tags: ['network'],
  reads,
  settings,
  families,
  followUps,
  diagnose,
  catalogue,
  tree,
  ladder,
  symptoms,
  fixes,
  messages: { en, ru },
});
