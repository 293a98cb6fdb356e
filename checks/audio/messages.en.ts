/** Words of the audio check, in English. */
import type { CheckMessages } from '../../src/contract.ts';
import { fixes, nodes, questions } from './messages.en/steps.ts';
import { symptoms } from './messages.en/symptoms.ts';
import type { Blocked, Down, Muted, NoOutput, Quiet, System, Telephone, Wrong } from './params.ts';

const SETTINGS: Readonly<Record<System, string>> = {
  linux: 'the sound settings',
  windows: 'Settings > System > Sound',
  macos: 'System Settings > Sound',
};

const BLOCKED: Readonly<Record<Blocked['by'], string>> = {
  policy: 'A policy of the organization forbids programs the microphone',
  machine: 'The microphone is switched off for this computer',
  user: 'Programs are not allowed to use the microphone',
  'desktop-programs': 'Desktop programs are not allowed to use the microphone',
  gnome: 'The microphone is switched off in the privacy settings',
  portal: 'Programs are not allowed to use the microphone',
};

export const en = {
  name: 'Sound',
  complaint: 'There is no sound',
  fine: 'sound has a device to come from, and is not muted',
  findings: {
    'audio/no-output-device': {
      name: 'No sound output device is found',
      means:
        'The system knows no speakers, headphones or monitor that could play. The device is missing, switched off, unplugged, or has no driver.',
      found:
        'No output but the placeholder of the sound server, no active endpoint of Windows, no output device of macOS. In a virtual machine, over a remote connection, or where nobody is signed in, a note; nothing at all where no program for sound is installed.',
      say: (p: NoOutput) => ({
        title:
          p.lack === 'unused'
            ? `The sound card ${p.device} is there, and the sound service does not use it`
            : p.lack === 'no-driver'
              ? `The sound chip ${p.device} has no driver`
              : p.lack === 'disabled'
                ? `The only sound output is disabled: ${p.device}`
                : p.lack === 'unplugged'
                  ? `Nothing is plugged into the only sound output: ${p.device}`
                  : 'No sound output device is found',
        why: 'There is nothing that sound could come from.',
        next:
          p.lack === 'unused'
            ? 'systemctl --user restart pipewire.service wireplumber.service pipewire-pulse.service, then look at the Configuration tab of pavucontrol'
            : p.lack === 'no-driver'
              ? 'techsupport check drivers'
              : p.lack === 'disabled'
                ? 'Enable the device in the sound settings (Windows: Settings > System > Sound > More sound settings, context menu, Enable)'
                : p.lack === 'unplugged'
                  ? 'Plug the loudspeakers or headphones in until the plug clicks, or choose another socket'
                  : 'Plug headphones or a USB sound device in; if the computer has a sound chip, switch it on in its firmware settings',
      }),
    },
    'audio/service-down': {
      name: 'The sound service is not running',
      means:
        'All programs play and record through one service. Without it they find no device, or keep waiting.',
      found:
        'Linux: a user unit of PipeWire, WirePlumber or PulseAudio has failed, or is enabled, does not run and nobody answers. Windows: AudioEndpointBuilder or Audiosrv stands still though it starts by itself. macOS: coreaudiod.',
      say: (p: Down) => ({
        title: p.isOff
          ? `The sound service ${p.service} is disabled`
          : `The sound service ${p.service} is not running`,
        why: 'No program can play or record.',
        next:
          p.system === 'linux'
            ? `systemctl --user restart ${p.service}; its last words: journalctl --user -b -u ${p.service} -n 20`
            : p.system === 'macos'
              ? 'sudo killall coreaudiod'
              : p.isOff
                ? `As administrator: sc.exe config ${p.service} start= auto, then net start ${p.service}`
                : 'As administrator: net start AudioEndpointBuilder, then net start Audiosrv',
      }),
    },
    'audio/muted': {
      name: 'The sound is muted or at zero',
      means:
        'The system itself makes no sound. A key or wheel on a headset or a monitor can mute as well, and no computer sees that.',
      found: 'The default output is muted, or its loudest channel is below 5%.',
      say: (p: Muted) => ({
        title: p.isMuted ? `${p.device} is muted` : `The volume of ${p.device} is ${p.volumePct}%`,
        why: 'Nothing can be heard, whichever program plays.',
        next:
          p.system === 'linux'
            ? 'pactl set-sink-mute @DEFAULT_SINK@ 0, then pactl set-sink-volume @DEFAULT_SINK@ 40%'
            : p.system === 'macos'
              ? "osascript -e 'set volume output muted false' -e 'set volume output volume 40'"
              : 'Click the loudspeaker in the taskbar, and pull the slider to 40',
      }),
    },
    'audio/wrong-output': {
      name: 'The sound goes to another device',
      means:
        'The system plays, but into a device that nobody hears: a socket without a plug, a monitor without loudspeakers, a program.',
      found:
        'The default output has nothing plugged in, while another one could play: a warning. It is a monitor or a program, while loudspeakers or headphones are there: a note, since it may be meant so.',
      say: (p: Wrong) => ({
        title:
          p.why === 'unplugged'
            ? `Sound goes to ${p.device}, where nothing is plugged in`
            : p.why === 'virtual'
              ? `Sound goes to ${p.device}, which is a program`
              : `Sound goes to the monitor ${p.device}`,
        why: `${p.better} could play it.`,
        next: `Choose ${p.better} as output in the sound settings`,
      }),
    },
    'audio/mic-blocked': {
      name: 'Programs are not allowed to use the microphone',
      means:
        'The system keeps the microphone from programs, for the sake of privacy. To them it looks as if there were none, or as if it were silent.',
      found:
        'Windows: ConsentStore\\microphone or the policy LetAppsAccessMicrophone says no. Linux: GNOME’s privacy switch, or the permission store of the portals. macOS keeps its list to itself: there a person is asked.',
      say: (p: Blocked) => ({
        title: p.apps.length === 0 ? BLOCKED[p.by] : `${p.apps.join(', ')} may not use the microphone`,
        why: 'Others hear nothing in calls, and recordings are silent.',
        next:
          p.by === 'policy'
            ? 'Ask whoever manages this computer'
            : p.by === 'gnome'
              ? 'gsettings set org.gnome.desktop.privacy disable-microphone false'
              : p.by === 'portal'
                ? `flatpak permission-set devices microphone ${p.apps[0] ?? ''} yes`
                : 'Settings > Privacy & security > Microphone: switch access on',
      }),
    },
    'audio/mic-muted': {
      name: 'The microphone is muted, too quiet or the wrong one',
      means:
        'Programs may listen, and hear nothing. A mute key on the headset or laptop may do the same without the system knowing.',
      found: 'The default input is muted or below 10%, or every microphone is disabled.',
      say: (p: Quiet) => ({
        title:
          p.how === 'disabled'
            ? `The only microphone is disabled: ${p.device}`
            : p.how === 'muted'
              ? `The microphone ${p.device} is muted`
              : `The level of the microphone ${p.device} is ${p.volumePct}%`,
        why: 'Others hear nothing in calls, and recordings are silent.',
        next:
          p.system === 'linux'
            ? 'pactl set-source-mute @DEFAULT_SOURCE@ 0, then pactl set-source-volume @DEFAULT_SOURCE@ 70%'
            : p.system === 'macos'
              ? "osascript -e 'set volume input volume 70'"
              : `${SETTINGS[p.system]} > Input: choose the microphone and pull the slider to 70`,
      }),
    },
    'audio/bluetooth-call-profile': {
      name: 'Bluetooth headset sounds like a telephone',
      means:
        'A Bluetooth headset either plays well or listens. While a program uses its microphone it falls back to the sound of a telephone.',
      found:
        'The active profile of the headset is HFP or HSP, its hands-free half is the default, or it runs at 24 kHz or less. A note while a program records, since that may be a call.',
      say: (p: Telephone) => ({
        title:
          p.program === ''
            ? `${p.device} is in its telephone mode`
            : `${p.device} is in its telephone mode: ${p.program} listens to its microphone`,
        why: 'Music sounds flat and far away until the mode is changed.',
        next:
          p.program === ''
            ? p.system === 'linux'
              ? 'Choose «High fidelity playback (A2DP)» for the headset in the sound settings'
              : `Choose another microphone than the headset’s in ${SETTINGS[p.system]}`
            : `Close ${p.program}, or choose the built-in microphone in it`,
      }),
    },
  },
  fixes,
  questions,
  symptoms,
  nodes,
} satisfies CheckMessages;

export type Messages = typeof en;
