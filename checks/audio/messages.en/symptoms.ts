/** How people say it, in English. */
import type { SymptomWords } from '../../../src/contract.ts';

export const symptoms = {
  'no-sound': {
    name: 'No sound',
    phrasings: [
      'No sound',
      'The sound disappeared',
      'I hear nothing from the speakers',
      'Headphones do not work, it plays through the loudspeaker',
      'Audio is gone after an update',
      'Video plays silently',
      'Volume is at 100 and still silence',
      'No audio output device is installed',
      'Red cross on the loudspeaker icon',
      'Sound goes to the monitor or HDMI instead',
      'Bluetooth headset is connected and mute',
      'Music cannot be heard',
      'Dummy output in sound settings',
      'Speakers stopped working',
      'My headset sounds like a telephone',
      'The notebook became mute',
      'Realtek, PulseAudio or PipeWire does not work',
    ],
  },
} satisfies Readonly<Record<string, SymptomWords>>;
