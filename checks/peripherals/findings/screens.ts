/** Screens: something is connected, and tells nothing of itself. */
import type { Finding } from '../../../src/contract.ts';
import { machineOf } from '../../../src/sources/machine.ts';
import { hasCable } from '../../../src/sources/screens.ts';
import type { Messages } from '../messages.en.ts';
import type { PeripheralFacts } from '../probe.ts';

export const screenFindings = (facts: PeripheralFacts): readonly Finding<Messages>[] => {
  // The screens of a virtual machine are drawn by its host: they have neither a cable nor an EDID.
  if (machineOf(facts).virtual !== null) return [];
  const { connectors, windowsDevices, macScreens } = facts;
  return [
    ...(connectors.status === 'ok'
      ? connectors.value
          .filter((one) => one.status === 'connected' && !one.hasEdid && hasCable(one))
          .map(({ name }) => mute(name, connectors.from))
      : []),
    ...(windowsDevices.status === 'ok'
      ? windowsDevices.value
          .filter(({ id, present }) => present && /^DISPLAY\\DEFAULT_MONITOR\\/i.test(id))
          .map(({ name }) => mute(name, windowsDevices.from))
      : []),
    ...(macScreens.status === 'ok'
      ? macScreens.value
          .filter(({ hasEdid, builtIn }) => !hasEdid && !builtIn)
          .map(({ name }) => mute(name, macScreens.from))
      : []),
  ];
};

const mute = (connector: string, from: string): Finding<Messages> => ({
  code: 'peripherals/display-not-detected',
  severity: 'warning',
  subject: connector,
  params: { connector },
  evidence: [from],
});
