/** Windows Update: one batch of registry, CIM and COM questions; numbers and codes, never localized text. */
import { read, sourceByOs, Unreadable, unparsable } from '../contract.ts';
import { parseIsoTime } from './calendar.ts';
import { isObject, type LooseObject, listOf, parseJson } from './network/json.ts';
import { powershell } from './powershell.ts';
import { SCRIPT } from './windows-update-script.ts';

const BATCH = { ...powershell(SCRIPT), timeoutMs: 20_000 };

export interface UpdateAttempt {
  /** `KB5034441`; null where the title names none. */
  readonly kb: string | null;
  /** `0x80070070` */
  readonly code: string;
  readonly succeeded: boolean;
  /** ISO 8601. */
  readonly at: string;
  /** In the language of the system: to tell attempts apart, and to be shown. */
  readonly title: string;
}

/** Newest first; empty where Windows says that nothing was ever installed. */
export const windowsHistory = sourceByOs<readonly UpdateAttempt[]>('updates.windows-history', {
  win32: read(BATCH, ({ stdout }) => parseHistory(stdout)),
});

const SUCCEEDED = 2;

export const parseHistory = (text: string): readonly UpdateAttempt[] => {
  const { history } = batchOf(text);
  if (!isObject(history)) throw unparsable(text.trim());
  // Windows Update's own interface did not answer: that is not an empty history.
  if (history.failed === true) throw new Unreadable('failed', 'Windows Update gives no history');
  return listOf(history.items).map((item) => {
    const { title, code, result, at } = item;
    if (typeof code !== 'number' || typeof result !== 'number' || typeof at !== 'string') {
      throw unparsable(JSON.stringify(item));
    }
    return {
      kb: /KB\d{6,8}/.exec(textOf(title))?.[0] ?? null,
      code: codeText(code),
      succeeded: result === SUCCEEDED,
      at,
      title: textOf(title).slice(0, 200),
    };
  });
};

/** HResult is a signed number: -2147024784 is 0x80070070. */
const codeText = (code: number): string => `0x${(code >>> 0).toString(16).padStart(8, '0')}`;

export interface WindowsRestart {
  readonly componentServicing: boolean;
  readonly windowsUpdate: boolean;
  /** Many installers leave this set: weak alone. */
  readonly fileRenames: boolean;
}

export const windowsRestart = sourceByOs<WindowsRestart>('updates.windows-restart', {
  win32: read(BATCH, ({ stdout }) => parseWindowsRestart(stdout)),
});

export const parseWindowsRestart = (text: string): WindowsRestart => {
  const { restart } = batchOf(text);
  if (!isObject(restart) || typeof restart.cbs !== 'boolean' || typeof restart.wu !== 'boolean') {
    throw unparsable(text.trim());
  }
  return {
    componentServicing: restart.cbs,
    windowsUpdate: restart.wu,
    fileRenames: restart.renames === true,
  };
};

export interface WindowsUpdate {
  readonly build: number;
  /** The part that each monthly update raises. */
  readonly revision: number;
  /** `Core`, `Professional`, `Enterprise`, `EnterpriseS`, `ServerStandard` … */
  readonly edition: string;
  /** `25H2`; empty on very old ones. */
  readonly release: string;
  readonly server: boolean;
  readonly services: readonly WindowsService[];
  /** Milliseconds since 1970. */
  readonly pausedUntilMs: number | null;
  /** The company's own update server; empty where there is none. */
  readonly updateServer: string;
  readonly automaticUpdatesOff: boolean;
  readonly accessDisabled: boolean;
  /** The release that a policy holds Windows at. */
  readonly pinnedRelease: string;
  readonly metered: boolean | null;
  /** `proxy.example:8080`, as WinHTTP was told; empty for none. */
  readonly proxy: string;
  readonly antivirus: readonly Antivirus[];
  /** A Windows Installer run is under way. */
  readonly installerBusy: boolean;
  /** The servicing worker of Windows Update is running. */
  readonly servicingBusy: boolean;
  /** WinSxS\pending.xml: component changes that wait for a restart. */
  readonly pendingXml: boolean;
  /** What Windows' own appraiser says against a newer release. */
  readonly blocks: readonly UpgradeBlock[];
  /** Programs whose removal or repair lacks its own installer, by MsiInstaller's events. */
  readonly brokenInstallers: readonly BrokenInstaller[];
}

export interface WindowsService {
  readonly name: string;
  readonly start: 'auto' | 'manual' | 'disabled';
}

export interface Antivirus {
  readonly name: string;
  readonly active: boolean;
  readonly isDefender: boolean;
}

export interface UpgradeBlock {
  /** `GE25H2` */
  readonly release: string;
  /** `Cpu`, `Tpm`, `SystemDriveTooFull` …: Windows' own words for what is missing. */
  readonly reasons: readonly string[];
  /** Holds that Microsoft has placed because of a known fault. */
  readonly holds: readonly string[];
}

export interface BrokenInstaller {
  readonly event: number;
  readonly at: string;
  readonly text: string;
}

export const windowsUpdate = sourceByOs<WindowsUpdate>('updates.windows', {
  win32: read(BATCH, ({ stdout }) => parseWindowsUpdate(stdout)),
});

const DEFENDER = 'd68ddc3a-831f-4fae-9e44-da132c1acf46';

export const parseWindowsUpdate = (text: string): WindowsUpdate => {
  const { system, services, policy, pause, cost, proxy, antivirus, busy, pendingXml, blocks, msi } =
    batchOf(text);
  if (!isObject(system) || !isObject(policy) || !isObject(busy)) throw unparsable(text.trim());
  const build = Number(system.build);
  if (!Number.isInteger(build) || build <= 0) throw unparsable(JSON.stringify(system));
  const policyText = (name: string): string => textOf(policy[name]);
  return {
    build,
    revision: Number(system.revision ?? 0),
    edition: textOf(system.edition),
    release: textOf(system.release),
    server: textOf(system.type) !== 'Client',
    services: listOf(services).flatMap(serviceOf),
    pausedUntilMs: parseIsoTime(textOf(pause)),
    updateServer: policy.useServer === 1 ? policyText('server') : '',
    automaticUpdatesOff: policy.noAutoUpdate === 1,
    accessDisabled: policy.disableAccess === 1,
    pinnedRelease: policy.pin === 1 ? policyText('pinned') : '',
    // NetworkCostType: 1 unrestricted, 2 fixed, 3 variable; 0 and nothing tell nothing.
    metered: cost === 2 || cost === 3 ? true : cost === 1 ? false : null,
    proxy: winHttpProxy(textOf(proxy)),
    antivirus: listOf(antivirus).map(({ name, guid, state }) => ({
      name: textOf(name),
      // 0x1000 in the state: its protection is on.
      active: typeof state === 'number' && (state & 0xf000) === 0x1000,
      isDefender: textOf(guid).toLowerCase().replace(/[{}]/g, '') === DEFENDER,
    })),
    installerBusy: busy.msi === true,
    servicingBusy: busy.worker === true,
    pendingXml: pendingXml === true,
    blocks: listOf(blocks).map(blockOf),
    brokenInstallers: listOf(msi).flatMap(({ id, at, text: told }) =>
      typeof id === 'number' && typeof at === 'string'
        ? [{ event: id, at, text: textOf(told).slice(0, 200) }]
        : [],
    ),
  };
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const STARTS: Readonly<Record<string, WindowsService['start']>> = {
  auto: 'auto',
  manual: 'manual',
  disabled: 'disabled',
};

/** StartMode is English in every language of Windows. Boot and System are drivers. */
const serviceOf = ({ name, start }: LooseObject): readonly WindowsService[] => {
  const mode = STARTS[textOf(start).toLowerCase()];
  return mode === undefined || typeof name !== 'string' ? [] : [{ name, start: mode }];
};

const blockOf = ({ release, red, gated }: LooseObject): UpgradeBlock => {
  const words = (value: unknown): readonly string[] =>
    (Array.isArray(value) ? value : [value])
      .flatMap((one) => textOf(one).split(/[,;]/))
      .map((word) => word.trim())
      .filter((word) => word !== '' && !/^none$/i.test(word));
  return { release: textOf(release), reasons: words(red), holds: words(gated) };
};

/** WinHttpSettings: 4 bytes of version, 4 of a counter, 4 of flags (2: a proxy is set), its length, its text. */
export const winHttpProxy = (base64: string): string => {
  if (!/^[A-Za-z0-9+/]+=*$/.test(base64)) return '';
  const bytes = Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const length = bytes[12] ?? 0;
  if (((bytes[8] ?? 0) & 2) === 0 || bytes.length < 16 + length) return '';
  const text = String.fromCharCode(...bytes.slice(16, 16 + length));
  // `http=a:80;https=b:80` names one for each; updates go by https.
  return (
    /(?:^|;)https=([^;]+)/.exec(text)?.[1] ??
    /(?:^|;)http=([^;]+)/.exec(text)?.[1] ??
    text.split(';')[0] ??
    ''
  );
};

export interface ComponentStore {
  /** DISM's: 0 healthy, 1 can be repaired, 2 cannot. */
  readonly health: number;
}

const HEALTH = `
$admin = ([Security.Principal.WindowsPrincipal][Security.Principal.WindowsIdentity]::GetCurrent()).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
$state = $null
if ($admin) { $state = [int](Repair-WindowsImage -Online -CheckHealth).ImageHealthState }
@{ admin = $admin; state = $state } | ConvertTo-Json -Compress`;

export const componentStore = sourceByOs<ComponentStore>(
  'updates.component-store',
  { win32: read({ ...powershell(HEALTH), timeoutMs: 30_000 }, ({ stdout }) => parseHealth(stdout)) },
  undefined,
  'slow',
);

export const parseHealth = (text: string): ComponentStore => {
  const value = parseJson(text);
  if (!isObject(value)) throw unparsable(text.trim());
  if (value.admin !== true) throw new Unreadable('denied', 'only an administrator may ask');
  if (typeof value.state !== 'number') throw new Unreadable('failed', 'Windows gave no answer');
  return { health: value.state };
};

const batchOf = (text: string): LooseObject => {
  const batch = parseJson(text);
  if (!isObject(batch)) throw unparsable(text.trim());
  return batch;
};
