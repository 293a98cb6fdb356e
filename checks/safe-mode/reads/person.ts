/** Linux: whether the person's own folder lets them sign in. */
import { family, source, unparsable } from '../../../src/contract.ts';

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly home: string;
}

/** People, not services: /etc/login.defs gives them numbers from 1000 on. */
export const accounts = source({
  id: 'start.accounts',
  os: ['linux'],
  request: { kind: 'file', path: '/etc/passwd' },
  parse: ({ text }): readonly Account[] =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '' && !/^[#+-]/.test(line))
      .flatMap((line) => {
        const [name = '', , uid = '', , , home = '', shell = ''] = line.split(':');
        if (!/^\d{1,10}$/.test(uid)) throw unparsable(line);
        const isPerson = Number(uid) >= 1000 && Number(uid) < 60_000 && !/(?:nologin|false)$/.test(shell);
        return isPerson && home.startsWith('/home/') ? [{ name, uid: Number(uid), home }] : [];
      }),
});

export const ownedBy = family('start.owner', 'path', (path) =>
  source({
    id: '',
    os: ['linux', 'darwin'],
    request: { kind: 'stat', path },
    parse: ({ uid, mode, type }) => ({ uid: uid ?? null, mode: mode ?? null, type }),
  }),
);

/** access(2): nothing is written. */
export const writableHome = family('start.writable', 'path', (path) =>
  source({
    id: '',
    os: ['linux', 'darwin'],
    request: { kind: 'writable', path },
    parse: ({ error }) => error ?? null,
  }),
);
