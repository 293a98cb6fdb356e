import type { Exposed, NoBackup, NotEncrypted } from '../params.ts';

const encryptNext: Readonly<Record<string, string>> = {
  BitLocker:
    'Settings → Privacy & security → Device encryption. Before that, store the recovery key outside this computer',
  FileVault:
    'System Settings → Privacy & Security → FileVault → Turn On. Keep the recovery key outside this computer',
  LUKS: 'Copy your files to another disk first: Linux encrypts a disk when it is installed anew (tick “Encrypt” in the installer)',
};

const exposedTitle = ({ what, name, mode }: Exposed): string => {
  if (what === 'key')
    return `The private key ${name} can be read by other users${mode === '' ? '' : ` (mode ${mode})`}`;
  return what === 'share'
    ? `Everybody in the network may write to the shared folder ${name}, without a password`
    : `File sharing speaks an old, unsafe language: ${name}`;
};

const exposedNext = ({ what, name, mode }: Exposed): string => {
  if (what === 'key')
    return mode === '' ? `icacls "${name}" /inheritance:r /grant:r "%USERNAME%:R"` : `chmod 600 '${name}'`;
  if (what === 'share') return `Switch guest access to ${name} off, or stop sharing it`;
  return name === 'SMB 1'
    ? 'Windows features → clear “SMB 1.0/CIFS File Sharing Support”'
    : 'In /etc/samba/smb.conf take out the line “server min protocol”, then: sudo systemctl restart smbd';
};

export const files = {
  'security/disk-not-encrypted': {
    name: 'The disk is not encrypted: a thief could read it',
    means:
      'Whoever has the computer, or its disk, reads every file: the password of the account does not protect them once the disk is in another computer.',
    found:
      'Linux: whether the volume with the home folder lies on a LUKS device. Windows: the state of BitLocker on the system drive. macOS: FileVault. A warning on laptops, a note on others; virtual machines and servers are left out. Disks that encrypt by themselves are not seen.',
    say: (p: NotEncrypted) => ({
      title: `The disk with ${p.path} is not encrypted (${p.product} is off)`,
      why: p.laptop
        ? 'A lost or stolen laptop gives away every file, saved password and photo on it.'
        : 'Whoever takes the disk reads every file on it.',
      next: encryptNext[p.product] ?? 'Switch encryption on, and keep the key outside this computer',
    }),
  },
  'security/no-backup': {
    name: 'There is no recent backup',
    means:
      'Disks fail, laptops are lost, and malware locks files. What has no copy is gone then. A folder in the cloud is half a copy: what is deleted here is deleted there.',
    found:
      'Linux: traces of Déjà Dup, Pika, Borg, restic, Back In Time, Timeshift, and timers of the system. Windows: File History, Windows Backup, folders in OneDrive. macOS: Time Machine. A warning when none is found or the last one is older than 30 days; a note where only a cloud folder, or a plan without a date, is found. Copies made by hand are not seen.',
    say: (p: NoBackup) => ({
      title:
        p.state === 'none'
          ? 'No backup of your files was found'
          : p.state === 'old'
            ? `The last backup is ${p.days} days old (${p.names.join(', ')})`
            : `Your files follow a cloud folder or a plan whose last run is not known: ${p.names.join(', ')}`,
      why: 'When the disk fails or the computer is gone, everything without a copy is lost.',
      next:
        p.state === 'partly'
          ? 'See there when it last ran, and copy what matters to another disk once'
          : 'Copy what matters to another disk or a cloud now, then set a backup up (Linux: Déjà Dup; Windows: File History; macOS: Time Machine)',
    }),
  },
  'security/private-files-exposed': {
    name: 'Private files can be read by others',
    means:
      'A private key that others can read is a key in their hands; ssh itself refuses it. A shared folder that everybody may write to is how malware goes from computer to computer.',
    found:
      'Private keys in ~/.ssh with rights for others: critical. Shared folders where guests may write, and file sharing that still speaks SMB 1: a warning. Keys are told by their names; nothing in them is read.',
    say: (p: Exposed) => ({
      title: exposedTitle(p),
      why:
        p.what === 'key'
          ? 'Whoever reads it can sign in to your servers as you, and ssh refuses to use it.'
          : p.what === 'share'
            ? 'Anyone in the same network, and malware on any of its computers, can change or lock these files.'
            : 'SMB 1 has known holes through which malware such as WannaCry spread.',
      next: exposedNext(p),
    }),
  },
};
