/** Linux: settings and lists that everybody may read. What needs root is asked only of root. */
import { family, source, Unreadable, unparsable } from '../../../src/contract.ts';
import { parsePem } from '../../../src/sources/certificate.ts';
import { mappings } from '../../../src/sources/encryption.ts';
import { isObject, parseJson } from '../../../src/sources/network/json.ts';
import { refuseCut } from '../../../src/sources/whole.ts';

const names = (id: string, path: string) =>
  source({ id, os: ['linux'], request: { kind: 'list', path }, parse: (raw) => raw.names });

const text = (id: string, path: string) =>
  source({
    id,
    os: ['linux'],
    request: { kind: 'file', path },
    parse: (raw) => {
      refuseCut(raw);
      return raw.text;
    },
  });

const MACHINE_KEY = '8be4df61-93ca-11d2-aa0d-00e098032b8c';
const AUTHORITIES_KEY = 'd719b2cb-3d3a-4596-a3bc-dad00e67656f';

/** Certificates within a firmware variable: their names are ASCII among bytes that are none. */
const variable = (id: string, name: string) =>
  source({
    id,
    os: ['linux'],
    request: { kind: 'file', path: `/sys/firmware/efi/efivars/${name}` },
    parse: (raw) => raw.text,
  });

export const linuxReads = {
  xSessions: names('security.sessions.x', '/usr/share/xsessions'),
  waylandSessions: names('security.sessions.wayland', '/usr/share/wayland-sessions'),
  /** What starts with the system, by itself. */
  autostart: names('security.autostart', '/etc/systemd/system/multi-user.target.wants'),
  earlyAutostart: names('security.autostart.early', '/etc/systemd/system/sysinit.target.wants'),
  timers: names('security.timers', '/etc/systemd/system/timers.target.wants'),
  ufw: source({
    id: 'security.ufw',
    os: ['linux'],
    request: { kind: 'file', path: '/etc/ufw/ufw.conf' },
    parse: ({ text: config }) => {
      const found = /^[ \t]*ENABLED[ \t]*=[ \t]*["']?(yes|no)\b/im.exec(config);
      if (found === null) throw unparsable(config.trim());
      return found[1]?.toLowerCase() === 'yes';
    },
  }),
  sshdConfig: source({
    id: 'security.sshd',
    os: ['linux', 'darwin'],
    request: { kind: 'file', path: '/etc/ssh/sshd_config' },
    parse: (raw) => {
      refuseCut(raw);
      return raw.text;
    },
  }),
  sshdParts: source({
    id: 'security.sshd.parts',
    os: ['linux', 'darwin'],
    request: { kind: 'list', path: '/etc/ssh/sshd_config.d' },
    parse: (raw) => raw.names,
  }),
  /** Names and kinds of device-mapper volumes: `CRYPT-LUKS2-…`, `LVM-…`. */
  mappings,
  desktop: source({
    id: 'security.desktop',
    os: ['linux'],
    request: { kind: 'env', names: ['XDG_CURRENT_DESKTOP'] },
    parse: ({ values }) => values.XDG_CURRENT_DESKTOP ?? '',
  }),
  gdm: text('security.autologin.gdm', '/etc/gdm3/custom.conf'),
  gdmDebian: text('security.autologin.gdm3', '/etc/gdm3/daemon.conf'),
  gdmRedHat: text('security.autologin.gdm-redhat', '/etc/gdm/custom.conf'),
  sddm: text('security.autologin.sddm', '/etc/sddm.conf'),
  sddmParts: names('security.autologin.sddm-parts', '/etc/sddm.conf.d'),
  lightdm: text('security.autologin.lightdm', '/etc/lightdm/lightdm.conf'),
  lightdmParts: names('security.autologin.lightdm-parts', '/etc/lightdm/lightdm.conf.d'),
  secureBoot: source({
    id: 'security.secure-boot',
    os: ['linux'],
    request: { kind: 'file', path: `/sys/firmware/efi/efivars/SecureBoot-${MACHINE_KEY}` },
    // Four bytes of attributes, then one: 1 is on.
    parse: ({ text: bytes }) => {
      if (bytes.length !== 5) throw unparsable(`${bytes.length} bytes instead of 5`);
      return bytes.charCodeAt(4) === 1;
    },
  }),
  keyExchangeKeys: variable('security.secure-boot.kek', `KEK-${MACHINE_KEY}`),
  bootAuthorities: variable('security.secure-boot.db', `db-${AUTHORITIES_KEY}`),
  rootsDebian: names('security.roots.debian', '/usr/local/share/ca-certificates'),
  rootsRedHat: names('security.roots.redhat', '/etc/pki/ca-trust/source/anchors'),
  rootsArch: names('security.roots.arch', '/etc/ca-certificates/trust-source/anchors'),
  rootsSuse: names('security.roots.suse', '/etc/pki/trust/anchors'),
  samba: text('security.samba', '/etc/samba/smb.conf'),
  clamavData: names('security.clamav', '/var/lib/clamav'),
  clamavLog: source({
    id: 'security.clamav.log',
    os: ['linux'],
    request: { kind: 'file', path: '/var/log/clamav/clamav.log' },
    parse: ({ text: log }) => parseClamav(log),
  }),
};

/** clamd.conf(5) with LogTime: `Tue Nov 24 10:00:00 2026 -> /home/a/x: Win.Test.EICAR_HDB-1(…) FOUND`. */
export const parseClamav = (log: string): readonly { readonly path: string; readonly name: string }[] =>
  log.split('\n').flatMap((line) => {
    const found = /^(?:.{1,40} -> )?(\/[^\0]{1,4096}): (\S{1,200}?)(?:\([0-9a-f]+:\d+\))? FOUND$/.exec(line);
    return found === null ? [] : [{ path: found[1] ?? '', name: found[2] ?? '' }];
  });

/** A part of a configuration, or of a display manager's. */
export const configPart = family('security.part', 'file', (path) =>
  source({
    id: '',
    os: ['linux', 'darwin'],
    request: { kind: 'file', path },
    parse: (raw) => {
      refuseCut(raw);
      return raw.text;
    },
  }),
);

export const rootFile = family('security.root', 'file', (path) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'file', path },
    parse: (raw) => {
      refuseCut(raw);
      return parsePem(raw.text);
    },
  }),
);

/** Devices below a device: what a volume group or a RAID lies on. */
export const below = family('security.below', 'device', (device) => names('', `/sys/block/${device}/slaves`));

export const listOfNames = family('security.list', 'folder', (path) =>
  source({ id: '', os: ['linux', 'darwin'], request: { kind: 'list', path }, parse: (raw) => raw.names }),
);

export const fileState = family('security.stat', 'file', (path) =>
  source({ id: '', os: ['linux', 'darwin'], request: { kind: 'stat', path }, parse: (raw) => raw }),
);

/** `org.gnome.desktop.session idle-delay uint32 300` by key. */
export const gsettings = family('security.gsettings', 'schema', (schema) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'exec', argv: ['gsettings', 'list-recursively', schema] },
    parse: ({ stdout, stderr, exitCode }): Readonly<Record<string, string>> => {
      if (exitCode !== 0) throw new Unreadable('absent', stderr.trim().slice(0, 200));
      const pairs = stdout
        .split('\n')
        .map((line) => /^\S+ (\S+) (?:(?:u?int32|u?int64|double) )?(.*)$/.exec(line))
        .flatMap((found) => (found === null ? [] : [[found[1] ?? '', found[2] ?? '']]));
      if (pairs.length === 0) throw unparsable(stdout.trim());
      return Object.fromEntries(pairs);
    },
  }),
);

/** nft(8) in JSON, for root: whether anything that comes in is ever turned away. */
export const filterRules = family('security.nft', 'owner', () =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'exec', argv: ['nft', '-j', 'list', 'ruleset'] },
    parse: ({ stdout, stderr, exitCode }): 'filters' | 'open' => {
      if (exitCode !== 0) throw new Unreadable('failed', stderr.trim().slice(0, 200));
      const ruleset = parseJson(stdout);
      if (!isObject(ruleset) || !Array.isArray(ruleset.nftables)) throw unparsable(stdout.trim());
      const items = ruleset.nftables.filter(isObject);
      const inputs = items.flatMap(({ chain }) => (isObject(chain) && chain.hook === 'input' ? [chain] : []));
      // Where a chain of the input turns to others, their rules count too: any refusal in these tables does.
      const tables = new Set(inputs.map(({ family: kind, table }) => `${kind} ${table}`));
      const refuses = items.some(
        ({ rule }) =>
          isObject(rule) &&
          tables.has(`${rule.family} ${rule.table}`) &&
          Array.isArray(rule.expr) &&
          rule.expr.some((step) => isObject(step) && ('drop' in step || 'reject' in step)),
      );
      return refuses || inputs.some(({ policy }) => policy === 'drop') ? 'filters' : 'open';
    },
  }),
);
