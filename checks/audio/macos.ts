/** Sound on macOS: its devices, the volume, and the service behind them. */
import { source, Unreadable, unparsable } from '../../src/contract.ts';
import { isObject, type LooseObject, listOf, parseJson } from '../../src/sources/network/json.ts';

export interface MacDevice {
  readonly name: string;
  readonly outputs: number;
  readonly inputs: number;
  readonly isDefaultOutput: boolean;
  readonly isDefaultInput: boolean;
  /** `builtin`, `bluetooth`, `hdmi`, `displayport`, `usb`, `virtual`, `aggregate` … */
  readonly transport: string;
  readonly sampleRate: number | null;
}

export const macDevices = source({
  id: 'audio.macos-devices',
  os: ['darwin'],
  request: { kind: 'exec', argv: ['system_profiler', '-json', 'SPAudioDataType'], timeoutMs: 10_000 },
  parse: ({ stdout }) => parseMacDevices(stdout),
});

export const parseMacDevices = (text: string): readonly MacDevice[] => {
  const answer = parseJson(text);
  if (!isObject(answer) || !Array.isArray(answer.SPAudioDataType)) throw unparsable(text.trim());
  return listOf(answer.SPAudioDataType)
    .flatMap(({ _items: items }) => listOf(items))
    .map((item) => {
      if (typeof item._name !== 'string') throw unparsable(JSON.stringify(item));
      return {
        name: item._name,
        outputs: countOf(item, 'coreaudio_device_output'),
        inputs: countOf(item, 'coreaudio_device_input'),
        isDefaultOutput: item.coreaudio_default_audio_output_device === 'spaudio_yes',
        isDefaultInput: item.coreaudio_default_audio_input_device === 'spaudio_yes',
        transport: String(item.coreaudio_device_transport ?? '').replace(/^coreaudio_device_type_/, ''),
        sampleRate: countOf(item, 'coreaudio_device_srate') || null,
      };
    });
};

/** Numbers, which older versions write as text. */
const countOf = (item: LooseObject, name: string): number => {
  const value = item[name];
  if (value === undefined || value === null) return 0;
  const number = Number(value);
  if (!Number.isFinite(number) || number < 0) throw unparsable(JSON.stringify(item));
  return number;
};

export interface MacVolume {
  /** Null where the device has no volume of its own, as monitors have not. */
  readonly outputPct: number | null;
  readonly inputPct: number | null;
  readonly isMuted: boolean | null;
}

export const macVolume = source({
  id: 'audio.macos-volume',
  os: ['darwin'],
  request: { kind: 'exec', argv: ['osascript', '-e', 'get volume settings'], timeoutMs: 5000 },
  parse: ({ stdout, stderr, exitCode }) => {
    if (exitCode !== 0) throw new Unreadable('failed', stderr.trim() || `exit ${exitCode}`);
    return parseMacVolume(stdout);
  },
});

/** `output volume:50, input volume:75, alert volume:100, output muted:false`; `missing value` where there is none. */
export const parseMacVolume = (text: string): MacVolume => {
  const found =
    /^output volume:(\d{1,3}|missing value), input volume:(\d{1,3}|missing value), alert volume:[^,]*, output muted:(true|false|missing value)\s*$/.exec(
      text,
    );
  if (found === null) throw unparsable(text.trim() || 'nothing was printed');
  const [, output = '', input = '', muted] = found;
  return {
    outputPct: /^\d/.test(output) ? Number(output) : null,
    inputPct: /^\d/.test(input) ? Number(input) : null,
    isMuted: muted === 'missing value' ? null : muted === 'true',
  };
};

export const coreAudio = source({
  id: 'audio.coreaudiod',
  os: ['darwin'],
  request: {
    kind: 'exec',
    argv: ['launchctl', 'print', 'system/com.apple.audio.coreaudiod'],
    timeoutMs: 5000,
  },
  parse: ({ stdout, stderr, exitCode }) => {
    if (exitCode !== 0) throw new Unreadable('failed', stderr.trim() || `exit ${exitCode}`);
    const state = /^\tstate = (.+)$/m.exec(stdout)?.[1];
    if (state === undefined) throw unparsable(stdout.trim());
    return { isRunning: state === 'running' };
  },
});
