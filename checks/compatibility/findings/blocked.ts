/** Programs that a protection of the system stops. */
import type { Finding } from '../../../src/contract.ts';
import { parseIsoTime } from '../../../src/sources/calendar.ts';
import { mountOf } from '../../../src/sources/mounts.ts';
import { eventsOf, type WindowsEvent } from '../../../src/sources/windows-events.ts';
import type { Messages } from '../messages.en.ts';
import { missed, NOTHING, type Outcome } from '../outcome.ts';
import type { Blocked } from '../params.ts';
import type { CompatibilityFacts } from '../probe.ts';
import { nameOf } from '../reads/linux.ts';
import { gatekeeper } from '../reads/macos.ts';
import { winName } from '../refused.ts';
import type { CompatibilitySettings } from '../settings.ts';
import { isWithin, sinceStart, systemOf } from '../situation.ts';

type Stopped = Blocked & { readonly from: string };

const MAX = 5;

export const diagnoseBlocked = (facts: CompatibilityFacts, settings: CompatibilitySettings): Outcome => {
  const system = systemOf(facts);
  const stopped =
    system === 'windows'
      ? onWindows(facts, settings)
      : system === 'macos'
        ? onMac(facts)
        : [...byKernel(facts, settings), ...byMount(facts, settings)];
  const once = [...new Map(stopped.map((one) => [`${one.program} ${one.by}`, one])).values()].slice(0, MAX);
  return {
    findings: once.map(
      ({ from, ...params }): Finding<Messages> => ({
        code: 'compatibility/app-blocked',
        severity: 'warning',
        subject: params.program,
        params,
        evidence: [from],
      }),
    ),
    ...unseen(facts),
  };
};

const MINUTES_PER_DAY = 24 * 60;

const isFresh = (
  atMs: number,
  { blockedMinutes }: CompatibilitySettings,
  facts: CompatibilityFacts,
): boolean => isWithin(atMs, blockedMinutes / MINUTES_PER_DAY, facts);

/** `apparmor="DENIED" operation="exec" … name="/opt/x" … comm="bash"`, `avc:  denied  { execute } for … comm="x"`. */
const byKernel = (facts: CompatibilityFacts, settings: CompatibilitySettings): readonly Stopped[] => {
  const { kernelLog } = facts;
  if (kernelLog.status !== 'ok') return [];
  return kernelLog.value.flatMap(({ text, seconds }): readonly Stopped[] => {
    const atMs = text.includes('audit:') || text.includes('audit(') ? sinceStart(seconds, facts) : null;
    if (atMs === null || text.length > 1000 || !isFresh(atMs, settings, facts)) return [];
    const denial = denialIn(text);
    return denial === null ? [] : [{ ...denial, from: kernelLog.from }];
  });
};

/** Programs that a person brings along, not what a confined service of the system is kept from as it should be. */
const BROUGHT = /^\/(home|opt|srv|media|mnt|run\/media|tmp|usr\/local|snap)\//;

const denialIn = (text: string): Blocked | null => {
  const of = (name: string): string => new RegExp(`\\b${name}="([^"]{1,200})"`).exec(text)?.[1] ?? '';
  if (text.includes('apparmor="DENIED"')) {
    const [operation, path, program] = [of('operation'), of('name'), of('comm')];
    if (operation === 'exec' && BROUGHT.test(path)) {
      return { program: nameOf(path), by: 'apparmor', detail: of('profile') };
    }
    // Programs that keep their own parts apart in a sandbox, such as AppImages of browsers.
    return of('profile') === 'unprivileged_userns' && program !== ''
      ? { program, by: 'userns', detail: of('capname') }
      : null;
  }
  const [, rights = ''] = /\bavc: {1,4}denied {1,4}\{ ([a-z_ ]{1,100}) \}/.exec(text) ?? [];
  if (!/\b(execute|execute_no_trans|execmem|execmod|execstack|execheap)\b/.test(rights)) return null;
  // Permissive: it was written down and let through.
  if (/\bpermissive=1\b/.test(text)) return null;
  const [path, program] = [of('path'), of('comm')];
  return program === '' && path === ''
    ? null
    : { program: nameOf(path) || program, by: 'selinux', detail: rights.trim() };
};

/** EACCES in errno(3). */
const REFUSED = 13;

/** A program on a volume from which nothing may be started. */
const byMount = (facts: CompatibilityFacts, settings: CompatibilitySettings): readonly Stopped[] => {
  const { programEvents, mounts, noexec } = facts;
  if (programEvents.status !== 'ok' || mounts.status !== 'ok' || noexec.status !== 'ok') return [];
  const closed = noexec.value;
  return programEvents.value.refused.flatMap(({ path, errno, atMs }) => {
    const on = mountOf(path, mounts.value)?.path;
    return errno === REFUSED && on !== undefined && closed.includes(on) && isFresh(atMs, settings, facts)
      ? [{ program: nameOf(path), by: 'noexec' as const, detail: on, from: programEvents.from }]
      : [];
  });
};

const EVENTS: readonly (readonly [provider: string, id: number, by: Blocked['by']])[] = [
  ['Microsoft-Windows-AppLocker', 8004, 'applocker'],
  ['Microsoft-Windows-CodeIntegrity', 3077, 'code-integrity'],
  ['Microsoft-Windows-Windows Defender', 1121, 'asr'],
];

const onWindows = (facts: CompatibilityFacts, settings: CompatibilitySettings): readonly Stopped[] => {
  const { windowsEvents } = facts;
  if (windowsEvents.status !== 'ok') return [];
  return EVENTS.flatMap(([provider, id, by]) =>
    eventsOf(windowsEvents.value, provider, id)
      .filter(({ at }) => isFresh(parseIsoTime(at) ?? Number.NaN, settings, facts))
      .map((event) => ({ ...stoppedBy(event), by, from: windowsEvents.from }))
      .filter(({ program }) => program !== ''),
  );
};

/** Each provider calls the path by another name; else it is the value that ends like a program's path. */
const stoppedBy = ({ fields, data }: WindowsEvent): Pick<Blocked, 'program' | 'detail'> => {
  const path =
    fields.FilePath ??
    fields['File Name'] ??
    fields.Path ??
    data.find((value) => /\\[^\\]{1,200}\.(exe|dll|msi|ps1|js|vbs|cmd|bat)$/i.test(value)) ??
    '';
  return { program: winName(path), detail: fields.PolicyName ?? fields.Policy ?? '' };
};

const onMac = (facts: CompatibilityFacts): readonly Stopped[] =>
  facts.unapproved.status === 'ok'
    ? facts.unapproved.value.flatMap((path): readonly Stopped[] => {
        const said = facts.get(gatekeeper(path));
        return said.status === 'ok' && said.value !== null
          ? [
              {
                program: nameOf(path).replace(/\.app$/, ''),
                by: 'gatekeeper',
                detail: said.value,
                from: said.from,
              },
            ]
          : [];
      })
    : [];

const unseen = (facts: CompatibilityFacts): Outcome => {
  const system = systemOf(facts);
  if (system === 'windows') return missed(facts.windowsEvents);
  if (system === 'macos') return missed(facts.unapproved);
  return system === 'linux' ? missed(facts.kernelLog) : NOTHING;
};
