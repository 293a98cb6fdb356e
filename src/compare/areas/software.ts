/** Installed packages with their versions, and services that failed. */
import { apkVersions } from '../../sources/apk.ts';
import { dpkgVersions } from '../../sources/dpkg-relations.ts';
import type { PackageVersion } from '../../sources/package-version.ts';
import { rpmVersions } from '../../sources/rpm.ts';
import { units } from '../../sources/systemd.ts';
import type { Fact, Row } from '../fact.ts';
import { row } from '../row.ts';

const packageFacts = (all: readonly PackageVersion[]): readonly Fact[] =>
  all.map(({ name, version }) => ({ key: name, value: version }));

export const services: readonly Row[] = [
  row('failed-service', units, (all) =>
    all
      // `run-r1a2b3c.service` is started once, under a name of its own.
      .filter(({ active, name }) => active === 'failed' && !/^run-[ru]?\w*\.(?:service|scope)$/.test(name))
      .map(({ name }) => ({ key: name, value: null })),
  ),
];

export const packages: readonly Row[] = [dpkgVersions, rpmVersions, apkVersions].map((source) =>
  row('package', source, packageFacts, { absentIsNone: true }),
);
