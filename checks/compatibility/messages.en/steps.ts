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
  restart: { title: 'Save your work and restart', noUndo: 'a restart changes nothing that was saved' },
  'update-programs-flatpak': {
    title: 'Update the programs that came as Flatpaks',
    noUndo: 'flatpak update --commit goes back to a former version',
  },
  'update-programs-windows': {
    title: 'Update the programs that winget knows',
    noUndo: 'the makers’ sites have older versions where they are needed',
  },
  'update-programs-brew': {
    title: 'Update the programs that came with Homebrew',
    noUndo: 'older versions stay until brew cleanup',
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
  app: {
    text: 'Think of the program that fails. What does it do, or what does it say?',
    answers: {
      blocked: 'That it is blocked, not allowed or not trusted',
      system: 'That it does not fit this computer: not a valid application, exec format error',
      missing: 'That something is missing: a DLL, a library, .NET, Visual C++',
      newer: 'That it needs a newer system',
      closes: 'It opens, then closes by itself or stops responding',
      nothing: 'It says nothing, or something else',
      several: 'Several programs fail',
    },
  },
  managed: {
    text: 'Does this computer belong to your work or school?',
    answers: { mine: 'It is mine', work: 'To work or school' },
  },
  unsaved: {
    text: 'Is there unsaved work, and may the computer restart now?',
    answers: { saved: 'Everything is saved, restart', 'not-now': 'Not now' },
  },
  still: { text: 'Is the problem still there?', answers: YES_NO },
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
  'SOFT.1.SEVERAL': 'What makes several programs fail is looked at',
  'SOFT.2': 'Whether a program was refused, and why, is looked at',
  'SOFT.BLOCKED.ALLOW': 'The program is got from where it can be trusted, or allowed once',
  'SOFT.BLOCKED.CAUSE': 'A protection of the system stops the program',
  'SOFT.ARCH': 'The program is got for this processor and system',
  'SOFT.ARCH.CAUSE': 'The program is built for another processor or system',
  'SOFT.RUNTIME': 'The missing component is installed',
  'SOFT.RUNTIME.CAUSE': 'The program needs a component that is not installed',
  'SOFT.NEWER': 'A version for this system is looked for',
  'SOFT.NEWER.CAUSE': 'The program needs a newer system',
  'SOFT.3': 'Crashes, drivers and what else looks into programs are looked at',
  'SOFT.4': 'A driver is not in order: programs that use the device fail',
  'SOFT.MEMORY': 'Memory ran out, and the system ended programs for it',
  'SOFT.TWO': 'One of the two antiviruses is removed',
  'SOFT.TWO.CAUSE': 'Two antiviruses work at the same time',
  'SOFT.5': 'Programs are out of date: bring them up to date',
  'SOFT.5.ONE': 'Bring the program to its newest version, then try it',
  'SOFT.6': 'Start the program without its plug-ins, or with a new profile',
  'SOFT.6.OVERLAYS':
    'Close overlays and screen recorders, let the antivirus pause for ten minutes in its own window, and try the program. Switch everything on again afterwards',
  'SOFT.6.AGAIN': 'Remove the program and install it again',
  'SOFT.CONFLICT':
    'Something that works inside the program is to blame: switch the plug-ins, overlays and the antivirus on again one by one, until it fails',
  'SOFT.7': 'Whether the update was finished, and what it left behind, is looked at',
  'SOFT.7.RESTART': 'The update waits for a restart: restart now',
  'SOFT.7.AFTER': 'Whether the restart is still waited for',
  'SOFT.7.DUE': 'The update is finished by a restart only',
  'SOFT.7.HALFWAY': 'The update stopped half-way: finish it first (techsupport diagnose updates)',
  'SOFT.7.BACK': 'The last change is taken back',
  'SOFT.REGRESSION':
    'The last change is to blame: stay on the former version until its maker has put it right, and tell him',
  'SOFT.8': 'What remains is looked at',
  'SOFT.CRASH':
    'The program crashes again and again, and nothing around it explains it: its maker needs the crash report',
  'SOFT.OUTDATED': 'Nothing else was found than programs that are out of date: update them',
  'SOFT.HARDWARE': 'The computer is below what newer systems and programs ask for',
  'SOFT.TICKET':
    'Nothing on this computer explains it. Ways that remain: an older version, a newer system, a virtual machine, another program. Make a report for the support',
  'SOFT.SOLVED': 'The program runs',
};
