/** Places in programs' output that say of what stands there: this is a user, a host, a network's name, a serial number. */
import { COMMANDS } from './contexts/commands.ts';
import { COMPUTERS } from './contexts/computers.ts';
import type { Context, Kind } from './contexts/context.ts';
import { DEVICES } from './contexts/devices.ts';
import { HOSTS } from './contexts/hosts.ts';
import { LETTERS } from './contexts/letters.ts';
import { NETWORKS } from './contexts/networks.ts';
import { USERS } from './contexts/people.ts';
import { SERVICES } from './contexts/services.ts';
import { SHARES } from './contexts/shares.ts';

export type { Kind } from './contexts/context.ts';

export const CONTEXTS: readonly Context[] = [
  ...HOSTS,
  ...USERS,
  ...NETWORKS,
  ...DEVICES,
  ...COMMANDS,
  ...SHARES,
  ...LETTERS,
  ...SERVICES,
  ...COMPUTERS,
];

/** Folders for everyone, among those of users. */
export const SHARED =
  /^(?:public|shared|all|default|default user|all users|guest|\.\w+|cdrom\d?|floppy|dvd|usb\d?|disk|%(?![0-9a-f]{2}).*)$/i;

const NO_VALUE =
  /^(?:not|none|null|n\/a|na|to|default|system|unknown|unspecified|invalid|empty|off|any|hidden|true|false|yes|no|0+|0x0+|x+|\.+|-+|8250\S*|console|number|string|chassis|o\.e\.m\.|oem|filled|disabled|enabled|port|ports|driver|usb|uart|bus|line|killer|getty|tty\w*|auto|random|b?ssid|name|profile|password|key|user|username|hostname|serial|mode|type|[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.\d)$/i;

/** Files and versions have dots too. */
const NO_HOST_END =
  /\.(?:\d[\w-]*|service|socket|target|timer|mount|conf|cfg|ini|log|txt|md|py|js|ts|mjs|json|ya?ml|xml|toml|sh|exe|dll|sys|so|rs|go|c|h|cpp|java|class|jar|html?|php|css|png|jpe?g|svg|gz|xz|zip|tar|deb|rpm|pem|crt|key|sock|invalid)$/i;

/** Whether something stands there at all: 'Not Specified' and 'To be filled by O.E.M.' are no serial numbers. */
export const isValue = (value: string, kind?: Kind): boolean =>
  value.length > 1 &&
  !NO_VALUE.test(value) &&
  (kind !== 'serial' || /\d|^[A-Z]{6,}$/.test(value)) &&
  (kind !== 'host' || !NO_HOST_END.test(value));

/** A home folder (`/media/disk` itself is a mount, `/media/jane/disk` is hers), on the three systems, also within URLs and within text that is escaped once or twice. */
export const HOME =
  /((?:\\?\/|%2F)(?:home|Users|export(?:\\?\/|%2F)home|var(?:\\?\/|%2F)home|run(?:\\?\/|%2F)media|media(?=(?:\\?\/|%2F)[^\s/\\%:,;]{1,64}(?:\\?\/|%2F)))(?:\\?\/|%2F))((?:(?!%2F)[^\s/\\"'`:;,<>|()[\]{}*?\uFDD0]){1,64})|((?<![A-Za-z])[A-Za-z](?::|%3A)(?:\\{1,4}|\/|%5C|%2F)(?:Users|Documents and Settings)(?:\\{1,4}|\/|%5C|%2F))((?:(?!%5C|%2F)[^\\/:*?"'<>|\r\n,;\uFDD0]){1,64}(?=\\|\/|%5C|%2F)|(?:(?!%5C|%2F)[^\s\\/:*?"'<>|,;\uFDD0]){1,64})/gi;
