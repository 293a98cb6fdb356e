/** Words of the compatibility check, in English. */
import type { CheckMessages } from '../../src/contract.ts';
import { fixes, nodes, questions } from './messages.en/steps.ts';
import { symptoms } from './messages.en/symptoms.ts';
import type {
  Antiviruses,
  Below,
  Blocked,
  Crashing,
  Lacking,
  Mismatch,
  Miss,
  Outdated,
  TooNew,
} from './params.ts';
import { gibText } from './size.ts';

const missText = (miss: Miss): string => {
  switch (miss.what) {
    case 'memory':
      return `memory (found ${gibText('en', miss.hasBytes)}, expected ${gibText('en', miss.needsBytes)})`;
    case 'disk':
      return `disk (found ${gibText('en', miss.hasBytes)}, expected ${gibText('en', miss.needsBytes)})`;
    case 'processor':
      return `processor (${miss.has})`;
    case 'level':
      return `processor (expected ${miss.needs})`;
    default:
      return MISSES[miss.what];
  }
};

const MISSES = {
  tpm: 'TPM 2.0 is missing or switched off',
  'secure-boot': 'Secure Boot is not available',
  uefi: 'it does not start by UEFI',
  cores: 'a single processor core',
  bits: 'a 32-bit processor or system',
  model: 'this model is not on Apple’s list',
} as const;

const BLOCKED_BY: Readonly<Record<Blocked['by'], string>> = {
  selinux: 'SELinux',
  apparmor: 'AppArmor',
  userns: 'AppArmor (it may not make a sandbox of its own)',
  noexec: 'the volume it lies on (noexec)',
  applocker: 'AppLocker, a policy of the organisation',
  'code-integrity': 'Windows’ App Control (code integrity)',
  asr: 'an attack surface reduction rule of Microsoft Defender',
  gatekeeper: 'Gatekeeper',
};

export const en = {
  name: 'Program compatibility',
  complaint: 'A program does not start or crashes',
  fine: 'no program was refused, and none crashes again and again',
  findings: {
    'compatibility/app-arch-mismatch': {
      name: 'The program is built for another processor or system type',
      means:
        'A program is made of the instructions of one kind of processor. On another it does not start at all, unless something translates it.',
      found:
        'Linux: «Exec format error» in the journal of three days. Windows: the head of programs that were downloaded or started lately. macOS: the kind of each installed program, and whether Rosetta is there.',
      say: (p: Mismatch) => ({
        title:
          p.built === ''
            ? `${p.program} is not built for this computer (${p.own})`
            : `${p.program} is built for ${p.built}, this computer is ${p.own}`,
        why: 'It cannot start here, however often it is tried.',
        next: p.rosetta
          ? 'Install Rosetta: softwareupdate --install-rosetta; better still, get the version for Apple silicon from its maker'
          : p.built === '16-bit'
            ? 'Get a newer version from its maker, or run it in a virtual machine with a 32-bit system'
            : `Download the version for ${p.own} from its maker’s own site`,
      }),
    },
    'compatibility/missing-runtime': {
      name: 'The program needs a component that is not installed',
      means:
        'Programs share libraries, which are installed apart from them. Where one is missing, or is of the wrong kind, the program ends before it shows anything.',
      found:
        'Linux: what the dynamic linker wrote in the journal of three days, unless the library is there by now. Windows: events of Application Error (0xC0000135, 0xC000007B), Application Popup, SideBySide and .NET Runtime. macOS: «Library not loaded» in a crash report. No program is run for it.',
      say: (p: Lacking) => ({
        title:
          p.component === ''
            ? `${p.program} did not start: a library is missing`
            : `${p.program} did not start: ${p.component} is missing`,
        why: 'It ends before it shows anything, until the component is there.',
        next:
          p.system === 'linux'
            ? `Find the package that has it: apt-file search ${p.component}, or dnf provides '*/${p.component}'`
            : p.system === 'windows'
              ? 'Install the component from Microsoft (Visual C++ Redistributable, .NET) or the program anew; never a single DLL from a download site'
              : 'Install the program anew from its maker, with everything that belongs to it',
      }),
    },
    'compatibility/app-needs-newer-os': {
      name: 'The program needs a newer system',
      means:
        'Each version of a system brings functions that older ones lack. A program built for them does not start before.',
      found:
        'Linux: a version of the C library that was not found. Windows: the Windows that the program asks for in its head, or a function that Windows’ own libraries lack. macOS: LSMinimumSystemVersion of installed programs, or what dyld says in a crash report.',
      say: (p: TooNew) => ({
        title: `${p.program} needs ${p.needs === '' ? 'a newer system' : p.needs}${p.has === '' ? '' : `, this is ${p.has}`}`,
        why: 'It does not start on this system.',
        next: 'Get the last version for this system from its maker (on Linux also as a Flatpak or AppImage), or upgrade the system',
      }),
    },
    'compatibility/app-crash-repeated': {
      name: 'One program crashes again and again',
      means:
        'One crash is bad luck. The same program several times in a week has a cause: a fault of its own, a plug-in, damaged settings, or a driver. Several different programs point to memory, disk or too little RAM.',
      found:
        'Crashes of the last 7 days: systemd-coredump, the kernel’s log and apport; Application Error 1000 and Application Hang 1002; crash reports of macOS. Three of one program are a finding.',
      say: (p: Crashing) => ({
        title: `${p.program} ${p.hangs === p.times ? 'stopped answering' : 'crashed'} ${p.times} times in ${p.days} days${p.module === '' || p.module === p.program ? '' : `, mostly in ${p.module}`}`,
        why:
          p.others.length > 0
            ? `Other programs crashed too (${p.others.slice(0, 5).join(', ')}): memory, disk or too little RAM may be behind it.`
            : 'What was not saved is lost each time.',
        next:
          p.others.length > 0
            ? 'Look at the hardware first: techsupport check hardware; then update the program from its maker'
            : 'Update the program from its maker, then start it without plug-ins or with a new profile',
      }),
    },
    'compatibility/app-blocked': {
      name: 'A security feature stops the program',
      means:
        'The system keeps programs from starting that it does not trust, or that a policy forbids. That is meant to be so: not the protection is to be switched off, but the program to be looked at.',
      found:
        'Denials of the last hour: AppArmor and SELinux in the kernel’s log, a volume without the right to execute, AppLocker 8004, App Control 3077, Defender 1121. macOS: what Gatekeeper says of programs that nobody has agreed to yet.',
      say: (p: Blocked) => ({
        title: `${p.program} was stopped by ${BLOCKED_BY[p.by]}${p.detail === '' ? '' : `: ${p.detail}`}`,
        why: 'It does not start, or a part of it does not, as long as the protection does not know it.',
        next:
          p.by === 'noexec'
            ? `Move the program to another folder: nothing may be started from ${p.detail}`
            : p.by === 'applocker' || p.by === 'code-integrity' || p.by === 'asr'
              ? 'Ask whoever looks after this computer to allow the program; leave the protection on'
              : 'Get the program from its maker or the system’s own packages; allow it in the window of the system only if you trust its maker',
      }),
    },
    'compatibility/app-outdated': {
      name: 'Newer versions of installed programs are available',
      means: 'Newer versions put faults and security holes right. None of them is urgent by itself.',
      found: 'What apt, flatpak, snap, winget and Homebrew offer, in a thorough look.',
      say: (p: Outdated) => ({
        title: `${p.from} has newer versions of ${p.count} ${p.count === 1 ? 'program' : 'programs'}${p.names.length === 0 ? '' : `: ${p.names.join(', ')}${p.count > p.names.length ? ' …' : ''}`}`,
        why: 'Faults that were put right since remain here.',
        next: NEXT_UPDATE[p.from] ?? 'Update the programs from their official source',
      }),
    },
    'compatibility/hardware-below-requirements': {
      name: 'The hardware is below the requirements of the new system',
      means:
        'New systems ask for more than old ones: other processors, more memory, a security chip. What is switched off in the firmware can be switched on, a processor cannot be changed.',
      found:
        'Windows 10: Microsoft’s requirements of Windows 11; a processor counts only when it is certainly too old. macOS: Apple’s list for macOS 26. Linux: the processor level and the memory that the next release of Enterprise Linux and SUSE asks for.',
      say: (p: Below) => ({
        title: `This computer cannot take ${p.next}: ${p.misses.map(missText).join('; ')}`,
        why: 'It stays on the system that it has, and gets fixes only as long as that one does.',
        next: p.misses.some(({ what }) => what === 'tpm' || what === 'secure-boot' || what === 'uefi')
          ? 'See in the firmware whether TPM, UEFI and Secure Boot can be switched on; have the recovery key of an encrypted disk at hand before'
          : 'Stay on a release that still gets security fixes, or plan for another computer',
      }),
    },
    'compatibility/two-antiviruses': {
      name: 'Two antivirus programs work at the same time',
      means:
        'Each of them looks into every file that is opened, also into what the other one opens. The computer becomes slow, updates fail, and neither protects better.',
      found:
        'Windows Security Center: two products that are on, without Microsoft Defender. Linux: two known on-access scanners run. macOS: two endpoint-security extensions of antiviruses are on.',
      say: (p: Antiviruses) => ({
        title: `${p.names.length} antiviruses work at the same time: ${p.names.join(', ')}`,
        why: 'They slow each other down and hold files that updates need.',
        next: 'Keep one and remove the other with its maker’s removal tool, then see that the one that stays is on',
      }),
    },
  },
  fixes,
  questions,
  nodes,
  symptoms,
} satisfies CheckMessages;

const NEXT_UPDATE: Readonly<Record<string, string>> = {
  apt: 'sudo apt-get upgrade',
  flatpak: 'flatpak update',
  snap: 'sudo snap refresh',
  winget: 'winget upgrade --all',
  Homebrew: 'brew upgrade',
};

export type Messages = typeof en;
