/** Words of the security check, in English. */
import type { CheckMessages } from '../../src/contract.ts';
import { access } from './messages.en/access.ts';
import { files } from './messages.en/files.ts';
import { protection } from './messages.en/protection.ts';

const NO_LOSS = 'more protection is no loss';

export const en = {
  name: 'Security',
  complaint: 'Am I protected, or is somebody in my computer?',
  fine: 'nothing that protects this computer is off',
  findings: { ...protection, ...access, ...files },
  fixes: {
    'update-signatures': { title: 'Get the newest virus signatures', noUndo: NO_LOSS },
    'enable-defender': { title: 'Switch real-time protection on', noUndo: NO_LOSS },
    'enable-ufw': { title: 'Switch the firewall on with its default rules' },
    'enable-windows-firewall': { title: 'Switch the firewall on for every network' },
    'enable-mac-firewall': { title: 'Switch the firewall on' },
    'enable-gatekeeper': { title: 'Switch Gatekeeper on' },
    'disable-smb1': { title: 'Remove the old file sharing (SMB 1)' },
    'tighten-key': {
      title: 'Take the rights of others from the key: the command stands in the finding',
      noUndo: 'a private key is nobody else’s',
    },
    'disconnect-and-scan': {
      title: 'Disconnect from the network, scan everything, change passwords from another device',
      noUndo: 'done by hand',
    },
    'copy-files-out': {
      title: 'Copy important files to another disk or a cloud',
      noUndo: 'a copy takes nothing away',
    },
    'end-remote-control': {
      title: 'End the session, disconnect from the network, remove the program, call the bank',
      noUndo: 'done by hand',
    },
    'close-remote-access': {
      title: 'Switch the remote sign-in off, or let it take keys only',
      noUndo: 'done by hand',
    },
    'lock-screen': {
      title: 'Let the screen lock after 10 minutes, and ask for the password',
      noUndo: 'done by hand',
    },
    'encrypt-disk': { title: 'Back up, encrypt the disk, keep the key elsewhere', noUndo: 'done by hand' },
    'update-firmware': {
      title: 'Install system and firmware updates',
      noUndo: 'older firmware is rarely taken back',
    },
    'remove-authority': { title: 'Remove the program that added the authority', noUndo: 'done by hand' },
  },
  questions: {
    'remote-tool': {
      text: 'A program on this computer lets other people control it. Did you install it yourself? Did someone on the phone ask you to?',
      answers: { mine: 'It is mine', asked: 'Someone asked me to', unsure: 'I do not know' },
    },
    managed: {
      text: 'Does this computer belong to your work or school?',
      answers: { mine: 'It is mine', work: 'Work or school' },
    },
    backup: {
      text: 'Are your important files copied to another disk or a cloud?',
      answers: { yes: 'Yes', no: 'No', unsure: 'Not sure' },
    },
  },
  nodes: {
    'SEC.0': 'Looks for programs of others, malware, and protection that is off',
    'SEC.FRAUD':
      'Disconnect from the network now. Remove the program. Call your bank by the number on your card, and change passwords from another device',
    'SEC.1': 'Looks for what else stands open',
    'SEC.CLEAN': 'Disconnect, update the protection, scan everything',
    'SEC.INFECTED':
      'It is still there: give the computer to somebody who cleans it, and use it for nothing until then',
    'SEC.MANAGED': 'This computer is looked after by your organisation: give its helpers a report',
    'SEC.PROTECT': 'Switch on what protects this computer',
    'SEC.UNPROTECTED': 'The protection stays off: something keeps it from being switched on',
    'SEC.COPY': 'Copy important files to another disk or a cloud',
    'SEC.UNSAVED': 'Your files have no copy yet',
    'SEC.CAUSE': 'This is what leaves the computer open',
    'SEC.SOLVED': 'That is put right',
    'SEC.FINE': 'Nothing that protects this computer is off',
    'SEC.UNKNOWN': 'What protects this computer could not be looked at',
  },
} satisfies CheckMessages;

export type Messages = typeof en;
