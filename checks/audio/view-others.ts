/** Sound on Windows and on macOS. */
import type { MacDevice, MacVolume } from './macos.ts';
import type { Headset, Output, Sound } from './view.ts';
import type { WindowsEndpoint, WindowsLevel, WindowsLevels, WindowsSound } from './windows.ts';

export const soundOfWindows = (
  { outputs, inputs }: WindowsSound,
  levels: WindowsLevels | null,
  evidence: readonly string[],
): Sound | null => {
  if (outputs === null) return null;
  const active = outputs.filter(({ state }) => state === 1);
  const names = (state: number): readonly string[] =>
    outputs.filter((one) => one.state === state).map(({ name }) => name);
  const chosen = endpointOf(outputs, levels?.output ?? null);
  const input = endpointOf(inputs ?? [], levels?.input ?? null);
  const usable = (inputs ?? []).some(({ state }) => state === 1);
  return {
    outputs: active.map((one) => windowsOutput(one, null)),
    defaultOutput: chosen === undefined ? null : windowsOutput(chosen, levels?.output ?? null),
    defaultInput:
      input === undefined || levels?.input == null ? null : { name: input.name, ...levelOf(levels.input) },
    disabled: names(2),
    unplugged: names(8),
    disabledInputs: usable ? [] : (inputs ?? []).filter(({ state }) => state === 2).map(({ name }) => name),
    headset: chosen === undefined ? null : windowsHeadset(chosen),
    evidence,
  };
};

const endpointOf = (
  all: readonly WindowsEndpoint[],
  level: WindowsLevel | null,
): WindowsEndpoint | undefined => (level === null ? undefined : all.find(({ id }) => id === level.id));

const levelOf = (level: WindowsLevel | null) => ({
  isMuted: level?.isMuted ?? null,
  volumePct: level?.volumePct ?? null,
});

const windowsOutput = (endpoint: WindowsEndpoint, level: WindowsLevel | null): Output => ({
  name: endpoint.name,
  ...levelOf(level),
  kind: windowsKind(endpoint),
  // Windows takes away what is not plugged in.
  isPlugged: true,
});

/** EndpointFormFactor of mmdeviceapi.h. */
const windowsKind = ({ form, bus }: WindowsEndpoint): Output['kind'] => {
  if (bus.startsWith('BTH')) return 'bluetooth';
  if (form === 9) return 'monitor';
  if (bus === 'ROOT' || bus === 'SWD') return 'virtual';
  if (form === 3 || form === 5) return 'headphones';
  return form === 1 ? 'speakers' : 'other';
};

/** The hands-free half of a headset has its own bus until Windows 11 22H2, which joins the two. */
const windowsHeadset = ({ name, bus }: WindowsEndpoint): Headset | null =>
  bus === 'BTHHFENUM' ? { name, program: null } : null;

export const soundOfMac = (
  devices: readonly MacDevice[],
  volume: MacVolume | null,
  evidence: readonly string[],
): Sound => {
  const outputs = devices.filter((one) => one.outputs > 0);
  const chosen = outputs.find((one) => one.isDefaultOutput);
  const input = devices.find((one) => one.inputs > 0 && one.isDefaultInput);
  return {
    outputs: outputs.map((one) => macOutput(one, null)),
    defaultOutput: chosen === undefined ? null : macOutput(chosen, volume),
    defaultInput:
      input === undefined ? null : { name: input.name, isMuted: null, volumePct: volume?.inputPct ?? null },
    disabled: [],
    unplugged: [],
    disabledInputs: [],
    headset: chosen === undefined ? null : macHeadset(chosen, input),
    evidence,
  };
};

const macOutput = (device: MacDevice, volume: MacVolume | null): Output => ({
  name: device.name,
  isMuted: volume?.isMuted ?? null,
  volumePct: volume?.outputPct ?? null,
  kind: MAC_KINDS[device.transport] ?? 'other',
  isPlugged: true,
});

const MAC_KINDS: Readonly<Record<string, Output['kind']>> = {
  builtin: 'speakers',
  bluetooth: 'bluetooth',
  bluetoothle: 'bluetooth',
  hdmi: 'monitor',
  displayport: 'monitor',
  virtual: 'virtual',
};

/** Hands-free carries 8, 16 or 24 kHz; music is 44.1 kHz and more. */
const CALL_RATE_HZ = 24_000;

const macHeadset = (output: MacDevice, input: MacDevice | undefined): Headset | null =>
  MAC_KINDS[output.transport] === 'bluetooth' &&
  input?.name === output.name &&
  output.sampleRate !== null &&
  output.sampleRate <= CALL_RATE_HZ
    ? { name: output.name, program: null }
    : null;
