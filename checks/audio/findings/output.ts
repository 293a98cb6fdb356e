/** Sound that goes nowhere, elsewhere, or comes like a telephone's. */
import type { Finding } from '../../../src/contract.ts';
import type { Messages } from '../messages.en.ts';
import type { System } from '../params.ts';
import type { AudioFacts } from '../probe.ts';
import type { AudioSettings } from '../settings.ts';
import type { Output, Sound } from '../view.ts';

export const systemOf = ({ windows, macDevices }: AudioFacts): System =>
  windows.status === 'ok' ? 'windows' : macDevices.status === 'ok' ? 'macos' : 'linux';

export const muted = (
  { defaultOutput: output, evidence }: Sound,
  { quietPct }: AudioSettings,
  facts: AudioFacts,
): readonly Finding<Messages>[] => {
  if (output === null) return [];
  const isQuiet = output.volumePct !== null && output.volumePct < quietPct;
  if (output.isMuted !== true && !isQuiet) return [];
  return [
    {
      code: 'audio/muted',
      severity: 'warning',
      params: {
        device: output.name,
        isMuted: output.isMuted === true,
        volumePct: output.volumePct ?? 0,
        system: systemOf(facts),
      },
      evidence,
      subject: output.name,
    },
  ];
};

/** Certain where nothing can be heard at all; a monitor or a headset may be what the person wants. */
export const wrongOutput = (sound: Sound): readonly Finding<Messages>[] => {
  const { defaultOutput: output, outputs, evidence } = sound;
  if (output === null) return [];
  const others = outputs.filter((one) => one.name !== output.name && one.isPlugged !== false);
  const better = others.find(isNear) ?? others.find(({ kind }) => kind !== 'virtual');
  if (better === undefined) return [];
  const why =
    output.isPlugged === false
      ? 'unplugged'
      : output.kind === 'virtual'
        ? 'virtual'
        : output.kind === 'monitor' && isNear(better)
          ? 'monitor'
          : null;
  if (why === null) return [];
  return [
    {
      code: 'audio/wrong-output',
      severity: why === 'unplugged' ? 'warning' : 'info',
      params: { device: output.name, better: better.name, why },
      evidence,
      subject: output.name,
    },
  ];
};

const isNear = ({ kind }: Output): boolean => kind === 'speakers' || kind === 'headphones';

/** While a program records it may be a call, and all is as it should be. */
export const bluetooth = ({ headset, evidence }: Sound, facts: AudioFacts): readonly Finding<Messages>[] =>
  headset === null
    ? []
    : [
        {
          code: 'audio/bluetooth-call-profile',
          severity: headset.program === null || headset.program === '' ? 'warning' : 'info',
          params: { device: headset.name, program: headset.program ?? '', system: systemOf(facts) },
          evidence,
          subject: headset.name,
        },
      ];
