/** Sound on Linux, by the sound server of the session. */

import type { Card, Defaults, Endpoint, SoundServer } from './pactl.ts';
import { DUMMY } from './probe.ts';
import type { Headset, Input, Output, Sound } from './view.ts';

export const soundOfServer = (
  server: SoundServer,
  defaults: Defaults | null,
  evidence: readonly string[],
): Sound => {
  const real = server.sinks.filter(({ name }) => name !== DUMMY);
  const inputs = server.sources.filter((one) => !isMonitor(one));
  const input = inputs.find(({ name }) => name === defaults?.source);
  const output = real.find(({ name }) => name === defaults?.sink);
  return {
    outputs: real.map(outputOf),
    defaultOutput: output === undefined ? null : outputOf(output),
    defaultInput: input === undefined ? null : inputOf(input),
    disabled: server.cards
      .filter(({ activeProfile }) => activeProfile === 'off')
      .map(({ description }) => description),
    unplugged: [],
    disabledInputs: [],
    headset: headsetOf(server),
    evidence,
  };
};

const inputOf = ({ description, isMuted, volumePct }: Endpoint): Input => ({
  name: description,
  isMuted,
  volumePct,
});

const outputOf = (endpoint: Endpoint): Output => ({
  ...inputOf(endpoint),
  kind: kindOf(endpoint),
  isPlugged: endpoint.isPlugged,
});

/** `auto_null.monitor`: the echo of an output. */
const isMonitor = ({ name, properties }: Endpoint): boolean =>
  name.endsWith('.monitor') || properties['device.class'] === 'monitor';

const kindOf = ({ name, properties }: Endpoint): Output['kind'] => {
  if (properties['device.api']?.startsWith('bluez') || name.startsWith('bluez_')) return 'bluetooth';
  const profile = `${name} ${properties['device.profile.name'] ?? ''} ${properties['alsa.id'] ?? ''}`;
  if (/hdmi|displayport/i.test(profile)) return 'monitor';
  // Without hardware: null sinks, tunnels into recorders, equalizers.
  if (properties['device.api'] === undefined && properties['alsa.card'] === undefined) return 'virtual';
  return properties['device.form_factor'] === 'headphone' || properties['device.form_factor'] === 'headset'
    ? 'headphones'
    : 'speakers';
};

/** BlueZ' profiles in PulseAudio (`hsp`, `headset_head_unit`, `handsfree…`) and PipeWire (`headset-head-unit-msbc`). */
const CALL_PROFILE = /^(hsp|hfp|headset[_-]head[_-]unit|handsfree[_-]head[_-]unit)/;

const headsetOf = ({ cards, recorders, sources }: SoundServer): Headset | null => {
  const card = cards.find((one) => isBluetooth(one) && CALL_PROFILE.test(one.activeProfile));
  if (card === undefined) return null;
  const own = sources.filter(({ name }) => name.startsWith('bluez_') && !name.endsWith('.monitor'));
  const recorder = recorders.find(
    ({ sourceIndex }) => sourceIndex !== null && own.some(({ index }) => index === sourceIndex),
  );
  return { name: card.description, program: recorder?.program ?? '' };
};

const isBluetooth = ({ name }: Card): boolean => name.startsWith('bluez_card');
