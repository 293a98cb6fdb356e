/** Windows: Device Manager's codes, the basic display driver, hangs, refused files, offered drivers. */
import type { Finding } from '../../../src/contract.ts';
import { DAY_MS, parseIsoTime } from '../../../src/sources/calendar.ts';
import { machineOf } from '../../../src/sources/machine.ts';
import type { WindowsDevice } from '../../../src/sources/windows-devices.ts';
import { eventsOf } from '../../../src/sources/windows-events.ts';
import { EFFECTS } from '../classes.ts';
import { PROBLEMS } from '../data/problems.ts';
import { windowsParams } from '../describe.ts';
import type { Messages } from '../messages.en.ts';
import type { DeviceParams, Trouble } from '../params.ts';
import type { DriverFacts } from '../probe.ts';
import { windowsOffers } from '../reads/offers.ts';
import { windowsAgain } from '../reads/windows.ts';
import type { DriverSettings } from '../settings.ts';
import { isNameless, isSoftware, isUnsettled, troubled } from '../windows.ts';

export const windowsFindings = (
  facts: DriverFacts,
  settings: DriverSettings,
): readonly Finding<Messages>[] => [
  ...deviceFindings(facts),
  ...basicDisplayFindings(facts),
  ...resetFindings(facts, settings),
  ...refusedFindings(facts),
  ...offerFindings(facts),
];

const deviceFindings = (facts: DriverFacts): readonly Finding<Messages>[] => {
  if (facts.windowsDevices.status !== 'ok') return [];
  const all = facts.windowsDevices.value;
  return troubled(all)
    .filter((device) => !isOver(device, facts))
    .flatMap((device) => findingFor(device, all, facts));
};

/** The second look, some seconds later, found it working. */
const isOver = (device: WindowsDevice, facts: DriverFacts): boolean => {
  const again = facts.get(windowsAgain('problems'));
  return isUnsettled(device) && again.status === 'ok' && !again.value.has(device.id);
};

const findingFor = (
  device: WindowsDevice,
  all: readonly WindowsDevice[],
  facts: DriverFacts,
): readonly Finding<Messages>[] => {
  const number = device.errorCode ?? 0;
  const problem = PROBLEMS[number];
  if (problem === undefined || isNameless(device)) return [];
  const described = windowsParams(device, facts);
  const trouble = troubleOf(device, described);
  const common = { subject: device.id, evidence: [facts.windowsDevices.from] };
  const effects = EFFECTS[described.kind];
  const lesser = isSoftware(device) || isGuestLimit(device, described, facts);
  const severity = lesser ? ('info' as const) : ('critical' as const);
  switch (problem.kind) {
    case 'no-driver':
      return [
        {
          code: 'drivers/device-no-driver',
          // Chips of the board without a class are missed by nobody but Device Manager.
          severity: lesser ? 'info' : described.kind === 'other' ? 'warning' : 'critical',
          params: {
            ...described,
            module: '',
            blockedBy: '',
            loaded: false,
            modulesGone: false,
            problem: number,
            system: 'windows',
          },
          explains: effects,
          ...common,
        },
      ];
    case 'start-failed':
      return [{ code: 'drivers/device-start-failed', severity, params: trouble, ...common }];
    case 'restart':
      return [
        {
          code: 'drivers/device-start-failed',
          severity: lesser ? 'info' : 'warning',
          params: trouble,
          ...common,
        },
      ];
    case 'load-failed':
      return [
        { code: 'drivers/device-load-failed', severity, params: { on: 'windows', ...trouble }, ...common },
      ];
    case 'disabled':
      return [
        {
          code: 'drivers/device-disabled',
          severity: isMissed(device, all) ? 'warning' : 'info',
          params: trouble,
          explains: effects,
          evidence: common.evidence,
          // What it brings about is told by the name of the connection.
          ...(described.kind === 'network' ? {} : { subject: device.id }),
        },
      ];
    case 'resource-conflict':
      return [
        {
          code: 'drivers/resource-conflict',
          severity: lesser ? 'info' : 'warning',
          params: { on: 'device', ...trouble },
          ...common,
        },
      ];
    case 'registry-damaged':
      return [{ code: 'drivers/registry-damaged', severity, params: trouble, ...common }];
    case 'signature-blocked':
      return [
        { code: 'drivers/signature-blocked', severity, params: { on: 'windows', ...trouble }, ...common },
      ];
    case 'phantom':
    case 'nothing':
      return [];
  }
};

const troubleOf = (device: WindowsDevice, described: DeviceParams): Trouble => {
  const number = device.errorCode ?? 0;
  const problem = PROBLEMS[number];
  return {
    ...described,
    problem: number,
    symbol: problem === undefined ? '' : `CM_PROB_${problem.symbol}`,
    action: problem?.action ?? 'none',
    status:
      device.problemStatus === null
        ? ''
        : `0x${device.problemStatus.toString(16).toUpperCase().padStart(8, '0')}`,
    driver: device.driver?.provider ?? '',
    version: device.driver?.version ?? '',
    // A date says nothing of age: Microsoft's and Intel's own are set far back on purpose.
    date: MEANT_DATES.has(device.driver?.date ?? '') ? '' : (device.driver?.date ?? ''),
  };
};

const MEANT_DATES: ReadonlySet<string> = new Set(['2006-06-21', '1968-07-18', '1970-01-01']);

/** A graphics card handed to a virtual machine often stops with 43: the maker's driver will not run there. */
const isGuestLimit = ({ errorCode }: WindowsDevice, { kind }: DeviceParams, facts: DriverFacts): boolean =>
  errorCode === 43 && kind === 'graphics' && machineOf(facts).virtual !== null;

/** Nothing else of its class works: somebody may look for it. A second card switched off is meant so. */
const isMissed = (device: WindowsDevice, all: readonly WindowsDevice[]): boolean =>
  !isSoftware(device) &&
  device.class !== null &&
  ['Net', 'MEDIA', 'Bluetooth', 'Camera', 'Image', 'Display', 'HIDClass', 'Keyboard', 'Mouse'].includes(
    device.class,
  ) &&
  !all.some(
    (other) => other.class === device.class && other.present && other.errorCode === 0 && !isSoftware(other),
  );

const basicDisplayFindings = (facts: DriverFacts): readonly Finding<Messages>[] => {
  if (facts.windowsDevices.status !== 'ok' || machineOf(facts).virtual !== null) return [];
  return facts.windowsDevices.value
    .filter(
      ({ service, id, present, errorCode }) =>
        // By its service: the name is translated. ROOT\ is the one that Windows keeps in reserve.
        present && errorCode === 0 && /^BasicDisplay$/i.test(service ?? '') && /^PCI\\/i.test(id),
    )
    .map((device) => ({
      code: 'drivers/gpu-fallback',
      severity: 'warning',
      subject: device.id,
      params: {
        ...windowsParams(device, facts),
        kind: 'graphics',
        driver: 'BasicDisplay',
        nomodeset: false,
        system: 'windows',
      },
      evidence: [facts.windowsDevices.from],
    }));
};

/** 0x116, 0x117 and 0x119 in the first parameter of a stop. */
const GRAPHICS_STOP = /^0x0*(116|117|119)\b/i;

const resetFindings = (facts: DriverFacts, settings: DriverSettings): readonly Finding<Messages>[] => {
  if (facts.windowsEvents.status !== 'ok' || facts.clock.status !== 'ok') return [];
  const since = facts.clock.value.epochMs - settings.gpuResetDays * DAY_MS;
  const events = facts.windowsEvents.value;
  const isRecent = ({ at }: { readonly at: string }): boolean => (parseIsoTime(at) ?? 0) >= since;
  const hangs = [...eventsOf(events, 'Display', 4101), ...eventsOf(events, 'nvlddmkm', 13, 14, 153)].filter(
    isRecent,
  );
  const stop = eventsOf(events, 'Microsoft-Windows-WER-SystemErrorReporting', 1001)
    .filter(isRecent)
    .map(({ data }) => data.map((value) => GRAPHICS_STOP.exec(value)?.[1]).find((code) => code !== undefined))
    .find((code) => code !== undefined);
  if (hangs.length < settings.gpuResets && stop === undefined) return [];
  const driver = hangs.some(({ provider }) => provider === 'nvlddmkm')
    ? 'nvlddmkm'
    : (hangs[0]?.data[0] ?? '');
  return [
    {
      code: 'drivers/gpu-resets',
      severity: stop === undefined ? 'warning' : 'critical',
      params: {
        driver,
        name: '',
        count: hangs.length,
        days: settings.gpuResetDays,
        xids: [],
        bugcheck: stop === undefined ? '' : `0x${stop}`,
      },
      evidence: [facts.windowsEvents.from],
    },
  ];
};

/** Code integrity refuses many things that are no drivers (plug-ins of browsers): only drivers count. */
const refusedFindings = ({ windowsEvents }: DriverFacts): readonly Finding<Messages>[] => {
  if (windowsEvents.status !== 'ok') return [];
  const files = eventsOf(windowsEvents.value, 'Microsoft-Windows-CodeIntegrity', 3004, 3033, 3077).flatMap(
    ({ data }) => data.find((value) => /\.sys$/i.test(value)) ?? [],
  );
  return [...new Set(files)].slice(0, 5).map((file) => ({
    code: 'drivers/signature-blocked',
    severity: 'critical',
    subject: file,
    params: { on: 'windows-file', file },
    evidence: [windowsEvents.from],
  }));
};

const offerFindings = (facts: DriverFacts): readonly Finding<Messages>[] => {
  const offered = facts.get(windowsOffers('drivers'));
  return offered.status === 'ok' && offered.value.length > 0
    ? [
        {
          code: 'drivers/update-available',
          severity: 'info',
          params: { from: 'windows-update', offers: offered.value.slice(0, 20) },
          evidence: [offered.from],
        },
      ]
    : [];
};
