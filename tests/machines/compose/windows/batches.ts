/** What each PowerShell batch answers, in parts. */
import { look, TICKS } from './devices.ts';
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

const GB = 1024 ** 3;

/** Sixteen gigabytes, an SSD, the balanced scheme; a messenger and OneDrive begin with the session. */
export const loadOf = (build: number) => ({
  first: look(TICKS),
  second: look(TICKS + 10_000_000),
  setup: {
    memory: { CommittedBytes: '9126805504', CommitLimit: '19327352832', AvailableBytes: '8589934592' },
    system: { TotalVisibleMemorySize: 16_477_696, ProductType: 1, BuildNumber: `${build}` },
    cores: 12,
    modules: [8 * GB, 8 * GB],
    slots: 2,
    adapters: ['PCI\\VEN_8086&DEV_46A6&SUBSYS_0B041028&REV_0C\\3&11583659&0&10'],
    disk: [{ name: 'KXG80ZNV512G KIOXIA', media: 4, bus: 17, number: 0 }],
    scheme: '381b4222-f694-41f0-9685-ff5bb260df2e',
    overlay: '00000000-0000-0000-0000-000000000000',
    batteries: [2],
    windows: 'C:\\Windows',
    startup: [
      { name: 'SecurityHealth', command: 'C:\\Windows\\system32\\SecurityHealthSystray.exe', off: null },
      {
        name: 'OneDrive',
        command: '"C:\\Program Files\\Microsoft OneDrive\\OneDrive.exe" /background',
        off: false,
      },
    ],
  },
});
