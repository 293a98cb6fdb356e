/** From the id of a read to where sos keeps what tells the same: the table. */
import type { Raw, Request } from '../../contract.ts';
import { clock, DATES, root, system } from './about.ts';
import { interfaces, listing, mountinfo, packages, space } from './convert.ts';
import type { SosTree } from './tree.ts';

type Read = (found: Raw['file'], request: Request, tree: SosTree) => Raw[keyof Raw] | undefined;

interface Place {
  readonly path: string;
  /** Undefined where it is not told there. Without it: what the program printed, as our own prints it. */
  readonly read?: Read;
}

const file: Read = (found) => found;
const inListing: Read = ({ text }, request) =>
  request.kind === 'list' ? listing(text, request.path) : undefined;

/** By the id, or the family before its first slash. What has the same path or command in sos needs no line here. */
export const PLACES: Readonly<Record<string, readonly Place[]>> = {
  'system.platform': [
    { path: 'sos_commands/kernel/uname_-a', read: ({ text }, _, tree) => system(text, tree) },
  ],
  'system.clock': DATES.map((path) => ({ path, read: ({ text }, _, tree) => clock(text, tree) })),
  'system.user': [{ path: 'sos_commands/kernel/uname_-a', read: root }],
  'disk.mounts': [
    { path: 'proc/self/mountinfo', read: file },
    { path: 'sos_commands/filesys/mount_-l', read: ({ text }) => mountinfo(text) },
  ],
  'disk.space': [{ path: 'sos_commands/filesys/df_-al_-x_autofs', read: space }],
  'boot.files': [{ path: 'sos_commands/boot/ls_-lanR_.boot', read: inListing }],
  'start.device-names': [
    { path: 'sos_commands/block/ls_-lanR_.dev', read: inListing },
    { path: 'sos_commands/devices/ls_-lanR_.dev', read: inListing },
  ],
  'start.kdump': [{ path: 'sos_commands/apport/ls_-alhR_.var.crash', read: inListing }],
  'programs.apport': [{ path: 'sos_commands/apport/ls_-alhR_.var.crash', read: inListing }],
  'packages.apt-check': [{ path: 'sos_commands/apt/apt-get_check' }],
  'kernel.log': [{ path: 'sos_commands/kernel/dmesg' }],
  'systemd.units': [
    { path: 'sos_commands/systemd/systemctl_list-units_--all' },
    { path: 'sos_commands/systemd/systemctl_list-units' },
  ],
  'start.time': [{ path: 'sos_commands/systemd/systemd-analyze' }],
  'start.blame': [{ path: 'sos_commands/systemd/systemd-analyze_blame' }],
  'clock.timedate.status': [{ path: 'sos_commands/systemd/timedatectl' }],
  'packages.dpkg': [{ path: 'sos_commands/dpkg/dpkg_-l', read: ({ text }) => packages(text) }],
  'net.addresses.runtime': [
    { path: 'sos_commands/networking/ip_-d_address', read: ({ text }) => interfaces(text) },
    { path: 'sos_commands/networking/ip_address', read: ({ text }) => interfaces(text) },
  ],
};

/** sos copies these with everything in them; of other folders it takes single files. */
export const WHOLE_FOLDERS = /^\/(?:etc\/(?:apt|yum\.repos\.d|modprobe\.d|systemd)|sys\/fs\/pstore)(?:\/|$)/;
