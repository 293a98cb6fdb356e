/** The same as pactl tells, from PipeWire itself: for systems without pactl. */
import { type Raw, source, Unreadable, unparsable } from '../../src/contract.ts';
import { isObject, type LooseObject, listOf, parseJson } from '../../src/sources/network/json.ts';
import { refuseCut } from '../../src/sources/whole.ts';
import type { Card, Defaults, Endpoint, Recorder, SoundServer } from './pactl.ts';

/** Both ask the same once. */
const request = { kind: 'exec', argv: ['pw-dump', '-N'], timeoutMs: 3000, shared: true } as const;

const understood =
  <T>(parse: (objects: readonly PipeWireObject[]) => T) =>
  (raw: Raw['exec']): T => {
    refuseCut(raw);
    if (raw.exitCode !== 0) throw new Unreadable('failed', raw.stderr.trim() || `exit ${raw.exitCode}`);
    return parse(objectsOf(raw.stdout));
  };

export const pipewireServer = source({
  id: 'audio.pipewire-server',
  os: ['linux'],
  request,
  parse: understood((objects) => serverOf(objects)),
});

export const pipewireDefaults = source({
  id: 'audio.pipewire-defaults',
  os: ['linux'],
  request,
  parse: understood((objects) => defaultsOf(objects)),
});

export interface PipeWireObject {
  readonly id: number;
  /** `Node`, `Device`, `Link`, `Metadata` … */
  readonly type: string;
  readonly props: LooseObject;
  readonly info: LooseObject;
  readonly whole: LooseObject;
}

export const objectsOf = (text: string): readonly PipeWireObject[] => {
  const all = parseJson(text);
  if (!Array.isArray(all) || all.length === 0) throw unparsable(text.trim());
  return all.map((item) => {
    if (!isObject(item) || typeof item.id !== 'number' || typeof item.type !== 'string') {
      throw unparsable(JSON.stringify(item));
    }
    const info = isObject(item.info) ? item.info : {};
    return {
      id: item.id,
      type: item.type.replace(/^PipeWire:Interface:/, ''),
      props: isObject(info.props) ? info.props : {},
      info,
      whole: item,
    };
  });
};

export const serverOf = (objects: readonly PipeWireObject[]): SoundServer => {
  const nodes = objects.filter(({ type }) => type === 'Node');
  const devices = objects.filter(
    ({ type, props }) => type === 'Device' && props['media.class'] === 'Audio/Device',
  );
  const of = (pattern: RegExp) =>
    nodes
      .filter(({ props }) => pattern.test(textOf(props['media.class'])))
      .map((node) => endpointOf(node, devices));
  return {
    sinks: of(/^Audio\/(Sink|Duplex)/),
    sources: of(/^Audio\/(Source|Duplex)/),
    cards: devices.map(cardOf),
    recorders: nodes
      .filter(({ props }) => props['media.class'] === 'Stream/Input/Audio')
      .map((node) => recorderOf(node, objects)),
  };
};

const endpointOf = (node: PipeWireObject, devices: readonly PipeWireObject[]): Endpoint => {
  const { id, props } = node;
  const name = textOf(props['node.name']);
  // Several objects, of which the first one with channels tells the volume.
  const level = paramsOf(node, 'Props').find(({ channelVolumes }) => Array.isArray(channelVolumes));
  const volumes = Array.isArray(level?.channelVolumes) ? level.channelVolumes.map(Number) : [];
  if (name === '' || typeof level?.mute !== 'boolean' || volumes.length === 0 || volumes.some(Number.isNaN)) {
    throw unparsable(`Node ${id}: ${JSON.stringify({ name, level })}`);
  }
  return {
    index: id,
    name,
    description: textOf(props['node.description']) || name,
    isMuted: level.mute,
    // Loudness is kept linear and shown as its cube root.
    volumePct: Math.round(Math.cbrt(Math.max(...volumes)) * 100),
    isPlugged: pluggedOf(props, devices),
    properties: Object.fromEntries(
      Object.entries(props).map(([key, value]) => [
        key,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    ),
  };
};

const pluggedOf = (props: LooseObject, devices: readonly PipeWireObject[]): boolean | null => {
  const device = devices.find(({ id }) => id === props['device.id']);
  const route =
    device && paramsOf(device, 'Route').find((one) => one.device === props['card.profile.device']);
  return route?.available === 'no' ? false : route?.available === 'yes' ? true : null;
};

const cardOf = (device: PipeWireObject): Card => {
  const name = textOf(device.props['device.name']);
  if (name === '') throw unparsable(`Device ${device.id}`);
  return {
    name,
    description: textOf(device.props['device.description']) || name,
    activeProfile: textOf(paramsOf(device, 'Profile')[0]?.name),
  };
};

const recorderOf = ({ id, props }: PipeWireObject, objects: readonly PipeWireObject[]): Recorder => {
  const link = objects.find(({ type, info }) => type === 'Link' && info['input-node-id'] === id);
  const from = link?.info['output-node-id'];
  return {
    program: textOf(props['application.name']) || textOf(props['node.name']),
    sourceIndex: typeof from === 'number' ? from : null,
  };
};

export const defaultsOf = (objects: readonly PipeWireObject[]): Defaults => {
  const entries = objects
    .filter(
      ({ type, whole }) =>
        type === 'Metadata' && isObject(whole.props) && whole.props['metadata.name'] === 'default',
    )
    .flatMap(({ whole }) => listOf(whole.metadata));
  const chosen = (key: string): string | null => {
    const value = entries.find((one) => one.key === key)?.value;
    return isObject(value) ? textOf(value.name) || null : null;
  };
  return {
    running: true,
    server: 'PipeWire',
    sink: chosen('default.audio.sink'),
    source: chosen('default.audio.source'),
  };
};

const paramsOf = ({ info }: PipeWireObject, name: string): readonly LooseObject[] =>
  isObject(info.params) ? listOf(info.params[name]) : [];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
