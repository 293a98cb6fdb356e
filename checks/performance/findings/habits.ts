/** How the computer is used: its power profile, what begins with it, how long it has run, and what it does in the background. */
import type { Finding } from '../../../src/contract.ts';
import { ownAgents, sharedAgents } from '../macos.ts';
import type { Messages } from '../messages.en.ts';
import { type PerformanceFacts, startingPrograms } from '../probe.ts';
import { cpuOf } from '../programs.ts';
import { autostart } from '../session.ts';
import type { PerformanceSettings } from '../settings.ts';
import type { View } from '../view.ts';
import { busyChore } from './cpu.ts';

type Found = readonly Finding<Messages>[];
const DAY_SECONDS = 86_400;

export const longUptime = (
  { platform }: PerformanceFacts,
  view: View,
  settings: PerformanceSettings,
): Found => {
  if (view.uptimeSeconds === null || view.isWsl) return [];
  const days = Math.floor(view.uptimeSeconds / DAY_SECONDS);
  const most = view.system === 'win32' ? settings.windowsUptimeDays : settings.uptimeDays;
  return days > most
    ? [{ code: 'performance/long-uptime', severity: 'info', params: { days }, evidence: [platform.from] }]
    : [];
};

export const powerSaver = (facts: PerformanceFacts, view: View): Found => {
  if (view.isWsl || view.isVirtual) return [];
  const saver = { linux, win32: windows, darwin: mac }[view.system](facts);
  return saver === undefined
    ? []
    : [
        {
          code: 'performance/power-saver',
          severity: 'info',
          params: { mode: saver.mode, by: saver.by },
          evidence: [saver.from],
        },
      ];
};

type Saver = { readonly mode: string; readonly by: string; readonly from: string } | undefined;

/** On the battery saving is what it is for. */
const isOnMains = ({ powerSupplies }: PerformanceFacts): boolean => {
  if (powerSupplies.status !== 'ok') return powerSupplies.status === 'absent';
  const batteries = powerSupplies.value.filter(
    (one) => one.kind === 'battery' && one.of === 'computer' && one.present,
  );
  const chargers = powerSupplies.value.filter((one) => one.kind === 'charger');
  return batteries.length === 0 || chargers.some((one) => one.kind === 'charger' && one.online === true);
};

/** The `powersave` governors of these drivers choose the speed by need; of any other it is the lowest there is. */
const CHOOSES = /^(?:intel_pstate|amd-pstate-epp|amd_pstate_epp)$/;

const linux = (facts: PerformanceFacts): Saver => {
  if (!isOnMains(facts)) return undefined;
  const { powerProfile, platformProfile, tunedProfile, scaling } = facts;
  if (powerProfile.status === 'ok' && powerProfile.value === 'power-saver')
    return { mode: 'power-saver', by: 'power-profiles', from: powerProfile.from };
  if (platformProfile.status === 'ok' && /^(?:low-power|quiet)$/.test(platformProfile.value))
    return { mode: platformProfile.value, by: 'firmware', from: platformProfile.from };
  if (
    tunedProfile.status === 'ok' &&
    /^(?:powersave|laptop-battery-powersave|spindown-disk)$/.test(tunedProfile.value)
  )
    return { mode: tunedProfile.value, by: 'tuned', from: tunedProfile.from };
  if (scaling.status !== 'ok' || scaling.value.length === 0) return undefined;
  const isSlowed = scaling.value.every(({ driver, governor, preference }) =>
    CHOOSES.test(driver) ? preference === 'power' : governor === 'powersave',
  );
  return isSlowed ? { mode: 'powersave', by: 'cpufreq', from: scaling.from } : undefined;
};

const SAVER_SCHEME = 'a1841308-3541-4fab-bc81-f71556f20b4a';
/** «Best power efficiency» of the settings, where the balanced plan is in use. */
const SAVER_OVERLAY = '961cc777-2547-4f9d-8174-7d86181b8a7a';

const windows = ({ windowsLoad }: PerformanceFacts): Saver => {
  if (windowsLoad.status !== 'ok' || windowsLoad.value.onBattery) return undefined;
  const { scheme, overlay } = windowsLoad.value;
  if (scheme === SAVER_SCHEME) return { mode: 'power-saver', by: 'windows-plan', from: windowsLoad.from };
  return overlay === SAVER_OVERLAY
    ? { mode: 'best-efficiency', by: 'windows-mode', from: windowsLoad.from }
    : undefined;
};

const mac = ({ macPower, macSupply }: PerformanceFacts): Saver =>
  macPower.status === 'ok' &&
  macPower.value.lowPower &&
  macSupply.status === 'ok' &&
  macSupply.value === 'mains'
    ? { mode: 'low-power', by: 'macos', from: macPower.from }
    : undefined;

const MOST_NAMES = 12;

export const startupLoad = (facts: PerformanceFacts, view: View, settings: PerformanceSettings): Found => {
  if (view.isWsl) return [];
  const items = itemsOf(facts, view);
  return items === undefined || items.names.length <= settings.startupItems
    ? []
    : [
        {
          code: 'performance/startup-load',
          severity: 'info',
          params: { count: items.names.length, names: [...items.names].sort().slice(0, MOST_NAMES) },
          evidence: [items.from],
        },
      ];
};

type Items = { readonly names: readonly string[]; readonly from: string } | undefined;

const itemsOf = (facts: PerformanceFacts, { system }: View): Items => {
  const { windowsLoad, user, sharedAgents: shared } = facts;
  if (system === 'win32') {
    if (windowsLoad.status !== 'ok') return undefined;
    const names = windowsLoad.value.startup
      .filter(({ isOn, isSystem }) => isOn && !isSystem)
      .map(({ name }) => name);
    return { names, from: windowsLoad.from };
  }
  const home = user.status === 'ok' ? user.value.home : null;
  if (system === 'linux')
    return home === null ? undefined : { names: startingPrograms(facts, home), from: autostart(home).id };
  const own = home === null ? undefined : facts.get(ownAgents(home));
  const names = [shared, own].flatMap((one) => (one?.status === 'ok' ? one.value : []));
  return { names: names.filter((name) => !name.startsWith('com.apple.')), from: sharedAgents.id };
};

/** A backup is told of by macOS itself; everything else by the name of the program. */
export const backgroundMaintenance = (
  facts: PerformanceFacts,
  view: View,
  settings: PerformanceSettings,
): Found => {
  const chore = busyChore(view, settings);
  // Less than half a core is no reason for a slow computer.
  if (chore !== undefined && chore.cpuPct >= LEAST_CPU_PCT && cpuOf(view.programs) >= LEAST_CPU_PCT)
    return [
      {
        code: 'performance/background-maintenance',
        severity: 'info',
        params: {
          chore: chore.chore,
          program: chore.name,
          cpuPct: Math.round(chore.cpuPct),
          minutes: chore.minutes,
        },
        evidence: [facts.processes.from],
      },
    ];
  return facts.macBackup.status === 'ok' && facts.macBackup.value
    ? [
        {
          code: 'performance/background-maintenance',
          severity: 'info',
          params: { chore: 'backup', program: 'backupd', cpuPct: 0, minutes: null },
          evidence: [facts.macBackup.from],
        },
      ]
    : [];
};

const LEAST_CPU_PCT = 50;
