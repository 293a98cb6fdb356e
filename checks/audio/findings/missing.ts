/** No device that sound could come from, though somebody wants sound. */
import type { Finding, Severity } from '../../../src/contract.ts';
import { machineOf } from '../../../src/sources/machine.ts';
import type { Messages } from '../messages.en.ts';
import type { Lack } from '../params.ts';
import { type AudioFacts, isWanted, known } from '../probe.ts';
import type { Sound } from '../view.ts';

export const noOutput = (sound: Sound | null, facts: AudioFacts): readonly Finding<Messages>[] => {
  if (sound !== null) {
    if (sound.outputs.length > 0) return [];
    if (isServer(facts)) return [];
    return [lacking(sound, facts)];
  }
  // Without a session the cards are all there is to see, and only where somebody set the computer up for sound.
  const { cards, players } = facts;
  if (cards.status === 'unsupported' || !isWanted(facts)) return [];
  if (cards.status !== 'ok' && cards.status !== 'absent') return [];
  if (players.status !== 'ok' && players.status !== 'absent') return [];
  if ((known(players)?.length ?? 0) > 0) return [];
  return [lacking(null, facts)];
};

/** Windows Server does not start the sound service by itself, and misses nothing. */
const isServer = ({ windows }: AudioFacts): boolean =>
  windows.status === 'ok' && windows.value.services.every(({ startType }) => startType !== 2);

const lacking = (sound: Sound | null, facts: AudioFacts): Finding<Messages> => {
  const cards = known(facts.cards) ?? [];
  const players = known(facts.players) ?? [];
  const chip = soundChip(facts);
  const [disabled] = sound?.disabled ?? [];
  const [unplugged] = sound?.unplugged ?? [];
  const lack: Lack =
    disabled !== undefined
      ? 'disabled'
      : unplugged !== undefined
        ? 'unplugged'
        : players.length > 0
          ? 'unused'
          : chip !== null
            ? 'no-driver'
            : 'none';
  const device =
    disabled ??
    unplugged ??
    (players.length > 0 ? (cards.find(({ number }) => players.includes(number))?.name ?? '') : (chip ?? ''));
  return {
    code: 'audio/no-output-device',
    severity: severityOf(lack, sound !== null, facts),
    params: { lack, device },
    evidence: [
      ...(sound?.evidence ?? []),
      ...(facts.cards.status === 'unsupported' ? [] : [facts.cards.from]),
      ...(chip === null ? [] : [facts.pci.from]),
    ],
  };
};

/** Elsewhere the sound belongs to another computer; without a session only a laptop or a chip says that some is missed. */
const severityOf = (lack: Lack, hasSession: boolean, facts: AudioFacts): Severity => {
  const { virtual, remote, laptop } = machineOf(facts);
  if (virtual !== null || remote !== null) return 'info';
  return hasSession || laptop === true || lack === 'no-driver' ? 'critical' : 'info';
};

/** PCI classes 0401 (multimedia audio) and 0403 (HD Audio). */
const SOUND_CLASS = /^040[13]/;

/** A sound chip that no driver took. */
const soundChip = ({ pci }: AudioFacts): string | null => {
  const chip = (known(pci) ?? []).find(({ classId, driver }) => SOUND_CLASS.test(classId) && driver === null);
  return chip === undefined ? null : `PCI ${chip.slot} (${chip.vendorId}:${chip.deviceId})`;
};
