/** Fixes, questions and steps of the compatibility check, in English. */

const AGAIN = 'the program can be installed again';
const LOOKS = 'nothing is changed';

export const fixes = {
  'get-right-build': {
    title: 'Download the program for your processor and system from its maker’s own site',
    noUndo: AGAIN,
  },
  'install-rosetta': {
    title: 'Install Rosetta, with which programs for Intel run on Apple silicon',
    noUndo: 'it stays out of the way of all other programs',
  },
  'run-in-virtual-machine': {
    title: 'Run the program in a virtual machine with the system that it was made for',
    noUndo: 'the virtual machine can be deleted',
  },
  'find-library-debian': { title: 'Find the package with the library (Debian, Ubuntu)', noUndo: LOOKS },
  'find-library-fedora': { title: 'Find the package with the library (Fedora, RHEL)', noUndo: LOOKS },
  'install-runtime': {
    title:
      'Install the missing component from the system’s package manager or from its maker (Visual C++ and .NET: from Microsoft), never from a site that offers single DLL files',
    noUndo: 'it can be removed like any other program',
  },
  'get-older-version': {
    title:
      'Get the last version that runs on this system from the program’s maker, or as a Flatpak or AppImage',
    noUndo: AGAIN,
  },
  'update-program': {
    title:
      'Update the program to its newest version: through the system’s updates first, else from its maker’s own site',
    noUndo: 'the maker’s site has older versions where they are needed',
  },
  'clean-profile': {
    title:
      'Start the program without its plug-ins, or with a new profile: rename the folder of its settings, do not delete it',
    noUndo: 'give the folder its former name',
  },
  'reinstall-program': { title: 'Remove the program and install it again', noUndo: AGAIN },
  'pause-overlays': {
    title:
      'Close what puts itself into other programs, such as game overlays and screen recorders, and pause the antivirus in its own window for ten minutes. Switch it on again afterwards',
    noUndo: 'start the programs again',
  },
  'roll-back': {
    title:
      'Take back what was changed last: uninstall the update, go back to a restore point, or install the former version',
    noUndo: 'the newer version can be installed again',
  },
  'get-from-maker': {
    title: 'See who made and signed the program, and get it from its maker’s own site',
    noUndo: AGAIN,
  },
  'allow-in-window': {
    title:
      'If you trust the maker, allow this one program in the window of the system (macOS: System Settings > Privacy & Security; Windows: Windows Security)',
    noUndo: 'it can be taken back in the same place',
  },
  'update-programs-debian': {
    title: 'Update the installed programs',
    noUndo: 'older versions are in the package cache for a while',
  },
  'update-programs': {
    title: 'Update the programs you use, each from its official source',
    noUndo: 'the makers’ sites have older versions where they are needed',
  },
  'enable-in-firmware': {
    title:
      'Switch TPM and Secure Boot on in the firmware. Have the recovery key of an encrypted disk at hand before',
    noUndo: 'they can be switched off in the same place',
  },
  'stay-on-release': {
    title:
      'Stay on a release that still gets security fixes, or add memory or a larger disk where that is what is short',
    noUndo: LOOKS,
  },
  'keep-one-antivirus': {
    title:
      'Keep one antivirus, remove the other with its maker’s removal tool, and see that the one that stays is on',
    noUndo: AGAIN,
  },
};

const YES_NO = { yes: 'Yes', no: 'No' };

export const questions = {
  still: { text: 'Is the problem still there?', answers: YES_NO },
  'still-updated': { text: 'The program is up to date. Is the problem still there?', answers: YES_NO },
  'still-clean': {
    text: 'Without plug-ins, overlays and the antivirus: is the problem still there?',
    answers: YES_NO,
  },
  'still-back': { text: 'With the former version: is the problem still there?', answers: YES_NO },
  changed: {
    text: 'What happened just before the trouble began?',
    answers: {
      update: 'A system update',
      program: 'A new program or a new version',
      device: 'A new device or driver',
      nothing: 'Nothing I know of',
    },
  },
};

export const nodes = {
  'SOFT.0': 'What would stop every program is looked at: disk, memory, a restart that is due',
  'SOFT.GATE': 'This computer has a trouble that makes programs fail',
  'SOFT.2': 'Whether a program was refused, and why, is looked at',
  'SOFT.BLOCKED': 'The program is got from where it can be trusted, or allowed once',
  'SOFT.BLOCKED.CAUSE': 'A protection of the system stops the program',
  'SOFT.ARCH': 'The program is got for this processor and system',
  'SOFT.ARCH.CAUSE': 'The program is built for another processor or system',
  'SOFT.RUNTIME': 'The missing component is installed',
  'SOFT.RUNTIME.CAUSE': 'The program needs a component that is not installed',
  'SOFT.NEWER': 'A version for this system is looked for',
  'SOFT.NEWER.CAUSE': 'The program needs a newer system',
  'SOFT.3': 'Crashes, drivers and what else looks into programs are looked at',
  'SOFT.4': 'A driver is not in order: programs that use the device fail',
  'SOFT.TWO': 'One of the two antiviruses is removed',
  'SOFT.TWO.CAUSE': 'Two antiviruses work at the same time',
  'SOFT.5': 'The program is brought up to date',
  'SOFT.6': 'The program is tried alone, without what works inside it',
  'SOFT.CONFLICT':
    'Something that works inside the program is to blame: switch the plug-ins, overlays and the antivirus on again one by one, until it fails',
  'SOFT.7.BACK': 'The last change is taken back',
  'SOFT.REGRESSION':
    'The last change is to blame: stay on the former version until its maker has put it right, and tell him',
  'SOFT.8': 'What remains is looked at',
  'SOFT.CRASH':
    'The program crashes again and again, and nothing around it explains it: its maker needs the crash report',
  'SOFT.HARDWARE': 'The computer is below what newer systems and programs ask for',
  'SOFT.TICKET':
    'Nothing on this computer explains it. Ways that remain: an older version, a newer system, a virtual machine, another program. Make a report for the support',
  'SOFT.SOLVED': 'The program runs',
  'SOFT.UNKNOWN': 'This could not be looked at; the check says what was missing',
};
