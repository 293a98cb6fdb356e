/** Windows: the mode it is in, services, sign-in, fast startup, encryption, and the way back. */
import type { Finding } from '../../../src/contract.ts';
import { parseIsoTime } from '../../../src/sources/calendar.ts';
import { isProtected } from '../../../src/sources/encryption.ts';
import { eventsOf } from '../../../src/sources/windows-events.ts';
import type { Messages } from '../messages.en.ts';
import type { SafeModeFacts } from '../probe.ts';
import type { SafeModeSettings } from '../settings.ts';
import { isSinceStart } from './windows-events.ts';

type Found = Finding<Messages>;

export const windowsFindings = (facts: SafeModeFacts, settings: SafeModeSettings): readonly Found[] => [
  ...mode(facts),
  ...flag(facts),
  ...services(facts, settings),
  ...login(facts),
  ...fastStartup(facts, settings),
  ...guard(facts),
  ...recovery(facts),
];

/** `minimal` or `network`; null as usual. Windows sets the variable for every program. */
export const windowsMode = ({
  winSafeBoot,
  safeBootVariable,
}: SafeModeFacts): 'minimal' | 'network' | null => {
  const word = safeBootVariable.status === 'ok' ? safeBootVariable.value.toUpperCase() : '';
  if (word === 'NETWORK') return 'network';
  if (word !== '') return 'minimal';
  if (winSafeBoot.status !== 'ok' || !winSafeBoot.value) return null;
  return winSafeBoot.value === 2 ? 'network' : 'minimal';
};

const mode = (facts: SafeModeFacts): readonly Found[] => {
  const now = windowsMode(facts);
  if (now === null) return [];
  return [
    {
      code: 'safe-mode/safe-mode-active',
      severity: 'warning',
      params: { on: 'win32', mode: now, word: '' },
      evidence: [
        facts.safeBootVariable.status === 'ok' && facts.safeBootVariable.value !== ''
          ? facts.safeBootVariable.from
          : facts.winSafeBoot.from,
      ],
      // With network its adapters are started too: one that is missing is missing.
      explains: [
        ...['audio/service-down', 'audio/no-output-device', 'printing/spooler-stopped'],
        ...['drivers/gpu-fallback', 'safe-mode/failed-services'],
        ...(now === 'network' ? [] : ['connectivity/no-adapter']),
      ],
    },
  ];
};

const flag = (facts: SafeModeFacts): readonly Found[] => {
  const { winSafeBootFlag } = facts;
  if (winSafeBootFlag.status !== 'ok' || winSafeBootFlag.value === null) return [];
  return [
    {
      code: 'safe-mode/safeboot-flag-stuck',
      severity: windowsMode(facts) === null ? 'info' : 'warning',
      params: { on: 'win32', where: 'bcdedit {current}', word: `safeboot ${winSafeBootFlag.value}` },
      evidence: [winSafeBootFlag.from],
    },
  ];
};

/** Names of services, which are not translated. */
const IMPORTANT: ReadonlySet<string> = new Set(
  [
    ...['Dhcp', 'Dnscache', 'NlaSvc', 'netprofm', 'LanmanWorkstation', 'WlanSvc', 'nsi', 'BFE', 'mpssvc'],
    ...['Spooler', 'Audiosrv', 'AudioEndpointBuilder'],
    ...['wuauserv', 'UsoSvc', 'BITS', 'CryptSvc'],
    ...['EventLog', 'Winmgmt', 'ProfSvc', 'UserManager', 'Schedule', 'W32Time', 'WinDefend'],
  ].map((name) => name.toLowerCase()),
);

/** Not started since the system was: an error only where it starts by itself, and at once. */
const NEVER_STARTED = 1077;
const MANAGER = 'Service Control Manager';

const services = (facts: SafeModeFacts, { warnRestarts }: SafeModeSettings): readonly Found[] => {
  const all = facts.winServices.status === 'ok' ? facts.winServices.value : [];
  const ended = all.filter(({ exit, delayed, trigger }) =>
    exit === NEVER_STARTED ? !delayed && !trigger : exit !== 0,
  );
  const isImportant = (name: string): boolean => IMPORTANT.has(name.toLowerCase());
  const loud = ended.filter(({ name }) => isImportant(name));
  const quiet = ended.filter(({ name, exit }) => !isImportant(name) && exit !== NEVER_STARTED);
  const found = (
    severity: 'warning' | 'info',
    kind: 'failed' | 'loop' | 'others',
    name: string,
    more: {
      readonly title?: string;
      readonly names?: readonly string[];
      readonly exit?: number;
      readonly restarts?: number;
    },
    from: string,
  ): Found => ({
    code: 'safe-mode/failed-services',
    severity,
    ...(kind === 'others' ? {} : { subject: name }),
    params: {
      on: 'win32',
      kind,
      name,
      description: more.title ?? '',
      names: more.names ?? [name],
      result: more.exit === undefined || more.exit === NEVER_STARTED ? '' : 'exit-code',
      exitStatus: more.exit === undefined || more.exit === NEVER_STARTED ? null : more.exit,
      restarts: more.restarts ?? null,
      line: '',
    },
    evidence: [from],
  });
  const crashes = crashesSinceStart(facts);
  const crashing = [...crashes].filter(([, count]) => count >= warnRestarts);
  // The events name services as they are shown, in the system's language.
  const told = new Set([...loud, ...quiet].map(({ title }) => title));
  const others = [
    ...quiet.map(({ title }) => title),
    ...refusedSinceStart(facts).filter((title) => !told.has(title) && !crashes.has(title)),
  ];
  return [
    ...loud.map(({ name, title, exit }) =>
      found('warning', 'failed', name, { title, exit }, facts.winServices.from),
    ),
    ...crashing.map(([title, count]) =>
      found('warning', 'loop', title, { restarts: count }, facts.windowsEvents.from),
    ),
    ...(others[0] === undefined
      ? []
      : [
          found(
            'info',
            'others',
            others[0],
            { names: [...new Set(others)] },
            quiet.length > 0 ? facts.winServices.from : facts.windowsEvents.from,
          ),
        ]),
  ];
};

const sinceStart = (facts: SafeModeFacts, provider: string, ...ids: readonly number[]) =>
  facts.windowsEvents.status === 'ok'
    ? eventsOf(facts.windowsEvents.value, provider, ...ids).filter(({ at }) => {
        const ms = parseIsoTime(at);
        return ms !== null && isSinceStart(ms, facts);
      })
    : [];

/** 7031 and 7034: ended without being asked to. By what the service is shown as. */
const crashesSinceStart = (facts: SafeModeFacts): ReadonlyMap<string, number> => {
  const names = sinceStart(facts, MANAGER, 7031, 7034).map(({ data }) => data[0] ?? '');
  return new Map(
    [...new Set(names)]
      .filter((name) => name !== '')
      .map((name) => [name, names.filter((one) => one === name).length]),
  );
};

/** 7009 tells the time first, then the name; 7026 often names a driver that was removed, and is left out. */
const refusedSinceStart = (facts: SafeModeFacts): readonly string[] => [
  ...new Set(
    [
      ...sinceStart(facts, MANAGER, 7000, 7001, 7022, 7023).map(({ data }) => data[0] ?? ''),
      ...sinceStart(facts, MANAGER, 7009).map(({ data }) => data[1] ?? ''),
    ].filter((name) => name !== ''),
  ),
];

const login = (facts: SafeModeFacts): readonly Found[] => {
  const events = sinceStart(facts, 'Microsoft-Windows-User Profiles Service', 1511, 1515, 1508);
  if (events.length === 0) return [];
  return [
    {
      code: 'safe-mode/login-broken',
      severity: 'critical',
      params: { kind: events.some(({ id }) => id === 1511) ? 'temporary' : 'profile', path: '', uid: -1 },
      evidence: [facts.windowsEvents.from],
    },
  ];
};

/** Somebody shuts it down, and it does not begin anew: event 27 tells of each hybrid start. */
const fastStartup = (facts: SafeModeFacts, { fastStartupDays }: SafeModeSettings): readonly Found[] => {
  const { winFastStartup, platform } = facts;
  if (winFastStartup.status !== 'ok' || !winFastStartup.value || platform.status !== 'ok') return [];
  const days = Math.floor(platform.value.bootedSecondsAgo / 86_400);
  const hybrid = sinceStart(facts, 'Microsoft-Windows-Kernel-Boot', 27).filter(
    ({ fields, data }) => Number(fields.BootType ?? data[0]) === 1,
  );
  return days <= fastStartupDays || hybrid.length === 0
    ? []
    : [
        {
          code: 'safe-mode/fast-startup',
          severity: 'info',
          params: { days },
          evidence: [winFastStartup.from, facts.windowsEvents.from],
        },
      ];
};

const guard = ({ bitLocker }: SafeModeFacts): readonly Found[] =>
  bitLocker.status === 'ok' && isProtected(bitLocker.value)
    ? [
        {
          code: 'safe-mode/encryption-guard',
          severity: 'info',
          params: { on: 'win32', volume: bitLocker.value.drive },
          evidence: [bitLocker.from],
        },
      ]
    : [];

const recovery = ({ winRecovery, winRestorePoints }: SafeModeFacts): readonly Found[] =>
  winRecovery.status === 'ok' &&
  winRecovery.value === 0 &&
  winRestorePoints.status === 'ok' &&
  winRestorePoints.value === 0
    ? [
        {
          code: 'safe-mode/no-recovery-path',
          severity: 'warning',
          params: { on: 'win32', kernel: '' },
          evidence: [winRecovery.from, winRestorePoints.from],
        },
      ]
    : [];
