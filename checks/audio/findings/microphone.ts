/** A microphone that programs may not use, or that hears nothing. */
import type { Finding } from '../../../src/contract.ts';
import type { Messages } from '../messages.en.ts';
import type { Blocked } from '../params.ts';
import { type AudioFacts, known, sessionUser } from '../probe.ts';
import { forbiddenApps, gnomeMicrophone } from '../session.ts';
import type { AudioSettings } from '../settings.ts';
import type { Sound } from '../view.ts';
import { systemOf } from './output.ts';

export const microphone = (
  sound: Sound | null,
  settings: AudioSettings,
  facts: AudioFacts,
): readonly Finding<Messages>[] => [
  ...blocked(facts),
  ...(sound === null ? [] : quiet(sound, settings, facts)),
];

const blocked = (facts: AudioFacts): readonly Finding<Messages>[] => {
  const { windows } = facts;
  if (windows.status === 'ok') {
    const [by] = windows.value.forbiddenBy;
    return by === undefined ? [] : [forbidden({ by, apps: [] }, windows.from)];
  }
  const uid = sessionUser(facts);
  if (uid === null) return [];
  const gnome = facts.get(gnomeMicrophone(uid));
  if (known(gnome)?.isForbidden === true) return [forbidden({ by: 'gnome', apps: [] }, gnome.from)];
  const apps = facts.get(forbiddenApps(uid));
  return (known(apps)?.length ?? 0) === 0
    ? []
    : [forbidden({ by: 'portal', apps: known(apps) ?? [] }, apps.from)];
};

const forbidden = (params: Blocked, from: string): Finding<Messages> => ({
  code: 'audio/mic-blocked',
  severity: 'warning',
  params,
  evidence: [from],
});

const quiet = (
  { defaultInput: input, disabledInputs, evidence }: Sound,
  { quietMicrophonePct }: AudioSettings,
  facts: AudioFacts,
): readonly Finding<Messages>[] => {
  const [disabled] = disabledInputs;
  const system = systemOf(facts);
  const finding = (
    device: string,
    how: 'muted' | 'quiet' | 'disabled',
    volumePct: number,
  ): Finding<Messages> => ({
    code: 'audio/mic-muted',
    severity: 'warning',
    params: { device, how, volumePct, system },
    evidence,
    subject: device,
  });
  if (disabled !== undefined) return [finding(disabled, 'disabled', 0)];
  if (input === null) return [];
  if (input.isMuted === true) return [finding(input.name, 'muted', input.volumePct ?? 0)];
  return input.volumePct !== null && input.volumePct < quietMicrophonePct
    ? [finding(input.name, 'quiet', input.volumePct)]
    : [];
};
