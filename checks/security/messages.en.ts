/** Words of the security check, in English. */
import type { CheckMessages } from '../../src/contract.ts';
import { access } from './messages.en/access.ts';
import { files } from './messages.en/files.ts';
import { protection } from './messages.en/protection.ts';
import { symptoms } from './messages.en/symptoms.ts';

const NO_LOSS = 'more protection is no loss';

export const en = {
  name: 'Security',
  complaint: 'Am I protected, or is somebody in my computer?',
  fine: 'nothing that protects this computer is off',
  findings: { ...protection, ...access, ...files },
  fixes: {
    'update-clamav': { title: 'Get the newest virus signatures (ClamAV)', noUndo: NO_LOSS },
    'full-scan': {
      title: 'Have Defender scan everything (up to an hour)',
      noUndo: 'a scan takes nothing away',
    },
    'offline-scan': {
      title: 'Restart and have Defender scan before Windows starts: save your work first',
      noUndo: 'a scan takes nothing away',
    },
    'close-remote-desktop': { title: 'Switch Remote Desktop off' },
    'lock-screen-gnome': { title: 'Lock the screen after 10 minutes' },
    'scan-by-hand': {
      title: 'Scan everything with a virus scanner of a known maker',
      noUndo: 'a scan takes nothing away',
    },
    'stop-notifications': {
      title: 'In the browser: Settings > Privacy > Notifications, remove every page that you do not know',
      noUndo: 'a page can be allowed again in the same place',
    },
    'remove-extensions': {
      title:
        'In the browser: remove extensions that you did not choose, and set start page and search engine back',
      noUndo: 'an extension can be installed again',
    },
    'remove-new-program': {
      title: 'Uninstall programs that came when the adverts began',
      noUndo: 'a program can be installed again',
    },
    'renew-antivirus': {
      title: 'Renew the antivirus that has run out, or uninstall it so that the built-in one takes over',
      noUndo: 'done by hand',
    },
    'remove-interference': {
      title: 'Take out the proxy, the line in the hosts file or the name server that the finding names',
      noUndo: 'write down what stood there: it can be entered again',
    },
    'update-signatures': { title: 'Get the newest virus signatures', noUndo: NO_LOSS },
    'enable-defender': { title: 'Switch real-time protection on', noUndo: NO_LOSS },
    'enable-ufw': { title: 'Switch the firewall on with its default rules' },
    'enable-windows-firewall': { title: 'Switch the firewall on for every network' },
    'enable-mac-firewall': { title: 'Switch the firewall on' },
    'enable-gatekeeper': { title: 'Switch Gatekeeper on' },
    'disable-smb1': { title: 'Remove the old file sharing (SMB 1)' },
    'close-key': { title: 'Take the rights of others from the key' },
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
    called: {
      text: 'Did somebody on the phone, in a chat or on a web page have you install a program, give a code or show your screen?',
      answers: { yes: 'Yes', no: 'No' },
    },
    adverts: {
      text: 'Where do the adverts or warnings appear?',
      answers: {
        page: 'On a web page, with a number to call or something to download',
        corner: 'In a corner of the screen, from the browser',
        desktop: 'Everywhere, even without the browser',
      },
    },
    still: {
      text: 'Is the problem still there?',
      answers: { yes: 'Yes', no: 'No' },
    },
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
    'SEC.0.VIRUS': 'Looks for malware, protection that is off, and what leads the browser elsewhere',
    'SEC.0.REMOTE': 'Looks for programs that let others in',
    'SEC.FRAUD':
      'Disconnect from the network now. Remove the program. Call your bank by the number on your card, and change passwords from another device',
    'SEC.AFTER': 'Looks for what else was left behind',
    'SEC.FRAUD.END':
      'Somebody was let in. Until somebody who knows has looked at it, use this computer for neither bank nor passwords; report it to the police',
    'SEC.1': 'Looks for what else stands open',
    'SEC.REST': 'Looks for smaller gaps',
    'SEC.CLEAN': 'Disconnect, update the protection, scan everything',
    'SEC.INFECTED':
      'It is still there: give the computer to somebody who cleans it, and use it for nothing until then',
    'SEC.MANAGED': 'This computer is looked after by your organisation: give its helpers a report',
    'SEC.PROTECT': 'Switch on what protects this computer',
    'SEC.UNPROTECTED': 'The protection stays off: something keeps it from being switched on',
    'SEC.INTERFERENCE': 'Take out what leads the browser elsewhere',
    'SEC.LED': 'This leads the browser elsewhere, or reads along',
    'SEC.LOAD': 'A program works hard without being asked: if you do not know it, have it scanned',
    'SEC.ACCESS': 'Switch the remote sign-in off, unless you use it',
    'SEC.OPEN': 'Anybody on the network may try passwords here',
    'SEC.PAGE':
      'A web page cannot see viruses, and no maker of systems lists a number to call. Close it (Alt+F4, or end the browser), call nobody, download nothing',
    'SEC.NOTIFY': 'Take away the right of web pages to send notifications',
    'SEC.EXTRA.BROWSER': 'Remove extensions that you did not choose',
    'SEC.EXTRA.PROGRAM': 'Uninstall what came when it began',
    'SEC.EXTRA.SCAN': 'Have everything scanned',
    'SEC.UNEXPLAINED':
      'Nothing was found that explains it: somebody who cleans computers can look further, with the report',
    'SEC.COPY': 'Copy important files to another disk or a cloud',
    'SEC.UNSAVED': 'Your files have no copy yet',
    'SEC.CAUSE': 'This is what leaves the computer open',
    'SEC.SOLVED': 'That is put right',
    'SEC.FINE': 'Nothing that protects this computer is off',
    'SEC.UNKNOWN': 'What protects this computer could not be looked at',
  },
  symptoms,
} satisfies CheckMessages;

export type Messages = typeof en;
