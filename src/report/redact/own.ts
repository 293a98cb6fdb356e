/** What a computer knows of itself and its people, read from no program: learned before anything is hidden. */
import type { Host, Recording, Request } from '../../contract.ts';

const TIMEOUT_MS = 1500;

/** In Unix's /home, macOS' /Users and Windows' own place: one folder a person. */
const HOMES = { linux: '/home', darwin: '/Users', win32: 'C:\\Users' } as const;

const requests = (os: Host['os']): Readonly<Record<string, Request>> => ({
  'own.system': { kind: 'system' },
  'own.user': { kind: 'user' },
  'own.interfaces': { kind: 'interfaces' },
  'own.env': {
    kind: 'env',
    names: ['USER', 'LOGNAME', 'USERNAME', 'SUDO_USER', 'HOSTNAME', 'COMPUTERNAME', 'USERDOMAIN'],
  },
  ...(os === 'other' ? {} : { 'own.homes': { kind: 'list', path: HOMES[os] } }),
  ...(os === 'linux' && {
    'own.hosts': { kind: 'file', path: '/etc/hosts' },
    'own.machine-id': { kind: 'file', path: '/etc/machine-id' },
    'own.people': { kind: 'file', path: '/etc/passwd' },
    'own.resolvers': { kind: 'file', path: '/etc/resolv.conf' },
    'own.serial': { kind: 'file', path: '/sys/class/dmi/id/product_serial' },
    'own.board-serial': { kind: 'file', path: '/sys/class/dmi/id/board_serial' },
  }),
});

/** For `Redactor.learn`: it is never written anywhere. */
export const ownNames = async (host: Host, signal: AbortSignal): Promise<Recording> => {
  const asked = Object.entries(requests(host.os)).map(async ([id, request]) => {
    const answer = await host.ask(id, request, { timeoutMs: TIMEOUT_MS, signal });
    return [id, { request, answer, startedAt: '' }] as const;
  });
  return { os: host.os, entries: Object.fromEntries(await Promise.all(asked)) };
};
