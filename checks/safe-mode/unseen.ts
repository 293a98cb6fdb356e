/** What had to be seen and was not; what is not on this computer did not have to be. */
import { type Reading, type Unknown, type Unread, unknown } from '../../src/contract.ts';
import { MAC_LOG_SPAN, macDiskLog } from '../../src/sources/mac-hardware.ts';
import type { SafeModeFacts } from './probe.ts';

export const unseen = (facts: SafeModeFacts): readonly Unknown[] => {
  const system = facts.platform.status === 'ok' ? facts.platform.value.platform : 'linux';
  if (system === 'win32') return unseenOnWindows(facts);
  return system === 'darwin' ? unseenOnMac(facts) : unseenOnLinux(facts);
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

const PERFORMANCE = 'Microsoft-Windows-Diagnostics-Performance/Operational';

/** What only an administrator sees is said in one line. */
const unseenOnWindows = (facts: SafeModeFacts): readonly Unknown[] => {
  const { windowsEvents, winServices, winRecovery, winRestorePoints, winSafeBootFlag, winSafeBoot } = facts;
  const isSafe = (winSafeBoot.status === 'ok' && winSafeBoot.value !== null) || hasVariable(facts);
  const closed = [
    ...(windowsEvents.status === 'ok' && windowsEvents.value.logs[PERFORMANCE] === 'denied'
      ? ['how long the start took']
      : []),
    ...(winRecovery.status === 'denied' || winRestorePoints.status === 'denied'
      ? ['the recovery environment and restore points']
      : []),
    // Only there it matters.
    ...(isSafe && winSafeBootFlag.status === 'denied' ? ['the boot entry'] : []),
  ];
  return [
    ...refused(windowsEvents),
    ...(isSafe ? [] : refused(winServices)),
    ...(closed.length === 0
      ? []
      : [{ source: winRecovery.from, reason: 'denied', why: closed.join('; ') } as const]),
  ];
};

const hasVariable = ({ safeBootVariable }: SafeModeFacts): boolean =>
  safeBootVariable.status === 'ok' && safeBootVariable.value !== '';

/** Its log takes many seconds: last(1) tells of sudden ends too. */
const unseenOnMac = (facts: SafeModeFacts): readonly Unknown[] => {
  const log = facts.get(macDiskLog(MAC_LOG_SPAN));
  return [
    ...(log.status === 'ok' || facts.macStarts.status === 'ok' ? [] : [unknown(facts.macStarts)]),
    ...refused(facts.macSafeBoot),
    ...refused(facts.macPanicFiles),
  ];
};
