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

/** How it started, for an ordinary user. */
export const startBatch = (words: Words) => ({
  safeboot: part({ option: null }),
  // bcdedit answers administrators only.
  flag: { denied: 'UnauthorizedAccess' },
  // Stops by itself when nobody needs it, as on every Windows.
  services: part({ name: 'edgeupdate', title: words.service, exit: 0, delayed: true, trigger: true }),
  fast: part({ on: 1 }),
  recovery: part({ state: 1 }),
  points: { denied: '80041003' },
});

/** Programs that run, one antivirus, a computer of 2022. */
export const programsBatch = (build: number) => ({
  programs: part(),
  own: part({ arch: 'AMD64', major: 10, minor: 0, build }),
  products: part({
    name: 'Windows Defender',
    guid: '{D68DDC3A-831F-4fae-9E44-DA132C1ACF46}',
    state: 397_568,
  }),
  computer: part({
    memory: 16_873_160_704,
    disk: 512_110_190_592,
    cores: 10,
    processor: '12th Gen Intel(R) Core(TM) i5-1245U',
    maker: 'GenuineIntel',
    identity: 'Intel64 Family 6 Model 154 Stepping 4',
    bits: 64,
    firmware: 2,
    secureBoot: 1,
    tpm2: 1,
  }),
  winget: { absent: 'CommandNotFoundException' },
});
