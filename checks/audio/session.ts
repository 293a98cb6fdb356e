/** The user's session on Linux: where its sound server listens, which of its services should run. */
import { family, source, Unreadable, unparsable } from '../../src/contract.ts';
import { isObject, parseJson } from '../../src/sources/network/json.ts';

export const sessionVariables = source({
  id: 'audio.session',
  os: ['linux'],
  request: { kind: 'env', names: ['XDG_RUNTIME_DIR', 'XDG_SESSION_TYPE', 'XDG_CURRENT_DESKTOP'] },
  parse: ({ values }) => ({
    runtimeFolder: values.XDG_RUNTIME_DIR ?? '',
    isGraphical: /^(x11|wayland|mir)$/.test(values.XDG_SESSION_TYPE ?? ''),
    isGnome: /gnome/i.test(values.XDG_CURRENT_DESKTOP ?? ''),
  }),
});

/** Users who are signed in, by number. */
export const signedIn = source({
  id: 'audio.signed-in',
  os: ['linux'],
  request: { kind: 'list', path: '/run/user' },
  parse: ({ names }) => names.filter((name) => /^\d{1,10}$/.test(name)).map(Number),
});

/** There while a sound server listens, or systemd does in its place. */
export const soundSocket = family('audio.socket', 'user', (user) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'stat', path: `/run/user/${user}/pulse/native` },
    parse: () => true,
  }),
);

/** One program of those that make sound, by its path. */
const program = (id: string, path: string) =>
  source({ id: `audio.program.${id}`, os: ['linux'], request: { kind: 'stat', path }, parse: () => true });

/** Somebody set this computer up for sound: servers have none of them. */
export const programs = {
  aplay: program('aplay', '/usr/bin/aplay'),
  pipewire: program('pipewire', '/usr/bin/pipewire'),
  pulseaudio: program('pulseaudio', '/usr/bin/pulseaudio'),
};

export interface UserUnit {
  readonly name: string;
  readonly isLoaded: boolean;
  readonly isActive: boolean;
  readonly isFailed: boolean;
  readonly isEnabled: boolean;
}

const UNITS = [
  'pipewire.service',
  'pipewire.socket',
  'pipewire-pulse.service',
  'pipewire-pulse.socket',
  'wireplumber.service',
  'pipewire-media-session.service',
  'pulseaudio.service',
  'pulseaudio.socket',
] as const;

export const soundUnits = family('audio.units', 'user', () =>
  source({
    id: '',
    os: ['linux'],
    request: {
      kind: 'exec',
      argv: [
        'systemctl',
        '--user',
        'show',
        '--property=Id,LoadState,ActiveState,UnitFileState',
        '--',
        ...UNITS,
      ],
      timeoutMs: 3000,
    },
    parse: ({ stdout, stderr, exitCode }) => {
      if (exitCode !== 0) {
        const why = stderr.trim().split('\n')[0] || `exit ${exitCode}`;
        throw new Unreadable(/Failed to connect to( user scope)? bus/.test(why) ? 'absent' : 'failed', why);
      }
      return parseUserUnits(stdout);
    },
  }),
);

/** Blocks with an empty line between them. */
export const parseUserUnits = (text: string): readonly UserUnit[] =>
  text
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const values = new Map(
        block
          .trim()
          .split('\n')
          .map((line) => {
            const found = /^([A-Za-z]+)=(.*)$/.exec(line);
            if (found === null) throw unparsable(line);
            return [found[1], (found[2] ?? '').trim()] as const;
          }),
      );
      const name = values.get('Id');
      const active = values.get('ActiveState');
      if (!name || !active) throw unparsable(block.trim());
      return {
        name,
        isLoaded: values.get('LoadState') === 'loaded',
        isActive: active === 'active' || active === 'activating' || active === 'reloading',
        isFailed: active === 'failed',
        isEnabled: /^enabled/.test(values.get('UnitFileState') ?? ''),
      };
    });

/** Programs in sandboxes that may not use the microphone. Does not start the store: without it nothing was forbidden. */
export const forbiddenApps = family('audio.permissions', 'user', () =>
  source({
    id: '',
    os: ['linux'],
    request: {
      kind: 'exec',
      argv: [
        'busctl',
        '--user',
        '--json=short',
        '--auto-start=no',
        '--timeout=2',
        'call',
        'org.freedesktop.impl.portal.PermissionStore',
        '/org/freedesktop/impl/portal/PermissionStore',
        'org.freedesktop.impl.portal.PermissionStore',
        'Lookup',
        'ss',
        'devices',
        'microphone',
      ],
      timeoutMs: 3000,
    },
    parse: ({ stdout, stderr, exitCode }) => {
      if (exitCode === 0) return parsePermissions(stdout);
      // Neither the store nor an entry for the microphone.
      if (/No entry for|does not exist|not activatable|ServiceUnknown|was not provided/i.test(stderr))
        return [];
      throw new Unreadable('failed', stderr.trim().split('\n')[0] || `exit ${exitCode}`);
    },
  }),
);

/** `{"type":"a{sas}v","data":[{"org.example.App":["no"]},{"type":"y","data":0}]}` */
export const parsePermissions = (text: string): readonly string[] => {
  const answer = parseJson(text);
  if (!isObject(answer) || !Array.isArray(answer.data) || !isObject(answer.data[0])) {
    throw unparsable(text.trim());
  }
  return Object.entries(answer.data[0])
    .filter(([, permissions]) => Array.isArray(permissions) && permissions[0] === 'no')
    .map(([app]) => app)
    .filter((app) => app !== '');
};

/** GNOME's own switch, above all programs. */
export const gnomeMicrophone = family('audio.gnome-microphone', 'user', () =>
  source({
    id: '',
    os: ['linux'],
    request: {
      kind: 'exec',
      argv: ['gsettings', 'get', 'org.gnome.desktop.privacy', 'disable-microphone'],
      timeoutMs: 3000,
    },
    parse: ({ stdout, stderr, exitCode }) => {
      if (exitCode !== 0) throw new Unreadable('absent', stderr.trim().split('\n')[0] || 'no such setting');
      const text = stdout.trim();
      if (text !== 'true' && text !== 'false') throw unparsable(text);
      return { isForbidden: text === 'true' };
    },
  }),
);
