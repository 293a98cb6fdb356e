/** What macOS says of its disks and memory, in system_profiler, in panics and in its log. */
import type { Finding } from '../../../src/contract.ts';
import { MAC_LOG_SPAN, macDiskLog, macPanic } from '../../../src/sources/mac-hardware.ts';
import type { Messages } from '../messages.en.ts';
import type { HardwareFacts } from '../probe.ts';
import type { HardwareSettings } from '../settings.ts';
import { grouped } from './kernel.ts';
import { failing } from './smart.ts';

type Found = Finding<Messages>;

export const macFindings = (facts: HardwareFacts, settings: HardwareSettings): readonly Found[] => [
  ...smartFindings(facts),
  ...memoryFindings(facts),
  ...panicFindings(facts),
  ...logFindings(facts, settings),
];

/** Several volumes of one disk say the same. */
const smartFindings = ({ macHardware }: HardwareFacts): readonly Found[] => {
  if (macHardware.status !== 'ok') return [];
  const bad = macHardware.value.volumes.filter(({ smartStatus }) =>
    /^(?:failing|about to fail)$/i.test(smartStatus ?? ''),
  );
  const disks = new Set(macHardware.value.volumes.map(({ disk }) => disk));
  return grouped(bad, ({ disk }) => disk).map(([disk, volumes]) =>
    failing({ disk, model: '' }, [], {
      evidence: [macHardware.from],
      ...(disks.size > 1 && { subject: volumes[0]?.path ?? disk }),
    }),
  );
};

const memoryFindings = ({ macHardware }: HardwareFacts): readonly Found[] => {
  if (macHardware.status !== 'ok') return [];
  // Sockets without a module are empty; Apple's own processors tell no state.
  const bad = macHardware.value.memory.filter(
    ({ status }) => !/^(?:ok|empty|dimm_\w*|unknown)$/i.test(status),
  );
  return bad.length === 0
    ? []
    : [
        {
          code: 'hardware/memory-errors',
          severity: 'critical',
          params: {
            by: 'module',
            uncorrected: bad.length,
            corrected: 0,
            line: `${bad[0]?.slot ?? ''}: ${bad[0]?.status ?? ''}`,
          },
          evidence: [macHardware.from],
        },
      ];
};

const panicFindings = (facts: HardwareFacts): readonly Found[] => {
  if (facts.macPanicFiles.status !== 'ok') return [];
  return facts.macPanicFiles.value.slice(-3).flatMap((name): readonly Found[] => {
    const reading = facts.get(macPanic(name));
    if (reading.status !== 'ok') return [];
    const machine = /machine[ -]check at|Machine Check (?:Architecture|Exception)|MCA: |CATERR/i.exec(
      reading.value,
    );
    const memory = /(?:uncorrectable|uncorrected) (?:ECC|memory) error|DRAM ECC|AMCC\d? .{0,40}error/i.exec(
      reading.value,
    );
    if (memory !== null)
      return [
        {
          code: 'hardware/memory-errors',
          severity: 'critical',
          params: { by: 'panic', uncorrected: 1, corrected: 0, line: memory[0] },
          evidence: [reading.from],
        },
      ];
    return machine === null
      ? []
      : [
          {
            code: 'hardware/machine-check',
            severity: 'critical',
            params: { fatal: true, count: 1, line: machine[0] },
            evidence: [reading.from],
          },
        ];
  });
};

const IO = /\b(disk\d+)(?:s\d+)*: (?:media is not present\.?|I\/O error\.?|device is not open)/;

const logFindings = (facts: HardwareFacts, { warnLinkResets }: HardwareSettings): readonly Found[] => {
  const log = facts.get(macDiskLog(MAC_LOG_SPAN));
  if (log.status !== 'ok') return [];
  const io = log.value.filter(({ text }) => /I\/O error/.test(text));
  const gone = log.value.filter(({ text }) => /not properly ejected|media is not present/.test(text));
  return [
    ...grouped(io, ({ text }) => IO.exec(text)?.[1] ?? '').map(
      ([disk, lines]): Found => ({
        code: 'hardware/disk-io-errors',
        severity: lines.length >= 3 ? 'critical' : 'warning',
        params: {
          disk,
          model: '',
          count: lines.length,
          medium: false,
          line: lines[0]?.text.slice(0, 200) ?? '',
        },
        evidence: [log.from],
      }),
    ),
    ...grouped(gone, ({ text }) => IO.exec(text)?.[1] ?? '').flatMap(([disk, lines]): readonly Found[] =>
      lines.length < warnLinkResets
        ? []
        : [
            {
              code: 'hardware/disk-link-resets',
              severity: 'warning',
              params: { disk, model: '', count: lines.length, line: lines[0]?.text.slice(0, 200) ?? '' },
              evidence: [log.from],
            },
          ],
    ),
  ];
};
