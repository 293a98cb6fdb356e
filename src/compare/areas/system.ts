/** Which system and which computer it is, and how it was looked at. */

import { bootFiles, kernelSets } from '../../sources/kernels.ts';
import { hardware } from '../../sources/machine/hardware.ts';
import { clock, osRelease, platform, user } from '../../sources/system.ts';
import type { Row } from '../fact.ts';
import { only, row } from '../row.ts';

export const system: readonly Row[] = [
  row('system', osRelease, ({ name, version }) =>
    only(version === null || name.includes(version) ? name : `${name} ${version}`),
  ),
  row('kernel', platform, ({ platform: os, release }) => only(`${os} ${release}`)),
  row('architecture', platform, ({ arch }) => only(arch)),
  row(
    'computer',
    hardware,
    ({ maker, model, firmware }) => only([maker, model, firmware].filter(Boolean).join(' ')),
    {
      absentIsNone: true,
    },
  ),
  row('rights', user, ({ elevated }) => (elevated === null ? [] : only(elevated ? 'administrator' : 'user'))),
  row('zone', clock, ({ timeZone }) => only(timeZone)),
];

export const kernels: readonly Row[] = [
  row('installed-kernel', bootFiles, (names) =>
    kernelSets(names).map(({ release }) => ({ key: release, value: null })),
  ),
];
