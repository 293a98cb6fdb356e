/** Sources that cannot be used: unreadable, without their key, refused, expired, gone. */
import type { Finding } from '../../../src/contract.ts';
import type { SourceFault } from '../../../src/sources/apt.ts';
import { APT_LISTS, aptRelease, releaseAnswer } from '../../../src/sources/apt-targets.ts';
import { parseIsoTime } from '../../../src/sources/calendar.ts';
import { fileStat } from '../../../src/sources/space.ts';
import { managerOf } from '../managers.ts';
import type { Messages } from '../messages.en.ts';
import type { UpdateFacts } from '../probe.ts';
import { keyFilesMissing, type Placed, placedSources, releaseTarget, releaseTargets } from '../sources.ts';
import { dateText, daysSince } from '../when.ts';
import { aptAnswer } from './packages.ts';

type Params = Parameters<Messages['findings']['updates/repository-invalid']['say']>[0];

export const sourceFindings = (facts: UpdateFacts): readonly Finding<Messages>[] => [
  ...unreadable(facts),
  ...missingKeys(facts),
  ...refused(facts),
  ...neverRead(facts),
  ...answers(facts),
  ...expiredOnDisk(facts),
  ...pacmanSources(facts),
  ...apkSources(facts),
  ...dnfGone(facts),
];

const NOTHING: Params = {
  problem: 'unreadable',
  file: '',
  entry: 0,
  stanza: false,
  message: '',
  key: '',
  url: '',
  manager: 'apt',
};

const finding = (params: Partial<Params>, evidence: readonly string[]): Finding<Messages> => ({
  code: 'updates/repository-invalid',
  severity: 'warning',
  ...((params.url || params.file) && { subject: params.url || params.file || '' }),
  params: { ...NOTHING, ...params, stanza: params.file?.endsWith('.sources') === true },
  evidence,
});

/** apt-get check and the list of targets say the same; the first that was asked is told. */
const unreadable = (facts: UpdateFacts): readonly Finding<Messages>[] => {
  const answers = [facts.aptTargets, aptAnswer(facts)];
  const told = answers.find((one) => one.status === 'ok' && one.value.status === 'sources-unreadable');
  if (told?.status !== 'ok' || told.value.status !== 'sources-unreadable') return [];
  return told.value.faults
    .map((fault) => placed(fault, facts))
    .map(({ file, entry, message }) => finding({ file, entry: entry ?? 0, message }, [told.from]));
};

/** A key file that is named and not there: every update of that source fails with NO_PUBKEY. */
const missingKeys = (facts: UpdateFacts): readonly Finding<Messages>[] =>
  keyFilesMissing(facts).map(({ file, entry, key, manager, from }) =>
    finding({ problem: 'key', file, entry, key, manager }, [from, fileStat(key).id]),
  );

/** A contradiction names the address, not the files: the last file that holds it is told. */
const placed = (fault: SourceFault, facts: UpdateFacts): SourceFault => {
  const uri = /regarding source (\S+)/.exec(fault.message)?.[1]?.replace(/\/$/, '');
  if (fault.file !== '' || uri === undefined) return fault;
  const holders = placedSources(facts).filter(({ uris }) =>
    uris.some((one) => one.replace(/\/$/, '') === uri),
  );
  const last = holders.at(-1);
  return last === undefined ? fault : { ...fault, file: last.file, entry: last.entry };
};

/** The file and entry of a source that an address comes from. */
const holderOf = (url: string, facts: UpdateFacts): Placed | undefined =>
  placedSources(facts).find(({ uris }) => uris.some((uri) => url.startsWith(uri.replace(/\/$/, ''))));

const at = (url: string, facts: UpdateFacts): Pick<Params, 'file' | 'entry' | 'url'> => {
  const holder = holderOf(url, facts);
  return { url, file: holder?.file ?? '', entry: holder?.entry ?? 0 };
};

/** What lies in `partial` was fetched and not accepted: its signature, its key, its date. */
const refused = (facts: UpdateFacts): readonly Finding<Messages>[] => {
  const { aptRejected } = facts;
  if (aptRejected.status !== 'ok' || isFetching(facts)) return [];
  return releaseTargets(facts)
    .filter(({ file }) => aptRejected.value.some((name) => name.replace(/\.FAILED$/, '') === file))
    .map(({ url }) => finding({ problem: 'refused', ...at(url, facts) }, [aptRejected.from]));
};

/** While lists are being fetched, `partial` holds what is on its way. */
const isFetching = (facts: UpdateFacts): boolean => {
  const lock = facts.get(fileStat(`${APT_LISTS}/lock`));
  return (
    lock.status === 'ok' &&
    facts.locks.status === 'ok' &&
    facts.locks.value.some(({ inode, access }) => access === 'write' && inode === lock.value.inode)
  );
};

/**
 * apt has looked, and yet has no list of this source. Not told of one that was added since, nor where
 * apt has no lists at all: images are made that way.
 */
const neverRead = (facts: UpdateFacts): readonly Finding<Messages>[] => {
  const { aptLists, aptRejected } = facts;
  const looked = facts.get(fileStat(`${APT_LISTS}/partial`));
  if (aptLists.status !== 'ok' || aptLists.value.length === 0 || looked.status !== 'ok') return [];
  const lookedMs = parseIsoTime(looked.value.modifiedAt);
  if (lookedMs === null || isFetching(facts)) return [];
  const isRefused = (file: string): boolean =>
    aptRejected.status === 'ok' && aptRejected.value.some((name) => name.startsWith(file));
  return releaseTargets(facts).flatMap(({ url, file }) => {
    const holder = holderOf(url, facts);
    const has = (name: string): boolean => aptLists.value.includes(name);
    if (has(file) || has(file.replace(/_InRelease$/, '_Release')) || isRefused(file)) return [];
    if (holder === undefined || holder.trusted || isSaid(url, facts)) return [];
    const changed = facts.get(fileStat(holder.file));
    const changedMs = changed.status === 'ok' ? parseIsoTime(changed.value.modifiedAt) : null;
    if (changedMs === null || changedMs >= lookedMs) return [];
    return [
      finding({ problem: 'never-read', ...at(url, facts) }, [
        facts.aptTargets.from,
        aptLists.from,
        looked.from,
      ]),
    ];
  });
};

/** Whether the server itself was asked and has answered. */
const isSaid = (url: string, facts: UpdateFacts): boolean =>
  facts.get(releaseAnswer(releaseTarget(url, facts))).status === 'ok';

/** What the servers say now. A sign-in page in between is no fault of the source. */
const answers = (facts: UpdateFacts): readonly Finding<Messages>[] =>
  releaseTargets(facts).flatMap(({ url }) => {
    const reading = facts.get(releaseAnswer(releaseTarget(url, facts)));
    if (reading.status !== 'ok' || reading.value.status !== 'answered') return [];
    const { code, release, serverMs } = reading.value;
    const place = at(url, facts);
    if (code === 404 || code === 410) {
      const plain = facts.get(releaseAnswer(releaseTarget(url.replace(/InRelease$/, 'Release'), facts)));
      const isPlain = plain.status === 'ok' && plain.value.status === 'answered' && plain.value.code === code;
      if (!isPlain || holderOf(url, facts)?.trusted === true) return [];
      return [finding({ problem: 'not-found', message: String(code), ...place }, [reading.from, plain.from])];
    }
    const until = release?.validUntilMs ?? null;
    // By the server's clock: this computer's own may be wrong.
    if (until === null || serverMs === null || serverMs <= until) return [];
    return [finding({ problem: 'expired', message: dateText(until), ...place }, [reading.from])];
  });

/** apt looks every day, and still what it has of this source is past its date: it does not get a newer one. */
const expiredOnDisk = (facts: UpdateFacts): readonly Finding<Messages>[] => {
  const looked = facts.get(fileStat(`${APT_LISTS}/partial`));
  const lookedMs = looked.status === 'ok' ? parseIsoTime(looked.value.modifiedAt) : null;
  if (lookedMs === null || looked.status !== 'ok') return [];
  return releaseTargets(facts).flatMap(({ url, file }) => {
    const reading = facts.get(aptRelease(file));
    const until = reading.status === 'ok' ? reading.value.validUntilMs : null;
    // Looked at after the list had run out for a day: then the attempt brought nothing newer.
    if (until === null || isSaid(url, facts) || lookedMs - until < DAY) return [];
    const days = daysSince(until, facts);
    return days === null || days < 1
      ? []
      : [
          finding({ problem: 'expired', message: dateText(until), ...at(url, facts) }, [
            reading.from,
            looked.from,
          ]),
        ];
  });
};

const DAY = 24 * 3600 * 1000;

const pacmanSources = (facts: UpdateFacts): readonly Finding<Messages>[] => {
  if (managerOf(facts) !== 'pacman') return [];
  const { pacmanConfig, pacmanMirrors, pacmanKeyring } = facts;
  const empty =
    pacmanConfig.status === 'ok'
      ? pacmanConfig.value.repositories.filter(({ hasServers }) => !hasServers)
      : [];
  return [
    ...(pacmanMirrors.status === 'ok' && pacmanMirrors.value.length === 0
      ? [
          finding({ problem: 'no-servers', manager: 'pacman', file: '/etc/pacman.d/mirrorlist' }, [
            pacmanMirrors.from,
          ]),
        ]
      : []),
    ...empty.map(({ name }) =>
      finding({ problem: 'no-servers', manager: 'pacman', file: `/etc/pacman.conf [${name}]` }, [
        pacmanConfig.from,
      ]),
    ),
    ...(pacmanKeyring.status === 'absent' || (pacmanKeyring.status === 'ok' && !pacmanKeyring.value)
      ? [
          finding({ problem: 'no-keyring', manager: 'pacman', key: '/etc/pacman.d/gnupg' }, [
            pacmanKeyring.from,
          ]),
        ]
      : []),
  ];
};

/** Sources of several releases at once, or of none. */
const apkSources = (facts: UpdateFacts): readonly Finding<Messages>[] => {
  const { apkRepositories } = facts;
  if (managerOf(facts) !== 'apk' || apkRepositories.status !== 'ok') return [];
  const file = '/etc/apk/repositories';
  const branches = new Set(
    apkRepositories.value.flatMap((url) =>
      url.startsWith('@') ? [] : (/\/(v\d+\.\d+|edge)\//.exec(url)?.[1] ?? []),
    ),
  );
  if (apkRepositories.value.length === 0)
    return [finding({ problem: 'no-servers', manager: 'apk', file }, [apkRepositories.from])];
  return branches.size > 1
    ? [
        finding({ problem: 'mixed', manager: 'apk', file, message: [...branches].join(', ') }, [
          apkRepositories.from,
        ]),
      ]
    : [];
};

/** dnf's own word that a source is gone; what a network may cause is told as a failed download. */
const dnfGone = (facts: UpdateFacts): readonly Finding<Messages>[] => {
  const { dnfLog } = facts;
  if (dnfLog.status !== 'ok') return [];
  return dnfLog.value.failures
    .filter(({ why, atMs }) => isGone(why) && (daysSince(atMs, facts) ?? 99) <= 7)
    .map(({ repository, why }) =>
      finding({ problem: 'not-found', manager: 'dnf', url: repository, message: why }, [dnfLog.from]),
    );
};

export const isGone = (why: string): boolean => /Status code: (404|403|410)|No URLs in mirrorlist/.test(why);
