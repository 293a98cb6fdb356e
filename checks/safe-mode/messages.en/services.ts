/** Services, people’s folders, and what must be at hand before anything is changed. */
import { powershellWord, shellWord } from '../../../src/sources/command-words.ts';
import type { Service } from '../params.ts';

const RESULTS: Readonly<Record<string, string>> = {
  timeout: 'it did not get ready in time',
  watchdog: 'it stopped answering',
  'oom-kill': 'the memory was full',
  'start-limit-hit': 'it failed too often in a row',
  'core-dump': 'it crashed',
  resources: 'the system could not start it',
  dependency: 'something it needs was not there',
};

const how = (p: Service): string => {
  if (p.result === 'exit-code' && p.exitStatus !== null) return `: exit status ${p.exitStatus}`;
  if (p.result === 'signal' && p.exitStatus !== null) return `: ended by signal ${p.exitStatus}`;
  const result = RESULTS[p.result];
  return result === undefined ? '' : `: ${result}`;
};

const title = (p: Service): string => {
  const what = p.description === '' || p.description === p.name ? p.name : `${p.name} (${p.description})`;
  if (p.kind === 'others')
    return p.names.length === 1
      ? `The service ${what} failed${how(p)}`
      : `${p.names.length} services failed: ${p.names.slice(0, 4).join(', ')}${p.names.length > 4 ? ' …' : ''}`;
  if (p.kind === 'loop')
    return `The service ${what} keeps failing and is restarted again and again${p.restarts === null ? '' : ` (${p.restarts} times)`}${how(p)}`;
  return `The service ${what} failed${how(p)}`;
};

const next = (p: Service): string => {
  switch (p.on) {
    case 'linux':
      return p.kind === 'loop'
        ? `Read why: journalctl -b -u ${shellWord(p.name)} -n 30; until then stop it: sudo systemctl stop ${shellWord(p.name)}`
        : `Read why: journalctl -b -u ${shellWord(p.name)} -n 30; then once: sudo systemctl restart ${shellWord(p.name)}`;
    case 'openrc':
      return `Read why in /var/log/messages, then: rc-service ${shellWord(p.name)} restart`;
    case 'win32':
      return `As administrator: Start-Service ${p.kind === 'failed' ? '-Name' : '-DisplayName'} ${powershellWord(p.name)}; if it fails again, reinstall the program it belongs to`;
    case 'darwin':
      return `See what it is: launchctl print system/${shellWord(p.name)} (or gui/$UID/${shellWord(p.name)}); update or remove its program`;
  }
};

const LOGIN: Readonly<Record<string, (path: string, uid: number) => string>> = {
  missing: (path) => `The home folder ${path} does not exist`,
  owner: (path) => `The home folder ${path} belongs to somebody else`,
  'read-only': (path) => `The home folder ${path} is read-only`,
  'not-writable': (path) => `The home folder ${path} may not be written by its owner`,
  file: (path) => `${path} belongs to root`,
  temporary: () => 'Windows signed in with a temporary profile',
  profile: () => 'Windows could not load the profile',
};

export const services = {
  'safe-mode/failed-services': {
    name: 'Some services failed at start-up',
    means:
      'Programs without a window do a good part of the work: network, printing, sound, updates, disks. One of them could not be started, or ended and could not go on.',
    found:
      'Linux: units that systemd lists as failed, and units that were restarted three times and more and go on so; their last line is quoted. OpenRC: services it keeps as failed. Windows: services that should run and ended with an error, and the events of the Service Control Manager since this start. macOS: programs of others than Apple that launchd could not keep running. A warning for network, printing, sound, updates, disks, sign-in, time and backup, and for each endless restart; else a remark.',
    say: (p: Service) => ({
      title: title(p),
      why:
        p.line === ''
          ? 'What it does for others does not work until it runs.'
          : `What it does for others does not work until it runs. It said last: «${p.line}»`,
      next: next(p),
    }),
  },
  'safe-mode/login-broken': {
    name: 'Sign-in fails or opens an empty temporary desktop',
    means:
      'At sign-in the system opens the person’s own folder. When it cannot read or write there, it goes back to the sign-in screen, or shows an empty desktop that is thrown away at the end.',
    found:
      'Linux and macOS: the home folder is missing, read-only or not its owner’s; files of the session belong to root. Windows: events 1511, 1515 and 1508 of the User Profiles Service since this start.',
    say: (p: { readonly kind: string; readonly path: string; readonly uid: number }) => ({
      title: LOGIN[p.kind]?.(p.path, p.uid) ?? `Sign-in cannot use ${p.path}`,
      why:
        p.kind === 'temporary'
          ? 'What is saved on this desktop is lost at sign-out.'
          : 'Signing in fails, or programs cannot save anything.',
      next:
        p.kind === 'temporary' || p.kind === 'profile'
          ? 'Save nothing here. Restart once; if it stays, have the entry in ProfileList repaired, and delete no profile'
          : p.kind === 'read-only'
            ? 'Look at the disk first: techsupport check disk-space'
            : p.kind === 'missing'
              ? `See whether its disk is mounted: findmnt --target ${shellWord(p.path)}`
              : p.kind === 'not-writable'
                ? `sudo chmod u+rwx ${shellWord(p.path)}`
                : `sudo chown ${p.uid}: ${shellWord(p.path)}`,
    }),
  },
  'safe-mode/encryption-guard': {
    name: 'The disk is encrypted: have the recovery key before any start-up change',
    means:
      'An encrypted disk opens by itself, or with a password, only while the start is as it knows it. After changes of firmware, boot order or boot settings it may ask for the recovery key. Without that key the files are lost.',
    found:
      'Linux: the root volume lies on an encrypted one (device mapper). Windows: BitLocker protects the system drive. macOS: FileVault is on. No fault: a remark, and critical only while something is open whose cure changes the start.',
    say: (p: { readonly on: string; readonly volume: string }) => ({
      title: `${p.volume} is encrypted (${p.on === 'win32' ? 'BitLocker' : p.on === 'darwin' ? 'FileVault' : 'LUKS'}): have the ${p.on === 'linux' ? 'password' : 'recovery key'} ready before the start is changed`,
      why: 'After a change of firmware, boot order or boot settings the disk may ask for it, and without it the files are lost.',
      next:
        p.on === 'win32'
          ? 'Find the 48-digit key (aka.ms/myrecoverykey, or your IT), compare the first 8 digits of its Key ID; before a change: manage-bde -protectors -disable C: -RebootCount 2'
          : p.on === 'darwin'
            ? 'Make sure you know the account’s password and the FileVault recovery key'
            : 'Make sure you know the passphrase; keep a copy of the header elsewhere: cryptsetup luksHeaderBackup',
    }),
  },
  'safe-mode/no-recovery-path': {
    name: 'There is no way back if the next start fails',
    means:
      'When an update or a driver breaks the start, a second kernel, a snapshot or the recovery environment leads back in. Here there is none of them.',
    found:
      'Linux: one kernel only, and no snapshots of Snapper or Timeshift. Windows: the recovery environment is switched off and there is no restore point (as administrator). macOS: no volume with the role Recovery. A remark, a warning on Windows, and where the next start is already in danger.',
    say: (p: { readonly on: string; readonly kernel: string }) => ({
      title:
        p.on === 'linux'
          ? `Only one kernel is installed (${p.kernel}), and there are no snapshots`
          : p.on === 'win32'
            ? 'The recovery environment is switched off, and there is no restore point'
            : 'This Mac has no Recovery volume',
      why: 'If the next start fails, only another medium leads back in.',
      next:
        p.on === 'linux'
          ? 'Keep a USB stick with a live system at hand, or keep a second kernel installed'
          : p.on === 'win32'
            ? 'As administrator: reagentc /enable; make a recovery drive: RecoveryDrive.exe'
            : 'Have an installer on a USB stick, or use Internet Recovery: Option-Cmd-R at the start',
    }),
  },
};
