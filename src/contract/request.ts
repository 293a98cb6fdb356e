/** What may be asked of a computer. */

export type Os = 'linux' | 'darwin' | 'win32' | 'other';

/** Everything that can be asked of a computer. A request is data: it can be listed, recorded and replayed. */
export type Request =
  /** A program, without a shell. */
  | {
      readonly kind: 'exec';
      readonly argv: readonly [string, ...string[]];
      readonly timeoutMs?: number;
      /** A batch that several reads take their part of: run once. */
      readonly shared?: true;
    }
  /** A text file: whole, or head and tail of what is too long. `afterMs`: a second look, that much later. */
  | { readonly kind: 'file'; readonly path: string; readonly afterMs?: number }
  /** The names in a folder. */
  | { readonly kind: 'list'; readonly path: string }
  /** Small files with the same names in each subfolder of a folder, as in /sys/class/net. */
  | {
      readonly kind: 'attributes';
      readonly folder: string;
      readonly names: readonly string[];
      readonly links?: readonly string[];
      readonly afterMs?: number;
    }
  /** statfs. `apart`: in a process of its own that can be given up, for disks that may never answer. */
  | { readonly kind: 'space'; readonly path: string; readonly apart?: true; readonly timeoutMs?: number }
  /** Bytes below a folder or of a file, without following links or leaving the volume; measured, bounded in time. */
  | { readonly kind: 'usage'; readonly path: string; readonly timeoutMs?: number }
  /** lstat. */
  | { readonly kind: 'stat'; readonly path: string }
  /** Whether the user may write there: access(2), nothing is written. */
  | { readonly kind: 'writable'; readonly path: string }
  /** Deleted files that running programs still hold open. */
  | { readonly kind: 'deleted-files' }
  /** Programs that hold a file open whose path begins so: a device, as /dev/video. */
  | { readonly kind: 'holders'; readonly prefix: string }
  /** A name, through the system's own resolver. */
  | { readonly kind: 'lookup'; readonly name: string; readonly timeoutMs?: number }
  /** A name, asked of one DNS server directly. */
  | {
      readonly kind: 'resolve';
      readonly server: string;
      readonly name: string;
      readonly type: 'A' | 'AAAA';
      readonly transport?: 'udp' | 'tcp';
      readonly timeoutMs?: number;
    }
  /** Opens and closes a TCP connection, `times` times at once. `from` binds it to a local address. */
  | {
      readonly kind: 'tcp';
      readonly host: string;
      readonly port: number;
      readonly from?: string;
      readonly times?: number;
    }
  /** A TLS handshake with verification against the system's authorities. */
  | {
      readonly kind: 'tls';
      readonly host: string;
      readonly port: number;
      readonly servername: string;
    }
  /** GET without following redirects. `proxy`: a proxy's URL. `download`: time the body, up to `maxBytes`. */
  | {
      readonly kind: 'http';
      readonly url: string;
      readonly proxy?: string;
      readonly maxBytes?: number;
      readonly timeoutMs?: number;
    }
  /** Network interfaces and addresses as the runtime sees them. */
  | { readonly kind: 'interfaces' }
  /** One function of the inventory library (systeminformation), named fields only. */
  | { readonly kind: 'inventory'; readonly what: string; readonly fields: readonly string[] }
  | { readonly kind: 'clock' }
  | { readonly kind: 'user' }
  | { readonly kind: 'system' }
  | { readonly kind: 'env'; readonly names: readonly string[] };

export type Kind = Request['kind'];
