/** What each finding certainly explains, and where its rule comes from (fault catalogue 3.12). */
import type { CatalogueEntry } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';

export const catalogue = {
  'audio/no-output-device': {
    reference: 'ALSA: Proc Files of ALSA Driver; Microsoft: DEVICE_STATE_XXX constants',
  },
  'audio/service-down': {
    explains: ['audio/no-output-device'],
    reference: 'PipeWire and WirePlumber documentation; Microsoft: Windows Audio services',
  },
  'audio/muted': { reference: 'pactl(1); Microsoft IAudioEndpointVolume; 5% is the project’s own' },
  'audio/wrong-output': {
    reference: 'PipeWire and WirePlumber: default nodes; Microsoft EndpointFormFactor',
  },
  'audio/mic-blocked': {
    reference: 'Microsoft: microphone privacy, Policy CSP Privacy; XDG Desktop Portal: permission store',
  },
  'audio/mic-muted': {
    reference: 'pactl(1); Microsoft DEVICE_STATE_XXX constants; 10% is the project’s own',
  },
  'audio/bluetooth-call-profile': { reference: 'Bluetooth SIG: HFP 1.8 and A2DP 1.4' },
} satisfies Readonly<Record<keyof Messages['findings'], CatalogueEntry>>;
