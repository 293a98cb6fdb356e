/** Updates that somebody switched off, paused, or took into their own hands. */
import type { Finding } from '../../../src/contract.ts';
import { parseIsoTime } from '../../../src/sources/calendar.ts';
import { placeOf } from '../../../src/sources/system.ts';
import { managerOf } from '../managers.ts';
import type { Messages } from '../messages.en.ts';
import type { UpdateFacts } from '../probe.ts';
import type { UpdateSettings } from '../settings.ts';
import { dateText, isWithin } from '../when.ts';
import { openAttempts } from './attempts.ts';

type Findings = readonly Finding<Messages>[];

/** Without one of these Windows cannot update at all. */
const NEEDED: ReadonlySet<string> = new Set(['wuauserv', 'bits', 'cryptsvc', 'trustedinstaller']);

export const serviceFindings = (facts: UpdateFacts, settings: UpdateSettings): Findings => [
  ...unitsOff(facts),
  ...windowsServicesOff(facts, settings),
  ...macChecksOff(facts),
];

const off = (
  services: readonly string[],
  how: string,
  severity: Finding['severity'],
  evidence: readonly string[],
): Finding<Messages> => ({ code: 'updates/service-disabled', severity, params: { services, how }, evidence });

/** Images for containers mask these on purpose. A timer of another package manager matters to nobody. */
const unitsOff = (facts: UpdateFacts): Findings => {
  const { updateUnits } = facts;
  if (updateUnits.status !== 'ok' || placeOf(facts) === 'container') return [];
  const manager = managerOf(facts);
  const masked = updateUnits.value.masked.filter(
    (name) => !/^dnf.*makecache/.test(name) && (manager === 'apt' || !/^(apt-daily|unattended)/.test(name)),
  );
  return masked.length === 0 ? [] : [off(masked, 'masked', 'warning', [updateUnits.from])];
};

const windowsServicesOff = (facts: UpdateFacts, { failureDays }: UpdateSettings): Findings => {
  const { windowsUpdate, windowsHistory } = facts;
  const services = windowsUpdate.status === 'ok' ? windowsUpdate.value.services : [];
  const disabled = services.filter(({ start }) => start === 'disabled').map(({ name }) => name);
  const refused = openAttempts(facts).find(
    ({ code, at }) =>
      (code === '0x80070422' || code === '0x80070426') && isWithin(failureDays, parseIsoTime(at), facts),
  );
  // Where the services can be seen and all are on, somebody has put it right since.
  if (disabled.length === 0 && (refused === undefined || services.length > 0)) return [];
  const isNeeded = disabled.some((name) => NEEDED.has(name.toLowerCase())) || refused?.code === '0x80070422';
  return [
    off(
      disabled.length > 0 ? disabled : [refused?.code ?? ''],
      'disabled',
      isNeeded ? 'critical' : 'warning',
      [
        ...(windowsUpdate.status === 'ok' ? [windowsUpdate.from] : []),
        ...(refused === undefined ? [] : [windowsHistory.from]),
      ],
    ),
  ];
};

const macChecksOff = ({ macUpdateSettings }: UpdateFacts): Findings =>
  macUpdateSettings.status === 'ok' && macUpdateSettings.value.checks === false
    ? [off(['AutomaticCheckEnabled'], 'preference', 'warning', [macUpdateSettings.from])]
    : [];

export const pausedFindings = (facts: UpdateFacts): Findings => {
  const told = [...linuxPaused(facts), ...windowsPaused(facts), ...macPaused(facts)];
  if (told.length === 0) return [];
  return [
    {
      code: 'updates/paused-or-managed',
      severity: 'info',
      params: { reasons: told.map(({ kind, value }) => ({ kind, value })) },
      evidence: [...new Set(told.map(({ from }) => from))],
    },
  ];
};

interface Told {
  readonly kind: string;
  readonly value: string;
  readonly from: string;
}

const linuxPaused = (facts: UpdateFacts): readonly Told[] => {
  const { aptConfig, dpkgState, snapRefresh, pacmanConfig, zyppLocks, dnfLocks } = facts;
  const option = (name: string): string | undefined =>
    aptConfig.status === 'ok' ? aptConfig.value[name.toLowerCase()] : undefined;
  const names = (kind: string, reading: UpdateFacts['zyppLocks']): readonly Told[] =>
    reading.status === 'ok' && reading.value.length > 0
      ? [{ kind, value: reading.value.slice(0, 5).join(', '), from: reading.from }]
      : [];
  const held = dpkgState.status === 'ok' ? dpkgState.value.held.map(({ name }) => name) : [];
  const snap = snapRefresh.status === 'ok' ? snapRefresh.value.hold : '';
  return [
    // Not set at all is not switched off: then a desktop's own updater does it.
    ...(option('APT::Periodic::Update-Package-Lists') === '0' || option('APT::Periodic::Enable') === '0'
      ? [{ kind: 'lists-off', value: '', from: aptConfig.from }]
      : []),
    ...(option('APT::Periodic::Unattended-Upgrade') === '0'
      ? [{ kind: 'unattended-off', value: '', from: aptConfig.from }]
      : []),
    ...(held.length > 0 ? [{ kind: 'held', value: held.slice(0, 5).join(', '), from: dpkgState.from }] : []),
    ...(snap !== '' ? [{ kind: 'snap-held', value: snap.slice(0, 60), from: snapRefresh.from }] : []),
    ...(pacmanConfig.status === 'ok' && pacmanConfig.value.ignored.length > 0
      ? [{ kind: 'held', value: pacmanConfig.value.ignored.slice(0, 5).join(', '), from: pacmanConfig.from }]
      : []),
    ...names('held', zyppLocks),
    ...names('held', dnfLocks),
  ];
};

const windowsPaused = (facts: UpdateFacts): readonly Told[] => {
  const { windowsUpdate: reading, clock } = facts;
  if (reading.status !== 'ok') return [];
  const { pausedUntilMs, updateServer, automaticUpdatesOff, accessDisabled, pinnedRelease, metered } =
    reading.value;
  const isPaused = pausedUntilMs !== null && clock.status === 'ok' && pausedUntilMs > clock.value.epochMs;
  const told = (isTrue: boolean, kind: string, value = ''): readonly Told[] =>
    isTrue ? [{ kind, value, from: reading.from }] : [];
  return [
    ...told(isPaused, 'paused', dateText(pausedUntilMs ?? 0)),
    ...told(updateServer !== '', 'server', updateServer),
    ...told(automaticUpdatesOff, 'policy-off'),
    ...told(accessDisabled, 'policy-access'),
    ...told(pinnedRelease !== '', 'pinned', pinnedRelease),
    ...told(metered === true, 'metered'),
  ];
};

const macPaused = ({ macUpdateSettings: own, macManagedUpdates: managed }: UpdateFacts): readonly Told[] => [
  ...(managed.status === 'ok' ? [{ kind: 'managed', value: '', from: managed.from }] : []),
  ...(own.status === 'ok' && own.value.checks !== false
    ? [
        ...(own.value.installs === false ? [{ kind: 'macos-manual', value: '', from: own.from }] : []),
        ...(own.value.installsSecurity === false
          ? [{ kind: 'macos-security-off', value: '', from: own.from }]
          : []),
      ]
    : []),
];
