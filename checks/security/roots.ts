/** Authorities that were added to those the system brings. */
import { outdated } from '../../src/sources/dated.ts';
import { asOf, knownRoots, windowsOwnRoots } from './data/known-roots.ts';
import type { SecurityFacts } from './probe.ts';
import { rootFile } from './reads/linux.ts';

export interface AddedRoot {
  readonly name: string;
  readonly from: string;
}

/** Sites of different owners, asked only where an authority was added: whose certificate do they show here? */
export const WITNESSES = ['www.wikipedia.org', 'www.cloudflare.com'] as const;

const MAX_FILES = 20;

export const addedRootFiles = (facts: SecurityFacts): readonly string[] =>
  (
    [
      ['/usr/local/share/ca-certificates', facts.rootsDebian],
      ['/etc/pki/ca-trust/source/anchors', facts.rootsRedHat],
      ['/etc/ca-certificates/trust-source/anchors', facts.rootsArch],
      ['/etc/pki/trust/anchors', facts.rootsSuse],
    ] as const
  )
    .flatMap(([folder, names]) =>
      names.status === 'ok'
        ? names.value
            .filter((name) => /\.(?:crt|pem|cer|p11-kit)$/i.test(name))
            .map((name) => `${folder}/${name}`)
        : [],
    )
    .slice(0, MAX_FILES);

/** Whatever nobody knows: neither the system's own nor that of a program, a company or a state on the list. */
export const addedRoots = (facts: SecurityFacts): readonly AddedRoot[] => {
  const linux = addedRootFiles(facts).flatMap((path): readonly AddedRoot[] => {
    const reading = facts.get(rootFile(path));
    if (reading.status === 'ok')
      return reading.value.map(({ subject }) => ({ name: subject, from: reading.from }));
    // What is no PEM is named by its file.
    return reading.status === 'unparsable'
      ? [{ name: path.split('/').at(-1) ?? path, from: reading.from }]
      : [];
  });
  const windows =
    facts.winRoots.status === 'ok'
      ? facts.winRoots.value
          .filter(({ thumbprint }) => !windowsOwnRoots.includes(thumbprint.toUpperCase()))
          .map(({ subject }) => ({ name: commonName(subject), from: facts.winRoots.from }))
      : [];
  const mac = [facts.macRoots, facts.macOwnRoots].flatMap((reading) =>
    reading.status === 'ok' ? reading.value.map((name) => ({ name, from: reading.from })) : [],
  );
  const all = [...linux, ...windows, ...mac].filter(
    ({ name }) => name !== '' && !knownRoots.some(({ subject }) => subject.test(name)),
  );
  return [...new Map(all.map((root) => [root.name, root])).values()];
};

export const rootsOutdated = ({ clock }: SecurityFacts) => outdated(asOf, clock);

/** `CN=Some Root, O=Somebody` to its common name. */
const commonName = (subject: string): string => /(?:^|,\s*)CN="?([^,"]{1,200})/.exec(subject)?.[1] ?? subject;
