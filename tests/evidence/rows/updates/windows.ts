/** Windows Update: the one batch, as the script in src/sources/windows-update-script.ts writes it. */
import { type Evidence, type Given, json, raw } from '../../evidence.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const DAY = 24 * 3600 * 1000;
const ago = (days: number): string => `${new Date(NOW - days * DAY).toISOString().slice(0, 19)}Z`;

/** HResult is a signed 32-bit number. */
const attempt = (code: number, result: number, days: number, title = 'Cumulative Update (KB5068861)') => ({
  title,
  code: code | 0,
  result,
  at: ago(days),
});
const fresh = attempt(0, 2, 10, '2026-11 Security Update (KB5068000)');

const healthy = {
  history: { items: [fresh] as readonly object[] },
  restart: { cbs: false, wu: false, renames: false },
  system: { build: '26200', revision: 7171, edition: 'Professional', release: '25H2', type: 'Client' },
  services: [
    { name: 'wuauserv', start: 'Manual' },
    { name: 'BITS', start: 'Manual' },
    { name: 'CryptSvc', start: 'Auto' },
    { name: 'TrustedInstaller', start: 'Manual' },
  ] as readonly object[],
  policy: {} as object,
  pause: null as string | null,
  cost: 1,
  proxy: null as string | null,
  antivirus: [
    { name: 'Windows Defender', guid: '{D68DDC3A-831F-4fae-9E44-DA132C1ACF46}', state: 397568 },
  ] as readonly object[],
  busy: { msi: false, worker: false },
  pendingXml: false,
  blocks: [] as readonly object[],
  msi: [] as readonly object[],
};

const machine = (more: Partial<typeof healthy>): Readonly<Record<string, Given>> => {
  const batch = json({ ...healthy, ...more });
  return {
    'system.platform': raw('system', {
      platform: 'win32',
      release: '10.0.26200',
      arch: 'x64',
      hostname: 'PC',
      bootedSecondsAgo: 9000,
    }),
    'system.clock': raw('clock', { epochMs: NOW, timeZone: 'UTC' }),
    'updates.windows': batch,
    'updates.windows-history': batch,
    'updates.windows-restart': batch,
  };
};

const row = (
  code: string,
  what: string,
  more: Partial<typeof healthy>,
  rest: Partial<Evidence> = {},
): Evidence => ({
  code,
  os: 'win32',
  from: 'composed',
  what,
  answers: { ...machine(more), ...rest.answers },
  ...(rest.quiet && { quiet: true }),
});

const after = (code: number, what: string, finding: string, title?: string): Evidence =>
  row(finding, `${what} (IUpdateHistoryEntry.HResult; Microsoft: Windows Update error reference)`, {
    history: { items: [attempt(code, 4, 0.5, title), fresh] },
  });

/** WinHttpSettings with `proxy.example:8080`. */
const PROXY = btoa(
  `${String.fromCharCode(...[0x28, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 18, 0, 0, 0])}proxy.example:8080`,
);

export const windows: readonly Evidence[] = [
  row('updates/service-disabled', 'Win32_Service: StartMode of wuauserv is Disabled', {
    services: [{ name: 'wuauserv', start: 'Disabled' }],
  }),
  after(0x80070070, 'ERROR_DISK_FULL', 'updates/insufficient-space'),
  after(0xc190020e, 'MOSETUP_E_INSTALLDISKSPACE_BLOCK', 'updates/insufficient-space', 'Feature update'),
  after(0x8024402c, 'the server’s name is not resolved', 'updates/download-failed'),
  after(0x80072ee2, 'time-out', 'updates/download-failed'),
  after(0x80073712, 'ERROR_SXS_COMPONENT_STORE_CORRUPT', 'updates/component-store-corrupt'),
  row(
    'updates/component-store-corrupt',
    'Repair-WindowsImage -CheckHealth: ImageHealthState 1',
    {},
    {
      answers: { 'updates.component-store': json({ admin: true, state: 1 }) },
    },
  ),
  row(
    'updates/component-store-corrupt',
    'the same update went through afterwards',
    { history: { items: [attempt(0, 2, 0.5), attempt(0x80073712, 4, 1), fresh] } },
    { quiet: true },
  ),
  row('updates/conflicting-software', '0x80070020 with another maker’s protection on (SecurityCenter2)', {
    history: { items: [attempt(0x80070020, 4, 1), fresh] },
    antivirus: [{ name: 'Foreign Guard', guid: '{00000000-0000-0000-0000-000000000001}', state: 266240 }],
  }),
  row(
    'updates/conflicting-software',
    '0x80070020 with Defender alone: a person is asked',
    { history: { items: [attempt(0x80070020, 4, 1), fresh] } },
    { quiet: true },
  ),
  row('updates/pending-reboot', 'the key Auto Update\\RebootRequired', {
    restart: { cbs: false, wu: true, renames: false },
  }),
  after(0x80242014, 'WU_E_UH_POSTREBOOTSTILLPENDING', 'updates/pending-reboot'),
  row('updates/package-db-interrupted', 'WinSxS\\pending.xml without a restart that is noted', {
    pendingXml: true,
  }),
  after(0x80070bc9, 'ERROR_FAIL_REBOOT_REQUIRED', 'updates/package-db-interrupted'),
  row('updates/package-manager-locked', 'Global\\_MSIExecute exists while Windows Installer works', {
    busy: { msi: true, worker: false },
  }),
  after(0x80240016, 'WU_E_INSTALL_NOT_ALLOWED', 'updates/package-manager-locked'),
  row('updates/broken-dependencies', 'MsiInstaller 11714 in the application log', {
    msi: [{ id: 11714, at: ago(2), text: 'Product: Foo -- Error 1714.' }],
  }),
  after(0x8007064c, 'ERROR_INSTALL_SOURCE_ABSENT as an HRESULT', 'updates/broken-dependencies'),
  row('updates/repository-invalid', 'policy UseWUServer, and 0x80244022 of that server', {
    policy: { useServer: 1, server: 'http://wsus.example:8530' },
    history: { items: [attempt(0x80244022, 4, 1), fresh] },
  }),
  row('updates/release-eol', 'CurrentBuild 26100, Core: Microsoft lifecycle, 24H2 Home ended 2026-10-13', {
    system: { ...healthy.system, build: '26100', release: '24H2', edition: 'Core' },
  }),
  row('updates/release-eol', 'CurrentBuild 19045 at its last free revision', {
    system: { ...healthy.system, build: '19045', revision: 6456, release: '22H2', edition: 'Core' },
  }),
  row(
    'updates/release-eol',
    'CurrentBuild 19045 with an update of the extended programme',
    { system: { ...healthy.system, build: '19045', revision: 7548, release: '22H2', edition: 'Core' } },
    { quiet: true },
  ),
  row('updates/overdue', 'the newest success is two months old; Defender’s definitions are of today', {
    history: { items: [attempt(0, 2, 0, 'Defender (KB2267602)'), attempt(0, 2, 60)] },
  }),
  row('updates/paused-or-managed', 'UX\\Settings: PauseUpdatesExpiryTime', { pause: '2026-12-20T10:00:00Z' }),
  after(0xc1900101, 'roll-back by a driver', 'updates/upgrade-blocked', 'Windows 11, version 25H2'),
  row('updates/upgrade-blocked', 'TargetVersionUpgradeExperienceIndicators: RedReason', {
    system: { ...healthy.system, build: '19045', revision: 7548, release: '22H2' },
    blocks: [{ release: 'NI22H2', red: 'Cpu,Tpm', gated: 'None' }],
  }),
  row(
    'updates/proxy-unreachable',
    'WinHttpSettings with a proxy that refuses',
    { proxy: PROXY },
    {
      answers: {
        'updates.proxy/proxy.example:8080': raw('tcp', { attempts: [{ outcome: 'refused', ms: 1 }] }),
      },
    },
  ),
];
