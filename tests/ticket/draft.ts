import type { Draft } from '../../src/ticket/model.ts';

export const draft: Draft = {
  subject: 'No internet since this morning',
  description: 'Nothing opens.\nNot even the printer page. Ünïcödé ✓',
  complaint: 'no internet',
  language: 'en',
  verdict: {
    status: 'critical',
    rootCauses: [
      { code: 'connectivity/gateway-silent', severity: 'critical', title: 'The router 192.0.2.1 is silent' },
    ],
  },
  tried: [{ step: 'restarted the router', result: 'no change' }],
  toolVersion: '0.1.0',
};
