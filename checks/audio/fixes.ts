/** Plans that a person agrees to. Without steps: done in the settings, or by hand. */
import type { Fix, Os } from '../../src/contract.ts';

const EVERYWHERE: readonly Os[] = ['linux', 'darwin', 'win32', 'other'];

const byHand = (id: string, os: readonly Os[], ...codes: readonly string[]): Fix => ({
  id,
  for: codes,
  os,
  steps: [],
  needs: 'person',
  risk: 'example',
});

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
    risk: 'likely',
  },
  {
    id: 'restart-pulseaudio',
    for: ['audio/service-down'],
    os: ['linux'],
    steps: [['systemctl', '--user', 'restart', 'pulseaudio.service']],
    needs: 'user',
    risk: 'likely',
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
  },
  {
    id: 'restart-sound-macos',
    for: ['audio/service-down', 'audio/no-output-device'],
    os: ['darwin'],
    steps: [['killall', 'coreaudiod']],
    needs: 'root',
    risk: 'likely',
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
  },
  {
    id: 'unmute-macos',
    for: ['audio/muted'],
    os: ['darwin'],
    steps: [['osascript', '-e', 'set volume output muted false', '-e', 'set volume output volume 40']],
    needs: 'user',
    risk: 'safe',
    undo: [['osascript', '-e', 'set volume output muted true']],
  },
  byHand('unmute-windows', ['win32'], 'audio/muted'),
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
  },
  {
    id: 'unmute-microphone-macos',
    for: ['audio/mic-muted'],
    os: ['darwin'],
    steps: [['osascript', '-e', 'set volume input volume 70']],
    needs: 'user',
    risk: 'likely',
  },
  byHand('unmute-microphone-windows', ['win32'], 'audio/mic-muted'),
  byHand('choose-output', EVERYWHERE, 'audio/wrong-output'),
  byHand('attach-output', EVERYWHERE, 'audio/no-output-device'),
  byHand('allow-microphone', EVERYWHERE, 'audio/mic-blocked'),
  byHand('leave-call-mode', EVERYWHERE, 'audio/bluetooth-call-profile'),
];
