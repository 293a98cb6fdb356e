/** Plans, questions, and what the decision tree says. */
export const steps = {
  fixes: {
    'bluetooth-unblock': { title: 'Switch Bluetooth on' },
    'bluetooth-service': { title: 'Start the Bluetooth service' },
    'bluetooth-service-windows': { title: 'Start the Bluetooth service' },
    'bluetooth-power': { title: 'Switch the adapter on' },
    'other-port': {
      title: 'Plug the device straight into another port of the computer, without a hub, with another cable',
      noUndo: 'plug it back where it was',
    },
    'open-disk': {
      title: 'Open the disk in the file manager; never format it while anything on it is needed',
      noUndo: 'eject it again',
    },
  },
  questions: {
    'device-kind': {
      text: 'What is missing or does not work?',
      answers: {
        usb: 'something on a USB cable',
        disk: 'a disk, stick or card',
        bluetooth: 'something by Bluetooth',
        camera: 'the camera',
        screen: 'a screen',
        input: 'keyboard, mouse or touchpad',
      },
    },
    'device-power': {
      text: 'Is the device switched on and charged, with its own lights on?',
      answers: { yes: 'yes', no: 'no', 'no-lights': 'it has no lights' },
    },
    'other-computer': {
      text: 'Does the device work with another computer?',
      answers: { yes: 'yes', no: 'no', cannot: 'cannot try' },
    },
    works: {
      text: 'Does it work now?',
      answers: { yes: 'yes', no: 'no' },
    },
    'bt-pairing': {
      text: 'Is the Bluetooth device in pairing mode (light blinking fast) and within 1 metre?',
      answers: { yes: 'yes', no: 'no' },
    },
    'cam-shutter': {
      text: 'Is there a slider over the camera or a camera key on the keyboard?',
      answers: { open: 'yes, and it is open', closed: 'it was closed', none: 'there is none' },
    },
    'monitor-input': {
      text: 'Is the screen switched to the input you use (HDMI, DP), and is the cable in the socket of the graphics card?',
      answers: { yes: 'yes', wrong: 'it was wrong', unsure: 'not sure' },
    },
  },
  nodes: {
    'DEV.USB': 'What the ports report',
    'DEV.ELECTRIC':
      'The port reports an electrical fault. Plug the device straight into another port, without a hub and with another cable, and wait five seconds',
    'DEV.SWITCH.ON': 'Switch the device on, charge it, and wait until its lights are on',
    'DEV.UNPLUG': 'Unplug the device. If it is not plugged in, leave it so',
    'DEV.PLUG': 'Plug it in now, and wait five seconds',
    'DEV.PLUG.LOOK': 'Whether a port reported an error when it was plugged in',
    'DEV.OTHER.PORT':
      'Plug it straight into another port of the computer, without a hub and with another cable, and wait five seconds',
    'DEV.SEEN': 'It appeared: what the drivers say of it',
    'DEV.PORT.CAUSE':
      'The device works elsewhere, or that could not be tried: the port, the hub or the cable is to be suspected first',
    'DEV.DEAD':
      'It is not seen here and does not work elsewhere: the device or its cable is broken, and no program can help it',
    'DEV.BROKEN': 'It fails here and elsewhere: the device or its own cable is broken',
    'DEV.NOT.SEEN':
      'Nothing appeared in two ports and no port reported an error. A cable that only charges looks exactly so; try one that is known to carry data',
    'DEV.DRIVER': 'The device is seen; what is missing is on the side of its driver',
    'DEV.NO.CAUSE':
      'The device is seen and set up. What is left is the program that is to use it and its settings: which device is chosen there?',
    'DEV.SOLVED': 'It is connected',
    'DEV.DISK': 'Whether a disk is there and closed',
    'DEV.DISK.CAUSE': 'The disk is seen. Do not format it while anything on it is needed',
    'DEV.BT': 'Whether Bluetooth is on',
    'DEV.BT.ON': 'Switch Bluetooth on',
    'DEV.BT.OFF': 'Bluetooth stays off',
    'DEV.BT.MODE':
      'Switch the device to pairing mode (its manual tells how), bring it within a metre, and wait',
    'DEV.BT.AGAIN':
      'Remove the device in the Bluetooth settings, also on telephones it was used with, and pair it again',
    'DEV.BT.CAUSE':
      'Bluetooth is on here and the device does not come through: its battery, its pairing, or a source of disturbance such as USB 3 devices beside it',
    'DEV.CAM': 'Whether the camera is blocked',
    'DEV.CAM.CAUSE': 'Why programs get no picture',
    'DEV.SCREEN': 'What the sockets for screens report',
    'DEV.SCREEN.CAUSE': 'The computer notices the screen and learns nothing of it',
    'DEV.SCREEN.CABLE':
      'Plug the screen in with another cable, or into another socket, and wait five seconds',
    'DEV.SCREEN.NOT': 'No socket notices the screen: the cable, an adapter, the socket or the screen itself',
    'DEV.INPUT': 'Whether keyboard and mouse are known',
    'DEV.INPUT.CAUSE': 'What is missing to type or point with',
  },
};
