/** Who may use this computer: before its screen, over the network, and by a program for that. */
import { outdated } from '../../../src/sources/dated.ts';
import { asOf, remoteTools } from '../data/remote-tools.ts';
import { autologin, lockSeconds } from '../lock.ts';
import { missed, NOTHING, type Outcome, together } from '../outcome.ts';
import { partPaths } from '../parts.ts';
import type { SecurityFacts } from '../probe.ts';
import { configPart } from '../reads/linux.ts';
import type { SecuritySettings } from '../settings.ts';
import type { Situation } from '../situation.ts';
import { sshdSettings } from '../sshd.ts';
import { firewallIsOn } from './firewall.ts';

const unlocked = (
  how: 'never' | 'late' | 'autologin',
  from: string,
  { minutes = null, user = '' }: { readonly minutes?: number | null; readonly user?: string } = {},
): Outcome => ({
  findings: [
    {
      code: 'security/no-screen-lock',
      severity: 'warning',
      subject: how === 'autologin' ? how : 'lock',
      params: { how, minutes, user },
      evidence: [from],
    },
  ],
});

export const diagnoseLock = (
  facts: SecurityFacts,
  settings: SecuritySettings,
  situation: Situation,
): Outcome => {
  if (situation.os === 'win32') return windowsLock(facts, settings, situation);
  if (situation.os === 'darwin') return macLock(facts, settings, situation);
  if (situation.os !== 'linux' || !situation.personal || situation.virtual) return NOTHING;
  const lock = lockSeconds(facts);
  const who = situation.laptop === true ? autologin(facts) : null;
  return together(
    lock === null ? NOTHING : byTime(lock.seconds, lock.from, settings),
    who === null ? NOTHING : unlocked('autologin', who.from, { user: who.user }),
  );
};

const byTime = (seconds: number, from: string, { lockWarnMinutes }: SecuritySettings): Outcome => {
  if (seconds === 0) return unlocked('never', from);
  return seconds > lockWarnMinutes * 60
    ? unlocked('late', from, { minutes: Math.round(seconds / 60) })
    : NOTHING;
};

const windowsLock = (
  { winLock }: SecurityFacts,
  settings: SecuritySettings,
  { laptop, virtual }: Situation,
): Outcome => {
  if (winLock.status !== 'ok') return missed(winLock);
  const { autoLogon, user, idleSeconds, asksOnWake, saverSeconds } = winLock.value;
  const times = [idleSeconds, saverSeconds].filter((seconds) => seconds > 0);
  // Waking from sleep asks for the password unless the power plan says otherwise: that is a lock.
  const lock = times.length > 0 ? Math.min(...times) : null;
  return together(
    autoLogon && laptop === true ? unlocked('autologin', winLock.from, { user }) : NOTHING,
    asksOnWake === false && !virtual ? byTime(lock ?? 0, winLock.from, settings) : NOTHING,
  );
};

const macLock = (
  { macScreenLock, macIdle, macAutologin }: SecurityFacts,
  settings: SecuritySettings,
  { laptop }: Situation,
): Outcome => {
  const delay = macScreenLock.status === 'ok' ? macScreenLock.value : undefined;
  const idle = macIdle.status === 'ok' && macIdle.value !== null ? Number(macIdle.value) : null;
  return together(
    missed(macScreenLock, macAutologin),
    delay === null ? unlocked('never', macScreenLock.from) : NOTHING,
    // Without a value of its own the display's sleep begins it, after some minutes.
    typeof delay === 'number' && (delay > 0 || (idle !== null && Number.isFinite(idle) && idle > 0))
      ? byTime(Math.max(1, delay + (idle ?? 0)), macScreenLock.from, settings)
      : NOTHING,
    laptop !== false && macAutologin.status === 'ok' && macAutologin.value !== null
      ? unlocked('autologin', macAutologin.from, { user: macAutologin.value })
      : NOTHING,
  );
};

type Service = 'ssh' | 'ssh-root' | 'rdp' | 'rdp-old' | 'vnc' | 'screen-sharing';

const open = (
  service: Service,
  port: number,
  severity: 'warning' | 'info',
  evidence: readonly string[],
): Outcome => ({
  findings: [
    { code: 'security/remote-access-open', severity, subject: service, params: { service, port }, evidence },
  ],
});

const VNC_FIRST = 5900;
const VNC_LAST = 5909;
const RDP = 3389;
const SSH = 22;

const isVnc = (port: number): boolean => port >= VNC_FIRST && port <= VNC_LAST;

export const diagnoseRemoteAccess = (facts: SecurityFacts, situation: Situation): Outcome => {
  if (situation.os === 'win32') return windowsAccess(facts);
  if (situation.os !== 'linux' && situation.os !== 'darwin') return NOTHING;
  const { listeners, listeners6 } = facts;
  if (listeners.status !== 'ok') return missed(listeners);
  const ports = [...listeners.value, ...(listeners6.status === 'ok' ? listeners6.value : [])]
    .filter(({ loopback }) => !loopback)
    .map(({ port }) => port);
  return together(
    ssh(facts, ports, situation),
    situation.os === 'linux' ? linuxScreens(facts, ports) : macScreens(facts, ports),
  );
};

/** Whether passwords open it; the rules behind a firewall nobody but root can see. */
const ssh = (facts: SecurityFacts, ports: readonly number[], { os }: Situation): Outcome => {
  const { sshdConfig, listeners } = facts;
  if (sshdConfig.status !== 'ok') return ports.includes(SSH) ? missed(sshdConfig) : NOTHING;
  const parts = partPaths(facts)
    .filter((path) => path.startsWith('/etc/ssh/'))
    .map((path) => ({ name: path, reading: facts.get(configPart(path)) }));
  const texts = parts.flatMap(({ name, reading }) =>
    reading.status === 'ok' ? [{ name, text: reading.value }] : [],
  );
  const { passwords, rootPassword, ports: own } = sshdSettings(sshdConfig.value, texts);
  const port = (own.length > 0 ? own : [SSH]).find((one) => ports.includes(one));
  if (port === undefined) return NOTHING;
  // A part that only root may read can forbid passwords.
  if (texts.length < parts.length) return missed(...parts.map(({ reading }) => reading));
  if (!passwords) return NOTHING;
  const shielded =
    os === 'linux' ? firewallIsOn(facts) : facts.macFirewall.status === 'ok' && facts.macFirewall.value;
  return open(rootPassword ? 'ssh-root' : 'ssh', port, shielded && !rootPassword ? 'info' : 'warning', [
    listeners.from,
    sshdConfig.from,
  ]);
};

/** Programs that show this screen, or another one, to others. */
const SCREENS = /vnc|^xrdp$|^gnome-remote-de|^krfb$|^vino-server$|^wayvnc$/i;

const linuxScreens = ({ processes, listeners }: SecurityFacts, ports: readonly number[]): Outcome => {
  const vnc = ports.find(isVnc);
  const rdp = ports.includes(RDP);
  if (vnc === undefined && !rdp) return NOTHING;
  if (processes.status !== 'ok') return missed(processes);
  // The port alone may be anybody's.
  if (!processes.value.some(({ name }) => SCREENS.test(name))) return NOTHING;
  const evidence = [listeners.from, processes.from];
  return together(
    vnc === undefined ? NOTHING : open('vnc', vnc, 'warning', evidence),
    rdp ? open('rdp', RDP, 'warning', evidence) : NOTHING,
  );
};

const macScreens = ({ listeners }: SecurityFacts, ports: readonly number[]): Outcome => {
  const port = ports.find(isVnc);
  return port === undefined ? NOTHING : open('screen-sharing', port, 'warning', [listeners.from]);
};

const PUBLIC = 0;

const windowsAccess = ({ winRdp, winNetworks, winListening, winServices }: SecurityFacts): Outcome => {
  if (winRdp.status !== 'ok') return missed(winRdp);
  const listening =
    winListening.status === 'ok'
      ? winListening.value.filter(({ loopback }) => !loopback).map(({ port }) => port)
      : null;
  const isPublic = winNetworks.status === 'ok' && winNetworks.value.includes(PUBLIC);
  const evidence = [winRdp.from, winNetworks.from, winListening.from];
  const { on, nla, port } = winRdp.value;
  const vnc = listening?.find(isVnc);
  const sshd = winServices.status === 'ok' && winServices.value.some((name) => /^sshd$/i.test(name));
  return together(
    missed(winListening),
    on && listening?.includes(port) !== false
      ? open(nla ? 'rdp' : 'rdp-old', port, isPublic || !nla ? 'warning' : 'info', evidence)
      : NOTHING,
    vnc === undefined ? NOTHING : open('vnc', vnc, isPublic ? 'warning' : 'info', evidence),
    sshd && listening?.includes(SSH) === true
      ? open('ssh', SSH, isPublic ? 'warning' : 'info', evidence)
      : NOTHING,
  );
};

export const diagnoseTools = (
  facts: SecurityFacts,
  settings: SecuritySettings,
  situation: Situation,
): Outcome => {
  const { processes } = facts;
  if (processes.status !== 'ok') return missed(processes);
  const started = [facts.autostart, facts.macDaemons, facts.macAgents, facts.winServices];
  const services = started.flatMap((names) => (names.status === 'ok' ? names.value : []));
  const evidence = [
    processes.from,
    ...started.filter(({ status }) => status === 'ok').map(({ from }) => from),
  ];
  const names = new Set(processes.value.map(({ name }) => name.replace(/\.exe$/i, '')));
  const running = remoteTools.filter(
    (tool) =>
      !settings.wantedRemoteTools.includes(tool.name) && [...names].some((name) => tool.programs.test(name)),
  );
  const old = outdated(asOf, facts.clock);
  return {
    findings: running.map((tool) => {
      const unattended = services.some((name) => tool.services.test(name));
      return {
        code: 'security/remote-control-tool' as const,
        severity: unattended ? ('warning' as const) : ('info' as const),
        subject: tool.name,
        params: { tool: tool.name, unattended },
        evidence,
      };
    }),
    // Where nothing is found by an old list, something newer may run. On a server nobody is rung up.
    ...(running.length === 0 && old !== undefined && situation.personal && { unknown: [old] }),
  };
};
