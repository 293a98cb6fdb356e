/** What a person is asked, in English. */
import type { QuestionWords } from '../../../src/contract.ts';

export const questions = {
  cable: {
    text: 'Is the network cable clicked in at both ends? Do the small lights by the socket blink?',
    answers: {
      blink: 'Yes, and the lights blink',
      dark: 'Yes, but there are no lights',
      loose: 'It was loose',
      wifi: 'There is no cable, I use Wi-Fi',
    },
  },
  'wifi-changed': {
    text: 'Was the Wi-Fi password changed or the router replaced recently?',
    answers: { yes: 'Yes', no: 'No', unsure: 'Not sure' },
  },
  where: {
    text: 'How far are you from the router, and how many walls are between you?',
    answers: {
      same: 'In the same room',
      next: 'In the next room',
      further: 'Further away',
      floor: 'On another floor',
    },
  },
  scope: {
    text: 'Does the internet work on another device on the same network (phone on Wi-Fi, second computer)?',
    answers: { yes: 'Yes', no: 'No', alone: 'There is no other device', unsure: 'Not sure' },
  },
  'router-lights': {
    text: 'Look at the router. Is the Internet/WAN (or PON/LOS) light on, and what colour is it?',
    answers: {
      on: 'On, green or white',
      red: 'Red, or LOS blinks',
      off: 'Off, other lights are on',
      dark: 'No lights at all',
      none: 'I have no router',
    },
  },
  paid: {
    text: 'Is the internet paid for, and has the provider announced an outage?',
    answers: {
      paid: 'Paid, and nothing was announced',
      unpaid: 'Not paid',
      outage: 'An outage was announced',
      unsure: 'Not sure',
    },
  },
  vpn: {
    text: 'Do you use a VPN or another unblocking program? May it be switched off for one minute?',
    answers: { no: 'I use none', yes: 'Yes, it may be switched off', must: 'Yes, but it must stay on' },
  },
  'one-site': {
    text: 'Do all sites fail, or only one site or program?',
    answers: { all: 'All of them, or everything is slow', one: 'Only one site', program: 'Only one program' },
  },
  'scope-well': {
    text: 'Is the internet quick and steady on another device at the same place?',
    answers: { yes: 'Yes', no: 'No', alone: 'There is no other device' },
  },
  public: {
    text: 'Are you on a hotel, café, train or guest network that shows a sign-in page?',
    answers: { yes: 'Yes', no: 'No' },
  },
  elsewhere: {
    text: 'Does that site open on a phone with Wi-Fi switched off (mobile data)?',
    answers: { no: 'No, it does not open there either', yes: 'Yes, it opens there', cannot: 'I cannot try' },
  },
  plan: {
    text: 'What speed does your contract promise, in Mbit/s?',
    answers: { little: 'Less than 20', middle: '20 to 100', much: 'More than 100' },
  },
  metered: {
    text: 'May this test download up to 25 MB, or do you pay for traffic?',
    answers: { yes: 'Yes, it may', no: 'No, I pay for traffic' },
  },
  speed: {
    text: 'Open a page that measures the speed, such as fast.com, best with a cable. How much is it?',
    answers: {
      less: 'Less than half of what the contract promises',
      half: 'Half of it or more',
      cannot: 'I cannot measure it',
    },
  },
  av: {
    text: 'Which antivirus or security program do you use? Can you pause it yourself for 10 minutes?',
    answers: { can: 'I can pause it', cannot: 'I have one and cannot pause it', none: 'I have none' },
  },
  'phone-time': {
    text: 'What date and time does your phone show, compared with this computer?',
    answers: {
      same: 'The same',
      hours: 'Whole hours apart',
      minutes: 'Some minutes apart',
      date: 'Another date',
    },
  },
  changed: {
    text: 'What happened just before the trouble began?',
    answers: {
      update: 'A system update',
      program: 'A new program',
      device: 'A new device',
      moved: 'The computer or the router was moved, dropped or wet',
      power: 'A power cut',
      nothing: 'Nothing I know of',
    },
  },
  still: {
    text: 'Is the problem still there?',
    answers: { yes: 'Yes', no: 'No' },
  },
} satisfies Readonly<Record<string, QuestionWords>>;
