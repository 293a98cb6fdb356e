/** Where packages come from, by the files that say so. */

import type { AptSource } from '../../src/sources/apt-sources.ts';
import { aptSourceFile, SOURCE_LIST } from '../../src/sources/apt-sources.ts';
import type { ReleaseTarget } from '../../src/sources/apt-targets.ts';
import { REPOSITORY_FOLDERS, repositoryFile, repositoryFiles } from '../../src/sources/dnf.ts';
import { fileStat } from '../../src/sources/space.ts';
import { addressText } from '../../src/sources/update-proxy.ts';
import { managerOf } from './managers.ts';
import type { UpdateFacts } from './probe.ts';
import { deadProxies, proxiesOf } from './proxied.ts';

const MOST_FILES = 60;
const MOST_RELEASES = 12;

export const sourcePaths = ({ aptSourceFiles }: UpdateFacts): readonly string[] =>
  aptSourceFiles.status === 'ok' ? [SOURCE_LIST, ...aptSourceFiles.value].slice(0, MOST_FILES) : [];

export interface Placed extends AptSource {
  readonly file: string;
  readonly from: string;
}

export const placedSources = (facts: UpdateFacts): readonly Placed[] =>
  sourcePaths(facts).flatMap((file) => {
    const reading = facts.get(aptSourceFile(file));
    return reading.status === 'ok' ? reading.value.map((one) => ({ ...one, file, from: reading.from })) : [];
  });

/** The lists of lists that apt would fetch. */
export const releaseTargets = ({ aptTargets }: UpdateFacts): readonly ReleaseTarget[] =>
  aptTargets.status === 'ok' && aptTargets.value.status === 'readable'
    ? aptTargets.value.releases.filter(({ url }) => /^https?:/.test(url)).slice(0, MOST_RELEASES)
    : [];

/** As apt would ask for it: through the proxy that it was given, unless that is dead. */
export const releaseTarget = (url: string, facts: UpdateFacts): string => {
  const dead = deadProxies(facts).map(({ proxy }) => addressText(proxy));
  const scheme = url.startsWith('https:') ? 'https' : 'http';
  const proxy = proxiesOf(facts).find(
    (one) => one.setBy.includes(`::${scheme}::`) && !dead.includes(addressText(one)),
  );
  return proxy === undefined ? url : `http://${addressText(proxy)} ${url}`;
};

export const repositoryPaths = (facts: UpdateFacts): readonly string[] => {
  const manager = managerOf(facts);
  const folder = manager === 'dnf' || manager === 'zypper' ? REPOSITORY_FOLDERS[manager] : undefined;
  const names = folder === undefined ? undefined : facts.get(repositoryFiles(folder));
  return names?.status === 'ok' ? names.value.slice(0, MOST_FILES) : [];
};

interface NamedKey {
  readonly file: string;
  readonly entry: number;
  readonly key: string;
  readonly manager: string;
  readonly from: string;
}

/** Key files that sources name. dnf fills in `$releasever` and its kin: what holds one is not looked for. */
const namedKeys = (facts: UpdateFacts): readonly NamedKey[] => [
  ...placedSources(facts).flatMap(({ file, entry, keyFiles, trusted, from }) =>
    trusted ? [] : keyFiles.map((key) => ({ file, entry, key, manager: 'apt', from })),
  ),
  ...repositoryPaths(facts).flatMap((file) => {
    const reading = facts.get(repositoryFile(file));
    if (reading.status !== 'ok') return [];
    return reading.value
      .filter(({ enabled, checksKeys }) => enabled && checksKeys)
      .flatMap(({ keyFiles }) =>
        keyFiles
          .filter((key) => !key.includes('$'))
          .map((key) => ({ file, entry: 0, key, manager: 'dnf', from: reading.from })),
      );
  }),
];

export const keyFilesOf = (facts: UpdateFacts): readonly string[] => [
  ...new Set(namedKeys(facts).map(({ key }) => key)),
];

/** The first of each entry that is not there. */
export const keyFilesMissing = (facts: UpdateFacts): readonly NamedKey[] => {
  const gone = namedKeys(facts).filter(({ key }) => facts.get(fileStat(key)).status === 'absent');
  return gone.filter(
    ({ file, entry }, at) => gone.findIndex((one) => one.file === file && one.entry === entry) === at,
  );
};
