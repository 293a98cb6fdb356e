/** Plans that a person agrees to. Without steps: done in the settings, or by hand. */
import type { Chance, Effort, Fix, Os } from '../../src/contract.ts';

const EVERYWHERE: readonly Os[] = ['linux', 'darwin', 'win32', 'other'];

const byHand = (id: string, os: readonly Os[], code: string, seconds: number, chance: Chance): Fix => ({
  id,
  for: [code],
  os,
  steps: [],
  needs: 'person',
  risk: 'likely',
  cost: { seconds },
  chance,
});

const QUICK: Effort = { seconds: 10 };

/** PulseAudio's own tool, which PipeWire understands too. */
const PACTL = 'pactl';

export const fixes: readonly Fix[] = [
  {
    id: 'restart-pipewire',
    for: ['audio/service-down', 'audio/no-output-device'],
    os: ['linux'],
    steps: [
      ['systemctl', '--user', 'restart', 'pipewire.service', 'wireplumber.service', 'pipewire-pulse.service'],
    ],
    needs: 'user',
    risk: 'safe',
    cost: QUICK,
    chance: 'half',
  },
  {
    id: 'restart-pulseaudio',
    for: ['audio/service-down'],
    os: ['linux'],
    steps: [['systemctl', '--user', 'restart', 'pulseaudio.service']],
    needs: 'user',
    risk: 'safe',
    cost: QUICK,
    chance: 'half',
  },
  {
    id: 'start-sound-windows',
    for: ['audio/service-down'],
    os: ['win32'],
    steps: [
      ['net', 'start', 'AudioEndpointBuilder'],
      ['net', 'start', 'Audiosrv'],
    ],
    needs: 'root',
    risk: 'likely',
    undo: [['net', 'stop', 'Audiosrv']],
    cost: { seconds: 15, admin: true },
    chance: 'mostly',
  },
  {
    id: 'restart-sound-macos',
    for: ['audio/service-down', 'audio/no-output-device'],
    os: ['darwin'],
    steps: [['killall', 'coreaudiod']],
    needs: 'root',
    risk: 'likely',
    cost: { seconds: 10, admin: true },
    chance: 'half',
  },
  {
    id: 'unmute-linux',
    for: ['audio/muted'],
    os: ['linux'],
    steps: [
      [PACTL, 'set-sink-mute', '@DEFAULT_SINK@', '0'],
      [PACTL, 'set-sink-volume', '@DEFAULT_SINK@', '40%'],
    ],
    needs: 'user',
    risk: 'safe',
    undo: [[PACTL, 'set-sink-mute', '@DEFAULT_SINK@', '1']],
    cost: QUICK,
    chance: 'mostly',
  },
  {
    id: 'unmute-macos',
    for: ['audio/muted'],
    os: ['darwin'],
    steps: [['osascript', '-e', 'set volume output muted false', '-e', 'set volume output volume 40']],
    needs: 'user',
    risk: 'safe',
    undo: [['osascript', '-e', 'set volume output muted true']],
    cost: QUICK,
    chance: 'mostly',
  },
  byHand('unmute-windows', ['win32'], 'audio/muted', 20, 'mostly'),
  {
    id: 'unmute-microphone-linux',
    for: ['audio/mic-muted'],
    os: ['linux'],
    steps: [
      [PACTL, 'set-source-mute', '@DEFAULT_SOURCE@', '0'],
      [PACTL, 'set-source-volume', '@DEFAULT_SOURCE@', '70%'],
    ],
    needs: 'user',
    risk: 'likely',
    undo: [[PACTL, 'set-source-mute', '@DEFAULT_SOURCE@', '1']],
    cost: QUICK,
    chance: 'mostly',
  },
  {
    id: 'unmute-microphone-macos',
    for: ['audio/mic-muted'],
    os: ['darwin'],
    steps: [['osascript', '-e', 'set volume input volume 70']],
    needs: 'user',
    risk: 'likely',
    cost: QUICK,
    chance: 'mostly',
  },
  byHand('unmute-microphone-windows', ['win32'], 'audio/mic-muted', 40, 'mostly'),
  byHand('choose-output', EVERYWHERE, 'audio/wrong-output', 30, 'mostly'),
  byHand('attach-output', EVERYWHERE, 'audio/no-output-device', 60, 'half'),
  byHand('allow-microphone', EVERYWHERE, 'audio/mic-blocked', 40, 'mostly'),
  byHand('leave-call-mode', EVERYWHERE, 'audio/bluetooth-call-profile', 40, 'mostly'),
  byHand('turn-up-by-hand', EVERYWHERE, 'audio/muted', 20, 'half'),
  byHand('enable-output', EVERYWHERE, 'audio/no-output-device', 60, 'half'),
  byHand('choose-microphone', EVERYWHERE, 'audio/mic-muted', 40, 'half'),
  {
    id: 'install-sof',
    for: ['audio/no-output-device'],
    os: ['linux'],
    // Debian’s name of it; others call it sof-firmware.
    steps: [['apt-get', 'install', 'firmware-sof-signed']],
    needs: 'root',
    risk: 'example',
    cost: { seconds: 120, admin: true, opening: 'restart' },
    chance: 'seldom',
    touches: ['packages', 'download'],
  },
];
