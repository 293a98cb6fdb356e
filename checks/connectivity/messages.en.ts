/** Words of the connectivity check, in English. */
import type { CheckMessages } from '../../src/contract.ts';
import { address } from './messages.en/address.ts';
import { fixes } from './messages.en/fixes.ts';
import { link } from './messages.en/link.ts';
import { names } from './messages.en/names.ts';
import { quality } from './messages.en/quality.ts';
import { questions } from './messages.en/questions.ts';
import { route } from './messages.en/route.ts';
import { symptoms } from './messages.en/symptoms.ts';
import { nodes } from './messages.en/tree.ts';
import { web } from './messages.en/web.ts';

export const en = {
  name: 'Internet connection',
  complaint: 'No internet, some sites do not open, it is slow or drops',
  fine: 'the internet works: link, address, router, names and secure sites',
  ladder: {
    adapter: 'Network adapter',
    link: 'Cable or Wi-Fi',
    address: 'Address',
    router: 'Router',
    internet: 'Internet',
    names: 'Names (DNS)',
    secure: 'Secure connections',
    sites: 'Sites',
  },
  findings: { ...link, ...address, ...route, ...names, ...web, ...quality },
  fixes,
  questions,
  symptoms,
  nodes,
} satisfies CheckMessages;

export type Messages = typeof en;
