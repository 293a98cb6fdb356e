/** Linux and macOS: whose folders decide whether somebody can sign in, and what is wrong with them. */
import type { Source } from '../../src/contract.ts';
import type { SafeModeFacts } from './probe.ts';
import { type Account, ownedBy, writableHome } from './reads/person.ts';

/** More people than that share servers, and have somebody who looks after them. */
const MOST_PEOPLE = 6;

/** Files that a graphical session must be able to write; root leaves its own there when it starts programs of a desktop. */
const SESSION_FILES = ['.Xauthority', '.ICEauthority', '.dbus'] as const;

/** Root looks after everybody; everybody else can only be told of their own. */
export const peopleOf = ({
  user,
  accounts,
}: Pick<SafeModeFacts, 'user' | 'accounts'>): readonly Account[] => {
  if (user.status !== 'ok') return [];
  const { uid, name, home } = user.value;
  if (uid === 0) return accounts.status === 'ok' ? accounts.value.slice(0, MOST_PEOPLE) : [];
  const first = home.startsWith('/Users/') ? FIRST_ON_MACOS : FIRST_ON_LINUX;
  return uid >= first && uid < 60_000 && home.length > 1 ? [{ name, uid, home }] : [];
};

const FIRST_ON_LINUX = 1000;
const FIRST_ON_MACOS = 501;

export const personReads = (facts: SafeModeFacts): readonly Source<unknown>[] => {
  if (facts.platform.status !== 'ok' || !/^(?:linux|darwin)$/.test(facts.platform.value.platform)) return [];
  return peopleOf(facts).flatMap(({ home, uid }) => [
    ownedBy(home),
    ...SESSION_FILES.map((name) => ownedBy(`${home}/${name}`)),
    // Of root everything may be written that is not read-only.
    ...(isSelf(facts, uid) ? [writableHome(home)] : []),
  ]);
};

const isSelf = ({ user }: SafeModeFacts, uid: number): boolean =>
  user.status === 'ok' && user.value.uid === uid;

export interface LoginTrouble {
  readonly kind: 'missing' | 'owner' | 'read-only' | 'not-writable' | 'file';
  readonly path: string;
  readonly uid: number;
  readonly from: string;
}

export const loginTroubles = (facts: SafeModeFacts): readonly LoginTrouble[] =>
  peopleOf(facts).flatMap(({ home, uid }): readonly LoginTrouble[] => {
    const folder = facts.get(ownedBy(home));
    const found = (kind: LoginTrouble['kind'], path: string, from: string): readonly LoginTrouble[] => [
      { kind, path, uid, from },
    ];
    // Homes that are opened at sign-in are not there before it.
    if (folder.status === 'absent') return isSelf(facts, uid) ? found('missing', home, folder.from) : [];
    if (folder.status !== 'ok' || folder.value.uid === null) return [];
    const writable = facts.get(writableHome(home));
    const error = writable.status === 'ok' ? writable.value : null;
    if (folder.value.uid !== uid && (folder.value.uid === 0 || error !== null))
      return found('owner', home, folder.from);
    if (error === 'EROFS') return found('read-only', home, writable.from);
    if (error === 'EACCES' || error === 'EPERM') return found('not-writable', home, writable.from);
    return SESSION_FILES.flatMap((name) => {
      const path = `${home}/${name}`;
      const file = facts.get(ownedBy(path));
      return file.status === 'ok' && file.value.uid === 0 ? found('file', path, file.from) : [];
    }).slice(0, 1);
  });
