/** What had to be seen and was not; what is not on this computer did not have to be. */
import { type Reading, type Unknown, type Unread, unknown } from '../../src/contract.ts';
import type { SafeModeFacts } from './probe.ts';

export const unseen = (facts: SafeModeFacts): readonly Unknown[] => {
  const system = facts.platform.status === 'ok' ? facts.platform.value.platform : 'linux';
  return system === 'linux' ? unseenOnLinux(facts) : [];
};

const unseenOnLinux = (facts: SafeModeFacts): readonly Unknown[] => {
  const { units, openRcFailed, commandLine, bootMarks, kernelLog, taint, bootFiles, fstab } = facts;
  return [
    // Either of the two manages the services; where it is another one, that is said once.
    ...(units.status === 'ok' || openRcFailed.status === 'ok' ? [] : [withoutSystemd(units)]),
    ...refused(commandLine),
    // Without systemd there is no journal, and no sign of how the last start ended.
    ...refused(bootMarks),
    // The kernel's mark tells of a crash too.
    ...(kernelLog.status === 'ok' || taint.status === 'ok' ? [] : [unknown(kernelLog)]),
    ...refused(bootFiles),
    ...refused(fstab),
  ];
};

const withoutSystemd = (units: Unread): Unknown =>
  units.status === 'absent'
    ? {
        source: units.from,
        reason: 'unsupported',
        why: 'services are started by neither systemd nor OpenRC here',
      }
    : unknown(units);

const refused = (reading: Reading<unknown>): readonly Unknown[] =>
  reading.status === 'ok' || reading.status === 'absent' ? [] : [unknown(reading)];
