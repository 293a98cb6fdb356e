/** Plans, questions, and what the decision tree says. */
import { fixes } from './fixes.ts';
import { symptoms } from './symptoms.ts';

export const steps = {
  fixes,
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
    still: {
      text: 'Is the problem still there?',
      answers: { yes: 'yes', no: 'no' },
    },
    'data-on-disk': {
      text: 'Is there anything on that disk that you need?',
      answers: { yes: 'yes', no: 'no', unsure: 'not sure' },
    },
    'bt-pairing': {
      text: 'Is the Bluetooth device in pairing mode (light blinking fast) and within 1 metre?',
      answers: { yes: 'yes', no: 'no' },
    },
    'mic-level': {
      text: 'Say a few words. Does the level bar move in the sound settings?',
      answers: { yes: 'yes, or only the picture is missing', no: 'no' },
    },
    'cam-shutter': {
      text: 'Is there a slider over the camera or a camera key on the keyboard?',
      answers: { open: 'yes, and it is open', closed: 'it was closed', none: 'there is none' },
    },
    app: {
      text: 'In which program does it not work?',
      answers: { one: 'in one only', several: 'in several, or in all' },
    },
    'built-in': {
      text: 'Is the camera or microphone built into the computer, or is it on a cable?',
      answers: { 'built-in': 'built in', cable: 'on a cable' },
    },
    'monitor-input': {
      text: 'Is the screen switched to the input you use (HDMI, DP), and is the cable in the socket of the graphics card?',
      answers: { yes: 'yes', wrong: 'it was wrong', unsure: 'not sure' },
    },
    'boot-stage': {
      text: 'How far does the picture get when you switch the computer on?',
      answers: {
        'no-lights': 'no lights or fan',
        black: 'lights, but a black screen',
        logo: 'the maker’s logo',
        text: 'text or an error',
        spinner: 'the logo of the system, or its spinner',
        login: 'the login screen',
        desktop: 'the desktop, then it goes',
      },
    },
    'input-kind': {
      text: 'How is the keyboard, mouse or touchpad connected?',
      answers: { 'built-in': 'it is built in', cable: 'on a cable', wireless: 'without a cable' },
    },
  },
  nodes: {
    'HW.20.DISK': 'Whether a disk is there and closed, and what the ports report',
    'HW.20.DISK.FAULT': 'The disk is seen and cannot be read: copy what can still be copied',
    'HW.20.NEW': 'What the ports and the drivers report',
    'HW.20.BT': 'Whether Bluetooth is on',
    'HW.20.CAM': 'Whether camera and microphone are there and allowed',
    'HW.20.SCREEN': 'What the graphics card reports',
    'HW.20.INPUT': 'Whether keyboard and mouse are known',
    'HW.21.ON': 'Switch the device on, charge it, and wait until its lights are on',
    'HW.21.UNPLUG': 'Unplug the device. If it is not plugged in, leave it so',
    'HW.21.PLUG': 'Plug it in now, and wait five seconds',
    'HW.21.LOOK': 'Whether a port reported an error when it was plugged in',
    'HW.21.SCAN': 'Have the system look for devices again',
    'HW.21.PORT':
      'Plug it straight into another port of the computer, without a hub and with another cable, and wait five seconds',
    'HW.21.PORT.LOOK': 'Whether that port reported an error',
    'HW.21.HERE':
      'It works elsewhere and is not seen here in two ports: the ports of this computer, or the cable between them. The firmware may have switched them off',
    'HW.21.DEAD':
      'It is not seen here and does not work elsewhere: the device or its cable is broken, and no program can help it',
    'HW.21.NOT.SEEN':
      'Nothing appeared in two ports and no port reported an error. A cable that only charges looks exactly so; try one that is known to carry data',
    'HW.22.PORT':
      'The port reports an electrical fault. Plug the device straight into another port, without a hub and with another cable, and wait five seconds',
    'HW.22.POWER': 'Keep the port from going to sleep',
    'HW.22.HUB': 'Give the device power from elsewhere: a hub with its own power supply',
    'HW.22.DRAIN': 'Take all power away from the ports for half a minute',
    'HW.22.CAUSE':
      'The device works elsewhere, or that could not be tried: the port, the hub or the cable is to be suspected first',
    'HW.22.BROKEN': 'It fails here and elsewhere: the device or its own cable is broken',
    'HW.23':
      'Put the driver right as the finding says (techsupport fix lists what can be done), then look again',
    'HW.23.CAUSE': 'The device is seen; what is missing is on the side of its driver',
    'HW.23.MODULES': 'The system was updated and runs on without its modules: restart the computer',
    'HW.23.RESTART': 'A restart is due: what was installed works only after it',
    'HW.23.DISK': 'The disk is seen: open it',
    'HW.23.KEEP':
      'The disk is seen. Do not format it: unlock it, read it on the system that made it, or have its data recovered',
    'HW.23.EMPTY':
      'The disk is seen and nothing on it is needed: it may be formatted, with the disk program of the system',
    'HW.23.BT': 'Switch Bluetooth on',
    'HW.23.CAM': 'Let the camera be used',
    'HW.23.MIC': 'Let the microphone be heard',
    'HW.23.INPUT': 'Switch it on: its key, its battery, its receiver',
    'HW.24': 'It appeared: what the drivers say of it',
    'HW.24.LOOK': 'Whether a restart is due',
    'HW.24.PROGRAM':
      'The device is seen and set up. What is left is the program that is to use it and its settings: which device is chosen there?',
    'HW.BT.OFF': 'Bluetooth stays off',
    'HW.BT.CHARGE': 'Charge the device and switch it on',
    'HW.BT.READY': 'Switch the device to pairing mode, bring it within a metre, and pair it in the settings',
    'HW.BT.CONNECT': 'Connect it once more',
    'HW.BT.AGAIN': 'Forget the device here and on telephones, and pair it again',
    'HW.BT.NEAR': 'Take away what disturbs the radio',
    'HW.BT.DRAIN': 'Take all power away from the adapter for half a minute',
    'HW.BT.HEARD': 'Whether sound goes to it',
    'HW.BT.SOUND': 'It is connected; the sound goes elsewhere, or in the quality of a telephone',
    'HW.BT.CAUSE':
      'Bluetooth is on here and the device does not come through: its battery, its pairing, or a source of disturbance such as USB 3 devices beside it',
    'HW.CAM.CAUSE': 'Why programs get no picture',
    'HW.MIC.CAUSE': 'Why nobody is heard',
    'HW.MIC.KEY': 'Switch the microphone on, choose it, allow it',
    'HW.MIC.WAS': 'The microphone was off; now it is heard',
    'HW.MIC.BLOCKED':
      'Switched on and chosen, it still gives no level: the system or the device keeps it out',
    'HW.CAM.OPEN': 'Open the slider or press the camera key',
    'HW.CAM.SHUT': 'The camera was covered, or forbidden: no program could have shown a picture',
    'HW.CAM.CHOICE': 'Choose camera and microphone in the program',
    'HW.CAM.ALLOW': 'Allow camera and microphone in the settings of system and browser',
    'HW.CAM.NONE':
      'A built-in camera that is allowed, open and not there: a switch in the firmware, or its cable. Service can look further, with the report',
    'HW.SCREEN.RIGHT': 'Choose the right input, and the socket of the graphics card',
    'HW.SCREEN.WAS': 'The screen was on another input, or its cable did not carry the picture',
    'HW.SCREEN.DETECT': 'Have the screens looked for again',
    'HW.SCREEN.CABLE': 'Plug the screen in with another cable, or into another socket, and wait five seconds',
    'HW.SCREEN.POWER':
      'Without lights it is no matter of the screen: begin with the power (techsupport diagnose "does not start")',
    'HW.SCREEN.END': 'What is left',
    'HW.SCREEN.DRIVER':
      'The picture is there at first and goes when the system takes over: its graphics driver. Start in safe mode and go back to the previous one',
    'HW.SCREEN.CAUSE': 'The computer notices the screen and learns nothing of it',
    'HW.SCREEN.NOT': 'No socket notices the screen: the cable, an adapter, the socket or the screen itself',
    'HW.INPUT.CAUSE': 'What is missing to type or point with',
    'HW.INPUT.KEY': 'Switch it on with its key or in the settings',
    'HW.INPUT.WIRELESS': 'Whether Bluetooth is on',
    'HW.INPUT.BT': 'Switch Bluetooth on',
    'HW.INPUT.BATTERY': 'Give it a fresh battery, switch it on, plug its receiver in again',
    'HW.SOLVED': 'It is connected',
  },
  symptoms,
};
