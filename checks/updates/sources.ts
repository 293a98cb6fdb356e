/** Sources that apt cannot use: unreadable, contradictory, or without the key that they name. */
import type { Finding } from '../../src/contract.ts';
import type { SourceFault } from '../../src/sources/apt.ts';
import type { AptSource } from '../../src/sources/apt-sources.ts';
import { aptSourceFile, SOURCE_LIST } from '../../src/sources/apt-sources.ts';
import { fileStat } from '../../src/sources/space.ts';
import type { Messages } from './messages.en.ts';
import type { UpdateFacts } from './probe.ts';

const MOST_FILES = 60;

export const sourcePaths = ({ aptSourceFiles }: UpdateFacts): readonly string[] =>
  aptSourceFiles.status === 'ok' ? [SOURCE_LIST, ...aptSourceFiles.value].slice(0, MOST_FILES) : [];

interface Placed extends AptSource {
  readonly file: string;
  readonly from: string;
}

const placedSources = (facts: UpdateFacts): readonly Placed[] =>
  sourcePaths(facts).flatMap((file) => {
    const reading = facts.get(aptSourceFile(file));
    return reading.status === 'ok' ? reading.value.map((one) => ({ ...one, file, from: reading.from })) : [];
  });

export const keyFilesOf = (facts: UpdateFacts): readonly string[] => [
  ...new Set(placedSources(facts).flatMap(({ keyFiles, trusted }) => (trusted ? [] : keyFiles))),
];

export const sourceFindings = (facts: UpdateFacts): readonly Finding<Messages>[] => {
  const { aptState } = facts;
  const faults =
    aptState.status === 'ok' && aptState.value.status === 'sources-unreadable' ? aptState.value.faults : [];
  return [
    ...faults
      .map((fault) => placed(fault, facts))
      .map(({ file, entry, message }) => finding(file, entry ?? 0, message, '', [aptState.from])),
    ...missingKeys(facts),
  ];
};

/** A key file that is named and not there: every update of that source fails with NO_PUBKEY. */
const missingKeys = (facts: UpdateFacts): readonly Finding<Messages>[] =>
  placedSources(facts).flatMap(({ file, entry, keyFiles, trusted, from }) => {
    const gone = trusted ? undefined : keyFiles.find((path) => facts.get(fileStat(path)).status === 'absent');
    return gone === undefined ? [] : [finding(file, entry, '', gone, [from, fileStat(gone).id])];
  });

/** A contradiction names the address, not the files: the first file that holds it is told. */
const placed = (fault: SourceFault, facts: UpdateFacts): SourceFault => {
  const uri = /regarding source (\S+)/.exec(fault.message)?.[1]?.replace(/\/$/, '');
  if (fault.file !== '' || uri === undefined) return fault;
  const holders = placedSources(facts).filter(({ uris }) =>
    uris.some((one) => one.replace(/\/$/, '') === uri),
  );
  const last = holders.at(-1);
  return last === undefined ? fault : { ...fault, file: last.file, entry: last.entry };
};

const finding = (
  file: string,
  entry: number,
  message: string,
  key: string,
  evidence: readonly string[],
): Finding<Messages> => ({
  code: 'updates/repository-invalid',
  severity: 'warning',
  ...(file !== '' && { subject: file }),
  params: { file, entry, stanza: file.endsWith('.sources'), message, key },
  evidence,
});
