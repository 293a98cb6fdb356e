/** Plans, questions and the decision tree of sound, in English. */

export const fixes = {
  'restart-pipewire': {
    title: 'Restart the sound service of your session',
    noUndo: 'what plays is interrupted for a second',
  },
  'restart-pulseaudio': {
    title: 'Restart the sound service of your session',
    noUndo: 'what plays is interrupted for a second',
  },
  'start-sound-windows': { title: 'Start the sound services' },
  'restart-sound-macos': {
    title: 'Restart the sound service',
    noUndo: 'what plays is interrupted for a second',
  },
  'unmute-linux': { title: 'Unmute, at 40%' },
  'unmute-macos': { title: 'Unmute, at 40%' },
  'unmute-windows': {
    title: 'Click the loudspeaker in the taskbar, unmute, and pull the slider to 40',
    noUndo: 'the slider can be pulled back',
  },
  'unmute-microphone-linux': { title: 'Unmute the microphone, at 70%' },
  'unmute-microphone-macos': {
    title: 'Set the microphone to 70%',
    noUndo: 'the level it had stands in the finding',
  },
  'unmute-microphone-windows': {
    title: 'Choose the microphone in Settings > System > Sound > Input, and pull the slider to 70',
    noUndo: 'the slider can be pulled back',
  },
  'choose-output': {
    title: 'Choose the device you want to hear as output in the sound settings',
    noUndo: 'another one can be chosen in the same place',
  },
  'attach-output': {
    title: 'Plug in or enable loudspeakers or headphones, in another socket if need be',
    noUndo: 'they can be unplugged again',
  },
  'allow-microphone': {
    title: 'Allow programs the microphone in the privacy settings',
    noUndo: 'it can be forbidden again in the same place',
  },
  'leave-call-mode': {
    title: 'Choose A2DP or stereo for the headset, and another microphone than its own',
    noUndo: 'it can be changed back in the same place',
  },
  'turn-up-by-hand': {
    title: 'Turn the wheel or press the mute key on the headset, the loudspeakers or the monitor',
    noUndo: 'turn it back',
  },
  'enable-output': {
    title: 'Enable the output that is switched off, in the sound settings',
    noUndo: 'it can be switched off in the same place',
  },
  'choose-microphone': {
    title: 'Choose another microphone as input in the sound settings',
    noUndo: 'the former one can be chosen in the same place',
  },
  'install-sof': {
    title: 'Install the firmware of the sound chip (Sound Open Firmware)',
    noUndo: 'the package can be removed again',
  },
} as const;

export const questions = {
  'output-wish': {
    text: 'Where should the sound come from?',
    answers: {
      speakers: 'Built-in speakers',
      headphones: 'Headphones',
      monitor: 'Monitor or television',
      bluetooth: 'Bluetooth',
    },
  },
  hear: {
    text: 'Play a test sound in the sound settings. Do you hear it?',
    answers: { yes: 'Yes', no: 'No', other: 'From another device' },
  },
  'mic-level': {
    text: 'Say a few words while the sound settings show the input. Does the level bar move?',
    answers: { yes: 'Yes', no: 'No', unneeded: 'I only want to hear' },
  },
  changed: {
    text: 'What happened just before the trouble began?',
    answers: {
      update: 'A system update',
      program: 'A new program',
      device: 'A new device',
      moved: 'The computer was moved, dropped or wet',
      power: 'A power cut',
      nothing: 'Nothing I know of',
    },
  },
  still: { text: 'Is the problem still there?', answers: { yes: 'Yes', no: 'No' } },
} as const;

export const nodes = {
  'SOUND.0': 'Look at the sound service, the devices and their volume',
  'SOUND.SERVICE': 'Start the sound service',
  'SOUND.SERVICE.CAUSE': 'The sound service does not start: its last words say why.',
  'SOUND.DEVICE': 'Get a device to play',
  'SOUND.DEVICE.CAUSE':
    'The system still sees no device for sound: look at its driver next (techsupport diagnose drivers).',
  'SOUND.MUTED': 'Unmute',
  'SOUND.MUTED.CAUSE': 'It is muted again: a program or a key does that.',
  'SOUND.WRONG': 'Choose the right output',
  'SOUND.WRONG.CAUSE': 'Sound goes to another device than the one you want to hear.',
  'SOUND.CALL': 'Leave the telephone mode',
  'SOUND.CALL.CAUSE': 'The headset stays in its telephone mode: a program holds its microphone.',
  'SOUND.ALLOW': 'Allow the microphone',
  'SOUND.ALLOW.CAUSE': 'Programs may still not use the microphone.',
  'SOUND.MIC': 'Unmute the microphone',
  'SOUND.MIC.CAUSE': 'The microphone stays muted: look for a key on the headset or laptop.',
  'SOUND.KEY':
    'Look for a key or wheel on the headset, the loudspeakers or the monitor, and try them on another device: the computer plays.',
  'SOUND.MIC.KEY':
    'The system hears nothing from the microphone: look for its mute key, and try another socket.',
  'SOUND.SOLVED': 'There is sound again.',
  'SOUND.FINE': 'Sound works.',
  'SOUND.UNKNOWN': 'The sound of this session could not be looked at.',
  'SOUND.DRIVER': 'The sound chip has no working driver: see its finding for the next step.',
  'SOUND.SWITCH': 'Choose the device you want to hear as output',
  'SOUND.SWITCHED': 'Look where the sound goes now',
  'SOUND.WRONG.WAS': 'The sound went to another device.',
  'SOUND.1B': 'Look whether the Bluetooth device is paired',
  'SOUND.PAIRING': 'The Bluetooth device is not paired with this computer.',
  'SOUND.KEYS': 'Turn up the wheel, or press the mute key, on what you listen with',
  'SOUND.KEYS.WAS': 'A wheel or key had muted it, which no computer sees.',
  'SOUND.JACK': 'Push the plug in until it clicks, or try another socket',
  'SOUND.JACK.WAS': 'The plug was not in, or its socket is broken.',
  'SOUND.AGAIN': 'Start the sound service anew',
  'SOUND.AGAIN.WAS': 'The sound service had hung.',
  'SOUND.3': 'Look at the microphone',
  'SOUND.4': 'Look at what is left: drivers and Bluetooth',
} as const;
