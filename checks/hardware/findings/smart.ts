/** What the disks say of themselves: to smartctl, to udisks, or to nvme-cli. */
import type { Finding } from '../../../src/contract.ts';
import type { DriveHealth } from '../../../src/sources/smart.ts';
import { type SmartTarget, smart, targetName } from '../../../src/sources/smartctl.ts';
import type { KnownHealth } from '../../../src/sources/udisks.ts';
import { diskOf, modelOf, subjectOf } from '../disks.ts';
import { isLosing, nvmeBits, type Sign, signsOf } from '../drives.ts';
import type { Messages } from '../messages.en.ts';
import type { Drive } from '../params.ts';
import { type HardwareFacts, knownOf, targetsOf, unasked } from '../probe.ts';
import type { HardwareSettings } from '../settings.ts';

type Found = Finding<Messages>;

export const smartFindings = (facts: HardwareFacts, settings: HardwareSettings): readonly Found[] => [
  ...targetsOf(facts).flatMap((target) => {
    const reading = facts.get(smart(targetName(target)));
    return reading.status === 'ok' && reading.value.state === 'read'
      ? [...findingsOf(reading.value.health, target, reading.from, facts, settings)]
      : [];
  }),
  ...knownFindings(facts),
];

const findingsOf = (
  health: DriveHealth,
  target: SmartTarget,
  from: string,
  facts: HardwareFacts,
  settings: HardwareSettings,
): readonly Found[] => {
  const disk = targetName(target);
  const drive: Drive = { disk, model: health.model ?? modelOf(target.device, facts) };
  const common = { evidence: [from], ...subjectOf(diskOf(target.device), facts) };
  const signs = signsOf(health, settings);
  const bits = nvmeBits(health.nvme?.criticalWarning ?? 0);
  return [
    ...nvmeFinding(drive, bits, health.nvme?.sparePct ?? null, common),
    ...(health.passed === false && bits.length === 0
      ? [failing(drive, signs, common)]
      : predictive(drive, signs, isLosing(health, signs), common)),
    ...worn(drive, health, settings, common),
  ];
};

interface Common {
  readonly evidence: readonly string[];
  readonly subject?: string;
}

export const failing = (drive: Drive, signs: readonly Sign[], common: Common): Found => ({
  code: 'hardware/disk-smart-failing',
  severity: 'critical',
  params: { ...drive, signs: signs.slice(0, 3).map((sign) => ({ ...sign })) },
  ...common,
});

export const predictive = (
  drive: Drive,
  signs: readonly Sign[],
  isCritical: boolean,
  common: Common,
): readonly Found[] =>
  signs.length === 0
    ? []
    : [
        {
          code: 'hardware/disk-smart-predictive',
          severity: isCritical ? 'critical' : 'warning',
          params: { ...drive, signs: signs.slice(0, 4).map((sign) => ({ ...sign })) },
          ...common,
        },
      ];

/** Too hot alone wants cooling; everything else wants a new disk. */
export const nvmeFinding = (
  drive: Drive,
  bits: readonly string[],
  sparePct: number | null,
  common: Common,
): readonly Found[] =>
  bits.length === 0
    ? []
    : [
        {
          code: 'hardware/nvme-critical-warning',
          severity: bits.every((bit) => bit === 'temperature') ? 'warning' : 'critical',
          params: { ...drive, bits: [...bits], sparePct },
          ...common,
        },
      ];

const worn = (
  drive: Drive,
  health: DriveHealth,
  settings: HardwareSettings,
  common: Common,
): readonly Found[] => {
  const { usedPct } = health;
  const sparePct = health.nvme?.sparePct ?? null;
  const thresholdPct = health.nvme?.spareThresholdPct ?? null;
  const isSpent = sparePct !== null && thresholdPct !== null && thresholdPct > 0 && sparePct <= thresholdPct;
  if ((usedPct === null || usedPct < settings.warnUsedPct) && !isSpent) return [];
  return [
    wornFinding({ ...drive, usedPct, sparePct: isSpent ? sparePct : null, thresholdPct }, settings, common),
  ];
};

export const wornFinding = (
  params: Drive & {
    readonly usedPct: number | null;
    readonly sparePct: number | null;
    readonly thresholdPct: number | null;
  },
  { criticalUsedPct }: HardwareSettings,
  common: Common,
): Found => ({
  code: 'hardware/ssd-worn',
  severity: (params.usedPct ?? 0) >= criticalUsedPct || params.sparePct !== null ? 'critical' : 'warning',
  params,
  ...common,
});

/** udisks' names of the bits. */
const WARNINGS: Readonly<Record<string, string>> = {
  spare: 'spare',
  temperature: 'temperature',
  degraded: 'reliability',
  readonly: 'read-only',
  volatile_mem: 'backup',
  pmr_readonly: 'pmr',
};

/** Disks that smartctl has not told of. */
const knownFindings = (facts: HardwareFacts): readonly Found[] =>
  unasked(facts).flatMap((disk): readonly Found[] => {
    const known = knownOf(disk.name, facts);
    if (known?.status !== 'ok') return [];
    const { failing: isFailing, badSectors, warnings } = known.value;
    const drive = { disk: `/dev/${disk.name}`, model: disk.model ?? '' };
    const common = { evidence: [known.from], ...subjectOf(disk.name, facts) };
    const signs = knownSigns(known.value);
    const bits = warnings.map((warning) => WARNINGS[warning] ?? 'unknown');
    return [
      ...nvmeFinding(drive, bits, null, common),
      ...(isFailing === true
        ? [failing(drive, signs, common)]
        : predictive(drive, signs, disk.rotational === true && badSectors > 0, common)),
    ];
  });

const knownSigns = ({ attributesFailing, badSectors, selfTestFailed }: KnownHealth): readonly Sign[] => [
  ...(attributesFailing > 0 ? [{ sign: 'failing-now' as const, count: attributesFailing, name: '' }] : []),
  ...(badSectors > 0 ? [{ sign: 'bad-sectors' as const, count: badSectors, name: '' }] : []),
  ...(selfTestFailed ? [{ sign: 'self-test' as const, count: 1, name: '' }] : []),
];
