/** smartctl asks disks for their health: needs root, and never wakes a disk that sleeps. */
import { family, read, sourceByOs, unparsable } from '../contract.ts';
import { isObject, parseJson } from './network/json.ts';
import type { SmartAnswer } from './smart.ts';
import { parseSmartJson, refusalOf } from './smart-json.ts';
import { parseSmartText } from './smart-text.ts';

/** A disk as smartctl names it: `/dev/sda`, or one behind a controller, `/dev/bus/0` with `megaraid,5`. */
export interface SmartTarget {
  readonly device: string;
  readonly type: string;
}

/** `--scan` opens no disk. Its text is the same in every version; its JSON came with 7.0. */
const scan = read({ kind: 'exec', argv: ['smartctl', '--scan'] }, ({ stdout }) => parseScan(stdout));

export const smartScan = sourceByOs<readonly SmartTarget[]>('disk.smart.scan', { linux: scan, darwin: scan });

/** `/dev/sda -d sat # /dev/sda [SAT], ATA device` */
export const parseScan = (text: string): readonly SmartTarget[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, device, type] = /^(\S{1,300}) -d (\S{1,40})(?:\s|$)/.exec(line) ?? [];
      if (device === undefined || type === undefined) throw unparsable(line);
      return { device, type };
    });

/** The name of a target as a parameter: only disks behind a controller need their type. */
export const targetName = ({ device, type }: SmartTarget): string =>
  // A type that --scan guessed without opening the disk would keep smartctl from finding the right one.
  type.includes(',') ? `${device} ${type}` : device;

/** `-n standby`: a disk that sleeps goes on sleeping, and the answer says so. */
const argumentsFor = (target: string): readonly [string, ...string[]] => {
  const [device = target, type] = target.split(' ');
  return ['-n', 'standby', ...(type === undefined ? [] : ['-d', type]), device];
};

const deviceOf = (target: string): string => target.split(' ')[0] ?? target;

/** Opening a disk that is failing takes seconds. */
const SMART_MS = 8000;

export const smart = family<SmartAnswer>('disk.smart', 'disk', (target) => {
  const way = read(
    { kind: 'exec', argv: ['smartctl', '-j', '-a', ...argumentsFor(target)], timeoutMs: SMART_MS },
    ({ stdout, exitCode }) => parseSmartJson(refuseEmpty(stdout, exitCode), deviceOf(target)),
  );
  return { on: { linux: way, darwin: way }, otherwise: smartText(target) };
});

/** Versions before 7.0 know no JSON. */
const smartText = family<SmartAnswer>('disk.smart.text', 'disk', (target) => {
  const way = read(
    { kind: 'exec', argv: ['smartctl', '-x', ...argumentsFor(target)], timeoutMs: SMART_MS },
    ({ stdout, exitCode }) => parseSmartText(refuseEmpty(stdout, exitCode), deviceOf(target)),
  );
  return {
    on: { linux: way, darwin: way },
    ...(/^\/dev\/nvme\d+/.test(target) && { otherwise: nvmeLog(target) }),
  };
});

/** nvme-cli reads the same log, where there is no smartctl. */
const nvmeLog = family<SmartAnswer>('disk.smart.nvme', 'disk', (target) => ({
  on: {
    linux: read(
      { kind: 'exec', argv: ['nvme', 'smart-log', '-o', 'json', target], timeoutMs: SMART_MS },
      ({ stdout, stderr, exitCode }) => parseNvmeLog(stdout, stderr, exitCode, target),
    ),
  },
}));

/** nvme-cli calls the fields `avail_spare`, `spare_thresh`, `percent_used`; older ones give the warning as an object. */
export const parseNvmeLog = (
  stdout: string,
  stderr: string,
  exitCode: number | null,
  device: string,
): SmartAnswer => {
  if (exitCode !== 0) throw refusalOf([stderr.trim() || `nvme ended with ${exitCode}`]);
  const log = parseJson(stdout);
  if (!isObject(log)) throw unparsable(stdout.trim());
  const number = (value: unknown): number | null => {
    const found = typeof value === 'string' && /^\d{1,30}$/.test(value) ? Number(value) : value;
    return typeof found === 'number' && Number.isFinite(found) && found >= 0 ? found : null;
  };
  const { critical_warning: given } = log;
  const criticalWarning = number(isObject(given) ? given.value : given);
  if (criticalWarning === null) throw unparsable(stdout.trim());
  return {
    state: 'read',
    health: {
      device,
      model: null,
      protocol: 'nvme',
      rotational: false,
      passed: null,
      attributes: [],
      nvme: {
        criticalWarning,
        sparePct: number(log.avail_spare),
        spareThresholdPct: number(log.spare_thresh),
        mediaErrors: number(log.media_errors),
      },
      scsi: null,
      usedPct: number(log.percent_used ?? log.percentage_used),
      failedSelfTests: 0,
    },
  };
};

const refuseEmpty = (stdout: string, exitCode: number | null): string => {
  if (stdout.trim() === '') throw refusalOf([`smartctl ended with ${exitCode} and said nothing`]);
  return stdout;
};
