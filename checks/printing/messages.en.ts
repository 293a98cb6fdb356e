/** Words of the printing check, in English. */
import type { CheckMessages } from '../../src/contract.ts';
import { powershellWord, shellWord } from '../../src/sources/command-words.ts';
import type { Need } from './attention.ts';
import { fixes, nodes, questions } from './messages.en/steps.ts';
import { symptoms } from './messages.en/symptoms.ts';
import type { Default, Failing, Offline, Paused, Stopped, Stuck } from './params.ts';

const documents = (count: number): string => (count === 1 ? '1 document' : `${count} documents`);
const waits = (count: number): string =>
  count === 0 ? '' : `, ${documents(count)} ${count === 1 ? 'waits' : 'wait'}`;
const said = (message: string): string => (message === '' ? '' : `: ${message}`);

const NEEDS: Readonly<Record<Need, string>> = {
  paper: 'no paper',
  'paper-low': 'paper runs low',
  jam: 'paper jam',
  ink: 'ink or toner is empty',
  'ink-low': 'ink or toner runs low',
  cover: 'a cover is open',
  output: 'the output tray is full or missing',
  tray: 'a paper tray is missing',
  waste: 'the waste ink or toner box is full',
  service: 'it asks for service',
};

export const en = {
  name: 'Printing',
  complaint: 'The printer does not print',
  fine: 'the print service runs, and no printer waits for anything',
  findings: {
    'printing/no-printer': {
      name: 'No printer is installed',
      means:
        'Programs have nowhere to print to. A printer that is switched on and connected still has to be added once on each computer.',
      found:
        'No queue but those that make files or faxes. A warning where a printer is connected by USB, otherwise a note.',
      say: (p: { connected: string }) => ({
        title:
          p.connected === ''
            ? 'No printer is installed'
            : `No printer is installed, though ${p.connected} is connected by USB`,
        why: 'Programs have nowhere to print to.',
        next: 'Add the printer: Settings > Printers > Add (Windows: Bluetooth & devices > Printers & scanners > Add device)',
      }),
    },
    'printing/spooler-stopped': {
      name: 'The print service is not running',
      means:
        'Every document goes through the print service. While it stands still nothing is printed and no printer can be seen.',
      found:
        'CUPS does not answer, and its service is enabled or has failed; on Windows the service Spooler is stopped. A service that somebody switched off is a note.',
      say: (p: Stopped) => ({
        title: p.isOff
          ? `The print service ${p.service} is switched off`
          : p.isFailed
            ? `The print service ${p.service} has failed`
            : `The print service ${p.service} is not running`,
        why: 'No program can print, and printers seem to be missing.',
        next:
          p.service === 'Spooler'
            ? p.isOff
              ? 'As administrator: sc.exe config Spooler start= auto, then net start Spooler'
              : 'As administrator: net start Spooler'
            : p.service.startsWith('org.')
              ? 'sudo launchctl kickstart -k system/org.cups.cupsd'
              : p.service === 'cupsd'
                ? 'Start cupsd with the service manager of this system'
                : p.isOff
                  ? `sudo systemctl enable --now ${p.service}`
                  : `sudo systemctl start ${p.service}; its last words: journalctl -b -u ${p.service} -n 20`,
      }),
    },
    'printing/queue-paused': {
      name: 'The printer queue is paused or stopped',
      means:
        'The queue takes documents and does not hand them on, or takes none. Systems stop a queue by themselves after an error, and somebody has to start it again.',
      found:
        'State 5 (stopped) or «not accepting» of CUPS; the paused bit of Windows, or «Use printer offline» while the printer is there.',
      say: (p: Paused) => ({
        title:
          p.how === 'paused'
            ? `The queue of ${p.printer} is paused${waits(p.waiting)}${said(p.message)}`
            : p.how === 'refusing'
              ? `The queue of ${p.printer} refuses documents${said(p.message)}`
              : `${p.printer} is set to «Use printer offline»${waits(p.waiting)}`,
        why: 'Documents wait in the queue although the printer could print.',
        next:
          p.system === 'windows'
            ? p.how === 'paused'
              ? `Open the queue of ${p.printer}, menu Printer, and take the tick from «Pause printing»`
              : `Open the queue of ${p.printer}, menu Printer, and take the tick from «Use printer offline»`
            : p.how === 'refusing'
              ? `sudo cupsaccept ${shellWord(p.printer)}`
              : `sudo cupsenable ${shellWord(p.printer)}`,
      }),
    },
    'printing/jobs-stuck': {
      name: 'Print jobs are stuck',
      means:
        'A document waits far longer than printing takes. Usually the first one in the queue cannot be printed, and all others stand behind it.',
      found:
        'The oldest document waits 10 minutes or more while nothing is printed, or one is being printed for 30 minutes. Documents that somebody put on hold do not count.',
      say: (p: Stuck) => ({
        title: `${documents(p.jobs)} ${p.jobs === 1 ? 'waits' : 'wait'} for ${p.printer}, the oldest for ${p.minutes} min`,
        why: 'The first document in the queue holds up all others.',
        next:
          p.system === 'windows'
            ? `Cancel it: powershell Remove-PrintJob -PrinterName ${powershellWord(p.printer)} -ID ${p.id}`
            : `Cancel it: cancel ${shellWord(p.id)}`,
      }),
    },
    'printing/printer-offline': {
      name: 'The printer is offline',
      means:
        'The queue is there and the printer is not: switched off, unplugged, asleep, in another network or at a new address.',
      found:
        'A connection to its address is not answered, or no printer is seen on USB. The spooler’s own opinion counts only where nothing can be tried. Critical while documents wait for it; a printer that nobody needs now is a note.',
      say: (p: Offline) => ({
        title:
          p.how === 'usb'
            ? `${p.printer} is not connected by USB${waits(p.waiting)}`
            : p.how === 'said'
              ? `The system calls ${p.printer} offline${waits(p.waiting)}`
              : p.how === 'refused'
                ? `${p.printer} refuses connections at ${p.address}${waits(p.waiting)}`
                : p.how === 'unreachable'
                  ? `There is no way to ${p.printer} at ${p.address}${waits(p.waiting)}`
                  : `${p.printer} does not answer at ${p.address}${waits(p.waiting)}`,
        why: 'Documents stay in the queue until the printer is there again.',
        next:
          p.how === 'usb'
            ? 'Switch the printer on and plug its cable straight into this computer, in another port if need be'
            : 'Switch the printer on, see whether it is in the same network, and print its network page: its address may have changed',
      }),
    },
    'printing/supplies-or-paper': {
      name: 'The printer needs attention (paper, ink, jam, cover)',
      means: 'The printer itself waits for somebody: it goes on printing once that is done.',
      found:
        'printer-state-reasons of RFC 8011 by their suffix: -error critical, -warning a warning, -report a note. Windows: DetectedErrorState and the bits of PrinterState.',
      say: (p: { printer: string; needs: readonly Need[] }) => ({
        title: `${p.printer}: ${p.needs.map((need) => NEEDS[need]).join(', ')}`,
        why: 'The printer stops, or soon will, until somebody has seen to it.',
        next: 'Do what the printer’s own display says, then start the queue again if it was stopped',
      }),
    },
    'printing/filter-failed': {
      name: 'The printer driver fails',
      means:
        'Before it is printed a document is turned into the printer’s language. The program that does it is missing, is refused, or breaks off.',
      found:
        'CUPS: a filter is missing or has insecure permissions, or a document’s status says that its filter failed. Windows: the driver of a printer is not installed, or two documents were refused in one day (event 372).',
      say: (p: Failing) => ({
        title:
          p.driver !== ''
            ? `The driver of ${p.printer} is missing or refused: ${p.driver}`
            : `The driver of ${p.printer} gave up on ${documents(p.failed)}${said(p.message)}`,
        why: 'Nothing is printed, or pages come out as rubbish, however often the document is sent.',
        next:
          p.system === 'windows'
            ? `Remove ${p.printer}, then add it again with the driver from its maker’s support page`
            : `Set the queue up again without a driver: sudo lpadmin -p ${shellWord(p.printer)} -v ipp://ADDRESS-OF-THE-PRINTER/ipp/print -m everywhere`,
      }),
    },
    'printing/wrong-default': {
      name: 'Another printer is the default',
      means:
        'Programs print to the default printer unless somebody chooses: documents then go where nobody looks.',
      found:
        'The default only makes files, or is out of reach, while another printer is ready; or there are several printers and none is the default.',
      say: (p: Default) => ({
        title:
          p.why === 'none'
            ? `No printer is the default, ${p.better} could be`
            : p.why === 'virtual'
              ? `Programs print to ${p.chosen}, which makes files, not to ${p.better}`
              : `Programs print to ${p.chosen}, which is out of reach, not to ${p.better}`,
        why: 'Documents go where nobody looks for them.',
        next:
          p.system === 'windows'
            ? `${p.isManaged ? 'Switch «Let Windows manage my default printer» off in Settings > Printers & scanners, then set' : 'Set'} ${p.better} as default there`
            : `lpoptions -d ${shellWord(p.better)}`,
      }),
    },
  },
  fixes,
  questions,
  symptoms,
  nodes,
} satisfies CheckMessages;

export type Messages = typeof en;
