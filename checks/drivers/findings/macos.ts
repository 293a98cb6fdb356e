/** macOS: extensions that wait for a yes, graphics that were started anew, extensions in the kernel. */
import type { Finding } from '../../../src/contract.ts';
import { DAY_MS, parseIsoTime } from '../../../src/sources/calendar.ts';
import type { Messages } from '../messages.en.ts';
import type { DriverFacts } from '../probe.ts';
import type { DriverSettings } from '../settings.ts';

export const macFindings = (facts: DriverFacts, settings: DriverSettings): readonly Finding<Messages>[] => [
  ...waitingFindings(facts),
  ...resetFindings(facts, settings),
  ...extensionFindings(facts),
];

const waitingFindings = ({ systemExtensions }: DriverFacts): readonly Finding<Messages>[] =>
  systemExtensions.status !== 'ok'
    ? []
    : systemExtensions.value
        .filter(({ state }) => state === 'activated waiting for user')
        .map(({ bundle, name }) => ({
          code: 'drivers/signature-blocked',
          severity: 'critical',
          subject: bundle,
          params: { on: 'macos', bundle, name },
          evidence: [systemExtensions.from],
        }));

const resetFindings = (facts: DriverFacts, settings: DriverSettings): readonly Finding<Messages>[] => {
  if (facts.graphicsReports.status !== 'ok' || facts.clock.status !== 'ok') return [];
  const since = facts.clock.value.epochMs - (settings.gpuResetDays + 1) * DAY_MS;
  const recent = facts.graphicsReports.value.filter((day) => (parseIsoTime(day) ?? 0) >= since);
  return recent.length < settings.gpuResets
    ? []
    : [
        {
          code: 'drivers/gpu-resets',
          severity: 'warning',
          params: {
            driver: '',
            name: '',
            count: recent.length,
            days: settings.gpuResetDays,
            xids: [],
            bugcheck: '',
          },
          evidence: [facts.graphicsReports.from],
        },
      ];
};

const extensionFindings = ({ foreignExtensions }: DriverFacts): readonly Finding<Messages>[] =>
  foreignExtensions.status === 'ok' && foreignExtensions.value.length > 0
    ? [
        {
          code: 'drivers/kernel-tainted',
          severity: 'info',
          params: {
            value: 0,
            flags: [],
            extensions: foreignExtensions.value
              .slice(0, 20)
              .map(({ bundle, version }) => `${bundle} ${version}`),
          },
          evidence: [foreignExtensions.from],
        },
      ]
    : [];
