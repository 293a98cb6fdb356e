/** Plans that a person agrees to. */
const HAND = 'nothing is changed by this program';

export const fixes = {
  'bluetooth-unblock': { title: 'Switch Bluetooth on' },
  'bluetooth-service': { title: 'Start the Bluetooth service' },
  'bluetooth-service-windows': { title: 'Start the Bluetooth service' },
  'bluetooth-power': { title: 'Switch the adapter on' },
  'bluetooth-key': {
    title: 'Press the airplane or Bluetooth key (often with Fn), or slide the switch at the side',
    noUndo: 'press it again',
  },
  'drain-power': {
    title:
      'Shut down, unplug from the mains for 30 seconds (take the battery out where that is possible), start again',
    noUndo: 'nothing is changed: save your work first',
  },
  'switch-on': { title: 'Switch the device on, charge it, wait for its lights', noUndo: HAND },
  unplug: { title: 'Unplug the device', noUndo: HAND },
  'plug-in': { title: 'Plug the device in', noUndo: HAND },
  'other-port': {
    title: 'Plug the device straight into another port of the computer, without a hub, with another cable',
    noUndo: 'plug it back where it was',
  },
  'powered-hub': {
    title: 'Use a hub with a power supply of its own, or the second plug of a Y-cable',
    noUndo: HAND,
  },
  'scan-again': { title: 'Have the system look at its USB devices again', noUndo: 'it only looks' },
  'scan-again-windows': { title: 'Have Windows look for devices again', noUndo: 'it only looks' },
  'no-usb-saving': { title: 'Keep USB ports awake while on mains power (selective suspend off)' },
  'mount-disk': { title: 'Open the disk for reading only' },
  'mount-disk-mac': { title: 'Open the disk' },
  'open-disk': {
    title:
      'Open the disk in the file manager (Windows: give it a letter in diskmgmt.msc); never format it while anything on it is needed',
    noUndo: 'eject it again',
  },
  'connect-again': {
    title: 'Choose the device in the Bluetooth settings and connect it, once more',
    noUndo: HAND,
  },
  'pairing-mode': {
    title: 'Switch the device to pairing mode (its manual tells how; the light blinks fast), within 1 metre',
    noUndo: HAND,
  },
  'pair-again': {
    title:
      'Remove the device in the Bluetooth settings, also on the telephone it was used with, and pair it again',
    noUndo: 'pairing again is the way back',
  },
  'no-disturbance': {
    title: 'Move USB 3 devices, hubs and Wi-Fi sticks away from the adapter and the device',
    noUndo: HAND,
  },
  'allow-camera': { title: 'Let programs use the camera (for your account)' },
  'let-camera-go': {
    title: 'Close the program that uses the camera, or allow the camera in the privacy settings',
    noUndo: 'open the program again',
  },
  'open-shutter': {
    title: 'Open the slider over the camera, or press the camera key, and look at the picture',
    noUndo: 'close it again',
  },
  'choose-in-program': {
    title:
      'In the settings of the program choose this camera and this microphone, then start the program anew',
    noUndo: HAND,
  },
  'allow-in-settings': {
    title:
      'Allow camera and microphone for this program in the privacy settings of the system, and in the browser for this page',
    noUndo: 'they can be forbidden in the same place',
  },
  'free-microphone': {
    title:
      'Switch the microphone on (key, switch at the cable, sound settings), choose it as input, and allow it in the privacy settings',
    noUndo: 'it can be switched off in the same place',
  },
  'right-input': {
    title:
      'Choose the input that the cable is in on the screen (HDMI, DP), and put the cable into the socket of the graphics card',
    noUndo: HAND,
  },
  'extend-screens': { title: 'Extend the desktop to all screens (as Win+P does)' },
  'detect-screens': { title: 'Have screens looked for again in the display settings', noUndo: HAND },
  'other-cable': {
    title: 'Connect the screen with another cable, without adapters, or at another socket',
    noUndo: HAND,
  },
  'enable-touchpad': { title: 'Switch the touchpad on' },
  'touchpad-key': {
    title: 'Press the touchpad or keyboard key (often with Fn), or switch it on in the settings',
    noUndo: 'press it again',
  },
  'fresh-battery': {
    title: 'Put in a fresh battery or charge it, switch it on underneath, plug its receiver in again',
    noUndo: HAND,
  },
};
