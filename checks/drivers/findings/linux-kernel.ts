/** Linux: modules that the kernel refused or DKMS did not build, its own mark, and what fwupd offers. */
import type { Finding } from '../../../src/contract.ts';
import { loadFailures, lostInterrupts, signatureRefusals } from '../log.ts';
import type { Messages } from '../messages.en.ts';
import { isLoaded, unbuilt } from '../modules.ts';
import type { DriverFacts } from '../probe.ts';
import { dkmsFailure, dkmsLimits, dkmsModule, kernelHeaders } from '../reads/dkms.ts';

export const linuxKernelFindings = (facts: DriverFacts): readonly Finding<Messages>[] => [
  ...loadFindings(facts),
  ...refusalFindings(facts),
  ...interruptFindings(facts),
  ...dkmsFindings(facts),
  ...taintFindings(facts),
  ...offerFindings(facts),
];

const releaseOf = ({ platform }: DriverFacts): string =>
  platform.status === 'ok' ? platform.value.release : '';

const loadFindings = (facts: DriverFacts): readonly Finding<Messages>[] =>
  facts.kernelLog.status !== 'ok'
    ? []
    : loadFailures(facts.kernelLog.value)
        // A later attempt, with what it needs, went well.
        .filter(({ module }) => !isLoaded(module, facts))
        .map((failure) => ({
          code: 'drivers/device-load-failed',
          severity: 'critical',
          subject: failure.module,
          params: { on: 'linux', ...failure, kernel: releaseOf(facts) },
          evidence: [facts.kernelLog.from],
        }));

const refusalFindings = (facts: DriverFacts): readonly Finding<Messages>[] => {
  if (facts.kernelLog.status !== 'ok') return [];
  const line = signatureRefusals(facts.kernelLog.value).at(-1);
  if (line === undefined) return [];
  return [
    {
      code: 'drivers/signature-blocked',
      severity: 'critical',
      params: {
        on: 'linux',
        line,
        // Built here, for this kernel, and not loaded: those are signed with a key of this computer.
        modules: builtAndNotLoaded(facts),
        secureBoot: facts.secureBoot.status === 'ok' && facts.secureBoot.value,
      },
      evidence: [facts.kernelLog.from],
    },
  ];
};

const builtAndNotLoaded = (facts: DriverFacts): readonly string[] => {
  if (facts.dkmsModules.status !== 'ok') return [];
  const missing = unbuilt(facts).map(({ name }) => name);
  return facts.dkmsModules.value.filter(
    (name) =>
      facts.get(dkmsModule(name)).status === 'ok' && !missing.includes(name) && !isLoaded(name, facts),
  );
};

const interruptFindings = (facts: DriverFacts): readonly Finding<Messages>[] =>
  facts.kernelLog.status !== 'ok'
    ? []
    : lostInterrupts(facts.kernelLog.value).map(({ irq, handlers }) => ({
        code: 'drivers/resource-conflict',
        severity: 'warning',
        subject: `irq ${irq}`,
        params: { on: 'interrupt', irq, handlers },
        evidence: [facts.kernelLog.from],
      }));

const dkmsFindings = (facts: DriverFacts): readonly Finding<Messages>[] =>
  unbuilt(facts).flatMap(({ name, version, path }): readonly Finding<Messages>[] => {
    const limits = facts.get(dkmsLimits(path));
    const failure = facts.get(dkmsFailure(path));
    const failed = failure.status === 'ok';
    // Its own rules say for which kernels it is; a build that was begun and failed says that it was for this one.
    if (!failed && limits.status === 'ok' && limits.value.limited) return [];
    const kernel = releaseOf(facts);
    return [
      {
        code: 'drivers/dkms-missing',
        severity: 'critical',
        subject: name,
        params: {
          module: name,
          version,
          kernel,
          headersMissing: facts.get(kernelHeaders(kernel)).status === 'absent',
          failed,
        },
        explains: effectsOf(name),
        evidence: [facts.dkmsModules.from, dkmsModule(name).id],
      },
    ];
  });

/** What a module is for can be told by the names that are known. */
const effectsOf = (name: string): readonly string[] => {
  if (/^nvidia/.test(name)) return ['drivers/gpu-fallback'];
  return /^(?:r8\d{3}|rtl\d|rtl8|8\d{3}[a-z]{2}|rtw|broadcom-sta|bcmwl|wl|e1000e|igb|ixgbe|iwlwifi|mt7\d)/.test(
    name,
  )
    ? ['connectivity/no-adapter']
    : [];
};

/** admin-guide/tainted-kernels: bit and letter. */
const LETTERS = 'PFSRMBUDAWCIOELKXTN';

/** Machine check, bad page, a crash inside the kernel, a processor that hung: something went wrong here. */
const GRAVE_BITS: readonly number[] = [4, 5, 7, 14];

const taintFindings = ({ kernelTaint }: DriverFacts): readonly Finding<Messages>[] => {
  if (kernelTaint.status !== 'ok' || kernelTaint.value === 0) return [];
  const value = kernelTaint.value;
  const flags = [...LETTERS]
    .map((letter, bit) => ({ bit, letter }))
    .filter(({ bit }) => Math.floor(value / 2 ** bit) % 2 === 1);
  return [
    {
      code: 'drivers/kernel-tainted',
      severity: flags.some(({ bit }) => GRAVE_BITS.includes(bit)) ? 'warning' : 'info',
      params: { value, flags, extensions: [] },
      evidence: [kernelTaint.from],
    },
  ];
};

const MOST_OFFERS = 20;

const offerFindings = ({
  firmwareOffers,
  ubuntuDrivers,
  kernelModules,
}: DriverFacts): readonly Finding<Messages>[] => {
  const firmware: readonly Finding<Messages>[] =
    firmwareOffers.status === 'ok' && firmwareOffers.value.length > 0
      ? [
          {
            code: 'drivers/update-available',
            severity: 'info',
            subject: 'fwupd',
            params: { from: 'fwupd', offers: firmwareOffers.value.slice(0, MOST_OFFERS) },
            evidence: [firmwareOffers.from],
          },
        ]
      : [];
  // It names the driver that it recommends, installed or not: offered is only what does not run.
  const isMissing =
    ubuntuDrivers.status === 'ok' &&
    kernelModules.status === 'ok' &&
    !kernelModules.value.some(({ name }) => name === 'nvidia' || name === 'wl');
  const drivers: readonly Finding<Messages>[] =
    isMissing && ubuntuDrivers.value.length > 0
      ? [
          {
            code: 'drivers/update-available',
            severity: 'info',
            subject: 'ubuntu-drivers',
            params: {
              from: 'ubuntu',
              offers: ubuntuDrivers.value.slice(0, MOST_OFFERS).map((name) => ({
                device: '',
                version: '',
                newer: name,
              })),
            },
            evidence: [ubuntuDrivers.from],
          },
        ]
      : [];
  return [...firmware, ...drivers];
};
