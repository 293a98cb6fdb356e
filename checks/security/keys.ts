/** Private keys of ssh: which files are keys is told by their names. Nobody reads them. */
import type { Source } from '../../src/contract.ts';
import type { SecurityFacts } from './probe.ts';
import { fileState, listOfNames } from './reads/linux.ts';

const MAX_KEYS = 20;

export const sshFolder = ({ user }: SecurityFacts): string | null =>
  user.status === 'ok' && user.value.home.startsWith('/')
    ? `${user.value.home.replace(/\/$/, '')}/.ssh`
    : null;

/** `id_ed25519`, and whatever has a `.pub` beside it. */
export const keyPaths = (facts: SecurityFacts): readonly string[] => {
  const folder = sshFolder(facts);
  const names = folder === null ? undefined : facts.get(listOfNames(folder));
  if (folder === null || names?.status !== 'ok') return [];
  return names.value
    .filter(
      (name) =>
        !name.endsWith('.pub') && (/^id_[a-z0-9_]+$/.test(name) || names.value.includes(`${name}.pub`)),
    )
    .slice(0, MAX_KEYS)
    .map((name) => `${folder}/${name}`);
};

export const keyFiles = (facts: SecurityFacts): readonly Source<unknown>[] => {
  const folder = sshFolder(facts);
  return folder === null ? [] : [listOfNames(folder), ...keyPaths(facts).map((path) => fileState(path))];
};
