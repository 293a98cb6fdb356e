/** What each PowerShell batch answers, in parts. */
import type { Words } from './words.ts';

export const part = (...value: readonly unknown[]) => ({ value });

export const items = (...all: readonly object[]) => ({ state: 'ok', items: all });

export const SPEAKERS = '{6d2e5c1a-0001-4a6e-9d9d-2b9f0c0a1111}';

export const MICROPHONE = '{6d2e5c1a-0002-4a6e-9d9d-2b9f0c0a1111}';

export const securityBatch = (words: Words) => ({
  firewall: part(...['Domain', 'Private', 'Public'].map((name) => ({ name, enabled: 1 }))),
  networks: part({ category: 1 }),
  products: part({ class: 'AntiVirusProduct', name: 'Windows Defender', state: 397_568 }),
  defender: part({ service: true, enabled: true, realTime: true, age: 0, mode: 'Normal' }),
  threats: part(),
  bitlocker: part({ drive: 'C:', state: 1 }),
  backup: part({ name: 'OneDrive', kind: 'cloud', last: null }),
  lock: part({
    autoLogon: '0',
    autoUser: words.user,
    idle: null,
    console: null,
    saverActive: '1',
    saverSecure: null,
    saverTimeout: null,
    saverProgram: null,
  }),
  rdp: part({ deny: 1, nla: 1, port: 3389 }),
  listening: part(
    { port: 135, address: '0.0.0.0' },
    { port: 445, address: '::' },
    { port: 5040, address: '0.0.0.0' },
  ),
  services: part({ name: 'WinDefend' }, { name: 'Dhcp' }, { name: 'Spooler' }),
  secureBoot: part({ on: 1, status: 'Updated', error: null, capable: 2 }),
  roots: part({
    subject:
      'CN=Microsoft Root Certificate Authority 2011, O=Microsoft Corporation, L=Redmond, S=Washington, C=US',
    thumbprint: '8F43288AD272F3103B6FB1428485EA3014C0BCFE',
  }),
  shares: part(),
  smb1: part({ parameter: null, feature: 2 }),
  sshKeys: part(),
});
