/** Sound cards as Linux' kernel knows them: no rights, no program, no session needed. */
import { source, unparsable } from '../../src/contract.ts';
import { refuseCut } from '../../src/sources/whole.ts';

export interface AlsaCard {
  readonly number: number;
  /** `HDA Intel PCH` */
  readonly name: string;
}

/** Absent where the kernel's sound part is not loaded: then there is no card. */
export const alsaCards = source({
  id: 'audio.cards',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/asound/cards' },
  parse: (raw) => {
    refuseCut(raw);
    return parseAlsaCards(raw.text);
  },
});

/** Two lines a card: ` 0 [PCH            ]: HDA-Intel - HDA Intel PCH`, then where it is. */
export const parseAlsaCards = (text: string): readonly AlsaCard[] => {
  const cards: AlsaCard[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.trim() === '--- no soundcards ---' || /^ {10,}\S/.test(line)) continue;
    const found = /^ *(\d+) \[[^\]]*\]: (.*)$/.exec(line);
    if (found === null) throw unparsable(line);
    const [driver = '', ...name] = (found[2] ?? '').split(' - ');
    cards.push({ number: Number(found[1]), name: name.join(' - ').trim() || driver.trim() });
  }
  return cards;
};

/** Numbers of the cards that can play. */
export const alsaPlayers = source({
  id: 'audio.players',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/asound/pcm' },
  parse: (raw) => {
    refuseCut(raw);
    return parseAlsaPlayers(raw.text);
  },
});

/** `00-00: ALC295 Analog : ALC295 Analog : playback 1 : capture 1` */
export const parseAlsaPlayers = (text: string): readonly number[] => {
  const players = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const found = /^(\d+)-\d+: (.*)$/.exec(line);
      if (found === null) throw unparsable(line);
      return / : playback \d+/.test(` : ${found[2]}`) ? [Number(found[1])] : [];
    });
  return [...new Set(players)];
};
