import type { AddedAuthority, RemoteAccess, RemoteTool, StaleKeys, Unlocked } from '../params.ts';

const service: Readonly<Record<RemoteAccess['service'], string>> = {
  ssh: 'ssh with passwords',
  'ssh-root': 'ssh with a password even for root',
  rdp: 'Remote Desktop',
  'rdp-old': 'Remote Desktop without network level authentication',
  vnc: 'a VNC screen',
  'screen-sharing': 'Screen Sharing',
};

const accessNext: Readonly<Record<RemoteAccess['service'], string>> = {
  ssh: 'Not needed? sudo systemctl disable --now ssh (macOS: Sharing → Remote Login off). Needed? Sign in by key, then set “PasswordAuthentication no” in /etc/ssh/sshd_config',
  'ssh-root':
    'Set “PermitRootLogin prohibit-password” in /etc/ssh/sshd_config, then: sudo systemctl reload ssh',
  rdp: 'Not needed? Settings → System → Remote Desktop → Off (not while you are connected that way)',
  'rdp-old': 'Settings → System → Remote Desktop → Require devices to use Network Level Authentication',
  vnc: 'Close the program that shows the screen, or let it listen to this computer only and reach it through ssh',
  'screen-sharing': 'Not needed? System Settings → General → Sharing → Screen Sharing off',
};

export const access = {
  'security/no-screen-lock': {
    name: 'The screen does not lock, or sign-in needs no password',
    means: 'Whoever comes by sits down and is you: mail, files and saved passwords are open.',
    found:
      'Linux: the settings of GNOME, Cinnamon and MATE, and automatic sign-in of GDM, SDDM and LightDM. Windows: automatic sign-in, inactivity limit, screen saver, and whether waking asks for the password. macOS: the screen lock and automatic sign-in. A warning when the screen never locks or later than after 15 minutes; automatic sign-in counts on laptops.',
    say: (p: Unlocked) => ({
      title:
        p.how === 'autologin'
          ? `This laptop signs ${p.user === '' ? 'somebody' : p.user} in without a password`
          : p.how === 'never'
            ? 'The screen of this computer never locks by itself'
            : `The screen locks only after ${p.minutes} minutes`,
      why: 'Whoever finds the computer unattended can read and send everything in your name.',
      next:
        p.how === 'autologin'
          ? 'Settings → Users → your account → switch automatic sign-in off'
          : 'Settings → Lock screen (Linux: Privacy → Screen Lock) → lock after 10 minutes, with password',
    }),
  },
  'security/remote-access-open': {
    name: 'Remote sign-in is open to the network',
    means:
      'Others in the network, and on the internet where the router lets them through, may try passwords on this computer day and night.',
    found:
      'Ports that listen beyond this computer itself. Linux and macOS: sshd when its configuration takes passwords, VNC and RDP servers. Windows: Remote Desktop on a public network or without network level authentication. With a firewall before it, or keys alone, it is a note or nothing.',
    say: (p: RemoteAccess) => ({
      title: `This computer takes remote sign-ins from the network: ${service[p.service]}, port ${p.port}`,
      why: 'Machines on the internet try common passwords all the time; one weak password is enough.',
      next: accessNext[p.service],
    }),
  },
  'security/remote-control-tool': {
    name: 'A remote-control program is active',
    means:
      'Such a program lets another person see and use this computer. Helpers use it, and so do swindlers who ring up as “support”.',
    found:
      'The names of running programs against a list of remote-control programs. A warning when it also starts with the computer, so that nobody needs to be here; otherwise a note. Tools that are wanted can be named in the settings (wantedRemoteTools).',
    say: (p: RemoteTool) => ({
      title: p.unattended
        ? `${p.tool} is running and starts with the computer: others can control it without you`
        : `${p.tool} is running: others can control this computer with your consent`,
      why: 'That may be wanted. If somebody on the phone asked you to install it, it is most likely a fraud.',
      next: `Did you install ${p.tool} yourself? If not: disconnect from the network, remove it, call your bank by the number on your card`,
    }),
  },
  'security/secure-boot-stale': {
    name: 'Start-up protection keys are outdated',
    means:
      'Secure Boot starts only what is signed by keys in the firmware. The keys of 2011 expired in 2026: the computer still starts, but new protections against bad boot loaders no longer arrive.',
    found:
      'Windows: UEFICA2023Status, and whether it already starts by the keys of 2023. Linux: the names of the keys in the firmware. Only where Secure Boot is on; virtual machines are left out, and so are computers with keys of their own.',
    say: (p: StaleKeys) => ({
      title: `The keys of Secure Boot are of 2011: ${p.status}`,
      why: 'The computer starts as before. What is found out about unsafe boot loaders from now on does not reach it.',
      next: p.maker
        ? 'Install the newest firmware (BIOS) from the maker of this computer; have the disk’s recovery key at hand'
        : 'Install all updates and restart twice (Linux: fwupdmgr refresh, then fwupdmgr update)',
    }),
  },
  'security/unknown-root-ca': {
    name: 'An unknown authority can read secure traffic',
    means:
      'Somebody added an authority to those that this computer trusts. Whoever has its key can pose as any site without a warning. Companies and antivirus programs do that on purpose; malware does too.',
    found:
      'Authorities that were added to the system’s own, without those of known programs, companies and states. A note with its name; a warning where a well-known site shows a certificate of it and that fails.',
    say: (p: AddedAuthority) => ({
      title: `This computer trusts an authority that was added later: ${p.name}`,
      why: p.inUse
        ? 'Well-known sites show certificates made by it right now: somebody stands in between.'
        : 'Whoever holds its key can pose as any site, unseen. That is fine if you or your company added it.',
      next: 'Find out which program added it. If nobody knows it: remove that program, then the certificate',
    }),
  },
};
